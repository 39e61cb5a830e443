import type { Form } from "@domain/forms/field.ts";
import type { ChangedField } from "@domain/forms/changedFields.ts";
import { changedFields } from "@domain/forms/changedFields.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { Version } from "@domain/register.ts";
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
import { Answers } from "../registration/Answers.tsx";
import { besides, doubtsIn } from "../registration/elsewhere.ts";
import { useSavedForm } from "../registration/useSavedForm.ts";
import { answersFor, besideFields, unanswered } from "../registration/value.ts";
import { Before } from "./Before.tsx";
import { ChangedTable } from "./ChangedTable.tsx";
import { ChangesEditor } from "./ChangesEditor.tsx";
import type { Typed } from "./value.ts";
import { changesFrom, findingsFor, reasonProblems, updateKey, whoChanged } from "./value.ts";
import { UPDATE_WORDS } from "./words.ts";

type UpdateFormProps = {
  application: Household;
  form: Form;
  year: number;
  before: Version | undefined;
  begun: Typed;
  saved: { by: string; at: Date } | undefined;
  plan: unknown;
};

/** Who filled a form in, and when, is different every year and no change of the household's. */
const isFact = ({ path }: ChangedField): boolean => !path.startsWith("foot.");

/** The form of the year beside that of the year before: section by section, then what changed, and the questions. */
export function UpdateForm({ application, form, year, before, begun, saved, plan }: UpdateFormProps) {
  const { uid, campaign } = useDesk();
  const { id, village, track } = application;
  const own = useOwn();
  const key = updateKey(id, year);
  const [wasHere] = useState(() => own.keptValue(key) !== undefined);
  const [first] = useState({ begun, saved });
  const [typed, setTyped, drop] = useKept<Typed>(key, first.begun);
  const [asked, setAsked] = useState(0);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [elsewhere, setElsewhere] = useState<readonly Found[]>([]);
  const [at, setAt] = useState(0);
  const isNewest = wasHere && (!first.saved || first.saved.at.toISOString() <= typed.at);
  const asSaved = (of: Typed) => ({ ...withoutTyped(form, of.form), answers: of.answers, reasons: of.reasons, year });
  const { saving, changed: save, stop, resume } = useSavedForm({ application, kind: "update", uid, restored: isNewest ? asSaved(typed) : undefined });
  const { post, progress, underWay } = usePosting();
  const name = householderOf(application);
  const { form: value, answers, reasons } = typed;
  useOutcome(progress, (outcome) => {
    if (outcome.targets[id]?.applied) return drop(), void dropFormDraft(id, "update");
    resume();
    const doubts = doubtsIn(outcome, id);
    setElsewhere(doubts);
    if (doubts.length > 0) return goTo(form.sections.length);
    const told = fieldProblemsOf(outcome, id);
    setRefused(told);
    if (told.length > 0) goTo(firstWrong(form, told, at));
  });
  const change = (part: Partial<Typed>) => {
    setRefused([]);
    const next = { ...typed, ...part, at: new Date().toISOString() };
    setTyped(next);
    save(asSaved(next));
  };
  const goTo = (page: number) => {
    setAt(page);
    window.scrollTo(0, 0);
  };
  const { whole, problems: bad } = useMemo(() => readForm(form, value, true), [form, value]);
  const found = useMemo(() => findingsFor({ form, value, year, application, campaign, plan }), [value, plan, year]);
  const errors = useMemo(() => besideFields(found.filter(({ level }) => level === "error")), [found]);
  const changed = useMemo(() => (before?.form ? changedFields(form, before.form, splitPrivate<unknown>(form, whole).shown).filter(isFact) : []), [before, whole]);
  const came = useMemo(() => (before?.form && track !== "village" ? whoChanged(before.form, value) : []), [before, value, track]);
  const untold = reasonProblems(came, reasons, year);
  const isNew = ({ path, code }: FieldProblem) => !errors.some((one) => one.path === path && one.code === code);
  const untoldFields: FieldProblem[] = untold.slice(0, 1).map(() => ({ path: "members", code: "changesUnexplained", ...UPDATE_WORDS.untold }));
  const problems = [...(asked > 0 ? [...bad, ...untoldFields] : []), ...errors, ...refused.filter(isNew)];
  const open = unanswered(found, answers);
  const all = besides(found, elsewhere);
  const asks = all.filter(({ level }) => level !== "error");
  const submit = () => {
    setAsked(asked + 1);
    setRefused([]);
    const wrong = [...bad, ...errors, ...untoldFields];
    if (wrong.length > 0) return goTo(firstWrong(form, wrong, at));
    if (open.length > 0) return goTo(form.sections.length);
    stop();
    const { shown, hidden } = splitPrivate<unknown>(form, whole);
    void post({
      type: "updateYear", area: village, targets: [id], hidden: { [id]: hidden }, about: `${name} ${year}`,
      input: { year, form: shown, changes: changesFrom(came, reasons), answers: answersFor(all, answers) },
    });
  };
  if (progress?.outcome?.targets[id]?.applied) return <Done application={application} year={year} />;
  const here = form.sections[at];
  const isLast = at === form.sections.length;
  const last = { name: say(UPDATE_WORDS.review), told: open.length > 0 ? say({ zh: `${open.length} 条待说明`, en: `${open.length} to answer` }) : say({ zh: `${changed.length} 处变化`, en: `${changed.length} changed` }), isWrong: open.length > 0 };
  const see = (path: string) => {
    goTo(Math.max(0, form.sections.findIndex((section) => section.key === path.split(".")[0])));
    setTimeout(() => focusOn(path), 100);
  };
  const photos = (props: ControlProps) => <FormPhotos village={village} {...props} />;
  const title = say({ zh: `${year} 年度更新：${name}`, en: `Update of ${year}: ${name}` });
  return (
    <Page title={title} lead={withGroup(villageName(campaign, village), application.facts?.groupName)} aside={<span class="soft" role="status">{saving.state === "saved" ? say({ zh: `已保存 ${dateTimeOf(saving.at).zh.slice(-5)}`, en: `Saved at ${dateTimeOf(saving.at).en.slice(-5)}` }) : say({ zh: "内容随时保存在本机", en: "Everything is kept on this device" })}</span>}>
      <Begun wasHere={wasHere} saved={first.saved} />
      {asked > 0 && <FormProblems form={form} at={at} problems={problems} asked={asked} fix={focusOn} go={goTo} />}
      <Outcome progress={progress} nameOf={() => name} onDiscard={resume} />
      <div class="withIndex">
        <FormIndex form={form} at={at} value={value} problems={problems} go={goTo} last={last} />
        <Card>
          {isLast && (
            <>
              <section class="formSection"><h2>{say(UPDATE_WORDS.whatChanged)}</h2>{before?.form ? <ChangedTable changed={changed} none={say(UPDATE_WORDS.nothingChanged)} /> : <p class="soft">{say(UPDATE_WORDS.noBefore)}</p>}</section>
              <Answers found={all} answers={answers} asked={asked > 0} change={(next) => change({ answers: next })} see={see} />
            </>
          )}
          {here && (
            <div class={here.rows ? undefined : "beside"}>
              <div>
                {here.key === "members" && track !== "village" && (
                  <ChangesEditor came={came} before={before?.form} value={value} reasons={reasons} problems={asked > 0 ? untold : []} year={year} change={change} />
                )}
                <FormView key={here.key} form={form} value={value} onChange={(next) => change({ form: next })} problems={problems} notes={besideFields(asks)} shows={({ key: section }) => section === here.key} photos={photos} />
              </div>
              <Before form={form} section={here} version={before} changed={changed} application={id} />
            </div>
          )}
          <div class="buttons">
            {at > 0 && <Button onClick={() => goTo(at - 1)}>{say(WORDS.previous)}</Button>}
            {!isLast && <Button kind="primary" onClick={() => goTo(at + 1)}>{say(WORDS.next)}</Button>}
            <Button kind={isLast ? "primary" : "plain"} busy={underWay} onClick={submit}>{say(UPDATE_WORDS.send)}</Button>
          </div>
        </Card>
      </div>
    </Page>
  );
}

