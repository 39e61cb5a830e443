import {
  EDUCATIONS, HEALTHS, ID_TYPES, LABOR_ABILITIES, MIGRANT_WORKS, RELATIONS, SEXES, STUDENT_STATUSES,
} from "./codes2014.ts";
import { ETHNICITIES } from "./ethnicities.ts";
import type { Values } from "./field.ts";
import { rowsOf } from "./field.ts";
import {
  choice, computed, date, decimal, identity, optional, personName, requiredWhen, shownWhen, text, yesNo,
} from "./fieldKinds.ts";
import { TRAINING_STATUSES } from "./helpCodes2014.ts";
import { birthDate, cleanIdentity, findIdentityProblem, isDisabilityCertificate, sexOf } from "./identityNumber.ts";

const MONTHS = { zh: "月", en: "months" };

/** What a number tells, as soon as it is a sound one; a mask tells nothing. */
const fromNumber = (tell: (idNo: string) => string | undefined) => ({ idNo }: Values) => {
  const cleaned = typeof idNo === "string" ? cleanIdentity(idNo) : "";
  return findIdentityProblem(cleaned) ? undefined : tell(cleaned);
};
const typeOfNumber = (idNo: string) => (isDisabilityCertificate(idNo) ? "disabilityCert" : "residentId");
const ILL = ["chronic", "seriousIllness"];
const ANY_WORK = MIGRANT_WORKS.map(({ key }) => key);

/** Every member of the household (domain.md, section 2.3), without what came after 2014. */
export const members = rowsOf(
  {
    key: "members", zh: "家庭成员", en: "Members of the household", min: 1, max: 20,
    row: { zh: "家庭成员", en: "member", counter: "位" }, source: "2.3",
  },
  {
    name: personName({ zh: "姓名", en: "Name", printAt: "A4", national: "AAB002", source: "[P1][G1]" }),
    relation: choice({
      zh: "与户主关系", en: "Relation to the head", options: RELATIONS, printAt: "A7", national: "AAB006",
      source: "[P1][P2][G1]",
    }),
    idNo: identity({
      zh: "公民身份号码或残疾证号码", en: "Identity or disability number", printAt: "A6", national: "AAB004",
      source: "[P1][G4]",
    }),
    idType: computed(choice({
      zh: "证件类型", en: "Kind of number", options: ID_TYPES, national: "AAB018", source: "[G3][G4][G6]",
    }), fromNumber(typeOfNumber)),
    sex: computed(choice({
      zh: "性别", en: "Sex", options: SEXES, printAt: "A5", national: "AAB003", source: "[P1][G1]",
    }), fromNumber(sexOf)),
    birthDate: computed(date({
      zh: "出生日期", en: "Date of birth", national: "AAB005", source: "[G3]",
    }), fromNumber(birthDate)),
    ethnicity: choice({
      zh: "民族", en: "Ethnicity", options: ETHNICITIES, printAt: "A8", national: "AAB007", source: "[P2][G1]",
    }),
    education: choice({
      zh: "文化程度", en: "Education", options: EDUCATIONS, printAt: "A9", national: "AAB008", source: "[P2][G1]",
    }),
    studentStatus: choice({
      zh: "在校生状况", en: "School now attended", options: STUDENT_STATUSES, printAt: "A10", national: "AAB009",
      source: "[P2][G1]",
    }),
    health: choice({
      zh: "健康状况", en: "Health", options: HEALTHS, printAt: "A11", national: "AAB017", source: "[P6][G1][G3]",
    }),
    diseaseType: shownWhen({ key: "health", equals: ILL }, text({
      zh: "疾病类型", en: "Disease", length: 60, source: "[G5][G7]",
    })),
    laborAbility: choice({
      zh: "劳动能力", en: "Ability to work", options: LABOR_ABILITIES, printAt: "A12", national: "AAB010",
      source: "[P6][P7][G1][G3]",
    }),
    migrantWork: optional(choice({
      zh: "务工状况", en: "Work away from the farm",
      help: { zh: "没有务工的不选。", en: "Leave empty when there is none." }, options: MIGRANT_WORKS, printAt: "A13",
      national: "AAB011", source: "[G1]",
    })),
    migrantMonths: requiredWhen({ key: "migrantWork", equals: ANY_WORK }, decimal({
      zh: "务工时间", en: "Months of that work", min: 0, max: 12, decimals: 1, unit: MONTHS, printAt: "A14",
      national: "AAB012", source: "[G1][G2][G6]",
    })),
    inNewRuralCoopMedical: yesNo({
      zh: "是否参加新农合", en: "In the rural medical scheme", national: "AAB013", source: "[P2][G3]",
    }),
    inResidentPension: yesNo({
      zh: "是否参加城乡居民养老保险", en: "In the residents' pension", national: "AAB014", source: "[P2][G3]",
    }),
    yearlyResidenceMonths: optional(decimal({
      zh: "年居住时间", en: "Months lived here in the year", min: 0, max: 12, decimals: 1, unit: MONTHS,
      source: "[G7]",
    })),
    wantsTraining: optional(yesNo({ zh: "有无培训意愿", en: "Would like training", source: "[G2]" })),
    trainingStatus: optional(choice({
      zh: "培训状况", en: "Training so far", options: TRAINING_STATUSES, source: "[G2][D]",
    })),
  },
);
