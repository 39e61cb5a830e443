import { Sheet, SheetHead, Signs } from "../Sheet.tsx";
import "./handbook.css";

export type ReceiptLine = { id: string; no: string; version: number; householder: string; group: string };
export type ReceiptSheetProps = { county: string; town: string; village: string; day: string; lines: readonly ReceiptLine[]; part: { no: number; of: number; first: number } };

const WIDTHS = [7, 13, 22, 24, 7, 21, 13, 20, 13];

/** 回执: who received which handbook at the signing session; one copy stays with the household, one with the committee. */
export function ReceiptSheet({ county, town, village, day, lines, part: { no: part, of, first } }: ReceiptSheetProps) {
  const whole = WIDTHS.reduce((sum, width) => sum + width, 0);
  return (
    <Sheet paper="receipts" title={`${county}扶贫手册发放签收回执`}>
      <SheetHead parts={[`${town}　${village}`, `${of > 1 ? `第 ${part} 部分（共 ${of} 部分），` : ""}共 ${lines.length} 户，每户两份`, `印制日期：${day}`]} />
      <table class="signing">
        <colgroup>{WIDTHS.map((width, at) => <col key={at} style={{ width: `${(width * 100) / whole}%` }} />)}</colgroup>
        <thead>
          <tr><th scope="col" rowSpan={2}>序号</th><th scope="col" rowSpan={2}>社</th><th scope="col" rowSpan={2}>户主姓名</th><th scope="col" rowSpan={2}>手册编号</th><th scope="col" rowSpan={2}>版本</th><th scope="colgroup" colSpan={2}>农户存一份</th><th scope="colgroup" colSpan={2}>村委会存一份</th></tr>
          <tr><th scope="col">户主签字（按手印）</th><th scope="col">日期</th><th scope="col">经手人签字</th><th scope="col">日期</th></tr>
        </thead>
        <tbody>
          {lines.map(({ id, no, version, householder, group }, at) => (
            <tr key={id}><td>{first + at}</td><td>{group}</td><td>{householder}</td><td>{no}</td><td>{version}</td><td /><td /><td /><td /></tr>
          ))}
        </tbody>
      </table>
      <Signs places={[["发放人"], ["村民委员会（盖章）"], ["发放日期"]]} />
    </Sheet>
  );
}
