import "../villages/villages.css";
import { checkOf } from "@domain/checks/checks.ts";
import { stepOf } from "@domain/checks/questions.ts";
import { FINDING_STEPS } from "@domain/checks/steps.ts";
import { formOf } from "@domain/forms/received.ts";
import type { FindingRow } from "@domain/register.ts";
import { ROLES } from "@domain/roles.ts";
import { Alert, Button, Card } from "../../../shared/components.tsx";
import { inWords } from "../../../shared/form/inWords.ts";
import { say } from "../../../shared/language.tsx";
import { dateOf } from "../../../shared/time.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useStaffNames } from "../../data/names.ts";
import { useFindingsOf } from "../../data/service.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { Outcome } from "../../parts/Outcome.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { isAsked, Question } from "../trial/RecordFindings.tsx";
import { evidenceAt } from "./evidence.ts";
import { FINDINGS_WORDS as W } from "./words.ts";

type Props = { household: Household; survey: unknown };

/** What the checks ask about a household: each question with its evidence, whom it asks, what it stands before, its answer. */
export function HouseholdFindings({ household, survey }: Props) {
  const desk = useDesk();
  const live = useFindingsOf(household.questions.ranAt || household.registration ? household.id : undefined);
  const rows = (live.state === "ready" ? live.value?.rows : undefined) ?? [];
  const names = useStaffNames(rows.flatMap(({ answer }) => (answer ? [answer.by] : [])));
  const { post, progress, underWay } = usePosting();
  if (live.state === "failed") return <Alert tone="error">{say(live.problem)}</Alert>;
  if (rows.length === 0) return null;
  const isOpen = desk.campaign.status === "open";
  const can = (action: "answerFinding" | "runChecks") => isOpen && whyNot(household, action, desk) === undefined;
  const run = () => void post({ type: "runChecks", area: household.village, targets: [household.id], input: {}, seen: seenOf([household]) });
  const aside = can("runChecks") && <Button kind="quiet" busy={underWay} onClick={run}>{say(W.run)}</Button>;
  return (
    <Card title={say(W.ofHouse)} aside={aside}>
      <Outcome progress={progress} nameOf={() => householderOf(household)} />
      <ul class="findingRows">
        {rows.filter(({ settledAt }) => settledAt === null).map((row) => (
          <Question key={`${row.rule} ${row.zh}`} row={row} record={can("answerFinding") && isAsked(row, desk.office.role) ? household : undefined} name={householderOf(household)} who={row.answer ? names[row.answer.by] : undefined}>
            <About row={row} survey={survey} household={household} />
          </Question>
        ))}
      </ul>
      <Settled rows={rows.filter(({ settledAt }) => settledAt !== null)} />
    </Card>
  );
}

/** Whom a question asks, what it stands before, and the places of the record that it rests on. */
function About({ row, survey, household }: { row: FindingRow } & Props) {
  const { campaign } = useDesk();
  const asks = checkOf(row.rule)?.asks;
  const step = stepOf(campaign, row.rule);
  const evidence = household.registration || household.track === "village" ? [] : evidenceAt(formOf("survey", household.track), survey, row.paths);
  return (
    <>
      {evidence.length > 0 && <p class="soft">{say(W.evidence)}{say({ zh: "：", en: ": " })}{evidence.map(({ label, field, value }) => `${say(label)} ${inWords(field, value)}`).join(say({ zh: "；", en: "; " }))}</p>}
      {row.level !== "lead" && <p class="soft">
        {asks && <>{say(W.asks)}{say({ zh: "：", en: ": " })}{say(ROLES[asks])}　</>}
        {step && <>{say(W.before)}{say({ zh: "：", en: " " })}{say(FINDING_STEPS[step])}</>}
      </p>}
    </>
  );
}

/** What was asked before and is no longer found: it stays to be read. */
function Settled({ rows }: { rows: FindingRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{say(W.settled)} {rows.length}</summary>
      <ul class="findingRows">
        {rows.map((row) => (
          <li key={`${row.rule} ${String(row.settledAt)}`}>
            <p><span class="soft">{row.rule}</span> {say(row)}</p>
            <p class="soft">{say(W.done)} {row.settledAt && say(dateOf(row.settledAt))}{row.answer && ` · ${row.answer.text}`}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
