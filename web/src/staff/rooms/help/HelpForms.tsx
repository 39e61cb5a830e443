import type { ActionInput } from "@domain/actionInputs.ts";
import type { FormKind } from "@domain/forms/received.ts";
import { formOf } from "@domain/forms/received.ts";
import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { FieldGroup } from "../../../shared/field.tsx";
import { emptyValue } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Order } from "../../actions/post.ts";
import { usePosting } from "../../actions/usePosting.ts";
import { useSurvey } from "../../data/applications.ts";
import { EarlierRound } from "../../parts/EarlierRound.tsx";
import { FormAction } from "../../parts/FormAction.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { roundOf } from "../../parts/round.ts";
import { householderOf } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { asked, beginningOf } from "./begin.ts";
import type { Help } from "./HelpCards.tsx";
import { HELP_WORDS } from "./words.ts";

/** What is being recorded: of which record, or from which line of the plan. */
export type Doing = { kind: "plan" | "measure" | "done" | "visit" | "result" | "confirm"; record?: string; from?: Record<string, unknown> };

type Sent = Exclude<Doing["kind"], "confirm">;
type HelpAction = "adoptPlan" | "recordMeasure" | "finishMeasure" | "recordVisit" | "recordResult";

/** The action of each form, where in its input the form lies, and what its button says. */
const SENT = {
  plan:    { form: "plan", type: "adoptPlan", button: HELP_WORDS.adopt, input: (plan) => ({ plan }) },
  measure: { form: "measure", type: "recordMeasure", button: HELP_WORDS.addMeasure, input: (measure) => ({ measure }) },
  done:    { form: "measureDone", type: "finishMeasure", button: HELP_WORDS.finish, input: (done, record) => ({ record, done }) },
  visit:   { form: "visit", type: "recordVisit", button: HELP_WORDS.addVisit, input: (visit) => ({ visit }) },
  result:  { form: "result", type: "recordResult", button: HELP_WORDS.addResult, input: (result) => ({ result }) },
} as const satisfies Record<Sent, { form: FormKind; type: HelpAction; button: { zh: string; en: string }; input: (shown: unknown, record: string) => ActionInput<HelpAction> }>;

type HelpFormProps = { doing: Doing; help: Help; close: () => void };

/** The form of whatever is being recorded. */
export function HelpForm({ doing, help, close }: HelpFormProps) {
  const { kind } = doing;
  if (kind === "confirm") return <Confirm record={doing.record ?? ""} help={help} close={close} />;
  const isFirstPlan = kind === "plan" && !help.plan && help.household.track !== "village";
  const Form = isFirstPlan ? FirstPlan : SentForm;
  return <Form doing={{ ...doing, kind }} help={help} close={close} />;
}

type SentFormProps = HelpFormProps & { doing: Doing & { kind: Sent }; survey?: unknown };

/** The first plan of a household begins with what its survey tells of each target. */
function FirstPlan(props: SentFormProps) {
  const live = useSurvey(props.help.household);
  return <Reading live={live}>{({ rows }) => <SentForm {...props} survey={rows.find(({ id }) => id === "survey")?.survey} />}</Reading>;
}

function SentForm({ doing, help, close, survey }: SentFormProps) {
  const { staff, campaign } = useDesk();
  const { household } = help;
  const { form: kind, type, button, input } = SENT[doing.kind];
  const form = formOf(kind, household.track);
  const initial = { ...emptyValue(form), ...asked(form, beginningOf(doing, { ...help, survey, campaign, name: staff.name })) };
  const order = (shown: unknown): Order<HelpAction> => ({
    type, area: household.village, targets: [household.id], input: input(shown, doing.record ?? ""), about: householderOf(household),
  });
  const keptAs = ["help", doing.kind, household.id, doing.record ?? String(doing.from?.id ?? "")].join(".");
  /* Only a plan is begun from what stands already, and may be adopted anew by somebody else meanwhile. */
  const round = roundOf(doing.kind === "plan" && help.plan ? [help.plan] : [], { returned: null });
  return (
    <EarlierRound keptAs={keptAs} round={round}>
      {() => (
        <FormAction<HelpAction>
          form={form}
          keptAs={keptAs}
          initial={initial}
          village={household.village}
          send={say(button)}
          order={order}
          nameOf={() => householderOf(household)}
          done={close}
          close={close}
          headings={doing.kind === "plan" || doing.kind === "visit"}
        />
      )}
    </EarlierRound>
  );
}

const HOW = ["signature", "fingerprint"] as const;

/** How the householder confirmed a result: on paper, which whoever records it has seen. */
function Confirm({ record, help: { household }, close }: { record: string; help: Help; close: () => void }) {
  const [how, setHow] = useState<(typeof HOW)[number]>("signature");
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && close());
  const submit = (event: Event) => {
    event.preventDefault();
    void post({ type: "confirmResult", area: household.village, targets: [household.id], input: { record, how }, about: householderOf(household) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <FieldGroup id={`how-${record}`} label={say(HELP_WORDS.how)} required>
        <div class="options row">
          {HOW.map((one) => (
            <label key={one} class="option">
              <input type="radio" name={`how-${record}`} checked={how === one} onChange={() => setHow(one)} />
              <span>{say(HELP_WORDS[one])}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <Outcome progress={progress} nameOf={() => householderOf(household)} />
      <div class="buttons">
        <Button kind="primary" type="submit" busy={underWay}>{say(HELP_WORDS.confirm)}</Button>
        <Button onClick={close}>{say(WORDS.cancel)}</Button>
      </div>
    </form>
  );
}
