import type * as z from "zod";
import type { CodeList } from "./codeList.ts";
import { enumOf } from "./codeList.ts";

/* The code lists of 2014 for living conditions and help (domain.md, sections 2.4 to 2.7); see codes2014.ts. */

/** 主要燃料类型 [G1]; dung matters in the pastoral villages. */
export const FUELS = [
  { key: "firewood",    code: "01", zh: "柴草", en: "firewood and straw" },
  { key: "dung",        code: "02", zh: "干畜粪", en: "dried dung" },
  { key: "coal",        code: "03", zh: "煤炭", en: "coal" },
  { key: "cleanEnergy", code: "04", zh: "清洁能源", en: "clean energy" },
  { key: "other",       code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const Fuel = enumOf(FUELS);
export type Fuel = z.infer<typeof Fuel>;

/** 入户路类型 [G1]. */
export const ENTRY_ROADS = [
  { key: "dirt",    code: "01", zh: "泥土路", en: "dirt" },
  { key: "gravel",  code: "02", zh: "砂石路", en: "gravel" },
  { key: "cement",  code: "03", zh: "水泥路", en: "cement" },
  { key: "asphalt", code: "04", zh: "沥青路", en: "asphalt" },
] as const satisfies CodeList;
export const EntryRoad = enumOf(ENTRY_ROADS);
export type EntryRoad = z.infer<typeof EntryRoad>;

/** 饮水情况. Texts [G1], codes our own [D]. */
export const DRINKING_SOURCES = [
  { key: "tap",    code: "01", zh: "自来水", en: "tap water" },
  { key: "well",   code: "02", zh: "井水", en: "well" },
  { key: "cellar", code: "03", zh: "水窖水", en: "rain-water cellar" },
  { key: "other",  code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const DrinkingSource = enumOf(DRINKING_SOURCES);
export type DrinkingSource = z.infer<typeof DrinkingSource>;

/** 房屋主要结构. Texts [P2], codes our own [D]. */
export const HOUSE_STRUCTURES = [
  { key: "concrete",      code: "01", zh: "钢筋混凝土", en: "reinforced concrete" },
  { key: "brickConcrete", code: "02", zh: "砖混材料", en: "brick and concrete" },
  { key: "brickTimber",   code: "03", zh: "砖瓦砖木、砖石窑洞", en: "brick and timber, brick cave" },
  { key: "earth",         code: "04", zh: "竹草土坯、土窑洞", en: "thatch, adobe, earth cave" },
  { key: "other",         code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const HouseStructure = enumOf(HOUSE_STRUCTURES);
export type HouseStructure = z.infer<typeof HouseStructure>;

/** 厕所类型 of the survey sheet (domain.md, section 5.3). Codes our own [D]. */
export const TOILETS = [
  { key: "flush", code: "01", zh: "水冲式", en: "flush toilet" },
  { key: "dry",   code: "02", zh: "旱厕", en: "dry toilet" },
  { key: "none",  code: "03", zh: "无", en: "none" },
] as const satisfies CodeList;
export const Toilet = enumOf(TOILETS);
export type Toilet = z.infer<typeof Toilet>;

/** 危房级别, AAC322. Texts [G7], codes our own [D]. */
export const DANGER_GRADES = [
  { key: "none",   code: "01", zh: "否", en: "not dangerous" },
  { key: "gradeC", code: "02", zh: "C级", en: "grade C: in part" },
  { key: "gradeD", code: "03", zh: "D级", en: "grade D: as a whole" },
] as const satisfies CodeList;
export const DangerGrade = enumOf(DANGER_GRADES);
export type DangerGrade = z.infer<typeof DangerGrade>;

/** 搬迁方式. Texts [G1], codes our own [D]. */
export const RELOCATION_WAYS = [
  { key: "wholeVillage", code: "01", zh: "行政区整体搬迁", en: "the whole village" },
  { key: "wholeGroup",   code: "02", zh: "自然村(村民小组)整体搬迁", en: "the whole villagers' group" },
  { key: "household",    code: "03", zh: "建档立卡贫困户个别搬迁", en: "this household alone" },
] as const satisfies CodeList;
export const RelocationWay = enumOf(RELOCATION_WAYS);
export type RelocationWay = z.infer<typeof RelocationWay>;

/** 安置方式. Texts [G1], codes our own [D]. */
export const SETTLEMENTS = [
  { key: "concentrated", code: "01", zh: "集中", en: "concentrated" },
  { key: "dispersed",    code: "02", zh: "分散", en: "dispersed" },
] as const satisfies CodeList;
export const Settlement = enumOf(SETTLEMENTS);
export type Settlement = z.infer<typeof Settlement>;

/** 安置地. Texts [G1], codes our own [D]. */
export const RELOCATION_PLACES = [
  { key: "countyTown",     code: "01", zh: "县城", en: "county town" },
  { key: "town",           code: "02", zh: "乡镇", en: "town" },
  { key: "inVillage",      code: "03", zh: "村内", en: "inside the village" },
  { key: "outsideVillage", code: "04", zh: "村外", en: "outside the village" },
  { key: "outsideCounty",  code: "05", zh: "县外", en: "outside the county" },
] as const satisfies CodeList;
export const RelocationPlace = enumOf(RELOCATION_PLACES);
export type RelocationPlace = z.infer<typeof RelocationPlace>;

/** 搬迁可能存在的困难. Texts [G1], codes our own [D]. */
export const RELOCATION_DIFFICULTIES = [
  { key: "funds",  code: "01", zh: "缺乏资金", en: "lack of funds" },
  { key: "work",   code: "02", zh: "搬迁后找不到工作", en: "no work afterwards" },
  { key: "living", code: "03", zh: "搬迁后生活没着落", en: "no livelihood afterwards" },
  { key: "other",  code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const RelocationDifficulty = enumOf(RELOCATION_DIFFICULTIES);
export type RelocationDifficulty = z.infer<typeof RelocationDifficulty>;

/** 单位隶属关系 of helpers [P6]; 中央 [K]. The codes are our own [D]. */
export const ORG_LEVELS = [
  { key: "central",    code: "01", zh: "中央", en: "central" }, // [K]
  { key: "provincial", code: "02", zh: "省直", en: "provincial" },
  { key: "municipal",  code: "03", zh: "市直", en: "municipal" },
  { key: "county",     code: "04", zh: "县直", en: "county" },
  { key: "town",       code: "05", zh: "乡镇", en: "town" },
  { key: "village",    code: "06", zh: "村级", en: "village" },
] as const satisfies CodeList;
export const OrgLevel = enumOf(ORG_LEVELS);
export type OrgLevel = z.infer<typeof OrgLevel>;

/** 帮扶措施, the six of the official handbook [P5][G7][G1]. The codes are our own [D]. */
export const MEASURE_CATEGORIES = [
  { key: "yuluTraining",   code: "01", zh: "雨露计划", en: "Yulu training" },
  { key: "microCredit",    code: "02", zh: "扶贫小额信贷", en: "micro-credit" },
  { key: "relocation",     code: "03", zh: "易地扶贫搬迁", en: "relocation" },
  { key: "industry",       code: "04", zh: "产业发展", en: "industry" },
  { key: "infrastructure", code: "05", zh: "基础设施", en: "infrastructure" },
  { key: "publicServices", code: "06", zh: "公共服务和社会事业", en: "public services" },
] as const satisfies CodeList;
export const MeasureCategory = enumOf(MEASURE_CATEGORIES);
export type MeasureCategory = z.infer<typeof MeasureCategory>;
