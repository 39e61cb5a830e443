import type * as z from "zod";
import type { Code, CodeList } from "./codeList.ts";
import { enumOf } from "./codeList.ts";

/*
 * Code lists of help and of what changes from year to year (domain.md, sections 2.7, 8.3 and 10). Units' levels and
 * the six categories of measures are in livingCodes2014.ts. Codes of lists without a national one are our own [D].
 */

/** Who helps a household, in the plan's order of preference (step 4) [S]. */
export const HELPER_KINDS = [
  { key: "linkedCadre",  code: "01", zh: "联户干部（双联）", en: "linked cadre of the double-link action" },
  { key: "villageCadre", code: "02", zh: "村干部、包村干部", en: "cadre of the village or in its charge" },
  { key: "partyMember",  code: "03", zh: "农村党员", en: "party member in the village" },
  { key: "ableFarmer",   code: "04", zh: "致富带头人", en: "able farmer" },
  { key: "localFirm",    code: "05", zh: "驻地企业", en: "local firm" },
] as const satisfies CodeList;
export const HelperKind = enumOf(HELPER_KINDS);
export type HelperKind = z.infer<typeof HelperKind>;

/** 政治面貌, AAK033. Texts [G1][G6]. */
export const POLITICS = [
  { key: "party",           code: "01", zh: "中共党员", en: "party member" },
  { key: "partyCandidate",  code: "02", zh: "中共预备党员", en: "candidate of the party" },
  { key: "youthLeague",     code: "03", zh: "共青团员", en: "youth league member" },
  { key: "masses",          code: "04", zh: "群众", en: "no party" },
  { key: "democraticParty", code: "05", zh: "民主党派", en: "democratic party" },
] as const satisfies CodeList;
export const Politics = enumOf(POLITICS);
export type Politics = z.infer<typeof Politics>;

/** 学历 of helpers, AAK036 [G3]; the list was not found, so it is general knowledge [K]. */
export const HELPER_EDUCATIONS = [
  { key: "primaryOrLess", code: "01", zh: "小学及以下", en: "primary school or less" },
  { key: "juniorMiddle",  code: "02", zh: "初中", en: "junior middle school" },
  { key: "seniorMiddle",  code: "03", zh: "高中或中专", en: "senior middle or secondary vocational school" },
  { key: "college",       code: "04", zh: "大专", en: "college" },
  { key: "bachelor",      code: "05", zh: "本科", en: "university" },
  { key: "graduate",      code: "06", zh: "研究生", en: "graduate school" },
] as const satisfies CodeList;
export const HelperEducation = enumOf(HELPER_EDUCATIONS);
export type HelperEducation = z.infer<typeof HelperEducation>;

/** 培训状况 of a member [G2]; the list was not found [D]. */
export const TRAINING_STATUSES = [
  { key: "none",    code: "01", zh: "未参加过培训", en: "never trained" },
  { key: "trained", code: "02", zh: "参加过培训", en: "trained" },
] as const satisfies CodeList;
export const TrainingStatus = enumOf(TRAINING_STATUSES);
export type TrainingStatus = z.infer<typeof TrainingStatus>;

