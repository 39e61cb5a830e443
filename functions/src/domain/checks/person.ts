import type { StudentStatus } from "../forms/codes2014.ts";
import type { Check } from "./check.ts";
import { isAble, isAged, isStudent, whoever } from "./finding.ts";

/** The age at which somebody may work. */
const WORKING_AGE = 16;

const JUNIOR = { from: 12, to: 17 };
const SENIOR = { from: 15, to: 20 };
const COLLEGE = { from: 18, to: Number.POSITIVE_INFINITY };
/** Usual ages of each school (PE-08) [G4]. Preschool ends at 6. */
const SCHOOL_AGES: Partial<Record<StudentStatus, { from: number; to: number }>> = {
  preschool:     { from: 0, to: 6 },
  primary:       { from: 6, to: 14 },
  grade7:        JUNIOR,
  grade8:        JUNIOR,
  grade9:        JUNIOR,
  senior1:       SENIOR,
  senior2:       SENIOR,
  senior3:       SENIOR,
  vocSecondary1: SENIOR,
  vocSecondary2: SENIOR,
  vocSecondary3: SENIOR,
  vocCollege1:   COLLEGE,
  vocCollege2:   COLLEGE,
  vocCollege3:   COLLEGE,
  collegePlus:   COLLEGE,
};
/** Limb disability of the first or second grade, by the certificate's last digits; 4 is the limbs' category [K]. */
const SEVERE_LIMB = /^\d{17}[\dX]4[12]/;

