import type { Field, Form, Section, Values } from "../forms/field.ts";
import { REGISTRATION } from "../forms/registration.ts";
import { head } from "../forms/surveyHousehold.ts";
import { members } from "../forms/surveyMembers.ts";
import { isValues } from "../forms/tidy.ts";
import type { Cell } from "./cells.ts";
import { bare, writeField } from "./cells.ts";

/** Names of the areas around a household, widest first. */
export type Place = { province: string; prefecture: string; county: string; town: string; village: string };

/** A household as a sheet tells it: `form` is nested by section, as the survey's and the registration form are. */
export type SheetHousehold = { no: string; year: number; place: Place; form: Values };
type About = { household: SheetHousehold; member: Values; at: number };

/** Whose fact a column holds: facts of a household are repeated on the row of each of its members. */
export type Scope = "place" | "household" | "member";

/** One column of the national system's sheet of persons: how it is called, and what stands in it. */
export type Column = {
  header: string;
  aliases: readonly string[];
  scope: Scope;
  /** Section and field, such as `members.idNo`; a name of its own where no form holds it, such as `place.village`. */
  source: string;
  field?: Field;
  /** Nothing in a form stands behind it: written empty, and not read. */
  blank?: true;
  of: (about: About) => Cell;
};

type Own = Omit<Column, "aliases"> & { aliases?: readonly string[] };
const own = (column: Own): Column => ({ aliases: [], ...column });

const place = (key: keyof Place, header: string, ...aliases: string[]): Column =>
  own({ header, aliases, scope: "place", source: `place.${key}`, of: ({ household }) => household.place[key] });

/** A column of the national layout that the forms of 2014 do not ask. */
const later = (header: string): Column => own({ header, scope: "member", source: "later", blank: true, of: () => null });

/** The rows of the members, whatever else a form holds. */
export function membersOf({ members: rows }: Values): Values[] {
  return Array.isArray(rows) ? rows.filter(isValues) : [];
}
export const sectionOf = (form: Values, key: string): Values => {
  const held = form[key];
  return isValues(held) ? held : {};
};
const headOf = (form: Values) => membersOf(form).find(({ relation }) => relation === "head") ?? {};

/** The column of one field of a form; `header` where the national system calls it otherwise. */
function of<S extends Section>(section: S, key: string, header?: string, ...aliases: string[]): Column {
  const field = section.fields.find((one) => one.key === key);
  if (!field) throw new Error(`no field ${section.key}.${key}`);
  const unit = field.unit?.zh ? `（${field.unit.zh}）` : "";
  const printed = `${header ?? field.zh}${/[（(]/.test(header ?? "") ? "" : unit}`;
  const value = section.rows ? ({ member }: About) => member[key] : ({ household }: About) => sectionOf(household.form, section.key)[key];
  return {
    header: printed, aliases: [...(header ? [field.zh] : []), ...aliases], scope: section.rows ? "member" : "household",
    source: `${section.key}.${key}`, field, of: (about) => writeField(value(about), field),
  };
}

/** The national system's own columns, in its order (domain.md, section 9.4). */
const NATIONAL: readonly Column[] = [
  place("province", "省", "省份", "省（自治区、直辖市）"),
  place("prefecture", "市", "市州", "市（州）"),
  place("county", "县", "县区", "县（市、区）"),
  place("town", "乡", "镇", "乡镇", "乡（镇）"),
  place("village", "村", "行政村", "所在村"),
  own({ header: "户编号", aliases: ["户编码", "贫困户编号"], scope: "household", source: "no", of: ({ household }) => household.no }),
  own({
    header: "人口编号", aliases: ["贫困人口编号", "人编号"], scope: "member", source: "personNo",
    of: ({ household, at }) => `${household.no}${String(at + 1).padStart(2, "0")}`,
  }),
  of(members, "name", "姓名"),
  of(members, "sex", "性别"),
  of(members, "birthDate", "出生日期", "出生年月"),
  of(members, "idType", "证件类型"),
  of(members, "idNo", "证件号码", "身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "身份证", "证件号"),
  of(members, "ethnicity", "民族"),
  of(head, "phone", "户联系电话", "联系电话", "电话", "手机号码"),
  later("成员联系电话"),
  own({ header: "年度", aliases: ["年份"], scope: "household", source: "year", of: ({ household }) => household.year }),
  of(members, "relation", "与户主关系", "和户主关系", "关系"),
  of(members, "education", "文化程度"),
  of(members, "studentStatus", "在校生状况"),
  of(members, "laborAbility", "劳动技能"),
  of(members, "migrantMonths", "务工时间（月）", "务工月数"),
  of(members, "health", "健康状况"),
  later("政治面貌"),
  of(head, "householderName", "户主姓名", "户主"),
  own({
    header: "户主证件号码", aliases: ["户主身份证号", "户主身份证号码"], scope: "household", source: "headIdNo",
    field: fieldOf(members, "idNo"), of: ({ household }) => writeField(headOf(household.form)["idNo"], fieldOf(members, "idNo")),
  }),
  of(head, "standard", "识别标准"),
];

function fieldOf(section: Section, key: string): Field {
  const field = section.fields.find((one) => one.key === key);
  if (!field) throw new Error(`no field ${section.key}.${key}`);
  return field;
}

/**
 * What a sheet tells of a household: the registration form (annex 4) without who filled it in, and without lists other
 * than that of its members, which have no place on the row of a person.
 */
const isOnSheet = ({ key, rows }: Section) => key !== "foot" && (!rows || key === "members");
export const ON_SHEET: Form = { ...REGISTRATION, sections: REGISTRATION.sections.filter(isOnSheet), rules: [] };

/** Headers that would else be another column's. */
const HEADERS: Readonly<Record<string, string>> = { "file.nationalHouseholdNo": "全国系统户编号" };
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "head.groupName": ["村民小组", "社", "组"],
  "head.attribute": ["户属性"],
  "head.memberCount": ["家庭人口", "人口数"],
  "members.migrantWork": ["上年度务工状况", "务工情况"],
  "members.inNewRuralCoopMedical": ["是否参加新型农村合作医疗"],
  "members.inResidentPension": ["是否参加城乡居民基本养老保险"],
  "income.business": ["家庭经营性收入"],
  "income.grossIncome": ["年收入"],
};

const known = new Set(NATIONAL.map(({ source }) => source));
/** What a clerk who types the household in needs beside them: every other field, with its unit. */
const OTHERS: readonly Column[] = ON_SHEET.sections.flatMap((section) =>
  section.fields
    .filter(({ key, kind }) => kind !== "photos" && !known.has(`${section.key}.${key}`))
    .map(({ key }) => {
      const source = `${section.key}.${key}`;
      return { ...of(section, key, HEADERS[source]), aliases: NAMES[source] ?? [] };
    }),
);

/** Every column of the sheet, in order. */
export const COLUMNS: readonly Column[] = [...NATIONAL, ...OTHERS];

const byName = new Map<string, Column>();
for (const column of COLUMNS) for (const name of [column.header, ...column.aliases]) if (!byName.has(bare(name))) byName.set(bare(name), column);

/** The column that a header names, by its own name or by one that other sheets use. */
export const findColumn = (header: string): Column | undefined => byName.get(bare(header));

/** The column of a source such as `members.idNo`. @throws when there is none. */
export function columnOf(source: string): Column {
  const found = COLUMNS.find((column) => column.source === source);
  if (!found) throw new Error(`no column ${source}`);
  return found;
}
