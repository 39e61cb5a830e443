import type { Form } from "@domain/forms/field.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { Found } from "@domain/workflow/case.ts";
import { useMemo, useState } from "preact/hooks";
import { Alert, Button, ButtonLink, Card, Page } from "../../../shared/components.tsx";
import type { ControlProps } from "../../../shared/form/controls.tsx";
import { FormView } from "../../../shared/form/FormView.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { dropFormDraft } from "../../data/help.ts";
import { useStaffNames } from "../../data/names.ts";
import { readForm, withoutTyped } from "../../parts/checkForm.ts";
import { fieldProblemsOf } from "../../parts/fieldProblems.ts";
import { FormPhotos } from "../../parts/FormAction.tsx";
import { firstWrong, focusOn, FormIndex, FormProblems } from "../../parts/FormIndex.tsx";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { villageName, withGroup } from "../../parts/villages.tsx";
import { useOwn } from "../../session/own.ts";
import { useDesk } from "../../session/session.ts";
import { Answers } from "./Answers.tsx";
import { besides, doubtsIn } from "./elsewhere.ts";
import type { Saving } from "./useSavedForm.ts";
import { useSavedForm } from "./useSavedForm.ts";
import type { Typed } from "./value.ts";
import { answersFor, besideFields, findingsIn, registrationKey, unanswered } from "./value.ts";
import { REGISTRATION_WORDS } from "./words.ts";

type Saved = { by: string; at: Date };
type RegistrationFormProps = { household: Household; form: Form; begun: Typed; saved: Saved | undefined; plan: unknown };

/** When this device's copy was last changed; empty when there is none. */
const heldAt = (held: unknown): string => (typeof held === "object" && held !== null && "at" in held ? String(held.at) : "");

/** The sheet of annex 4, one section at a time: kept at every key, saved at every pause, checked while it is filled in. */
export function RegistrationForm({ household, form, begun, saved, plan }: RegistrationFormProps) {
  const { uid, campaign } = useDesk();
  const own = useOwn();
  const key = registrationKey(household.id);
  const [held] = useState(() => heldAt(own.keptValue(key)));
  const [first] = useState({ begun, saved });
  const [typed, setTyped, drop] = useKept<Typed>(key, first.begun);
  const [asked, setAsked] = useState(0);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [elsewhere, setElsewhere] = useState<readonly Found[]>([]);
  const [at, setAt] = useState(0);
  const isNewest = held !== "" && (!first.saved || first.saved.at.toISOString() <= held);
  const asSaved = (of: Typed) => ({ ...withoutTyped(form, of.form), answers: of.answers });
  const { saving, changed, stop, resume } = useSavedForm({ application: household, kind: "registration", uid, restored: isNewest ? asSaved(typed) : undefined });
  const { post, progress, underWay } = usePosting();
  const name = householderOf(household);
  const { form: value, answers } = typed;
  useOutcome(progress, (outcome) => {
    if (outcome.targets[household.id]?.applied) {
      drop();
      void dropFormDraft(household.id, "registration");
    } else {
      resume();
      const doubts = doubtsIn(outcome, household.id);
      setElsewhere(doubts);
      setRefused(doubts.length > 0 ? [] : fieldProblemsOf(outcome, household.id));
      if (doubts.length > 0) goTo(form.sections.length);
    }
  });
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part, at: new Date().toISOString() };
    setTyped(next);
    changed(asSaved(next));
  };
  const goTo = (page: number) => {
    setAt(page);
    window.scrollTo(0, 0);
  };
  const found = useMemo(() => findingsIn({ form, value, household, campaign, plan }), [value, plan]);
  const errors = useMemo(() => besideFields(found.filter(({ level }) => level === "error")), [found]);
  const wrong = useMemo(() => (asked > 0 ? readForm(form, value, true).problems : []), [asked, value]);
  const isNew = ({ path, code }: FieldProblem) => !errors.some((one) => one.path === path && one.code === code);
  const problems = [...wrong, ...errors, ...refused.filter(isNew)];
  const all = besides(found, elsewhere);
  const open = unanswered(found, answers);
  const submit = () => {
    const { whole, problems: bad } = readForm(form, value, true);
    setAsked(asked + 1);
    setRefused([]);
    if (bad.length + errors.length > 0) return goTo(firstWrong(form, [...bad, ...errors], at));
    if (open.length > 0) return goTo(form.sections.length);
    stop();
    const { shown, hidden } = splitPrivate<unknown>(form, whole);
    void post({ type: "completeForm", area: household.village, targets: [household.id], input: { form: shown, answers: answersFor(all, answers) }, hidden: { [household.id]: hidden }, about: name });
  };
  if (progress?.outcome?.targets[household.id]?.applied) return <Completed household={household} />;
  const here = form.sections[at];
  const isLast = at === form.sections.length;
  const asks = all.filter(({ level }) => level !== "error");
  const last = { name: say(REGISTRATION_WORDS.answers), told: open.length > 0 ? say({ zh: `${open.length} 条待说明`, en: `${open.length} to answer` }) : String(asks.length || ""), isWrong: open.length > 0 };
  const see = (path: string) => {
    goTo(Math.max(0, form.sections.findIndex((section) => section.key === path.split(".")[0])));
    setTimeout(() => focusOn(path), 100);
  };
  const photos = (props: ControlProps) => <FormPhotos village={household.village} {...props} />;
  return (
    <Page title={`${say(form)}${say({ zh: "：", en: ": " })}${name}`} lead={withGroup(villageName(campaign, household.village), household.facts?.groupName)} aside={<SavedAt saving={saving} />}>
      <Begun held={held} saved={first.saved} useTheirs={() => setTyped(first.begun)} />
      {asked > 0 && <FormProblems form={form} at={at} problems={problems} asked={asked} fix={focusOn} go={goTo} />}
      <Outcome progress={progress} nameOf={() => name} onDiscard={resume} />
      <div class="withIndex">
        <FormIndex form={form} at={at} value={value} problems={problems} go={goTo} last={last} />
        <Card>
          {isLast
            ? <Answers found={all} answers={answers} asked={asked > 0} change={(next) => change({ answers: next })} see={see} />
            : <FormView key={here?.key} form={form} value={value} onChange={(next) => change({ form: next })} problems={problems} notes={besideFields(asks)} shows={({ key: section }) => section === here?.key} photos={photos} />}
          <div class="buttons">
            {at > 0 && <Button onClick={() => goTo(at - 1)}>{say(WORDS.previous)}</Button>}
            {!isLast && <Button kind="primary" onClick={() => goTo(at + 1)}>{say(WORDS.next)}</Button>}
            <Button kind={isLast ? "primary" : "plain"} busy={underWay} onClick={submit}>{say(REGISTRATION_WORDS.complete)}</Button>
          </div>
        </Card>
      </div>
    </Page>
  );
}

