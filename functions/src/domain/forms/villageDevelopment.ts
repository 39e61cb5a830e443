import { rowsOf, section } from "./field.ts";
import { choices, computed, money, optional, text, yesNo } from "./fieldKinds.ts";
import { collectiveIncomeWan, povertyRate, povertyRateOf, villagePerCapitaNetIncome } from "./villageApplication.ts";
import { COLLECTIVE_ASSETS, INCOME_SOURCES } from "./villageCodes2014.ts";
import { households, km, people, places } from "./villageCounts.ts";

/* The second and third aspect of annex 11, 发展水平 and 基础设施状况 (domain.md, sections 3.2 and 3.3). */

export const development = section({
  key: "development", zh: "发展水平", en: "Level of development", help: { zh: "填 2013 年全年的数。", en: "For the year 2013." },
  source: "3.2",
}, {
  povertyRate: computed(povertyRate, (_values, { residents }) => povertyRateOf(Object(residents))),
  perCapitaNetIncome: { ...villagePerCapitaNetIncome, printAt: "B18" },
  collectiveIncomeWan: { ...collectiveIncomeWan, printAt: "B20" },
  incomeBelow1000: households({
    zh: "人均纯收入 1000 元以下户数", en: "Households below 1,000 yuan a head", printAt: "B18-1", source: "[G2]",
  }),
  income1000To2000: households({
    zh: "1000—2000 元户数", en: "Households from 1,000 to 2,000", printAt: "B18-2", source: "[G2]",
  }),
  income2000To2800: households({
    zh: "2000—2800 元户数", en: "Households from 2,000 to 2,800", printAt: "B18-3", source: "[G2]",
  }),
  income2800AndMore: households({
    zh: "2800 元及以上户数", en: "Households at 2,800 and more", printAt: "B18-4", source: "[G2]",
  }),
  mainIncomeSources: optional(choices({
    zh: "主要收入来源", en: "Main sources of income", options: INCOME_SOURCES, most: 4, printAt: "B17", source: "[G2][D]",
  })),
  collectiveAssets: optional(choices({
    zh: "集体财产", en: "Property of the collective", options: COLLECTIVE_ASSETS, most: 7, printAt: "B19", source: "[G2][D]",
  })),
  cooperatives: places({
    zh: "农民专业合作社个数", en: "Farmers' cooperatives", national: "AAD371", printAt: "B85", source: "[G2][G3]",
  }),
  poorHouseholdsInCoop: households({ zh: "参加合作社的贫困户数", en: "Poor households in them", printAt: "B86", source: "[G2]" }),
  tourismHouseholds: households({
    zh: "乡村旅游户数", en: "Households in tourism", national: "AAD381", printAt: "B87", source: "[G2][G3][P4]",
  }),
  tourismWorkers: people({
    zh: "乡村旅游从业人员", en: "People in tourism", national: "AAD383", printAt: "B88", source: "[G2][G3][P4]",
  }),
  farmstayHouseholds: households({
    zh: "农家乐户数", en: "Farm inns", national: "AAD382", printAt: "B89", source: "[G2][G3][P4]",
  }),
  farmstayIncome: optional(money({
    zh: "农家乐户均年收入", en: "Yearly income of a farm inn", national: "AAD384", printAt: "B90", source: "[G2][G3][P4]",
  })),
});

export const specialIndustries = rowsOf({
  key: "specialIndustries", zh: "特色产业", en: "Special industries", min: 0, max: 10,
  row: { zh: "产业", en: "industry", counter: "项" }, source: "3.2",
}, {
  industry: text({ zh: "产业类型", en: "Industry", length: 40, printAt: "B83", source: "[G2]" }),
  perCapitaIncome: money({ zh: "人均收入", en: "Income per head", max: 1_000_000, printAt: "B84", source: "[G2]" }),
});

export const infrastructure = section({ key: "infrastructure", zh: "基础设施状况", en: "Infrastructure", source: "3.3" }, {
  pavedToTown: yesNo({ zh: "到乡镇是否通沥青（水泥）路", en: "Paved road to the town", national: "AAD328", source: "[G3]" }),
  unpavedKmToTown: km({ zh: "到乡镇未通沥青（水泥）路里程", en: "Unpaved road to the town", printAt: "B22", source: "[G2][P4]" }),
  busService: yesNo({ zh: "是否通客运班车", en: "Bus service", national: "AAD323", printAt: "B23", source: "[G2][G3][P4]" }),
  naturalVillagesUnpaved: places({
    zh: "未通沥青（水泥）路的自然村数", en: "Natural villages without a paved road", printAt: "B24", source: "[G2][P4]",
  }),
  naturalVillagesUnpavedKm: km({
    zh: "自然村未通沥青（水泥）路里程", en: "Unpaved road to them", printAt: "B25", source: "[G2][P4]",
  }),
  waterUnsafeHouseholds: households({
    zh: "未实现饮水安全户数", en: "Households without safe water", national: "AAD331", source: "[G3][P4]",
  }),
  waterDifficultHouseholds: households({
    zh: "饮水困难户数", en: "Households to which water is hard to get", national: "AAD332", printAt: "B32", source: "[G2][G3][P4]",
  }),
  tapWaterHouseholds: households({ zh: "饮用自来水户数", en: "Households with tap water", printAt: "B26", source: "[G2]" }),
  // AAD358 counts natural villages of 20 households and more that have power: another figure, so it is not given.
  noProductionPowerNV: places({
    zh: "未通生产用电自然村数", en: "Natural villages without power for production", printAt: "B34", source: "[G2][G3]",
  }),
  noHouseholdPowerNV: places({
    zh: "未通生活用电自然村数", en: "Natural villages without power in the houses", printAt: "B35", source: "[G2][G3]",
  }),
  noHouseholdPowerHH: households({ zh: "未通生活用电户数", en: "Households without power", printAt: "B36", source: "[G2]" }),
  broadbandAtCommittee: optional(yesNo({
    zh: "村委会是否通宽带", en: "Broadband at the committee", national: "AAD411", printAt: "B61", source: "[G2][G3]",
  })),
  broadbandHouseholds: households({
    zh: "通宽带户数", en: "Households with broadband", national: "AAD412", source: "[G2][G3]",
  }),
  broadbandSchools: places({ zh: "通宽带村小学数", en: "Schools with broadband", national: "AAD413", source: "[G2][G3]" }),
  mobileInternetHouseholds: households({
    zh: "手机上网户数", en: "Households online by phone", printAt: "B65", source: "[G2]",
  }),
});

