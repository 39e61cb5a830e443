import { section } from "./field.ts";
import { choice, contactPhone, decimal, integer, optional, personName, text } from "./fieldKinds.ts";
import { DEGREES, HOUSEHOLDS, PEOPLE } from "./units.ts";
import { TERRAINS, VILLAGE_ATTRIBUTES, WHOLE_VILLAGE_ADVANCES } from "./villageCodes2014.ts";
import { households, householdsAsked, mu, people, peopleAsked, places, placesAsked } from "./villageCounts.ts";
import type { Label } from "./label.ts";

/* The first aspect of annex 11, 基本情况 (domain.md, section 3.1). */

export const basics = section({ key: "basics", zh: "村基本情况", en: "The village", source: "3.1" }, {
  villageName: text({ zh: "村名", en: "Village", length: 20, source: "[P9]" }),
  leaderName: personName({ zh: "村负责人", en: "Head of the village", national: "AAR011", source: "[G2][G3]" }),
  leaderTitle: text({ zh: "职务", en: "Post", length: 40, national: "AAF031", source: "[G2][G3]" }),
  officePhone: optional(contactPhone({ zh: "村办公电话", en: "Office phone", national: "AAR012", source: "[G2][G3]" })),
  villageAttribute: choice({
    zh: "村属性", en: "Kind of village", options: VILLAGE_ATTRIBUTES, national: "AAD004", source: "[G3][G5]",
  }),
  developmentDirection: optional(text({
    zh: "发展方向属性", en: "Direction of development", help: { zh: "没有找到统一的选项，用文字写。", en: "No code list was found; in words." },
    length: 40, national: "AAD035", source: "[G2][G3]",
  })),
  terrain: optional(choice({
    zh: "地形地貌属性", en: "Terrain", options: TERRAINS, national: "AAD036", source: "[G2][G3][K]",
  })),
  wholeVillageAdvance: choice({
    zh: "整村推进", en: "Whole-village advance", options: WHOLE_VILLAGE_ADVANCES, source: "[S][P]",
  }),
  partyMembers: people({ zh: "中共党员人数", en: "Party members", national: "AAD037", source: "[G2][G3]" }),
  graduateOfficials: people({ zh: "大学生村官人数", en: "Graduates in office", national: "AAD038", source: "[G2][G3]" }),
  lat: optional(decimal({
    zh: "纬度", en: "Latitude", min: 18, max: 54, decimals: 6, unit: DEGREES, national: "AAR102", source: "[G3]",
  })),
  lng: optional(decimal({
    zh: "经度", en: "Longitude", min: 73, max: 136, decimals: 6, unit: DEGREES, national: "AAR101", source: "[G3]",
  })),
  naturalVillages: placesAsked({
    zh: "自然村数", en: "Natural villages", national: "AAD006", printAt: "B1", source: "[G2][G3]",
  }),
  groups: places({ zh: "村民小组（社）数", en: "Villagers' groups", printAt: "B2", source: "[G2][G3]" }),
});

