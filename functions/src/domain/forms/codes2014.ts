import type * as z from "zod";
import type { CodeList } from "./codeList.ts";
import { enumOf } from "./codeList.ts";

/*
 * The code lists of the forms of 2014, in code order (domain.md, sections 2.2 to 2.6; the marks are its sources).
 * They are the state of 2014 to 2016: later values are left out, so that a form of this year never takes one.
 */

/** 识别标准, A1 [P1][G1]. This town uses the national one [S]. */
export const STANDARDS = [
  { key: "national",   code: "01", zh: "国家标准", en: "national standard" },
  { key: "provincial", code: "02", zh: "省定标准", en: "provincial standard" },
  { key: "municipal",  code: "03", zh: "市定标准", en: "municipal standard" },
] as const satisfies CodeList;
export const Standard = enumOf(STANDARDS);
export type Standard = z.infer<typeof Standard>;

/** 贫困户属性, A2. Texts [P1], codes [G1]; 05 and 06 came later and are left out. */
export const ATTRIBUTES = [
  { key: "general",       code: "01", zh: "一般贫困户", en: "ordinary poor household" },
  { key: "minLiving",     code: "02", zh: "低保户", en: "minimum-living household" },
  { key: "fiveGuarantee", code: "03", zh: "五保户", en: "five-guarantee household" },
  { key: "minLivingPoor", code: "04", zh: "低保贫困户", en: "minimum-living household able to work" },
] as const satisfies CodeList;
export const Attribute = enumOf(ATTRIBUTES);
export type Attribute = z.infer<typeof Attribute>;

