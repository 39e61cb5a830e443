import { numeral } from "../chinese.ts";
import { Sheet, SheetHead, Signs } from "../Sheet.tsx";
import type { Section } from "../../rooms/oversight/sections.ts";

export type OversightSheetProps = { town: string; village: string; year: number; day: string; sections: readonly Section[] };

/** The report of a village on paper: the same tables as on the screen, numbered, with places to sign. */
export function OversightSheet({ town, village, year, day, sections }: OversightSheetProps) {
  return (
    <Sheet paper="across" title={`${town}${village}建档立卡监督报告`}>
      <SheetHead parts={[`${year}年度`, `打印日期：${day}`]} />
      {sections.map((section, at) => <Part key={section.key} section={section} place={at + 1} />)}
      <p class="remark">带“※”的为需要说明的事项。本报告由系统按办理记录生成，办理记录不能修改、删除。</p>
      <Signs places={[["核对人签字"], ["监督人签字"], ["日期"]]} />
    </Sheet>
  );
}

/** Longer than a day and a time: such a column needs more of the paper. */
const LONG = 17;

/** Of the paper's width each column's part: a long one has twice that of a short one. */
function sharesOf({ heads, rows }: Section): number[] {
  const weights = heads.map((_head, at) => (rows.some(({ cells }) => (cells[at]?.zh.length ?? 0) > LONG) ? 2 : 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (100 * weight) / all);
}

function Part({ section, place }: { section: Section; place: number }) {
  const { title, none, heads, rows } = section;
  return (
    <>
      <h3 class="aspect">{numeral(place)}、{title.zh}</h3>
      {rows.length === 0 && <p class="remark">{none.zh}</p>}
      {rows.length > 0 && (
        <table>
          <colgroup>{sharesOf(section).map((share, at) => <col key={at} style={{ width: `${share}%` }} />)}</colgroup>
          <thead><tr>{heads.map(({ zh }) => <th key={zh} scope="col">{zh}</th>)}</tr></thead>
          <tbody>{rows.map(({ key, cells, bad }) => <tr key={key}>{cells.map(({ zh }, at) => <td key={at} class="lines">{at === 0 && bad ? `※ ${zh}` : zh}</td>)}</tr>)}</tbody>
        </table>
      )}
    </>
  );
}