/** 需求类别, A54 [G2]; its list was not found, so this one follows the causes and the measures [D]. */
export const NEEDS = [
  { key: "funds",      code: "01", zh: "发展资金", en: "money to start with" },
  { key: "skill",      code: "02", zh: "技术培训", en: "training" },
  { key: "industry",   code: "03", zh: "发展种养业", en: "crops or animals" },
  { key: "work",       code: "04", zh: "务工就业", en: "work" },
  { key: "house",      code: "05", zh: "住房", en: "housing" },
  { key: "water",      code: "06", zh: "饮水和灌溉", en: "water" },
  { key: "road",       code: "07", zh: "道路交通", en: "roads" },
  { key: "power",      code: "08", zh: "用电", en: "power" },
  { key: "relocation", code: "09", zh: "搬迁", en: "moving away" },
  { key: "schooling",  code: "10", zh: "子女就学", en: "children's schooling" },
  { key: "medical",    code: "11", zh: "看病就医", en: "medical care" },
  { key: "security",   code: "12", zh: "低保、养老等保障", en: "social security" },
  { key: "other",      code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const Need = enumOf(NEEDS);
export type Need = z.infer<typeof Need>;

/** What a plan aims at, each with its present state and its plan (section 2.7) [G1]. */
export const PLAN_TARGETS = [
  { key: "aboveLine",        code: "01", zh: "人均收入高于当年扶贫标准", en: "income per head above the year's line" },
  { key: "safeHouse",        code: "02", zh: "有安全住房", en: "a safe house" },
  { key: "noDropout",        code: "03", zh: "无因贫辍学学生", en: "nobody leaves school for poverty" },
  { key: "noIllnessPoverty", code: "04", zh: "无因病致贫返贫", en: "nobody poor through illness" },
  { key: "coopMedical",      code: "05", zh: "参加新农合", en: "in the rural medical scheme" },
  { key: "pension",          code: "06", zh: "参加城乡居民基本养老保险", en: "in the residents' pension" },
] as const satisfies CodeList;
export const PlanTarget = enumOf(PLAN_TARGETS);
export type PlanTarget = z.infer<typeof PlanTarget>;

/** Quarters of the visit log; income is told from January on (section 2.7) [G1]. */
export const QUARTERS = [
  { key: "q1", code: "1", zh: "第一季度", en: "first quarter" },
  { key: "q2", code: "2", zh: "第二季度", en: "second quarter" },
  { key: "q3", code: "3", zh: "第三季度", en: "third quarter" },
  { key: "q4", code: "4", zh: "第四季度", en: "fourth quarter" },
] as const satisfies CodeList;
export const Quarter = enumOf(QUARTERS);
export type Quarter = z.infer<typeof Quarter>;

/** Whether a change brings a person into the household or takes one out. */
type ChangeCode = Code & { effect: "in" | "out" };

/** 自然增加 and 自然减少 of a household's people, splits (分家) among them (section 8.3) [P35]; moves [K]; merging [D]. */
export const CHANGE_KINDS = [
  { key: "birth",         code: "01", effect: "in",  zh: "出生", en: "birth" },
  { key: "marriageIn",    code: "02", effect: "in",  zh: "婚入", en: "marriage into the household" },
  { key: "moveIn",        code: "03", effect: "in",  zh: "户籍迁入", en: "move in" },
  { key: "mergeIn",       code: "04", effect: "in",  zh: "他户并入", en: "from a household that merged into this one" },
  { key: "otherIncrease", code: "09", effect: "in",  zh: "其他增加", en: "other increase" },
  { key: "death",         code: "11", effect: "out", zh: "死亡", en: "death" },
  { key: "marriageOut",   code: "12", effect: "out", zh: "婚出", en: "marriage out of the household" },
  { key: "moveOut",       code: "13", effect: "out", zh: "户籍迁出", en: "move out" },
  { key: "splitOff",      code: "14", effect: "out", zh: "分户另立", en: "left for a household of their own" },
  { key: "otherDecrease", code: "19", effect: "out", zh: "其他减少", en: "other decrease" },
] as const satisfies readonly ChangeCode[];
export const ChangeKind = enumOf(CHANGE_KINDS);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Why an entry of the register is no longer in service (section 8.3) [P34][P35][P39]; merging [D]. */
export const END_REASONS = [
  { key: "exit",                code: "01", zh: "脱贫", en: "out of poverty" },
  { key: "naturalEnd",          code: "02", zh: "自然销户", en: "the household has ended" },
  { key: "wrongIdentification", code: "03", zh: "错评清退", en: "wrongly identified" },
  { key: "merged",              code: "04", zh: "并入他户", en: "merged into another household" },
] as const satisfies CodeList;
export const EndReason = enumOf(END_REASONS);
export type EndReason = z.infer<typeof EndReason>;
