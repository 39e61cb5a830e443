import type { Outcome } from "@domain/action.ts";
import type { Meeting } from "@domain/actionInputs.ts";
import { ButtonLink, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { STAFF_WORDS } from "../../words.ts";
import { CONFIRM_WORDS } from "../confirm/words.ts";
import { VerdictTag } from "./VoteTable.tsx";
import { MEETING_WORDS } from "./words.ts";

type ResultsProps = { outcome: Outcome; meeting: Meeting; names: Record<string, string> };

/** What the meeting decided, household by household, as it was recorded. */
export function Results({ outcome, meeting, names }: ResultsProps) {
  const rows = Object.entries(outcome.targets).flatMap(([id, one]) => (one.applied ? [{ id, nominated: one.to === "nominated", vote: meeting.votes[id] }] : []));
  const passed = rows.filter(({ nominated }) => nominated).length;
  const title = say({ zh: `评议结果已登记：通过 ${passed} 户，未通过 ${rows.length - passed} 户。请村两委（记录人以外的人）、包村干部、镇扶贫专干中的两方在“确认评议记录”中确认。`, en: `Recorded: ${passed} nominated, ${rows.length - passed} not. Two of these now confirm it: somebody else of the committee, the village cadre, the poverty officer.` });
  return (
    <>
      <p>{title}</p>
      <div class="buttons"><ButtonLink href="/staff/confirm">{say(CONFIRM_WORDS.title)}</ButtonLink></div>
      <Table
        rows={rows}
        caption={title}
        quiet
        rowKey={({ id }) => id}
        columns={[
          { key: "name", head: say(STAFF_WORDS.householder), names: true, cell: ({ id }) => names[id] ?? id },
          { key: "yes", head: say(MEETING_WORDS.yes), align: "end", cell: ({ vote }) => vote?.yes ?? "" },
          { key: "no", head: say(MEETING_WORDS.no), align: "end", cell: ({ vote }) => vote?.no ?? "" },
          { key: "abstain", head: say(MEETING_WORDS.abstain), align: "end", cell: ({ vote }) => vote?.abstain ?? "" },
          { key: "verdict", head: say(MEETING_WORDS.verdict), cell: ({ nominated }) => <VerdictTag verdict={nominated ? "nominated" : "notNominated"} /> },
        ]}
      />
    </>
  );
}
