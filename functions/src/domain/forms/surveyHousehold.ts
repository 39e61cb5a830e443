import { ATTRIBUTES, CAUSES, STANDARDS } from "./codes2014.ts";
import type { CodeList } from "./codeList.ts";
import { section } from "./field.ts";
import {
  account, choice, choices, integer, longText, optional, personName, phone, requiredWhen, text, yesNo,
} from "./fieldKinds.ts";

const PEOPLE = { zh: "人", en: "people" };

/** Whose phone it is: without one of their own, a relative's or a cadre's is noted (domain.md, section 2.1). */
export const PHONE_OWNERS = [
  { key: "own",      code: "01", zh: "本户", en: "the household's own" },
  { key: "relative", code: "02", zh: "亲属", en: "a relative's" },
  { key: "cadre",    code: "03", zh: "干部或帮扶人", en: "a cadre's or helper's" },
] as const satisfies CodeList;

/** The head of the form (annex 4; domain.md, sections 2.1 and 2.2). */
export const head = section({ key: "head", zh: "户基本情况", en: "The household", source: "2.1, 2.2" }, {
  householderName: personName({
    zh: "户主姓名", en: "Name of the head",
    help: { zh: "与家庭成员中“户主”的姓名一致。", en: "The same as the member who is the head." }, national: "AAC029",
    source: "[P1][G3]",
  }),
  groupName: text({
    zh: "社（村民小组）", en: "Villagers' group", length: 20, national: "AAR007", source: "[P1][G3]",
  }),
  address: text({ zh: "家庭住址", en: "Address", length: 80, source: "[G7]" }),
  phone: phone({
    zh: "联系电话", en: "Phone",
    help: { zh: "11 位手机号码。没有手机的填亲属或干部的。", en: "A mobile number; without one, a relative's or a cadre's." },
    national: "AAR012", source: "[P1][G4][P8]",
  }),
  phoneOwner: choice({ zh: "电话是谁的", en: "Whose phone it is", options: PHONE_OWNERS, source: "[P8]" }),
  bankName: optional(text({ zh: "开户银行", en: "Bank", length: 60, national: "AAQ002", source: "[P1][G1]" })),
  bankAccount: optional(account({
    zh: "银行账号（惠农一卡通）", en: "Bank account", national: "AAC004", source: "[P1][G1][G2]",
  })),
  memberCount: integer({
    zh: "家庭人口数", en: "People in the household",
    help: { zh: "按户口簿，等于家庭成员的行数。", en: "As registered: one row of members each." }, min: 1, max: 20,
    unit: PEOPLE, source: "[G7]",
  }),
  residentCount: integer({
    zh: "常住人口数", en: "People who live here", min: 0, max: 20, unit: PEOPLE, source: "[P32][D]",
  }),
  standard: choice({
    zh: "识别标准", en: "Standard", options: STANDARDS, printAt: "A1", national: "AAC005", source: "[P1][G1]",
  }),
  attribute: choice({
    zh: "贫困户属性", en: "Kind of household",
    help: { zh: "低保、五保以民政部门名册为准。", en: "Minimum living and five guarantees as the civil-affairs lists say." },
    options: ATTRIBUTES, printAt: "A2", national: "AAC006", source: "[P1][G1]",
  }),
  isMilitaryFamily: yesNo({
    zh: "是否军烈属", en: "Family of a soldier or martyr", national: "AAC012", source: "[G1][G3]",
  }),
  isOnlyChildHousehold: yesNo({
    zh: "是否独生子女户", en: "One-child household", national: "AAC013", source: "[G1][G3]",
  }),
  isTwoDaughterHousehold: yesNo({
    zh: "是否双女户", en: "Two-daughter household", national: "AAC014", source: "[G1][G3]",
  }),
});

/** Causes of poverty (domain.md, section 2.2). */
export const cause = section({ key: "cause", zh: "致贫原因", en: "Causes of poverty", source: "2.2" }, {
  mainCause: choice({
    zh: "主要致贫原因", en: "Main cause", options: CAUSES, printAt: "A3a", national: "AAC007",
    source: "[P1][G1][G3]",
  }),
  otherCauses: optional(choices({
    zh: "其他致贫原因", en: "Other causes",
    help: { zh: "最多两项，不与主要原因重复。", en: "At most two, other than the main one." }, options: CAUSES, most: 2,
    printAt: "A3b", national: "AAC008", source: "[P1]",
  })),
  causeNote: requiredWhen({ key: "mainCause", equals: "other" }, longText({
    zh: "致贫原因说明", en: "Note on the cause",
    help: { zh: "因病的写明谁、什么病；选“其他”的必须说明。", en: "Illness: who, and which disease. Needed with \"other\"." },
    length: 300, source: "[G1][P8]",
  })),
});
