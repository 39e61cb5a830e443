import { findCode } from "@domain/forms/codeList.ts";
import type { Values } from "@domain/forms/field.ts";
import { PLAN_TARGETS } from "@domain/forms/helpCodes2014.ts";
import { HELPER } from "@domain/forms/helper.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { rowsOf } from "../../../shared/form/value.ts";
import { dayInChinese, inChinese } from "../chinese.ts";
import { answer, asForm } from "../forms/answer.ts";
import { BookTable } from "./BookTable.tsx";
import { linesOf } from "./paging.ts";
import type { HandbookData } from "./types.ts";

const HELPERS = [
  { head: "姓名", width: 24 }, { head: "身份", width: 20 }, { head: "单位名称", width: 40 }, { head: "隶属关系", width: 15 },
  { head: "职务", width: 21 }, { head: "联系电话", width: 26 }, { head: "帮扶起止时间", width: 28 },
] as const;

/** 帮扶责任人: a change is written on the next line with its own start. */
export function HelperPages({ help }: HandbookData) {
  const rows = help.helpers.map(({ helper, from, until }) => {
    const of = (path: string) => answer(HELPER, asForm(helper), path);
    const period = `${from ? dayInChinese(from) : ""}起${until ? `，至${dayInChinese(until)}` : ""}`;
    return [of("helper.name"), of("helper.kind"), of("org.orgName"), of("org.orgLevel"), of("org.title"), of("helper.phone"), period];
  });
  return BookTable({ title: "帮扶责任人", columns: HELPERS, rows, blank: 20, least: 1, size: 9, most: 8, numbered: true, note: "更换帮扶责任人的，接着往下填，写明开始时间。" });
}

/** What a page of the plan holds, mm. */
const ROOM = 236;
const LINE = 6;

const wordsOf = (section: string, row: Values, key: string): string => {
  const field = HOUSEHOLD_PLAN.sections.find((one) => one.key === section)?.fields.find((one) => one.key === key);
  return field ? inChinese(field, row[key]) : "";
};

/** 帮扶计划: in words, by years, and the needs; the needs go over to a page of their own when they must. */
export function PlanPages({ help }: HandbookData) {
  const value = asForm(help.plan);
  const rowsIn = (key: string) => HOUSEHOLD_PLAN.sections.flatMap((section) => (section.key === key ? rowsOf(value, section) : []));
  const text = answer(HOUSEHOLD_PLAN, value, "summary.text");
  const needs = rowsIn("needs");
  const used = Math.max(60, linesOf(text, 150, 10.5) * LINE + 4) + 12 + 12 + 7 * 12;
  const needed = 14 + Math.max(3, needs.length) * 14 + needs.reduce((sum, row) => sum + linesOf(wordsOf("needs", row, "need"), 50, 9) * 4.3, 0) * 1.2;
  const needTable = <Needs rows={needs} />;
  const first = (
    <>
      <h2 class="bookTitle">帮扶计划</h2>
      <table class="plan">
        <colgroup><col style={{ width: "30mm" }} /><col /></colgroup>
        <tbody>
          <tr><th scope="row">计划脱贫年度</th><td class="start">{answer(HOUSEHOLD_PLAN, value, "summary.exitYear")}</td></tr>
          <tr class="planText"><th scope="row">帮扶计划</th><td class="lines">{text}</td></tr>
        </tbody>
      </table>
      <Targets rows={rowsIn("targets")} />
      {used + needed <= ROOM && needTable}
    </>
  );
  return used + needed <= ROOM ? [first] : [first, <><h2 class="bookTitle">帮扶计划<small>（续）</small></h2>{needTable}</>];
}

/** The years to plan for when the plan names none. */
const YEARS = [2014, 2015, 2016];

/** Each target by year: planned, and reached at the year's end. */
function Targets({ rows }: { rows: readonly Values[] }) {
  const named = [...new Set(rows.flatMap(({ year }) => (typeof year === "number" ? [year] : [])))].sort();
  const years = named.length > 0 ? named : YEARS;
  const at = (target: string, year: number) => rows.find((row) => row.target === target && row.year === year);
  return (
    <table class="targets">
      <colgroup><col style={{ width: "46mm" }} /><col style={{ width: "12mm" }} />{years.map((year) => [<col key={year} />, <col key={`${year} done`} />])}</colgroup>
      <thead>
        <tr><th scope="col" rowSpan={2}>分年度目标</th><th scope="col" rowSpan={2}>现状</th>{years.map((year) => <th key={year} scope="colgroup" colSpan={2}>{year}年</th>)}</tr>
        <tr>{years.map((year) => [<th key={`${year} plan`} scope="col">计划</th>, <th key={`${year} done`} scope="col">完成</th>])}</tr>
      </thead>
      <tbody>
        {PLAN_TARGETS.map(({ key }) => (
          <tr key={key}>
            <th scope="row">{findCode(PLAN_TARGETS, key)?.zh}</th>
            <td>{yesNo(rows.find((row) => row.target === key)?.present)}</td>
            {years.map((year) => [<td key={`${year} plan`}>{yesNo(at(key, year)?.planned)}</td>, <td key={`${year} done`}>{yesNo(at(key, year)?.done)}</td>])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const yesNo = (value: unknown): string => (value === true ? "是" : value === false ? "否" : "");

const LEAST_NEEDS = 3;

function Needs({ rows }: { rows: readonly Values[] }) {
  const blank: Values[] = Array.from({ length: Math.max(0, LEAST_NEEDS - rows.length) }, () => ({}));
  return (
    <table class="needs">
      <colgroup><col style={{ width: "26mm" }} /><col style={{ width: "52mm" }} /><col style={{ width: "52mm" }} /><col /></colgroup>
      <thead><tr>{["帮扶需求", "具体需求", "现状", "困难"].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {[...rows, ...blank].map((row, at) => (
          <tr key={at}>{["category", "need", "presentState", "difficulty"].map((key) => <td key={key} class={key === "category" ? undefined : "lines"}>{wordsOf("needs", row, key)}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}
