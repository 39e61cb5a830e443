import { Card, Table, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import type { Section, SectionRow } from "./sections.ts";

/** Longer than a day and a time: such a cell has lines of its own. In a table of many columns a shorter one has. */
const LONG = 17;
const MANY = { columns: 8, long: 8 };

/** One table of the report on the screen: households lead to their page, what is out of order stands out. */
export function SectionTable({ section: { title, none, heads, rows } }: { section: Section }) {
  const isMany = heads.length >= MANY.columns;
  const cell = (at: number) => ({ cells, household, bad }: SectionRow) => {
    const text = cells[at] ? say(cells[at]) : "";
    if (at === 0 && household) return <Link href={addressOfHousehold(household)}>{text}</Link>;
    if (bad && at === cells.length - 1) return <Tag tone="held">{text}</Tag>;
    return text.length > (isMany ? MANY.long : LONG) ? <span class={isMany ? "wraps tight" : "wraps"}>{text}</span> : text;
  };
  return (
    <Card title={say(title)} aside={<span class="soft">{rows.length}</span>}>
      {rows.length === 0 && <p class="soft">{say(none)}</p>}
      {rows.length > 0 && <Table rows={rows} caption={say(title)} quiet rowKey={({ key }) => key} onPhone="stack" columns={heads.map((head, at) => ({ key: `part${at}`, head: say(head), names: at === 0, cell: cell(at) }))} />}
    </Card>
  );
}
