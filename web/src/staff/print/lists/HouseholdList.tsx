import { figure } from "../chinese.ts";
import { Sheet, SheetHead } from "../Sheet.tsx";

export type ListedHousehold = {
  id: string;
  village: string;
  group: string;
  householder: string;
  people: number | null;
  perCapitaNetIncome: number | null;
  cause: string;
  track: string;
  status: string;
};

export type HouseholdListProps = { title: string; /** Where and when it was taken from the register. */ head: readonly string[]; rows: readonly ListedHousehold[]; /** Lists of one village need no column for it. */ isOneVillage: boolean };

/** A plain list of households, such as all of one state or group. */
export function HouseholdList({ title, head, rows, isOneVillage }: HouseholdListProps) {
  const people = rows.reduce((sum, row) => sum + (row.people ?? 0), 0);
  const columns = COLUMNS.filter(({ key }) => key !== "village" || !isOneVillage);
  const whole = columns.reduce((sum, { width }) => sum + width, 5);
  return (
    <Sheet title={title}>
      <SheetHead parts={head} />
      <table class="listed">
        <colgroup><col style={{ width: `${500 / whole}%` }} />{columns.map(({ key, width }) => <col key={key} style={{ width: `${(width * 100) / whole}%` }} />)}</colgroup>
        <thead><tr><th scope="col">序号</th>{columns.map(({ key, head: name }) => <th key={key} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, at) => <tr key={row.id}><td>{at + 1}</td>{columns.map(({ key, cell }) => <td key={key}>{cell(row)}</td>)}</tr>)}
          {rows.length === 0 && <tr><td colSpan={columns.length + 1}>没有符合条件的户</td></tr>}
        </tbody>
        <tfoot><tr class="total"><th scope="row" colSpan={columns.length + 1}>合计：{rows.length} 户，{people} 人</th></tr></tfoot>
      </table>
    </Sheet>
  );
}

type ListColumn = { key: keyof ListedHousehold; head: string; width: number; cell: (row: ListedHousehold) => string };

const COLUMNS: readonly ListColumn[] = [
  { key: "village",      head: "村",         width: 9,  cell: ({ village }) => village },
  { key: "group",        head: "社",         width: 10, cell: ({ group }) => group },
  { key: "householder",  head: "户主姓名",   width: 16, cell: ({ householder }) => householder },
  { key: "people",       head: "人口",       width: 5,  cell: ({ people }) => (people === null ? "" : String(people)) },
  { key: "perCapitaNetIncome", head: "人均纯收入（元）", width: 9,  cell: ({ perCapitaNetIncome }) => (perCapitaNetIncome === null ? "" : figure(perCapitaNetIncome)) },
  { key: "cause",        head: "主要致贫原因", width: 16, cell: ({ cause }) => cause },
  { key: "track",        head: "名单",       width: 8,  cell: ({ track }) => track },
  { key: "status",       head: "办理环节",   width: 16, cell: ({ status }) => status },
];
