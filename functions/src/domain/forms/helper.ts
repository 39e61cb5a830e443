import type { ValueOf } from "./field.ts";
import { form, rowsOf, schemaOf, section } from "./field.ts";
import { choice, contactPhone, date, optional, personName, text, yesNo } from "./fieldKinds.ts";
import { SEXES } from "./codes2014.ts";
import { HELPER_EDUCATIONS, HELPER_KINDS, POLITICS } from "./helpCodes2014.ts";
import { ORG_LEVELS } from "./livingCodes2014.ts";

/*
 * Who helps (domain.md, sections 2.7 and 3.6). A helper's phone is an office's contact that stands in every handbook,
 * so it is in the open; identity numbers of helpers are not kept at all.
 */

const HELPER_SECTIONS = [
  section({ key: "helper", zh: "帮扶责任人", en: "The helper", source: "2.7" }, {
    name: personName({ zh: "姓名", en: "Name", national: "AAB002", source: "[G2][G3]" }),
    kind: choice({
      zh: "身份", en: "Who they are",
      help: { zh: "先联户干部，再按顺序往下选。", en: "Linked cadres first, then in the order written." },
      options: HELPER_KINDS, source: "[S]",
    }),
    sex: optional(choice({ zh: "性别", en: "Sex", options: SEXES, national: "AAB003", source: "[G2][G3]" })),
    phone: contactPhone({ zh: "联系电话", en: "Phone", national: "AAR012", source: "[G2][G3]" }),
    startDate: optional(date({
      zh: "帮扶开始时间", en: "Helps from", help: { zh: "不填为办理当天。", en: "The day of the pairing when empty." },
      national: "AAR020", source: "[G2][G3]",
    })),
    politics: optional(choice({
      zh: "政治面貌", en: "Party", options: POLITICS, national: "AAK033", source: "[G3]",
    })),
    education: optional(choice({
      zh: "学历", en: "Education", options: HELPER_EDUCATIONS, national: "AAK036", source: "[G3]",
    })),
    skill: optional(text({ zh: "技术特长", en: "Skill", length: 40, national: "AAK037", source: "[G3]" })),
    isResidentTeam: optional(yesNo({
      zh: "是否驻村队员", en: "In the resident team", national: "AAK039", source: "[G3]",
    })),
  }),
  section({
    key: "org", zh: "所在单位", en: "The unit",
    help: { zh: "农村党员、致富带头人写所在村。", en: "Party members and able farmers: their village." }, source: "2.7",
  }, {
    orgName: text({ zh: "单位名称", en: "Unit", length: 60, source: "[G2][G3][G7]" }),
    orgAddress: optional(text({ zh: "单位地址", en: "Address", length: 80, source: "[G2][G7]" })),
    orgLevel: choice({
      zh: "隶属关系", en: "Level", options: ORG_LEVELS, national: "AAP004", source: "[G2][G3][P6]",
    }),
    title: optional(text({ zh: "职务", en: "Post", length: 40, source: "[G2][G3]" })),
  }),
] as const;

/** A household's helper: one row of the handbook; a change is a new one with its own start. */
export const HELPER = form(
  { id: "helper", zh: "帮扶责任人", en: "Helper of a household", year: 2013, source: "domain.md, section 2.7" },
  HELPER_SECTIONS,
  [],
);
export type Helper = ValueOf<typeof HELPER_SECTIONS>;
export const Helper = schemaOf(HELPER);

const UNIT_SECTIONS = [
  rowsOf({
    key: "units", zh: "帮扶（联村）单位", en: "Support units", min: 1, max: 5,
    row: { zh: "单位", en: "unit", counter: "个" }, source: "3.6",
  }, {
    name: text({ zh: "单位名称", en: "Unit", length: 60, printAt: "B91-1", source: "[G2]" }),
    contact: personName({ zh: "联系人", en: "Contact", printAt: "B91-2", source: "[G2]" }),
    orgLevel: choice({ zh: "隶属关系", en: "Level", options: ORG_LEVELS, printAt: "B91-3", source: "[G2]" }),
    phone: contactPhone({ zh: "联系电话", en: "Phone", printAt: "B91-4", source: "[G2]" }),
    helpFrom: date({ zh: "帮扶时间", en: "Helps from", printAt: "B91-5", source: "[G2]" }),
  }),
  rowsOf({
    key: "team", zh: "驻村工作队", en: "Resident team", min: 0, max: 10,
    row: { zh: "队员", en: "team member", counter: "名" },
    help: { zh: "还没有的不填；状态以 2014 年 6 月为准。", en: "Empty when there is none; as of June 2014." },
    source: "3.6, [P3]",
  }, {
    name: personName({ zh: "姓名", en: "Name", source: "[G2][G5]" }),
    unit: text({ zh: "单位", en: "Unit", length: 60, source: "[G2]" }),
    title: optional(text({ zh: "职务", en: "Post", length: 40, source: "[G2]" })),
    orgLevel: optional(choice({ zh: "隶属关系", en: "Level", options: ORG_LEVELS, source: "[G2]" })),
    phone: contactPhone({ zh: "联系电话", en: "Phone", source: "[G2]" }),
    from: date({ zh: "开始时间", en: "From", source: "[G2]" }),
    to: optional(date({ zh: "结束时间", en: "Until", source: "[G2]" })),
    isLeader: yesNo({ zh: "是否队长", en: "Leads the team", source: "[G5]" }),
    isFirstSecretary: yesNo({ zh: "是否第一书记", en: "First secretary", source: "[G5]" }),
    politics: optional(choice({ zh: "政治面貌", en: "Party", options: POLITICS, source: "[G5]" })),
  }),
] as const;

export type SupportUnit = ValueOf<typeof UNIT_SECTIONS>;
const above = (list: readonly boolean[]) => list.filter(Boolean).length > 1;

/** A village's support units and its resident team. */
export const SUPPORT_UNIT = form(
  { id: "supportUnit", zh: "帮扶单位和驻村工作队", en: "Support of a village", year: 2013, source: "domain.md, section 3.6" },
  UNIT_SECTIONS,
  [
    {
      code: "twoLeaders",
      source: "[D]",
      sentence: () => ({
        zh: "“驻村工作队”只能有一名队长、一名第一书记，请核对。",
        en: "The resident team has one leader and one first secretary at most; check them.",
      }),
      broken: ({ team }) => {
        const now = team.filter(({ to }) => to === undefined);
        const tooMany = above(now.map(({ isLeader }) => isLeader)) || above(now.map(({ isFirstSecretary }) => isFirstSecretary));
        return tooMany ? ["team"] : [];
      },
    },
    {
      code: "endsBeforeStart",
      source: "[D]",
      sentence: ({ zh, en }) => ({ zh: `${zh}早于开始时间，请核对。`, en: `${en}: it is before the start; check both.` }),
      broken: ({ team }) => team.flatMap(({
        from, to,
      }, row) => (to !== undefined && to < from ? [`team.${row}.to`] : [])),
    },
  ],
);
export const SupportUnit = schemaOf(SUPPORT_UNIT);

/** What lists call a helper: the name, what they are, and from when if the form says so. */
export type HelperName = { name: string; kind: string; from: string | null };

export function nameOfHelper({ helper }: Helper): HelperName {
  return { name: helper.name, kind: helper.kind, from: helper.startDate ?? null };
}

/** The first unit stands for a village's support. */
export function nameOfSupportUnit({ units }: SupportUnit): HelperName {
  return { name: units[0]?.name ?? "", kind: "supportUnit", from: units[0]?.helpFrom ?? null };
}
