import type { Values } from "./field.ts";
import { section } from "./field.ts";
import { choice, computed, decimal, integer, optional, shownWhen, text, yesNo } from "./fieldKinds.ts";
import {
  DANGER_GRADES, DRINKING_SOURCES, ENTRY_ROADS, FUELS, HOUSE_STRUCTURES, RELOCATION_DIFFICULTIES, RELOCATION_PLACES,
  RELOCATION_WAYS, SETTLEMENTS, TOILETS,
} from "./livingCodes2014.ts";
import type { Label } from "./label.ts";

const MU = { zh: "亩", en: "mu" };

/** Land, mu. Hard bounds only; what is unusual is a question of the checks (LI-01), not an error. */
const mu = (zh: string, en: string, national: string, max = 10_000) =>
  optional(decimal({ zh, en, min: 0, max, unit: MU, national, source: "[G1][G3]" }));
const heads = (zh: string, en: string, unit: Label) =>
  optional(integer({ zh, en, min: 0, max: 10_000, unit, source: "[G1][G2]" }));
const sold = (zh: string, en: string, unit: Label) =>
  optional(integer({ zh, en, min: 0, max: 10_000, unit, source: "5.3" }));
const pieces = (zh: string, en: string, unit: Label) =>
  optional(integer({ zh, en, min: 0, max: 100, unit, source: "[G2]" }));

const HEAD = { zh: "头", en: "head" };
const HORSES = { zh: "匹", en: "head" };
const BIRDS = { zh: "只", en: "head" };
const PIECES = { zh: "台", en: "pieces" };
const VEHICLES = { zh: "辆", en: "vehicles" };

/** Land and farming (domain.md, section 2.6). An empty area is unknown, 0 is none. */
export const land = section({
  key: "land", zh: "土地", en: "Land",
  help: { zh: "租来的地不算。没有的填 0。", en: "Rented land does not count. Write 0 where there is none." },
  source: "2.6",
}, {
  farmland: decimal({
    zh: "耕地面积", en: "Farmland", min: 0, max: 10_000, unit: MU, national: "AAC301", source: "[G1][G3]",
  }),
  irrigated: mu("有效灌溉面积", "Of it irrigated", "AAC302"),
  woodland: mu("林地面积", "Woodland", "AAC303"),
  grainForGreen: mu("退耕还林面积", "Farmland turned to forest", "AAC304"),
  orchard: mu("林果面积", "Orchard", "AAC305"),
  pasture: mu("牧草地面积", "Pasture", "AAC306", 100_000),
  water: mu("水面面积", "Water", "AAC307"),
  inCooperative: optional(yesNo({
    zh: "是否加入农民专业合作社", en: "In a farmers' cooperative", national: "AAC084", source: "[G1][G3]",
  })),
});

/** Animals on the day of the survey, and sold in its year (domain.md, sections 2.6 and 5.3; yaks apart [D]). */
export const livestock = section({ key: "livestock", zh: "牲畜存栏、出栏", en: "Livestock", source: "2.6, 5.3" }, {
  cattle: heads("牛（不含牦牛）", "Cattle without yaks", HEAD),
  yak: heads("牦牛", "Yaks", HEAD),
  sheep: heads("羊", "Sheep and goats", BIRDS),
  pig: heads("猪", "Pigs", HEAD),
  horse: heads("马、骡、驴", "Horses, mules, donkeys", HORSES),
  poultry: heads("家禽", "Poultry", BIRDS),
  cattleSold: sold("牛出栏（含牦牛）", "Cattle sold in the year", HEAD),
  sheepSold: sold("羊出栏", "Sheep and goats sold", BIRDS),
  pigSold: sold("猪出栏", "Pigs sold", HEAD),
});

const isDangerous = ({ dangerGrade }: Values) => (typeof dangerGrade === "string" ? dangerGrade !== "none" : undefined);

