import type { Form } from "@domain/forms/field.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { actorsOf } from "@domain/workflow/offices.ts";
import { useMemo, useState } from "preact/hooks";
import { Alert, Button, ButtonLink, Card, Page } from "../../../shared/components.tsx";
import type { ControlProps } from "../../../shared/form/controls.tsx";
import { FormView } from "../../../shared/form/FormView.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Progress } from "../../actions/usePosting.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { seenOf } from "../../parts/can.ts";
import { fieldProblemsOf } from "../../parts/fieldProblems.ts";
import { FormPhotos } from "../../parts/FormAction.tsx";
import { firstWrong, focusOn, FormIndex, FormProblems } from "../../parts/FormIndex.tsx";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { householderOf, trackName } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { villageName, withGroup } from "../../parts/villages.tsx";
import { useOwn } from "../../session/own.ts";
import { useDesk } from "../../session/session.ts";
import { checkSurvey, surveyKey } from "./surveyValue.ts";
import { SURVEY_WORDS } from "./words.ts";

const HOLDS_MEETINGS: readonly string[] = actorsOf("recordAppraisal");

type SurveyFormProps = { household: Household; form: Form; initial: FormValue; wasKept: boolean };

/** The sheet of the survey, one section at a time, with an index; kept on the device at every key. */
export function SurveyForm({ household, form, initial, wasKept }: SurveyFormProps) {
  const { campaign } = useDesk();
  const own = useOwn();
  const key = surveyKey(household.id);
  const wasHere = useMemo(() => own.kept(key) !== undefined, [key]);
  const [value, setValue, drop] = useKept<FormValue>(key, initial);
  const [asked, setAsked] = useState(0);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [at, setAt] = useState(0);
  const { post, progress, underWay } = usePosting(key);
  /* Whatever somebody else does to the household from now on, this survey knows nothing of it and has to be looked at again. */
  const seen = useMemo(() => seenOf([household]), [household.id]);
  const name = householderOf(household);
  useOutcome(progress, (outcome) => (outcome.targets[household.id]?.applied ? drop() : setRefused(fieldProblemsOf(outcome, household.id))));
  const goTo = (section: number) => {
    setAt(section);
    window.scrollTo(0, 0);
  };
  /* Once a check was asked for, what has been put right disappears at once. */
  const checked = useMemo(() => (asked > 0 ? checkSurvey({ form, value, track: household.track, campaign, wasKept }) : undefined), [asked, value]);
  const problems = [...(checked?.ok === false ? checked.problems : []), ...refused];
  const submit = () => {
    const now = checkSurvey({ form, value, track: household.track, campaign, wasKept });
    setAsked(asked + 1);
    setRefused([]);
    if (!now.ok) return goTo(firstWrong(form, now.problems, at));
    void post({ type: "recordSurvey", area: household.village, targets: [household.id], input: { survey: now.shown }, hidden: { [household.id]: now.hidden }, about: name, seen, room: `/staff/survey/${household.id}` });
  };
  if (progress?.outcome?.targets[household.id]?.applied) return <Recorded household={household} />;
  /* What waits to be sent is not changed under way: first it is taken back. */
  if (progress?.stage === "waiting") return <Queued name={name} progress={progress} />;
  const here = form.sections[at];
  const photos = (props: ControlProps) => <FormPhotos village={household.village} kind="house" {...props} />;
  return (
    <Page title={`${say(SURVEY_WORDS.title)}${say({ zh: "：", en: ": " })}${name}`} lead={`${withGroup(villageName(campaign, household.village), household.facts?.groupName)} · ${trackName(household)}`} aside={<span class="soft">{say(SURVEY_WORDS.kept)}</span>}>
      {wasHere && <Alert tone="info">{say(SURVEY_WORDS.newer)}</Alert>}
      <FormProblems form={form} at={at} problems={problems} asked={asked} fix={focusOn} go={goTo} />
      <Outcome progress={progress} nameOf={() => name} />
      <div class="withIndex">
        <FormIndex form={form} at={at} value={value} problems={problems} go={goTo} />
        <Card>
          <FormView key={here?.key} form={form} value={value} onChange={setValue} problems={problems} shows={({ key: section }) => section === here?.key} photos={photos} />
          <div class="buttons">
            {at > 0 && <Button onClick={() => goTo(at - 1)}>{say(WORDS.previous)}</Button>}
            {at < form.sections.length - 1 && <Button kind={"primary"} onClick={() => goTo(at + 1)}>{say(WORDS.next)}</Button>}
            <Button kind={at === form.sections.length - 1 ? "primary" : "plain"} busy={underWay} onClick={submit}>{say(SURVEY_WORDS.submit)}</Button>
          </div>
        </Card>
      </div>
    </Page>
  );
}

function Queued({ name, progress }: { name: string; progress: Progress }) {
  return (
    <Page title={name} lead={say(SURVEY_WORDS.offlineSent)}>
      <Outcome progress={progress} nameOf={() => name} />
      <div class="buttons"><ButtonLink kind="primary" href="/staff/survey">{say(SURVEY_WORDS.list)}</ButtonLink></div>
    </Page>
  );
}

/** The checks have run with the record: what they ask is told here, for the meeting may have to wait for the answers. */
function Recorded({ household }: { household: Household }) {
  const { office } = useDesk();
  const asked = household.questions.open;
  return (
    <Page title={householderOf(household)}>
      <Alert tone="success">{say(SURVEY_WORDS.done1)}</Alert>
      {asked > 0 && (
        <Alert tone="warning">
          <p>{say({ zh: `检查提出 ${asked} 个疑点，请先看依据，再由被问的人答复或更正。`, en: `The checks ask ${asked} question(s): look at the evidence; whoever is asked answers or corrects.` })}</p>
          <div class="buttons"><ButtonLink href={addressOfHousehold(household.id)}>{say(SURVEY_WORDS.questions)}</ButtonLink></div>
        </Alert>
      )}
      <div class="buttons">
        <ButtonLink kind="primary" href="/staff/survey">{say(SURVEY_WORDS.list)}</ButtonLink>
        {HOLDS_MEETINGS.includes(office.role) && <ButtonLink href="/staff/meeting">{say(SURVEY_WORDS.meeting)}</ButtonLink>}
        <ButtonLink href={addressOfHousehold(household.id)}>{say(SURVEY_WORDS.see)}</ButtonLink>
      </div>
    </Page>
  );
}
