import "../../service.css";
import { formOf } from "@domain/forms/received.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink, Card, EmptyState, Facts } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dayOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import { byTime } from "../../data/applications.ts";
import type { Helping } from "../../data/help.ts";
import { useHelp, usePairingsOf } from "../../data/help.ts";
import { useStaffNames } from "../../data/names.ts";
import { whyNot } from "../../parts/can.ts";
import { Reading } from "../../parts/Reading.tsx";
import { useDesk } from "../../session/session.ts";
import { kindName } from "../pairing/helpers.ts";
import type { Doing } from "./HelpForms.tsx";
import { HelpForm } from "./HelpForms.tsx";
import { nextSteps, unrecorded } from "./next.ts";
import { Measures, Results, Visits } from "./Records.tsx";
import { PlanRead } from "./RecordRead.tsx";
import { HELP_WORDS } from "./words.ts";

type HelpCardsProps = { household: Household; begin?: Doing | undefined };

/** Helper, plan, measures, visits and results of one household, with a form for whatever this person may record. */
export function HelpCards({ household, begin }: HelpCardsProps) {
  const live = useHelp(household.helper ? household : undefined);
  if (!household.helper) {
    return <EmptyState title={say(HELP_WORDS.noHelper)}><p>{say(HELP_WORDS.noHelperLead)}</p><ChangeHelper household={household} /></EmptyState>;
  }
  return <Reading live={live}>{({ rows }) => <Cards household={household} records={[...rows].sort(byTime)} begin={begin} />}</Reading>;
}

/** What the forms and the lists of one household share. */
export type Help = {
  household: Household;
  records: Helping[];
  plan: Helping | undefined;
  names: Record<string, string>;
  /** Opens a form, where this person may send it; undefined while another is open. */
  open: (doing: Doing) => void;
  may: (kind: Doing["kind"]) => boolean;
  today: string;
};

const ACTION_OF = {
  plan: "adoptPlan", measure: "recordMeasure", done: "finishMeasure", visit: "recordVisit", result: "recordResult", confirm: "confirmResult",
} as const;

function Cards({ household, records, begin }: HelpCardsProps & { records: Helping[] }) {
  const desk = useDesk();
  const [doing, setDoing] = useState(begin);
  const names = useStaffNames(records.map(({ by }) => by));
  const plan = records.find(({ id }) => id === household.plan?.record);
  const may = (kind: Doing["kind"]) => desk.campaign.status === "open" && whyNot(household, ACTION_OF[kind], desk) === undefined;
  const help: Help = { household, records, plan, names, open: setDoing, may, today: shanghaiDate(new Date()) };
  const form = (kind: Doing["kind"]) =>
    doing?.kind === kind && may(kind) && <HelpForm key={`${kind} ${doing.record ?? ""} ${String(doing.from?.content ?? "")}`} doing={doing} help={help} close={() => setDoing(undefined)} />;
  return (
    <>
      <Helper household={household} />
      {!doing && <Next help={help} />}
      <Card title={say(HELP_WORDS.plan)} aside={plan && <span class="soft">{say(dayOf(shanghaiDate(plan.at)))}</span>}>
        {form("plan") || (
          <>
            {plan ? <PlanRead form={formOf("plan", household.track)} content={plan.content} application={household.id} /> : <p class="soft">{say(HELP_WORDS.noPlan)}</p>}
            {may("plan") && <div class="buttons"><Button kind={plan ? "plain" : "primary"} onClick={() => setDoing({ kind: "plan" })}>{say(plan ? HELP_WORDS.changePlan : HELP_WORDS.makePlan)}</Button></div>}
          </>
        )}
      </Card>
      {plan && <Measures help={help} form={form("measure")} ending={(record) => doing?.record === record && form("done")} planned={unrecorded(plan.content, records)} />}
      <Visits help={help} form={form("visit")} />
      {plan && <Results help={help} form={form("result")} confirming={(record) => doing?.record === record && form("confirm")} />}
    </>
  );
}

function Next({ help: { household, records, today, open, may } }: { help: Help }) {
  const steps = nextSteps(household, records, today);
  if (steps.length === 0) return null;
  const go = { plan: () => open({ kind: "plan" }), visit: () => open({ kind: "visit" }), measure: undefined, confirm: undefined } as const;
  return (
    <Alert tone="info" title={say(HELP_WORDS.next)}>
      <ul class="nextSteps">
        {steps.map((step) => {
          const act = go[step.key];
          const isOpen = act !== undefined && may(step.key === "plan" ? "plan" : "visit");
          return (
            <li key={step.key}>
              <span class={step.late ? "late" : undefined}>{say(step)}</span>
              {isOpen && <Button kind="quiet" onClick={act}>{say(step.key === "plan" ? HELP_WORDS.begin : HELP_WORDS.addVisit)}</Button>}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

function Helper({ household }: { household: Household }) {
  const { office } = useDesk();
  const { helper, track } = household;
  const isHelper = office.role === "helper" || office.role === "supportUnit";
  const past = usePairingsOf(isHelper ? undefined : household);
  const before = past.state === "ready" ? past.value.rows.filter(({ until }) => until !== null).sort((a, b) => a.from.localeCompare(b.from)) : [];
  if (!helper) return null;
  return (
    <Card title={say(track === "village" ? HELP_WORDS.unit : HELP_WORDS.helper)}>
      <Facts
        rows={[
          [say(track === "village" ? HELP_WORDS.unit : HELP_WORDS.helper), <><strong>{helper.name}</strong> <span class="soft">{kindName(helper.kind)}</span></>],
          [say(HELP_WORDS.since), say(dayOf(helper.from))],
          ...(before.length > 0
            ? [[say(HELP_WORDS.before), <ul key="before" class="plainList">{before.map(({ id, name, from, until }) => <li key={id}>{name}<span class="soft">{say({ zh: `（${dayOf(from).zh} 至 ${until ? dayOf(until).zh : ""}）`, en: ` (${dayOf(from).en} to ${until ? dayOf(until).en : ""})` })}</span></li>)}</ul>] as const]
            : []),
        ]}
      />
      <ChangeHelper household={household} />
    </Card>
  );
}

/** The way to the pairing board, for whoever may choose the helper. */
function ChangeHelper({ household }: { household: Household }) {
  const desk = useDesk();
  const { id, village, track, helper } = household;
  if (whyNot(household, "assignHelper", desk) !== undefined) return null;
  const word = helper ? { zh: "更换", en: "Change" } : { zh: "结对帮扶", en: "Pair" };
  return <div class="buttons"><ButtonLink href={track === "village" ? `/staff/unit/${id}` : `/staff/pairing?village=${village}&household=${id}`}>{say(word)}</ButtonLink></div>;
}