function SavedAt({ saving }: { saving: Saving }) {
  const words =
    saving.state === "saved"
      ? { zh: `已保存 ${dateTimeOf(saving.at).zh.slice(-5)}`, en: `Saved at ${dateTimeOf(saving.at).en.slice(-5)}` }
      : saving.state === "saving" ? REGISTRATION_WORDS.saving : REGISTRATION_WORDS.keptHere;
  return <span class="soft" role="status">{say(words)}</span>;
}

/** What was found at the beginning: this device's own copy, or somebody's newer one. */
function Begun({ held, saved, useTheirs }: { held: string; saved: Saved | undefined; useTheirs: () => void }) {
  const { uid } = useDesk();
  const [settled, setSettled] = useState(false);
  const names = useStaffNames(saved ? [saved.by] : []);
  if (settled || (held === "" && !saved)) return null;
  const who = saved ? `${names[saved.by] ?? ""} ${say(dateTimeOf(saved.at))}` : "";
  if (held === "") return <Alert tone="info">{say({ zh: `接着上次保存的填写：${who}`, en: `Continued from what was saved: ${who}` })}</Alert>;
  if (!saved || saved.by === uid || saved.at.toISOString() <= held) return <Alert tone="info">{say(REGISTRATION_WORDS.newer)}</Alert>;
  return (
    <Alert tone="warning" title={say(REGISTRATION_WORDS.newer)}>
      <p>{say(REGISTRATION_WORDS.theirs)}{who}</p>
      <div class="buttons">
        <Button onClick={() => (useTheirs(), setSettled(true))}>{say(REGISTRATION_WORDS.useTheirs)}</Button>
        <Button kind="quiet" onClick={() => setSettled(true)}>{say(REGISTRATION_WORDS.keepMine)}</Button>
      </div>
    </Alert>
  );
}

function Completed({ household }: { household: Household }) {
  const isVillage = household.track === "village";
  return (
    <Page title={householderOf(household)}>
      <Alert tone="success">{say(REGISTRATION_WORDS.completed)}</Alert>
      <div class="buttons">
        <ButtonLink kind="primary" href={isVillage ? "/staff/villages" : "/staff/registration"}>{say(isVillage ? REGISTRATION_WORDS.villages : REGISTRATION_WORDS.list)}</ButtonLink>
        <ButtonLink href={`/staff/print/form/${household.id}`}>{say(REGISTRATION_WORDS.print)}</ButtonLink>
        <ButtonLink href={addressOfHousehold(household.id)}>{say(isVillage ? REGISTRATION_WORDS.seeVillage : REGISTRATION_WORDS.see)}</ButtonLink>
      </div>
    </Page>
  );
}
