import { CAUSES } from "@domain/forms/codes2014.ts";
import { findCode } from "@domain/forms/codeList.ts";
import { MEETING_KINDS } from "@domain/meeting.ts";
import type { Column } from "../../shared/components.tsx";
import { Tag } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { Household } from "../data/applications.ts";
import { STAFF_WORDS } from "../words.ts";
import { HouseholdLink } from "./HouseholdLink.tsx";
import { Due, trackName } from "./status.tsx";

/** Columns that the lists of several rooms share. The line divides the incomes (campaign.ts). */
export function householdColumns(line: number) {
  return {
    name: { key: "name", head: say(STAFF_WORDS.householder), names: true, cell: (row) => <Name household={row} /> },
    people: { key: "people", head: say(WORDS.people), align: "end", cell: ({ facts }) => facts?.memberCount ?? "—" },
    income: {
      key: "income",
      head: say({ zh: "人均纯收入（元）", en: "Income per head (yuan)" }),
      align: "end",
      cell: ({ facts, track }) => <Income income={facts?.perCapitaNetIncome ?? null} isOdd={track === "identify" && (facts?.perCapitaNetIncome ?? 0) >= line} />,
    },
    cause: { key: "cause", head: say({ zh: "致贫原因", en: "Cause" }), cell: ({ facts }) => causeOf(facts?.mainCause) },
    votes: {
      key: "votes",
      head: say({ zh: "赞成/到会", en: "Yes of present" }),
      align: "end",
      cell: ({ appraisal }) => (appraisal ? `${appraisal.yes}/${appraisal.present}` : "—"),
    },
    due: { key: "due", head: say(STAFF_WORDS.due), cell: ({ dueAt }) => <Due at={dueAt} /> },
  } as const satisfies Record<string, Column<Household>>;
}

function Name({ household }: { household: Household }) {
  return (
    <span class="rowName">
      <HouseholdLink household={household} />
      <span class="soft">{[household.facts?.groupName, trackName(household)].filter(Boolean).join(" · ")}</span>
      <Marks household={household} />
    </span>
  );
}

function causeOf(key: string | null | undefined): string {
  const code = findCode(CAUSES, key);
  return code ? say(code) : "—";
}

function Income({ income, isOdd }: { income: number | null; isOdd: boolean }) {
  if (income === null) return <>—</>;
  return <span class={isOdd ? "late" : undefined} title={isOdd ? say({ zh: "达到或超过标准", en: "at or above the line" }) : undefined}>{income.toLocaleString("en")}</span>;
}

function Marks({ household: { returned, openObjections, meetings, leftOff } }: { household: Household }) {
  const again = meetings.findLast(({ kind }) => kind !== "regular");
  if (!returned && openObjections === 0 && !again && !leftOff) return null;
  return (
    <span class="tags">
      {again && <Tag tone="held">{say(MEETING_KINDS[again.kind])}</Tag>}
      {leftOff && <Tag tone="ended">{say(STAFF_WORDS.leftOff)}</Tag>}
      {returned && <Tag tone="held">{say(STAFF_WORDS.returned)}</Tag>}
      {openObjections > 0 && <Tag tone="held">{say(STAFF_WORDS.objection)}</Tag>}
    </span>
  );
}
