import type { CampaignVillage } from "@domain/campaign.ts";
import { figure } from "../chinese.ts";
import { Sheet, SheetHead, Signs } from "../Sheet.tsx";

export type MarkedVillage = Pick<CampaignVillage, "name" | "rate" | "perCapita" | "collectiveIncomeWan" | "advance"> & {
  rank: number;
  /** Null while the villages have not been marked yet. */
  poor: boolean | null;
  reason: string;
};

export type VillageSplitSheetProps = { town: string; county: string; year: number; lines: readonly MarkedVillage[]; day: string | undefined };

const ADVANCES = { notStarted: "未实施", underWay: "正在实施", done: "已实施" } as const satisfies Record<NonNullable<CampaignVillage["advance"]>, string>;
const HEADS = ["序号", "村名", "贫困发生率（%）", "人均纯收入（元）", "集体经济收入（万元）", "整村推进情况", "是否分解", "排序", "理由"];
const known = (value: number | undefined) => (value === undefined ? "" : figure(value));

/** Annex 8: which villages are marked as poor, and why (domain.md, section 6.4). */
export function VillageSplitSheet({ town, county, year, lines, day }: VillageSplitSheetProps) {
  const poor = lines.filter((line) => line.poor).length;
  return (
    <Sheet paper="across" title={<>{town}{year}年贫困村分解表<small>（附件8）</small></>}>
      <SheetHead parts={[`填报单位：${county}${town}人民政府`, `行政村 ${lines.length} 个，其中贫困村 ${poor} 个`]} />
      <table class="marked">
        <colgroup>{[5, 10, 9, 9, 10, 9, 8, 6, 34].map((width, at) => <col key={at} style={{ width: `${width}%` }} />)}</colgroup>
        <thead><tr>{HEADS.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.name}>
              <td>{at + 1}</td><th scope="row">{line.name}</th><td>{(line.rate * 100).toFixed(2)}</td><td>{known(line.perCapita)}</td><td>{known(line.collectiveIncomeWan)}</td>
              <td>{line.advance ? ADVANCES[line.advance] : ""}</td><td>{line.poor === null ? "" : line.poor ? "是" : "否"}</td><td>{line.rank}</td><td class="start">{line.reason}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr class="total"><th scope="row" colSpan={2}>合计</th><td colSpan={4} /><td>{poor}</td><td colSpan={2} /></tr></tfoot>
      </table>
      <Signs places={[["负责人（签字）"], ["制表人"], ["制表日期", day]]} />
    </Sheet>
  );
}