export const residents = section({
  key: "residents", zh: "户数和人口", en: "Households and people",
  help: { zh: "填 2013 年 12 月 31 日的数。没有的填 0。", en: "As of 31 December 2013. Write 0 where there is none." },
  source: "3.1",
}, {
  households: integer({
    zh: "总户数", en: "Households", min: 1, max: 20_000, unit: HOUSEHOLDS, national: "AAD005", printAt: "B3",
    source: "[G2][G3]",
  }),
  poorHouseholds: householdsAsked({ zh: "贫困户数", en: "Poor households", printAt: "B3-1", source: "[G2]" }),
  poorGeneral: households({ zh: "其中一般贫困户", en: "Of them ordinary", source: "[G2]" }),
  poorMinLivingPoor: households({ zh: "其中低保贫困户", en: "Of them minimum-living, able to work", source: "[G2]" }),
  poorMinLiving: households({ zh: "其中低保户", en: "Of them minimum-living", source: "[G2]" }),
  poorFiveGuarantee: households({ zh: "其中五保户", en: "Of them five-guarantee", source: "[G2]" }),
  minLivingHouseholds: householdsAsked({
    zh: "低保户数", en: "Minimum-living households", national: "AAD008", printAt: "B3-2", source: "[G2][G3]",
  }),
  fiveGuaranteeHouseholds: householdsAsked({
    zh: "五保户数", en: "Five-guarantee households", national: "AAD009", printAt: "B3-3", source: "[G2][G3]",
  }),
  population: integer({
    zh: "总人口数", en: "People", min: 1, max: 100_000, unit: PEOPLE, national: "AAD010", printAt: "B4",
    source: "[G2][G3]",
  }),
  registeredRuralPopulation: integer({
    zh: "农村户籍人口", en: "Registered rural population",
    help: { zh: "贫困发生率的分母。", en: "The poverty rate is of these." }, min: 1, max: 100_000, unit: PEOPLE,
    source: "[K]",
  }),
  poorPopulation: peopleAsked({ zh: "贫困人口数", en: "Poor people", printAt: "B4-1", source: "[G2]" }),
  minLivingPop: peopleAsked({
    zh: "低保人口数", en: "People on minimum living", national: "AAD012", printAt: "B4-2", source: "[G2][G3]",
  }),
  fiveGuaranteePop: peopleAsked({
    zh: "五保人口数", en: "People on five guarantees", national: "AAD013", printAt: "B4-3", source: "[G2][G3]",
  }),
  minorityPop: people({
    zh: "少数民族人口数", en: "People of minorities", national: "AAD014", printAt: "B4-4", source: "[G2][G3]",
  }),
  womenPop: people({ zh: "妇女人口数", en: "Women", national: "AAD015", printAt: "B4-5", source: "[G2][G3]" }),
  disabledPop: peopleAsked({
    zh: "残疾人口数", en: "Disabled people", national: "AAD016", printAt: "B4-6", source: "[G2][G3]",
  }),
  laborPop: peopleAsked({
    zh: "劳动力人数", en: "People able to work", national: "AAD017", printAt: "B5", source: "[G2][G3]",
  }),
  migrantPop: people({
    zh: "外出务工人数", en: "People working elsewhere", national: "AAD018", printAt: "B7", source: "[G2][G3]",
  }),
  leftBehindChildren: people({ zh: "留守儿童", en: "Children left behind", printAt: "B4-7", source: "[G2]" }),
  emptyNestElderly: people({ zh: "空巢老人", en: "Old people left alone", printAt: "B4-8", source: "[G2]" }),
});

/** The long form prints land as B10 to B13 without saying which is which, so the fields have no number of it. */
export const villageLand = section({ key: "land", zh: "土地", en: "Land", source: "3.1" }, {
  farmland: mu({ zh: "耕地面积", en: "Farmland", national: "AAD019", source: "[G2][G3]" }),
  irrigated: mu({ zh: "有效灌溉面积", en: "Of it irrigated", national: "AAD027", source: "[G2][G3]" }),
  woodland: mu({ zh: "林地面积", en: "Woodland", national: "AAD021", source: "[G2][G3]" }),
  grainForGreen: mu({ zh: "退耕还林面积", en: "Farmland turned to forest", national: "AAD022", source: "[G2][G3]" }),
  orchard: mu({ zh: "林果面积", en: "Orchard", national: "AAD023", source: "[G2][G3]" }),
  pasture: mu({ zh: "牧草地面积", en: "Pasture", national: "AAD024", source: "[G2][G3]" }),
  water: mu({ zh: "水域面积", en: "Water", national: "AAD025", source: "[G2][G3]" }),
});

const herd = (zh: string, en: string, unit: Label) =>
  optional(integer({ zh, en, min: 0, max: 1_000_000, unit, source: "[G2]" }));
const HEAD = { zh: "头", en: "head" };
const HORSES = { zh: "匹", en: "head" };
const BIRDS = { zh: "只", en: "head" };

export const villageLivestock = section({ key: "livestock", zh: "牲畜存栏", en: "Livestock", source: "3.1" }, {
  cattle: herd("牛（不含牦牛）", "Cattle without yaks", HEAD),
  yak: herd("牦牛", "Yaks", HEAD),
  sheep: herd("羊", "Sheep and goats", BIRDS),
  pig: herd("猪", "Pigs", HEAD),
  horse: herd("马、骡、驴", "Horses, mules, donkeys", HORSES),
  poultry: herd("家禽", "Poultry", BIRDS),
});
