import { MISSING } from "@domain/sheets/readReceipt.ts";
import { Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import type { Household } from "../../data/applications.ts";
import { whyNot } from "../../parts/can.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { useDesk } from "../../session/session.ts";
import { addressOfForm } from "../villages/nextRoom.ts";
import type { DifferenceGroup } from "./sums.ts";
import { ENTRY_WORDS } from "./words.ts";

/** So many households open at once; the rest is a click away. */
const OPEN_AT_ONCE = 5;

type DifferencesProps = { groups: DifferenceGroup[]; rows: Household[]; unit: string };

/** Field by field, household by household: what the form says, and what that system took in. Numbers stay masked. */
export function Differences({ groups, rows, unit }: DifferencesProps) {
  if (groups.length === 0) return null;
  return (
    <>
      <h4>{say(ENTRY_WORDS.differences)}{say({ zh: `：${groups.length} ${unit}`, en: `: ${groups.length}` })}</h4>
      <p class="soft">{say(ENTRY_WORDS.differencesLead)}</p>
      {groups.map((group, at) => <OfHousehold key={group.application} group={group} row={rows.find(({ id }) => id === group.application)} isOpen={at < OPEN_AT_ONCE} />)}
    </>
  );
}

type OfHouseholdProps = { group: DifferenceGroup; row: Household | undefined; isOpen: boolean };

function OfHousehold({ group: { application, householder, differences }, row, isOpen }: OfHouseholdProps) {
  const desk = useDesk();
  const isMissing = differences.some(({ field }) => field === MISSING);
  const mayCorrect = row && whyNot(row, "completeForm", desk) === undefined;
  return (
    <details class="folded" open={isOpen}>
      <summary>{householder} <span class="soft">{isMissing ? say(ENTRY_WORDS.missing) : say({ zh: `${differences.length} 处`, en: `${differences.length}` })}</span></summary>
      {!isMissing && (
        <Table
          rows={differences}
          caption={`${householder} ${say(ENTRY_WORDS.differences)}`}
          quiet
          rowKey={(one) => `${one.field} ${one.ours} ${one.theirs}`}
          onPhone="stack"
          columns={[
            { key: "field", head: say(ENTRY_WORDS.field), names: true, cell: ({ field }) => field },
            { key: "ours", head: say(ENTRY_WORDS.ours), cell: ({ ours }) => ours || <span class="soft">{say(ENTRY_WORDS.empty)}</span> },
            { key: "theirs", head: say(ENTRY_WORDS.theirs), cell: ({ theirs }) => <span class="theirs">{theirs || say(ENTRY_WORDS.empty)}</span> },
          ]}
        />
      )}
      <p><Link href={mayCorrect ? addressOfForm(row) : addressOfHousehold(application)}>{mayCorrect ? say(ENTRY_WORDS.toForm) : householder}</Link></p>
    </details>
  );
}