function Begun({ wasHere, saved }: { wasHere: boolean; saved: { by: string; at: Date } | undefined }) {
  const names = useStaffNames(saved ? [saved.by] : []);
  if (wasHere) return <Alert tone="info">{say({ zh: "本机保存着没有提交的内容，已为您恢复。", en: "Unsent work was found on this device and is shown." })}</Alert>;
  if (!saved) return null;
  const when = dateTimeOf(saved.at);
  return <Alert tone="info">{say({ zh: `接着上次保存的填写：${names[saved.by] ?? ""} ${when.zh}`, en: `Continued from what was saved: ${names[saved.by] ?? ""} ${when.en}` })}</Alert>;
}

function Done({ application, year }: { application: Household; year: number }) {
  return (
    <Page title={householderOf(application)}>
      <Alert tone="success">{year} {say(UPDATE_WORDS.sent)}</Alert>
      <div class="buttons">
        <ButtonLink kind="primary" href="/staff/update">{say(UPDATE_WORDS.list)}</ButtonLink>
        <ButtonLink href={`/staff/versions/${application.id}`}>{say(UPDATE_WORDS.versions)}</ButtonLink>
        <ButtonLink href={addressOfHousehold(application.id)}>{say(UPDATE_WORDS.see)}</ButtonLink>
      </div>
    </Page>
  );
}
