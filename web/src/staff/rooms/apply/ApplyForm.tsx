import { APPLICATION } from "@domain/forms/application.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink, Card, Page } from "../../../shared/components.tsx";
import { ErrorSummary } from "../../../shared/field.tsx";
import { FormView } from "../../../shared/form/FormView.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue, listed } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { fieldProblemsOf } from "../../parts/fieldProblems.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useSavedDraft } from "../../parts/useSavedDraft.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { beginApplication } from "./begin.ts";
import { draftKey } from "./draftKey.ts";
import { APPLY_WORDS } from "./words.ts";

type ApplyFormProps = { id: string; draft: Household | undefined };

const beginWith = (draft: Household | undefined): FormValue =>
  typeof draft?.form === "object" && draft.form !== null ? { ...emptyValue(APPLICATION), ...draft.form } : emptyValue(APPLICATION);

/** Six questions and a pledge, as the farmer answers them; saved as one goes, submitted with a receipt number. */
export function ApplyForm({ id, draft }: ApplyFormProps) {
  const { uid, office, campaign } = useDesk();
  const signer = { uid, role: office.role, campaign: campaign.id };
  const [value, setValue, drop] = useKept<FormValue>(draftKey(id), beginWith(draft));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { post, progress, underWay } = usePosting();
  const base = { id, track: "identify", village: office.area, household: null } as const;
  const { savedAt, changed, stop, resume } = useSavedDraft({ draft: { ...base, form: splitPrivate(APPLICATION, value).shown }, signer, wasSaved: draft !== undefined });
  const [receipt, setReceipt] = useState<string>();
  useOutcome(progress, (outcome) => {
    const own = outcome.targets[id];
    if (own?.applied) {
      setReceipt(own.receiptNo ?? "");
      drop();
    } else {
      resume();
      setProblems(fieldProblemsOf(outcome, id));
    }
  });
  const change = (next: FormValue) => {
    setValue(next);
    changed();
  };
  const submit = () => {
    const parsed = parseForm(APPLICATION, value);
    setProblems(parsed.ok ? [] : parsed.problems);
    if (!parsed.ok) return;
    const { shown, hidden } = splitPrivate(APPLICATION, parsed.value);
    void post({ type: "submit", area: office.area, targets: [id], input: {}, hidden: { [id]: hidden }, draft: { ...base, form: shown, saved: stop() }, about: parsed.value.householder.name });
  };
  if (receipt !== undefined) return <Received id={id} number={receipt} />;
  return (
    <Page title={say(APPLY_WORDS.form)} lead={villageName(campaign, office.area)} aside={<Saved at={savedAt} />}>
      <ErrorSummary problems={listed(problems, say)} />
      <Card>
        <Alert tone="info">{say(APPLY_WORDS.numbersHere)}</Alert>
        <FormView form={APPLICATION} value={value} onChange={change} problems={problems} />
        <Outcome progress={progress} nameOf={() => say(APPLY_WORDS.title)} onDiscard={resume} />
        <div class="buttons">
          <Button kind="primary" busy={underWay} onClick={submit}>{say(APPLY_WORDS.submit)}</Button>
          <ButtonLink href="/staff/apply">{say({ zh: "以后再填", en: "Later" })}</ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

export function Saved({ at }: { at: Date | undefined }) {
  return <span class="soft" role="status">{say(at ? APPLY_WORDS.saved : APPLY_WORDS.keptHere)}</span>;
}

function Received({ id, number }: { id: string; number: string }) {
  return (
    <Page title={say(APPLY_WORDS.submitted)}>
      <Card>
        <p class="soft">{say(APPLY_WORDS.receipt)}</p>
        <p class="receipt" data-testid="receipt">{number}</p>
        <p>{say(APPLY_WORDS.receiptLead)}</p>
        <div class="buttons noPrint">
          <Button kind="primary" onClick={beginApplication}>{say(APPLY_WORDS.another)}</Button>
          <Button onClick={() => window.print()}>{say(APPLY_WORDS.print)}</Button>
          <ButtonLink href={addressOfHousehold(id)}>{say(APPLY_WORDS.see)}</ButtonLink>
        </div>
      </Card>
    </Page>
  );
}

