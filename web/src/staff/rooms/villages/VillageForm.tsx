import "./villages.css";
import { parseForm } from "@domain/forms/parse.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink, Card, Loading, Page } from "../../../shared/components.tsx";
import { ErrorSummary } from "../../../shared/field.tsx";
import type { ControlProps } from "../../../shared/form/controls.tsx";
import { FormView } from "../../../shared/form/FormView.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue, listed } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import type { Order } from "../../actions/post.ts";
import type { Progress } from "../../actions/usePosting.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { dropFormDraft, useFormDrafts } from "../../data/help.ts";
import { seenOf } from "../../parts/can.ts";
import { EarlierRound } from "../../parts/EarlierRound.tsx";
import { fieldProblemsOf } from "../../parts/fieldProblems.ts";
import { FormPhotos } from "../../parts/FormAction.tsx";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { roundOf } from "../../parts/round.ts";
import { useKept } from "../../parts/useKept.ts";
import { useSavedDraft } from "../../parts/useSavedDraft.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { useSavedForm } from "../registration/useSavedForm.ts";
import { beginApplication } from "./begin.ts";
import { testsOf } from "./tests.ts";
import { villageKey } from "./villageKey.ts";
import { VillageTests } from "./VillageTests.tsx";
import { VILLAGE_WORDS } from "./words.ts";

const asValue = (form: unknown): FormValue | undefined => (typeof form === "object" && form !== null ? { ...emptyValue(VILLAGE_APPLICATION), ...form } : undefined);

/** A first application: a draft that is saved as one goes, then sent with its action in one commit. */
export function BeginForm({ id, draft }: { id: string; draft: Household | undefined }) {
  const { uid, office, campaign } = useDesk();
  const village = draft?.village ?? office.area;
  const [value, setValue, drop] = useKept<FormValue>(villageKey(id), asValue(draft?.form) ?? beginApplication(campaign, village));
  const base = { id, track: "village", village, household: null } as const;
  const signer = { uid, role: office.role, campaign: campaign.id };
  const { savedAt, changed, stop, resume } = useSavedDraft({ draft: { ...base, form: value }, signer, wasSaved: draft !== undefined });
  return (
    <VillageForm
      id={id}
      village={village}
      value={value}
      change={(next) => (setValue(next), changed())}
      saved={savedAt !== undefined}
      order={(form) => ({ type: "submit", area: village, targets: [id], input: { form }, draft: { ...base, form, saved: stop() } })}
      applied={drop}
      failed={resume}
      isNew={!draft}
    />
  );
}

/** An application that came back, to be corrected; what was saved of the correction goes on, unless it came back again since. */
export function AgainForm({ application }: { application: Household }) {
  const drafts = useFormDrafts(application);
  if (drafts.state === "failed") return <Reading<unknown> live={drafts}>{() => null}</Reading>;
  if (drafts.state !== "ready") return <Loading />;
  const saved = drafts.value.rows.find(({ id }) => id === "villageApplication");
  return (
    <EarlierRound keptAs={villageKey(application.id)} round={roundOf([], application)} savedAt={saved?.at}>
      {(withSaved) => <Correcting application={application} begun={asValue(saved && withSaved ? saved.form : application.form) ?? emptyValue(VILLAGE_APPLICATION)} />}
    </EarlierRound>
  );
}

function Correcting({ application, begun }: { application: Household; begun: FormValue }) {
  const { uid } = useDesk();
  const { id, village } = application;
  const [value, setValue, drop] = useKept<FormValue>(villageKey(id), begun);
  const { saving, changed, stop, resume } = useSavedForm({ application, kind: "villageApplication", uid });
  return (
    <VillageForm
      id={id}
      village={village}
      value={value}
      change={(next) => (setValue(next), changed({ ...next }))}
      saved={saving.state === "saved"}
      order={(form) => (stop(), { type: "submit", area: village, targets: [id], input: { form }, seen: seenOf([application]) })}
      applied={() => (drop(), void dropFormDraft(id, "villageApplication"))}
      failed={resume}
      returned={application.returned?.reasons}
    />
  );
}

type VillageFormProps = {
  id: string;
  village: string;
  value: FormValue;
  change: (value: FormValue) => void;
  saved: boolean;
  order: (form: unknown) => Order<"submit">;
  applied: () => void;
  failed: () => void;
  isNew?: boolean;
  returned?: string | undefined;
};

function VillageForm({ id, village, value, change, saved, order, applied, failed, isNew = false, returned }: VillageFormProps) {
  const { campaign } = useDesk();
  const name = villageName(campaign, village);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [done, setDone] = useState<string>();
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, (outcome) => {
    const own = outcome.targets[id];
    if (own?.applied) {
      applied();
      return setDone(own.receiptNo ?? "");
    }
    failed();
    setProblems(fieldProblemsOf(outcome, id));
  });
  const submit = () => {
    const parsed = parseForm(VILLAGE_APPLICATION, value);
    setProblems(parsed.ok ? [] : parsed.problems);
    if (parsed.ok) void post({ ...order(parsed.value), about: name });
  };
  if (done !== undefined) return <Submitted id={id} name={name} receipt={done} />;
  const photos = (props: ControlProps) => <FormPhotos village={village} {...props} />;
  return (
    <Page title={`${say(VILLAGE_WORDS.apply)}${say({ zh: "：", en: ": " })}${name}`} lead={say(VILLAGE_WORDS.applyLead)} aside={<span class="soft" role="status">{say(saved ? VILLAGE_WORDS.saved : VILLAGE_WORDS.keptHere)}</span>}>
      {returned && <Alert tone="warning" title={say(VILLAGE_WORDS.returned)}>{returned}</Alert>}
      {isNew && <Alert tone="info">{say(VILLAGE_WORDS.fromTown)}</Alert>}
      <ErrorSummary problems={listed(problems, say)} />
      <Card title={say(VILLAGE_WORDS.tests)}><VillageTests tests={testsOf(value, campaign)} /></Card>
      <Card>
        <FormView form={VILLAGE_APPLICATION} value={value} onChange={change} problems={problems} photos={photos} />
        <Sending progress={progress} name={name} failed={failed} />
        <div class="buttons">
          <Button kind="primary" busy={underWay} onClick={submit}>{say(returned === undefined ? VILLAGE_WORDS.submit : VILLAGE_WORDS.resubmit)}</Button>
          <ButtonLink href="/staff/villages">{say(VILLAGE_WORDS.later)}</ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

function Sending({ progress, name, failed }: { progress: Progress | undefined; name: string; failed: () => void }) {
  return <Outcome progress={progress} nameOf={() => name} onDiscard={failed} />;
}

function Submitted({ id, name, receipt }: { id: string; name: string; receipt: string }) {
  return (
    <Page title={name}>
      <Alert tone="success">{say(VILLAGE_WORDS.submitted)}</Alert>
      {receipt && <Card title={say(VILLAGE_WORDS.receipt)}><p class="receipt" data-testid="receipt">{receipt}</p></Card>}
      <div class="buttons">
        <ButtonLink kind="primary" href={addressOfHousehold(id)}>{say(VILLAGE_WORDS.see)}</ButtonLink>
        <ButtonLink href="/staff/villages">{say(VILLAGE_WORDS.back)}</ButtonLink>
      </div>
    </Page>
  );
}
