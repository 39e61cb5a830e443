import { figure } from "../chinese.ts";
import { Sheet, SheetHead, Signs } from "../Sheet.tsx";

export type SplitLine = {
  village: string;
  /** Registered rural people at the year's end. */
  population: number;
  /** Poor people at the end of the year before. */
  stock: number;
  exit: number;
  identify: number;
  /** Households approved by now, on each list; the sizes are of people alone. */
  exitHouseholds: number;
  households: number;
  note: string;
};

export type SplitSheetProps = { town: string; county: string; year: number; lines: readonly SplitLine[]; day: string | undefined };

const HEADS = (year: number) => ["序号", "村名", "农村户籍人口（人）", `${year - 1}年底贫困人口（人）`, `${year}年脱贫人口（人）`, "已审定脱贫（户）", `${year}年底贫困人口（人）`, "已审定贫困（户）", "贫困发生率（%）", "备注"];

/** Nobody approved yet is left empty, to be written in by hand. */
const counted = (households: number) => (households > 0 ? figure(households) : "");

/** Annex 2: the town's size over its villages (domain.md, section 6.2). */
export function SplitSheet({ town, county, year, lines, day }: SplitSheetProps) {
  const sum = (of: (line: SplitLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  const rate = (identify: number, population: number) => (population > 0 ? ((identify * 100) / population).toFixed(2) : "");
  return (
    <Sheet paper="across" title={<>{town}{year}年贫困人口规模分解表<small>（附件2）</small></>}>
      <SheetHead parts={[`填报单位：${county}${town}人民政府`, "单位：人、%"]} />
      <table class="plain">
        <colgroup>{[5, 11, 10, 11, 10, 9, 11, 9, 9, 15].map((width, at) => <col key={at} style={{ width: `${width}%` }} />)}</colgroup>
        <thead><tr>{HEADS(year).map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          <tr class="total"><th scope="row" colSpan={2}>合计</th><td>{figure(sum(({ population }) => population))}</td><td>{figure(sum(({ stock }) => stock))}</td><td>{figure(sum(({ exit }) => exit))}</td><td>{counted(sum(({ exitHouseholds }) => exitHouseholds))}</td><td>{figure(sum(({ identify }) => identify))}</td><td>{counted(sum(({ households }) => households))}</td><td>{rate(sum(({ identify }) => identify), sum(({ population }) => population))}</td><td /></tr>
          {lines.map(({ village, population, stock, exit, identify, exitHouseholds, households, note }, at) => (
            <tr key={village}><td>{at + 1}</td><th scope="row">{village}</th><td>{figure(population)}</td><td>{figure(stock)}</td><td>{figure(exit)}</td><td>{counted(exitHouseholds)}</td><td>{figure(identify)}</td><td>{counted(households)}</td><td>{rate(identify, population)}</td><td class="start">{note}</td></tr>
          ))}
        </tbody>
      </table>
      <Signs places={[["负责人（签字）"], ["制表人"], ["制表日期", day]]} />
    </Sheet>
  );
}