/** 致贫原因, A3. Texts [P1], order [G1]; 12 因婚 is of 2016 and left out. */
export const CAUSES = [
  { key: "illness",       code: "01", zh: "因病", en: "illness" },
  { key: "disability",    code: "02", zh: "因残", en: "disability" },
  { key: "schooling",     code: "03", zh: "因学", en: "children's schooling" },
  { key: "disaster",      code: "04", zh: "因灾", en: "disaster" },
  { key: "lackLand",      code: "05", zh: "缺土地", en: "lack of land" },
  { key: "lackWater",     code: "06", zh: "缺水", en: "lack of water" },
  { key: "lackSkill",     code: "07", zh: "缺技术", en: "lack of skill" },
  { key: "lackLabor",     code: "08", zh: "缺劳力", en: "lack of labour" },
  { key: "lackFunds",     code: "09", zh: "缺资金", en: "lack of funds" },
  { key: "poorTransport", code: "10", zh: "交通条件落后", en: "poor transport" },
  { key: "lowMotivation", code: "11", zh: "自身发展动力不足", en: "low motivation" },
  { key: "other",         code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const Cause = enumOf(CAUSES);
export type Cause = z.infer<typeof Cause>;

/** 脱贫标志, set by the procedure and never typed [G1]; 1 and 2 are not seen in its queries. */
export const POVERTY_STATUSES = [
  { key: "poor",     code: "0", zh: "未脱贫", en: "poor" },
  { key: "exited",   code: "1", zh: "脱贫", en: "out of poverty" },
  { key: "preExit",  code: "2", zh: "预脱贫", en: "about to exit" },
  { key: "relapsed", code: "3", zh: "返贫", en: "poor again" },
] as const satisfies CodeList;
export const PovertyStatus = enumOf(POVERTY_STATUSES);
export type PovertyStatus = z.infer<typeof PovertyStatus>;

/** 性别, A5 [P1][G1]. 9 未说明 is left out: the identity number always tells. */
export const SEXES = [
  { key: "male",   code: "1", zh: "男", en: "male" },
  { key: "female", code: "2", zh: "女", en: "female" },
] as const satisfies CodeList;
export const Sex = enumOf(SEXES);
export type Sex = z.infer<typeof Sex>;

/** 证件类型, AAB018 [G3][G4][G6]. The codes are our own [D]. */
export const ID_TYPES = [
  { key: "residentId",     code: "01", zh: "居民身份证或户口簿号", en: "resident identity number" },
  { key: "disabilityCert", code: "02", zh: "残疾人证", en: "disability certificate" },
] as const satisfies CodeList;
export const IdType = enumOf(ID_TYPES);
export type IdType = z.infer<typeof IdType>;

/** 与户主关系, A7 [G1]. Brothers, nephews and the like came later and go under 其他. */
export const RELATIONS = [
  { key: "head",                  code: "01", zh: "户主", en: "head" },
  { key: "spouse",                code: "02", zh: "配偶", en: "spouse" },
  { key: "son",                   code: "03", zh: "之子", en: "son" },
  { key: "daughter",              code: "04", zh: "之女", en: "daughter" },
  { key: "daughterInLaw",         code: "05", zh: "之儿媳", en: "daughter-in-law" },
  { key: "sonInLaw",              code: "06", zh: "之女婿", en: "son-in-law" },
  { key: "grandson",              code: "07", zh: "之孙子", en: "son's son" },
  { key: "granddaughter",         code: "08", zh: "之孙女", en: "son's daughter" },
  { key: "maternalGrandson",      code: "09", zh: "之外孙子", en: "daughter's son" },
  { key: "maternalGranddaughter", code: "10", zh: "之外孙女", en: "daughter's daughter" },
  { key: "father",                code: "11", zh: "之父", en: "father" },
  { key: "mother",                code: "12", zh: "之母", en: "mother" },
  { key: "wifesFather",           code: "13", zh: "之岳父", en: "wife's father" },
  { key: "wifesMother",           code: "14", zh: "之岳母", en: "wife's mother" },
  { key: "husbandsFather",        code: "15", zh: "之公公", en: "husband's father" },
  { key: "husbandsMother",        code: "16", zh: "之婆婆", en: "husband's mother" },
  { key: "paternalGrandfather",   code: "17", zh: "之祖父", en: "father's father" },
  { key: "paternalGrandmother",   code: "18", zh: "之祖母", en: "father's mother" },
  { key: "maternalGrandfather",   code: "19", zh: "之外祖父", en: "mother's father" },
  { key: "maternalGrandmother",   code: "20", zh: "之外祖母", en: "mother's mother" },
  { key: "other",                 code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const Relation = enumOf(RELATIONS);
export type Relation = z.infer<typeof Relation>;

/** 文化程度, A9 [P2][G1]. */
export const EDUCATIONS = [
  { key: "illiterate",     code: "01", zh: "文盲或半文盲", en: "illiterate or half-literate" },
  { key: "primary",        code: "02", zh: "小学", en: "primary school" },
  { key: "juniorMiddle",   code: "03", zh: "初中", en: "junior middle school" },
  { key: "seniorMiddle",   code: "04", zh: "高中", en: "senior middle school" },
  { key: "collegePlus",    code: "05", zh: "大专及以上", en: "college or higher" },
  { key: "preschoolChild", code: "06", zh: "学龄前儿童", en: "child below school age" },
] as const satisfies CodeList;
export const Education = enumOf(EDUCATIONS);
export type Education = z.infer<typeof Education>;

/** 在校生状况, A10 [P2][G1]. In 2014 education and student status are both filled. */
export const STUDENT_STATUSES = [
  { key: "notStudent",    code: "01", zh: "非在校生", en: "not a student" },
  { key: "preschool",     code: "02", zh: "学前教育", en: "preschool" },
  { key: "primary",       code: "03", zh: "小学", en: "primary school" },
  { key: "grade7",        code: "04", zh: "七年级", en: "grade 7" },
  { key: "grade8",        code: "05", zh: "八年级", en: "grade 8" },
  { key: "grade9",        code: "06", zh: "九年级", en: "grade 9" },
  { key: "senior1",       code: "07", zh: "高中一年级", en: "senior middle school, year 1" },
  { key: "senior2",       code: "08", zh: "高中二年级", en: "senior middle school, year 2" },
  { key: "senior3",       code: "09", zh: "高中三年级", en: "senior middle school, year 3" },
  { key: "vocSecondary1", code: "10", zh: "中职一年级", en: "secondary vocational school, year 1" },
  { key: "vocSecondary2", code: "11", zh: "中职二年级", en: "secondary vocational school, year 2" },
  { key: "vocSecondary3", code: "12", zh: "中职三年级", en: "secondary vocational school, year 3" },
  { key: "vocCollege1",   code: "13", zh: "高职一年级", en: "vocational college, year 1" },
  { key: "vocCollege2",   code: "14", zh: "高职二年级", en: "vocational college, year 2" },
  { key: "vocCollege3",   code: "15", zh: "高职三年级", en: "vocational college, year 3" },
  { key: "collegePlus",   code: "16", zh: "大专及以上", en: "college or higher" },
] as const satisfies CodeList;
export const StudentStatus = enumOf(STUDENT_STATUSES);
export type StudentStatus = z.infer<typeof StudentStatus>;

/** 健康状况, A11, one value in 2014 [P6][G1][G3]. */
export const HEALTHS = [
  { key: "healthy",        code: "01", zh: "健康", en: "healthy" },
  { key: "chronic",        code: "02", zh: "长期慢性病", en: "long-term chronic illness" },
  { key: "seriousIllness", code: "03", zh: "患有大病", en: "serious illness" },
  { key: "disabled",       code: "04", zh: "残疾", en: "disabled" },
] as const satisfies CodeList;
export const Health = enumOf(HEALTHS);
export type Health = z.infer<typeof Health>;

/** 劳动能力, A12 [P6][P7][G1][G3]. 弱劳动力或半劳动力 is of 2017 and left out. */
export const LABOR_ABILITIES = [
  { key: "ordinary", code: "01", zh: "普通劳动力", en: "ordinary labour" },
  { key: "skilled",  code: "02", zh: "技能劳动力", en: "skilled labour" },
  { key: "lost",     code: "03", zh: "丧失劳动力", en: "ability to work lost" },
  { key: "none",     code: "04", zh: "无劳动力", en: "no ability to work" },
] as const satisfies CodeList;
export const LaborAbility = enumOf(LABOR_ABILITIES);
export type LaborAbility = z.infer<typeof LaborAbility>;

/** 务工状况, A13 [G1]. */
export const MIGRANT_WORKS = [
  { key: "inTown",          code: "01", zh: "乡(镇)内", en: "within the town" },
  { key: "inCounty",        code: "02", zh: "乡(镇)外县内", en: "in the county, outside the town" },
  { key: "inProvince",      code: "03", zh: "县外省内", en: "in the province, outside the county" },
  { key: "outsideProvince", code: "04", zh: "省外", en: "outside the province" },
  { key: "other",           code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const MigrantWork = enumOf(MIGRANT_WORKS);
export type MigrantWork = z.infer<typeof MigrantWork>;