/** Age against school, work and health (domain.md, section 8.2, PE). PE-12 and PE-15 ask fields of later years. */
export const PERSON_CHECKS = [
  {
    id: "PE-01", source: "[G4]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "未满 16 岁却有劳动能力", en: "Able to work below 16",
    find: (record, context) =>
      whoever({ record, context, field: "laborAbility" }, ({ member, age }) =>
        isAged(age, 0, WORKING_AGE - 1) && member.laborAbility !== "none", {
        zh: "未满 16 岁，劳动能力应为“无劳动力”。请改正或说明。",
        en: "below 16, so the ability to work should be none. Correct it or explain.",
      }),
  },
  {
    id: "PE-02", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "健康的劳动年龄人口无劳动能力", en: "Healthy, of working age, yet unable to work",
    find: (record, context) =>
      whoever({ record, context, field: "laborAbility" }, ({ member, age }) =>
        isAged(age, WORKING_AGE, 59) && member.health === "healthy" && !isStudent(member) && !isAble(member), {
        zh: "16 至 59 岁，健康，不是学生，却填无或丧失劳动能力。请入户核实并说明。",
        en: "16 to 59, healthy and no student, yet without ability to work. Visit the household and explain.",
      }),
  },
  {
    id: "PE-03", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "老年人填有或丧失劳动能力", en: "Of age, yet not without ability to work",
    find: (record, context) =>
      whoever({ record, context, field: "laborAbility" }, ({ member, age }) =>
        isAged(age, context.elderAge) && member.laborAbility !== "none", {
        zh: `已满 ${context.elderAge} 岁，劳动能力一般填“无劳动力”。属实仍在劳动的，请说明。`,
        en: `${context.elderAge} or older: usually without ability to work. Explain if still working.`,
      }),
  },
  {
    id: "PE-04", source: "[G4]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "在校生却有劳动能力", en: "Student, yet able to work",
    find: (record, context) =>
      whoever({ record, context, field: "laborAbility" }, ({ member }) =>
        isStudent(member) && member.laborAbility !== "none", {
        zh: "是在校生，劳动能力应为“无劳动力”。请改正或说明。",
        en: "a student, so the ability to work should be none. Correct it or explain.",
      }),
  },
  {
    id: "PE-05", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "无劳动能力却有务工", en: "Unable to work, yet working away",
    find: (record, context) =>
      whoever({ record, context, field: "migrantWork" }, ({ member }) =>
        !isAble(member) && member.migrantWork !== undefined, {
        zh: "填无或丧失劳动能力，又填了务工。请核实哪一项有误。",
        en: "without ability to work, yet with work away from the farm. Find out which is wrong.",
      }),
  },
  {
    id: "PE-06", source: "[G6]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "务工时间为 0", en: "Work without any months",
    find: (record, context) =>
      whoever({ record, context, field: "migrantMonths" }, ({ member }) =>
        member.migrantWork !== undefined && member.migrantMonths === 0, {
        zh: "选了务工，时间却为 0 个月。请填实际月数，没有务工的清空。",
        en: "works away from the farm for 0 months. Write the months, or clear the work.",
      }),
  },
  {
    id: "PE-07", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "未满 16 岁务工", en: "Working away below 16",
    find: (record, context) =>
      whoever({ record, context, field: "migrantWork" }, ({ member, age }) =>
        isAged(age, 0, WORKING_AGE - 1) && member.migrantWork !== undefined, {
        zh: "未满 16 岁却填了务工。请入户核实；属实的，须劝返就学并说明。",
        en: "below 16, yet working away from the farm. Visit the household; if true, see to the return to school and explain.",
      }),
  },
  {
    id: "PE-08", source: "[G4]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "在校情况与年龄不符", en: "School does not fit the age",
    find: (record, context) =>
      whoever({ record, context, field: "studentStatus" }, ({ member, age }) => {
        const usual = SCHOOL_AGES[member.studentStatus];
        // A child who is ill may well stay in preschool (PE-08: "healthy").
        if (!usual || age === undefined || (member.studentStatus === "preschool" && member.health !== "healthy")) return false;
        return !isAged(age, usual.from, usual.to);
      }, {
        zh: "所在学校与年龄不相称。请核对在校情况和号码，留级、跳级等属实的请说明。",
        en: "the school does not fit the age. Check both; explain if true, as with a repeated year.",
      }),
  },
  {
    id: "PE-09", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "义务教育年龄未在校", en: "Of school age, not at school",
    find: (record, context) =>
      whoever({ record, context, field: "studentStatus" }, ({ member, age }) =>
        isAged(age, 6, 15) && member.studentStatus === "notStudent", {
        zh: "6 至 15 岁未在校。请核实是否失学辍学，写明原因和打算。",
        en: "6 to 15 and not at school. Find out whether the child dropped out; write why, and what will be done.",
      }),
  },
  {
    id: "PE-10", source: "[G4]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "16 至 22 岁只有小学及以下文化", en: "16 to 22 with primary school at most",
    find: (record, context) =>
      whoever({ record, context, field: "education" }, ({ member, age }) =>
        isAged(age, 16, 22) && ["illiterate", "primary", "preschoolChild"].includes(member.education), {
        zh: "16 至 22 岁，文化程度为小学或以下。请核对，属实的请说明。",
        en: "16 to 22 with primary school at most. Check it; explain if true.",
      }),
  },
  {
    id: "PE-11", source: "[G1], as of 2014 [D]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "文化程度与在校情况矛盾", en: "Education contradicts the school attended",
    find: (record, context) =>
      whoever({ record, context, field: "education" }, ({ member }) =>
        (member.education === "preschoolChild" && isStudent(member) && member.studentStatus !== "preschool") ||
        (member.education === "collegePlus" && isStudent(member) && SCHOOL_AGES[member.studentStatus] !== COLLEGE), {
        zh: "的文化程度与所在学校矛盾。2014 年的表两项都要填，请改正。",
        en: "the education contradicts the school attended. The forms of 2014 ask for both; correct them.",
      }),
  },
  {
    id: "PE-13", source: "[G4][G6]", level: "lead", on: "household", asks: "villageCommittee", blocks: null,
    zh: "未参加新农合", en: "Not in the rural medical scheme",
    find: (record, context) =>
      whoever({ record, context, field: "inNewRuralCoopMedical" }, ({ member }) =>
        member.inNewRuralCoopMedical === false, {
        zh: "没有参加新农合。请动员参加。",
        en: "not in the rural medical scheme. Help to join.",
      }),
  },
  {
    id: "PE-14", source: "[G4]; digits [K]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "残疾等级与劳动能力不相称", en: "Grade of disability does not fit the ability to work",
    find: (record, context) =>
      // A mask hides the certificate's category and grade, so this is silent on one.
      whoever({ record, context, field: "laborAbility" }, ({ member }) =>
        member.laborAbility === "ordinary" && SEVERE_LIMB.test(member.idNo ?? ""), {
        zh: "的残疾证与“普通劳动力”不相称。请入户核实劳动能力。",
        en: "the certificate does not fit ordinary labour. Visit the household and see.",
      }),
  },
] as const satisfies readonly Check<"household">[];
