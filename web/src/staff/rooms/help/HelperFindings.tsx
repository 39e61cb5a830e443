import { Alert, Card } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useStaffNames } from "../../data/names.ts";
import { useFindingsOf } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { householderOf } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { isAsked, Question } from "../trial/RecordFindings.tsx";
import { HELP_WORDS } from "./words.ts";

/** What the checks ask about a household, for its own helper to answer; nothing as long as nothing is asked. */
export function HelperFindings({ household }: { household: Household }) {
  const desk = useDesk();
  const live = useFindingsOf(household.registration ? household.id : undefined);
  const found = live.state === "ready" ? live.value : null;
  const rows = (found?.rows ?? []).filter(({ settledAt }) => settledAt === null);
  const names = useStaffNames(rows.flatMap(({ answer }) => (answer ? [answer.by] : [])));
  if (live.state === "failed") return <Alert tone="error">{say(live.problem)}</Alert>;
  if (rows.length === 0) return null;
  const may = desk.campaign.status === "open" && whyNot(household, "answerFinding", desk) === undefined;
  return (
    <Card title={say(HELP_WORDS.findings)}>
      <p class="soft">{say(HELP_WORDS.findingsLead)}</p>
      <ul class="findingRows">
        {rows.map((row) => <Question key={`${row.rule} ${row.paths.join()}`} row={row} record={may && isAsked(row, desk.office.role) ? household : undefined} name={householderOf(household)} who={row.answer ? names[row.answer.by] : undefined} />)}
      </ul>
    </Card>
  );
}
