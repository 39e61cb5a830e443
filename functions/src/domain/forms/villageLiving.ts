import { section } from "./field.ts";
import { choices, integer, optional, yesNo } from "./fieldKinds.ts";
import { TIMES } from "./units.ts";
import { DISASTERS } from "./villageCodes2014.ts";
import { households, householdsAsked, people, peopleAsked, places, placesAsked, wan } from "./villageCounts.ts";

/* The fourth and fifth aspect of annex 11, 生产生活条件 and 公共服务情况 (domain.md, sections 3.4 and 3.5). */

export const villageLiving = section({ key: "living", zh: "生产生活条件", en: "Production and living", source: "3.4" }, {
  dangerousHouseHouseholds: householdsAsked({
    zh: "危房户数", en: "Households in dangerous houses", national: "AAD361", printAt: "B38", source: "[G2][G3]",
  }),
  noHouseHouseholds: households({ zh: "无房户数", en: "Households without a house", printAt: "B39", source: "[G2]" }),
  relocationHouseholdsPlanned: households({ zh: "需易地搬迁户数", en: "Households to be moved", source: "[G2]" }),
  relocationPeoplePlanned: people({ zh: "需易地搬迁人数", en: "People to be moved", source: "[G2]" }),
  relocationHouseholdsDone: households({ zh: "已易地搬迁户数", en: "Households moved", source: "[G2]" }),
  relocationPeopleDone: people({ zh: "已易地搬迁人数", en: "People moved", source: "[G2]" }),
  disastersLastYear: optional(choices({
    zh: "上年自然灾害", en: "Disasters of the year before", options: DISASTERS, most: 9, source: "[P]",
  })),
  loanHouseholds: households({ zh: "贷款户数", en: "Households with a loan", source: "[G2]" }),
  microLoanHouseholds: households({ zh: "小额信贷户数", en: "Households with micro-credit", source: "[G2]" }),
  overdueHouseholds: households({ zh: "贷款逾期户数", en: "Households behind with a loan", source: "[G2]" }),
  loanBalanceWan: wan({ zh: "贷款余额", en: "Loans outstanding", source: "[G2]" }),
  mutualFund: optional(yesNo({ zh: "有无扶贫互助资金组织", en: "Mutual fund", source: "[P][P2]" })),
});

export const services = section({ key: "services", zh: "公共服务情况", en: "Public services", source: "3.5" }, {
  clinics: placesAsked({ zh: "卫生室个数", en: "Clinics", national: "AAD391", printAt: "B47", source: "[G2][G3][P4]" }),
  publicToilets: placesAsked({
    zh: "公共卫生厕所个数", en: "Public toilets", national: "AAD392", printAt: "B48", source: "[G2][G3][P4]",
  }),
  doctors: peopleAsked({
    zh: "执业（助理）医师", en: "Doctors", national: "AAD393", printAt: "B51", source: "[G2][G3][P4]",
  }),
  villageDoctors: people({ zh: "乡村医生", en: "Village doctors", printAt: "B53", source: "[G2]" }),
  garbagePoints: placesAsked({
    zh: "垃圾集中堆放点个数", en: "Refuse points", national: "AAD394", printAt: "B49", source: "[G2][G3][P4]",
  }),
  libraries: placesAsked({
    zh: "文化（图书）室个数", en: "Reading rooms", national: "AAD401", printAt: "B55", source: "[G2][G3][P4]",
  }),
  tvHouseholds: households({ zh: "通广播电视户数", en: "Households with radio or television", printAt: "B60", source: "[G2][P4]" }),
  noTvHouseholds: households({ zh: "未通广播电视户数", en: "Households without", source: "[P4]" }),
  infoOfficers: people({
    zh: "行政村信息员", en: "Information officers", national: "AAD414", printAt: "B67", source: "[G2][G3]",
  }),
  primarySchools: places({ zh: "村小学个数", en: "Primary schools", source: "[G4]" }),
  coopMedicalInsured: people({
    zh: "参加新农合人数", en: "People in the rural medical scheme", national: "AAD311", printAt: "B40", source: "[G2][G3][P4]",
  }),
  pensionInsured: people({
    zh: "参加城乡居民养老保险人数", en: "People in the residents' pension", national: "AAD313", printAt: "B43",
    source: "[G2][G3][P4]",
  }),
  medicalAidCases: optional(integer({
    zh: "医疗救助人次", en: "Cases of medical aid", min: 0, max: 100_000, unit: TIMES, printAt: "B42", source: "[G2]",
  })),
});
