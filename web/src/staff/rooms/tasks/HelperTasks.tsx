import "../../service.css";
import { shanghaiDate } from "@domain/notice/period.ts";
import { useMemo } from "preact/hooks";
import { ButtonLink, Card, EmptyState } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { householdsOf, peopleOf } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { useHelp, useHelped } from "../../data/help.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTags } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { nextSteps } from "../help/next.ts";
import { HELP_WORDS } from "../help/words.ts";
import { TASK_WORDS } from "./words.ts";

/** A helper's own desk: the households paired with now, and nothing else; what each needs next. */
export function HelperTasks() {
  const { uid, office, campaign } = useDesk();
  const live = useHelped({ campaign: campaign.id, area: office.area, uid });
  return <Reading live={live}>{({ rows }) => <Households rows={rows} />}</Reading>;
}

const byPlan = (a: Household, b: Household): number => Number(a.plan !== null) - Number(b.plan !== null) || byUrgency(a, b);

function Households({ rows }: { rows: Household[] }) {
  const { office } = useDesk();
  const sorted = useMemo(() => [...rows].sort(byPlan), [rows]);
  const people = rows.reduce((sum, { facts }) => sum + (facts?.memberCount ?? 0), 0);
  if (rows.length === 0) return <EmptyState title={say(TASK_WORDS.nobodyYet)}><p>{say(TASK_WORDS.nobodyYetLead)}</p></EmptyState>;
  const many = office.role === "supportUnit" ? { zh: `${rows.length} 个村`, en: `${rows.length} village(s)` } : { zh: `${householdsOf(rows.length).zh}，${peopleOf(people).zh}`, en: `${householdsOf(rows.length).en}, ${peopleOf(people).en}` };
  return (
    <>
      <p class="soft">{say(TASK_WORDS.mine)}{say({ zh: "：", en: ": " })}{say(many)}</p>
      <div class="taskGrid">{sorted.map((row) => <Helped key={row.id} household={row} />)}</div>
    </>
  );
}

const DO = { plan: "?do=plan", visit: "?do=visit", measure: "", confirm: "" } as const;

function Helped({ household }: { household: Household }) {
  const { campaign } = useDesk();
  const live = useHelp(household);
  const address = `/staff/help/${household.id}`;
  const { facts, track, village } = household;
  const about = track === "village" ? [villageName(campaign, village)] : [villageName(campaign, village), facts?.groupName, facts && say(peopleOf(facts.memberCount))];
  const today = shanghaiDate(new Date());
  return (
    <Card title={<Link href={address}>{householderOf(household)}</Link>} aside={<StatusTags application={household} />}>
      <p class="soft">{about.filter(Boolean).join(" · ")}</p>
      <Reading live={live}>
        {({ rows }) => {
          const steps = nextSteps(household, rows, today);
          const count = (kind: string) => rows.filter((one) => one.kind === kind).length;
          return (
            <>
              {steps.length === 0 && <p class="soft">{say(HELP_WORDS.nothingNext)}</p>}
              <ul class="nextSteps">
                {steps.map((step) => <li key={step.key}><Link href={`${address}${DO[step.key]}`} class={step.late ? "late" : undefined}>{say(step)}</Link></li>)}
              </ul>
              <p class="soft">{say({ zh: `措施 ${count("measure")}，走访 ${count("visit")}，成效 ${count("result")}`, en: `${count("measure")} measure(s), ${count("visit")} visit(s), ${count("result")} result(s)` })}</p>
            </>
          );
        }}
      </Reading>
      <div class="buttons"><ButtonLink href={address}>{say({ zh: "打开帮扶记录", en: "Open the help records" })}<span class="unseen"> {householderOf(household)}</span></ButtonLink></div>
    </Card>
  );
}
