import type * as z from "zod";
import type { CodeList } from "./codeList.ts";
import { enumOf } from "./codeList.ts";

/* Code lists of villages (domain.md, section 3). Codes are our own [D] but where a source is named for them. */

/** 整村推进, three states [P]; the split of annex 8 begins with villages where it has not been done [S]. */
export const WHOLE_VILLAGE_ADVANCES = [
  { key: "notStarted", code: "01", zh: "未实施", en: "not done" },
  { key: "underWay",   code: "02", zh: "正在实施", en: "under way" },
  { key: "done",       code: "03", zh: "已实施", en: "done" },
] as const satisfies CodeList;
export const WholeVillageAdvance = enumOf(WHOLE_VILLAGE_ADVANCES);
export type WholeVillageAdvance = z.infer<typeof WholeVillageAdvance>;

/** 贫困村属性, AAD004: 01 in two systems [G3][G5]; the other value is ours [D]. */
export const VILLAGE_ATTRIBUTES = [
  { key: "poor",  code: "01", zh: "贫困村", en: "poor village" },
  { key: "other", code: "02", zh: "非贫困村", en: "other village" },
] as const satisfies CodeList;
export const VillageAttribute = enumOf(VILLAGE_ATTRIBUTES);
export type VillageAttribute = z.infer<typeof VillageAttribute>;

/** 地形地貌属性, AAD036: 山区 [G2][G3], the others [K]. */
export const TERRAINS = [
  { key: "mountains", code: "01", zh: "山区", en: "mountains" },
  { key: "hills",     code: "02", zh: "丘陵", en: "hills" },
  { key: "plain",     code: "03", zh: "平原", en: "plain" },
  { key: "plateau",   code: "04", zh: "高原", en: "plateau" },
  { key: "other",     code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const Terrain = enumOf(TERRAINS);
export type Terrain = z.infer<typeof Terrain>;

/** 上年自然灾害 [P]. */
export const DISASTERS = [
  { key: "drought",   code: "01", zh: "旱灾", en: "drought" },
  { key: "flood",     code: "02", zh: "涝灾", en: "flood" },
  { key: "pests",     code: "03", zh: "病虫害", en: "pests" },
  { key: "frost",     code: "04", zh: "冰冻", en: "frost" },
  { key: "hotWind",   code: "05", zh: "干热风", en: "hot dry wind" },
  { key: "epizootic", code: "06", zh: "动物疫病", en: "animal disease" },
  { key: "landslide", code: "07", zh: "泥石流、滑坡", en: "mudflow or landslide" },
  { key: "quake",     code: "08", zh: "地震", en: "earthquake" },
  { key: "other",     code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const Disaster = enumOf(DISASTERS);
export type Disaster = z.infer<typeof Disaster>;

/** 主要收入来源, B17 [G2]; the list was not found [D]. */
export const INCOME_SOURCES = [
  { key: "crops",     code: "01", zh: "种植业", en: "crops" },
  { key: "animals",   code: "02", zh: "养殖业", en: "animals" },
  { key: "orchards",  code: "03", zh: "林果业", en: "orchards" },
  { key: "work",      code: "04", zh: "外出务工", en: "work elsewhere" },
  { key: "trade",     code: "05", zh: "经商、运输", en: "trade and transport" },
  { key: "tourism",   code: "06", zh: "乡村旅游", en: "tourism" },
  { key: "transfers", code: "07", zh: "转移性收入", en: "transfers" },
  { key: "other",     code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const IncomeSource = enumOf(INCOME_SOURCES);
export type IncomeSource = z.infer<typeof IncomeSource>;

/** 集体财产, B19 [G2]; the list was not found [D]. */
export const COLLECTIVE_ASSETS = [
  { key: "land",       code: "01", zh: "土地、草场、林地", en: "land, pasture, woodland" },
  { key: "buildings",  code: "02", zh: "房屋", en: "buildings" },
  { key: "machines",   code: "03", zh: "机械设备", en: "machinery" },
  { key: "waterworks", code: "04", zh: "水利设施", en: "waterworks" },
  { key: "firm",       code: "05", zh: "村办企业", en: "a firm of the village" },
  { key: "money",      code: "06", zh: "存款", en: "money" },
  { key: "other",      code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const CollectiveAsset = enumOf(COLLECTIVE_ASSETS);
export type CollectiveAsset = z.infer<typeof CollectiveAsset>;

/** What a village's project is about (section 3.6) [G2]. */
export const VILLAGE_PLAN_CATEGORIES = [
  { key: "roads",       code: "01", zh: "村级道路畅通", en: "roads" },
  { key: "water",       code: "02", zh: "人饮和灌溉", en: "drinking water and irrigation" },
  { key: "power",       code: "03", zh: "生活和生产用电", en: "power" },
  { key: "broadband",   code: "04", zh: "通宽带", en: "broadband" },
  { key: "environment", code: "05", zh: "环境保护和改善", en: "environment" },
  { key: "safety",      code: "06", zh: "防灾避灾", en: "safety from disasters" },
  { key: "relocation",  code: "07", zh: "扶贫生态移民", en: "relocation" },
  { key: "industry",    code: "08", zh: "产业发展", en: "industry" },
  { key: "other",       code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;
export const VillagePlanCategory = enumOf(VILLAGE_PLAN_CATEGORIES);
export type VillagePlanCategory = z.infer<typeof VillagePlanCategory>;

/** 十项重点工作 of the nation: most names [P4][G5], the full list [K]. */
export const NATIONAL_TASKS = [
  { key: "roads",       code: "01", zh: "村级道路畅通", en: "roads" },
  { key: "water",       code: "02", zh: "饮水安全", en: "safe water" },
  { key: "power",       code: "03", zh: "农村电力保障", en: "power" },
  { key: "houses",      code: "04", zh: "危房改造", en: "dangerous houses" },
  { key: "industry",    code: "05", zh: "特色产业增收", en: "special industries" },
  { key: "tourism",     code: "06", zh: "乡村旅游", en: "tourism" },
  { key: "education",   code: "07", zh: "教育扶贫", en: "education" },
  { key: "health",      code: "08", zh: "卫生和计划生育", en: "health and family planning" },
  { key: "culture",     code: "09", zh: "文化建设", en: "culture" },
  { key: "information", code: "10", zh: "贫困村信息化", en: "information" },
] as const satisfies CodeList;
export const NationalTask = enumOf(NATIONAL_TASKS);
export type NationalTask = z.infer<typeof NationalTask>;

/** 年度实施 of a project [G2]; the years up to the national goal of 2020 [K]. */
export const PLAN_YEARS = [
  { key: "2014", code: "2014", zh: "2014年", en: "2014" },
  { key: "2015", code: "2015", zh: "2015年", en: "2015" },
  { key: "2016", code: "2016", zh: "2016年", en: "2016" },
  { key: "2017", code: "2017", zh: "2017年", en: "2017" },
  { key: "2018", code: "2018", zh: "2018年", en: "2018" },
  { key: "2019", code: "2019", zh: "2019年", en: "2019" },
  { key: "2020", code: "2020", zh: "2020年", en: "2020" },
] as const satisfies CodeList;
export const PlanYear = enumOf(PLAN_YEARS);
export type PlanYear = z.infer<typeof PlanYear>;
