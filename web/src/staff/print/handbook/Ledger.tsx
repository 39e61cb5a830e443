import { MEASURE, MEASURE_DONE } from "@domain/forms/measure.ts";
import { RESULT } from "@domain/forms/result.ts";
import { answer, asForm } from "../forms/answer.ts";
import { BookTable } from "./BookTable.tsx";
import type { HandbookData } from "./types.ts";

/** The official handbook has five pages of measures and four of results. */
const MEASURE_PAGES = 5;
const RESULT_PAGES = 4;
const ROW = 18;

const MEASURES = [
  { head: "项目内容", width: 22 }, { head: "帮扶单位", width: 36 }, { head: "帮扶内容及成本", width: 66, start: true }, { head: "时间", width: 26 }, { head: "户主签名", width: 24 },
] as const;

/** 帮扶措施: what was agreed and what it cost, and when it was done; signed by the householder on paper. */
export function MeasurePages({ help }: HandbookData) {
  const rows = help.measures.map(({ content, done }) => {
    const of = (path: string) => answer(MEASURE, asForm(content), path);
    const end = (path: string) => answer(MEASURE_DONE, asForm(done?.content), path);
    const quantity = of("measure.quantity") && `，${of("measure.quantity")} ${of("measure.unit")}`;
    const paid = end("done.amountPaid") && `；实际支出 ${end("done.amountPaid")} 元`;
    const signed = end("done.householderSigned") === "是" ? "已签名" : "";
    const times = [of("measure.plannedDate") && `计划${of("measure.plannedDate")}`, end("done.doneDate") && `完成${end("done.doneDate")}`].filter((text) => text !== "");
    return [of("measure.category"), of("measure.payers"), `${of("measure.content")}${quantity}；金额 ${of("measure.amount")} 元${paid}`, times.join("\n"), signed];
  });
  return BookTable({ title: "帮扶措施", columns: MEASURES, rows, blank: ROW, least: MEASURE_PAGES, size: 9, numbered: true });
}

const RESULTS = [
  { head: "时间", width: 28 }, { head: "项目类别", width: 24 }, { head: "成效内容", width: 74, start: true }, { head: "受益金额（元）", width: 22 }, { head: "户主签名", width: 26 },
] as const;

const CONFIRMED = { signature: "已签名", fingerprint: "已按手印", online: "网上确认" } as const;

/** 帮扶成效: the real benefit, confirmed by the householder. */
export function ResultPages({ help }: HandbookData) {
  const rows = help.results.map(({ content, confirmed }) => {
    const of = (path: string) => answer(RESULT, asForm(content), `result.${path}`);
    const signed = confirmed ? CONFIRMED[confirmed.how] : of("householderSigned") === "是" ? "已签名" : "";
    return [of("date"), of("category"), of("result"), of("amount"), signed];
  });
  return BookTable({ title: "帮扶成效", columns: RESULTS, rows, blank: ROW, least: RESULT_PAGES, size: 9, numbered: true });
}