/** House, road, power, water, fuel (domain.md, section 2.6). */
export const living = section({ key: "living", zh: "生活条件", en: "Living conditions", source: "2.6" }, {
  houseArea: decimal({
    zh: "住房面积", en: "House", help: { zh: "没有住房的填 0。", en: "0 without a house of their own." }, min: 0,
    max: 2_000, unit: { zh: "平方米", en: "m²" }, national: "AAC317", source: "[P2][G3]",
  }),
  rooms: optional(integer({
    zh: "住房间数", en: "Rooms", min: 0, max: 50, unit: { zh: "间", en: "rooms" }, source: "5.3",
  })),
  houseStructure: optional(choice({
    zh: "房屋主要结构", en: "Built of", options: HOUSE_STRUCTURES, source: "[P2]",
  })),
  houseBuiltYear: optional(integer({
    zh: "建房年份", en: "Built in the year", min: 1800, max: 2100, unit: { zh: "年", en: "" }, source: "[P2]",
  })),
  dangerGrade: choice({
    zh: "危房级别", en: "Grade of danger", options: DANGER_GRADES, national: "AAC322", source: "[G3][G7]",
  }),
  isDangerousHouse: computed(yesNo({
    zh: "是否危房", en: "Dangerous house", national: "AAC318", source: "[G3][G7]",
  }), isDangerous),
  hasSanitaryToilet: optional(yesNo({
    zh: "有无卫生厕所", en: "Sanitary toilet", national: "AAC319", source: "[G1][G3]",
  })),
  toilet: optional(choice({ zh: "厕所类型", en: "Kind of toilet", options: TOILETS, source: "5.3" })),
  hasHouseholdPower: yesNo({ zh: "是否通生活用电", en: "Power in the house", national: "AAC313", source: "[G1]" }),
  hasProductionPower: optional(yesNo({
    zh: "是否通生产用电", en: "Power for production", national: "AAC308", source: "[G1][G3]",
  })),
  distanceToMainRoadKm: optional(decimal({
    zh: "与村主干路距离", en: "To the village's main road",
    help: { zh: "单位是公里：500 米填 0.5。", en: "In kilometres: 500 metres are 0.5." }, min: 0, max: 100,
    unit: { zh: "公里", en: "km" }, national: "AAC315", source: "[G1][G3]",
  })),
  entryRoad: optional(choice({
    zh: "入户路类型", en: "Road to the house", options: ENTRY_ROADS, national: "AAC316", source: "[G1][G3]",
  })),
  fuel: optional(choice({
    zh: "主要燃料类型", en: "Main fuel", options: FUELS, national: "AAC320", source: "[G1][G3]",
  })),
  waterDifficult: yesNo({
    zh: "饮水是否困难", en: "Water hard to get",
    help: {
      zh: "取水水平超过 1 公里、高差超过 100 米，或一年缺水半年以上。",
      en: "More than 1 km away, 100 m up or down, or short for half the year.",
    },
    national: "AAC311", source: "[G1][G3]",
  }),
  waterSafe: yesNo({ zh: "饮水是否安全", en: "Water safe to drink", national: "AAC312", source: "[G1][G3]" }),
  drinkingSource: optional(choice({
    zh: "饮水情况", en: "Source of water", options: DRINKING_SOURCES, source: "[G1]",
  })),
  waterPolluted: optional(yesNo({ zh: "饮水是否受污染", en: "Water polluted", source: "5.3" })),
  treatedInTime: optional(yesNo({ zh: "有病能否及时就医", en: "The ill are treated in time", source: "5.3" })),
  // AAC314 is unverified (domain.md, section 2.6), so it is not given.
  hasTv: optional(yesNo({ zh: "是否通广播电视", en: "Radio or television reaches it", source: "[G2]" })),
});

const WILLING = { key: "isWilling", equals: true } as const;

/** Whether the household would move (domain.md, sections 2.4 and 2.6: ACR075, ACR077; which is which is not told). */
export const relocation = section({ key: "relocation", zh: "易地扶贫搬迁需求", en: "Relocation", source: "2.6" }, {
  isWilling: optional(yesNo({ zh: "是否愿意搬迁", en: "Willing to move", source: "[G1][G3]" })),
  way: shownWhen(WILLING, choice({ zh: "搬迁方式", en: "Who moves", options: RELOCATION_WAYS, source: "[G1]" })),
  settlement: shownWhen(WILLING, choice({
    zh: "安置方式", en: "Settlement", options: SETTLEMENTS, source: "[G1]",
  })),
  place: shownWhen(WILLING, choice({
    zh: "安置地", en: "Where to", options: RELOCATION_PLACES, source: "[G1]",
  })),
  difficulty: shownWhen(WILLING, choice({
    zh: "可能存在的困难", en: "Expected difficulty", options: RELOCATION_DIFFICULTIES, source: "[G1]",
  })),
});

/** Farm machinery and vehicles: the plan weighs them beside income [S]. */
export const machinery = section({
  key: "machinery", zh: "农机具和机动车", en: "Machinery and vehicles", source: "2.6",
}, {
  tractor: pieces("拖拉机", "Tractors", PIECES),
  harvester: pieces("收割机", "Harvesters", PIECES),
  tricycle: pieces("三轮车", "Tricycles", VEHICLES),
  truck: pieces("货车", "Trucks", VEHICLES),
  car: pieces("小汽车", "Cars", VEHICLES),
  motorcycle: pieces("摩托车", "Motorcycles", VEHICLES),
  other: optional(text({ zh: "其他农机具", en: "Other machinery", length: 60, source: "[S]" })),
});

/** Durable goods: the plan weighs them beside income [S]. */
export const durables = section({ key: "durables", zh: "耐用消费品", en: "Durable goods", source: "2.6" }, {
  tv: pieces("电视机", "Televisions", PIECES),
  fridge: pieces("冰箱", "Refrigerators", PIECES),
  washer: pieces("洗衣机", "Washing machines", PIECES),
  computer: pieces("电脑", "Computers", PIECES),
  phone: pieces("手机", "Phones", { zh: "部", en: "phones" }),
});
