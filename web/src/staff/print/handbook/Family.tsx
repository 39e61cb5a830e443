import type { Field, Section, Values } from "@domain/forms/field.ts";
import { joinPrivate } from "@domain/forms/private.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { rowsOf } from "../../../shared/form/value.ts";
import { inChinese } from "../chinese.ts";
import { answer } from "../forms/answer.ts";
import { BookTable } from "./BookTable.tsx";
import type { HandbookData } from "./types.ts";

const wholeOf = ({ registration, numbers = {} }: HandbookData) => joinPrivate(REGISTRATION, registration, numbers) as FormValue;

const MEMBERS: Section | undefined = REGISTRATION.sections.find(({ key }) => key === "members");
const fieldOf = (key: string): Field | undefined => MEMBERS?.fields.find((field) => field.key === key);
const wordOf = (row: Values, key: string): string => {
  const field = fieldOf(key);
  return field ? inChinese(field, row[key]) : "";
};

/** 家庭情况: the facts of the household, with the householder's photo. */
export function FamilyPage({ book }: { book: HandbookData }) {
  const whole = wholeOf(book);
  const of = (path: string) => answer(REGISTRATION, whole, path);
  const head = MEMBERS ? rowsOf(whole, MEMBERS).find(({ relation }) => relation === "head") : undefined;
  const { county, town, village } = book.place;
  const area = (path: string) => (of(path) ? `${of(path)} 亩` : "");
  const rows: readonly (readonly [string, string, string, string])[] = [
    ["家庭人口", of("head.memberCount") && `${of("head.memberCount")} 人`, "联系电话", withOwner(of("head.phone"), of("head.phoneOwner"))],
    ["民族", head ? wordOf(head, "ethnicity") : "", "出生时间", head ? wordOf(head, "birthDate") : ""],
    ["识别标准", of("head.standard"), "贫困户属性", of("head.attribute")],
    ["主要致贫原因", of("cause.mainCause"), "其他致贫原因", of("cause.otherCauses")],
    ["耕地面积", area("land.farmland"), "林地面积", area("land.woodland")],
    ["牧草地面积", area("land.pasture"), "住房面积", of("living.houseArea") && `${of("living.houseArea")} 平方米`],
    ["危房级别", of("living.dangerGrade"), "脱贫时间", ""],
  ];
  return (
    <>
      <h2 class="bookTitle">家庭情况</h2>
      <table class="family">
        <colgroup>{[28, 48, 26, 50, 30].map((width, at) => <col key={at} style={{ width: `${width}mm` }} />)}</colgroup>
        <tbody>
          <tr><th scope="row">户主姓名</th><td colSpan={3} class="big">{of("head.householderName")}</td><td rowSpan={3} class="photo">{book.photo ? <img src={book.photo} alt="" /> : "照片"}</td></tr>
          <tr><th scope="row">性别</th><td>{head ? wordOf(head, "sex") : ""}</td><th scope="row">证件号码</th><td>{head ? wordOf(head, "idNo") : ""}</td></tr>
          <tr><th scope="row">贫困户编号</th><td colSpan={3}>{of("file.nationalHouseholdNo")}</td></tr>
          <tr><th scope="row">家庭住址</th><td colSpan={4} class="start">{county}{town}{of("head.address") || `${village}${of("head.groupName")}`}</td></tr>
          {rows.map(([one, first, two, second]) => <tr key={one}><th scope="row">{one}</th><td>{first}</td><th scope="row">{two}</th><td colSpan={2}>{second}</td></tr>)}
          <tr class="note"><th scope="row">致贫原因说明</th><td colSpan={4} class="lines">{of("cause.causeNote")}</td></tr>
        </tbody>
      </table>
    </>
  );
}

const withOwner = (phone: string, owner: string): string => (phone && owner && owner !== "本户" ? `${phone}（${owner}）` : phone);

/** Columns of 家庭成员, with their widths in mm. */
const COLUMNS = [
  { head: "姓名",       width: 22, key: "name" },
  { head: "与户主关系", width: 12, key: "relation" },
  { head: "性别",       width: 8,  key: "sex" },
  { head: "证件号码",   width: 36, key: "idNo" },
  { head: "文化程度",   width: 14, key: "education" },
  { head: "在校生状况", width: 14, key: "studentStatus" },
  { head: "健康状况",   width: 19, key: "health" },
  { head: "劳动能力",   width: 15, key: "laborAbility" },
  { head: "务工状况",   width: 15, key: "migrantWork" },
  { head: "新农合",     width: 9,  key: "inNewRuralCoopMedical" },
  { head: "养老保险",   width: 9,  key: "inResidentPension" },
  { head: "低保",       width: 9,  key: "" },
] as const;

/** 家庭成员: a row for each, with room for those who come. 低保 is told of the household, not of each person. */
export function MemberPages(book: HandbookData) {
  const whole = wholeOf(book);
  const members = MEMBERS ? rowsOf(whole, MEMBERS) : [];
  const isMinLiving = /低保/.test(answer(REGISTRATION, whole, "head.attribute"));
  const textOf = (row: Values, { key }: (typeof COLUMNS)[number]): string => {
    if (key === "") return isMinLiving ? "是" : "否";
    const text = wordOf(row, key);
    const disease = key === "health" ? wordOf(row, "diseaseType") : "";
    const months = key === "migrantWork" && text ? wordOf(row, "migrantMonths") : "";
    return `${text}${disease ? `（${disease}）` : ""}${months ? `（${months}个月）` : ""}`;
  };
  const rows = members.map((row) => COLUMNS.map((column) => textOf(row, column)));
  return BookTable({ title: "家庭成员", columns: COLUMNS, rows, blank: 14, least: 1, size: 8.5, most: 12 });
}
