import { CAUSES } from "@domain/forms/codes2014.ts";
import { findCode } from "@domain/forms/codeList.ts";
import type { HelpSum } from "@domain/register.ts";
import { Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { added, KEYS, noteOf } from "./sums.ts";
import { MONEY_WORDS } from "./words.ts";

/** `households` is undefined where nobody has counted them; `toThem` is what of the money paid is theirs. */
export type MoneyRow = { key: string; name: string; households: number | undefined; sum: HelpSum; toThem?: number };

/** A cause of poverty by its name; the village's own projects and what has no cause by theirs. */
export function causeName(cause: string): string {
  if (cause === "village") return say(MONEY_WORDS.ofVillage);
  const code = findCode(CAUSES, cause);
  return code ? say(code) : say(MONEY_WORDS.unknown);
}

type MoneyTableProps = { title: string; head: string; rows: readonly MoneyRow[]; chosen?: string; choose?: (key: string) => void };

const figure = (value: number): string => Math.round(value).toLocaleString("en");

/** Money planned and paid, the measures behind it, and what came of it, with what wants a second look. */
export function MoneyTable({ title, head, rows, chosen, choose }: MoneyTableProps) {
  const counts = rows.flatMap(({ households }) => (households === undefined ? [] : [households]));
  const isCounted = counts.length > 0;
  const add = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0);
  const total: MoneyRow = { key: "total", name: say(WORDS.total), households: isCounted ? add(counts) : undefined, sum: added(rows.map(({ sum }) => sum)), toThem: add(rows.map(({ toThem = 0 }) => toThem)) };
  const most = Math.max(...rows.map(({ sum }) => Math.max(sum.planned, sum.paid)), 1);
  return (
    <div class="tableFrame" role="region" aria-label={title} tabIndex={0}>
      <table class="table stack">
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {isCounted && <th scope="col" class="figure">{say(MONEY_WORDS.households)}</th>}
            {KEYS.map((key) => <th key={key} scope="col" class="figure">{say(MONEY_WORDS[key])}</th>)}
            {isCounted && <th scope="col" class="figure">{say(MONEY_WORDS.perHousehold)}</th>}
            <th scope="col">{say(MONEY_WORDS.notes)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} class={row.key === chosen ? "chosen" : undefined}>
              <th scope="row">
                {choose ? <button type="button" class="linkButton villageName" aria-pressed={row.key === chosen} onClick={() => choose(row.key)}>{row.name}</button> : row.name}
              </th>
              <Cells row={row} isCounted={isCounted} most={most} />
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{total.name}</th><Cells row={total} isCounted={isCounted} /></tr></tfoot>
      </table>
    </div>
  );
}

function Cells({ row: { households, sum, toThem = 0 }, isCounted, most }: { row: MoneyRow; isCounted: boolean; most?: number }) {
  const note = most === undefined ? undefined : noteOf(sum, households);
  return (
    <>
      {isCounted && <td class="figure" data-label={say(MONEY_WORDS.households)}>{households ?? "—"}</td>}
      {KEYS.map((key) => (
        <td key={key} class={sum[key] === 0 ? "figure none" : "figure"} data-label={say(MONEY_WORDS[key])}>
          {figure(sum[key])}
          {most !== undefined && (key === "planned" || key === "paid") && sum.planned + sum.paid > 0 && <span class="bar" aria-hidden="true"><span style={{ width: `${(100 * sum[key]) / most}%` }} /></span>}
        </td>
      ))}
      {isCounted && <td class={toThem === 0 ? "figure none" : "figure"} data-label={say(MONEY_WORDS.perHousehold)}>{households ? figure(toThem / households) : "—"}</td>}
      <td class="note">{note && <Tag tone="held">{say(MONEY_WORDS[note])}</Tag>}</td>
    </>
  );
}
