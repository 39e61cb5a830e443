import type { Field, Values } from "@domain/forms/field.ts";
import { inChinese } from "../chinese.ts";
import { Label } from "./Label.tsx";
import type { Packed } from "./pack.ts";
import { LINE, pack, unitsOfCell } from "./pack.ts";

type RowsProps = {
  fields: readonly Field[];
  rows: readonly Values[];
  /** Empty rows are added up to this many, to be filled in by hand. */
  least?: number;
};

/** The day in a narrow cell. */
const short = (day: string) => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$1.$2.$3");

const textOf = (field: Field, value: unknown): string =>
  field.kind === "date" && typeof value === "string" ? short(value) : inChinese(field, value);

/**
 * A list as a table. A row with more fields than a line holds goes over several lines, and the head with it; a row is
 * never cut by the end of a page.
 */
export function Rows({ fields, rows, least = 0 }: RowsProps) {
  const lines = pack(fields.filter(({ kind }) => kind !== "photos").map((field) => ({ item: field, units: unitsOfCell(field) })), LINE - 1);
  const blank = Array.from({ length: Math.max(0, least - rows.length) }, (): Values => ({}));
  return (
    <table class="list">
      <colgroup>{Array.from({ length: LINE }, (_, at) => <col key={at} />)}</colgroup>
      <thead>
        {lines.map((line, at) => (
          <tr key={at}>
            {at === 0 && <th scope="col" rowSpan={lines.length}>序号</th>}
            {line.map(({ item, units }) => <th key={item.key} scope="col" colSpan={units}><Label field={item} /></th>)}
          </tr>
        ))}
      </thead>
      {[...rows, ...blank].map((values, at) => <Entry key={String(values.id ?? at)} no={at + 1} lines={lines} values={values} isBlank={at >= rows.length} />)}
    </table>
  );
}

type EntryProps = { no: number; lines: Packed<Field>[][]; values: Values; isBlank: boolean };

function Entry({ no, lines, values, isBlank }: EntryProps) {
  return (
    <tbody class="entry">
      {lines.map((line, at) => (
        <tr key={at} class={isBlank ? "blank" : undefined}>
          {at === 0 && <td rowSpan={lines.length}>{no}</td>}
          {line.map(({ item, units }) => <td key={item.key} colSpan={units} class={item.kind === "longText" ? "lines" : undefined}>{textOf(item, values[item.key])}</td>)}
        </tr>
      ))}
    </tbody>
  );
}
