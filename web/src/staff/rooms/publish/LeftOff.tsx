import { Alert, Card, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { householdColumns } from "../../parts/columns.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { PUBLISH_WORDS } from "./words.ts";

type LeftOffProps = {
  /** Households that wait for this list and are not ticked. */
  rows: Household[];
  reasonOf: (row: Household) => string;
  setReason: (id: string, reason: string) => void;
};

export const isReason = (text: string): boolean => text.trim().length >= 2;

/** Why each household that might be on the list is not: asked before the list is published, and kept. */
export function LeftOff({ rows, reasonOf, setReason }: LeftOffProps) {
  const { campaign } = useDesk();
  const columns = householdColumns(campaign.line);
  if (rows.length === 0) return null;
  const lacking = rows.filter((row) => !isReason(reasonOf(row))).length;
  return (
    <Card title={say(PUBLISH_WORDS.leftOff)} aside={<span class="soft">{say(householdsOf(rows.length))}</span>}>
      <p class="soft">{say(PUBLISH_WORDS.leftOffLead)}</p>
      {lacking > 0 && <Alert tone="warning">{say({ zh: `还有 ${lacking} 户没有写明理由，写完才能发布。`, en: `${lacking} household(s) still lack a reason; the list is published once each has one.` })}</Alert>}
      <Table
        rows={rows}
        caption={say(PUBLISH_WORDS.leftOff)}
        quiet
        rowKey={({ id }) => id}
        onPhone="stack"
        columns={[
          columns.name,
          {
            key: "reason",
            head: say(PUBLISH_WORDS.reason),
            cell: (row) => (
              <input
                class="input"
                maxLength={1000}
                aria-label={`${householderOf(row)} ${say(PUBLISH_WORDS.reason)}`}
                aria-invalid={!isReason(reasonOf(row))}
                value={reasonOf(row)}
                onInput={(event) => setReason(row.id, event.currentTarget.value)}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}
