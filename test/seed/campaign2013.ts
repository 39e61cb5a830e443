import type { CampaignSettings, CampaignVillage } from "@domain/campaign.ts";

/** The town's campaign of 2013, as plan.md fixes it; its calendar begins on the day given. */
export const CAMPAIGN_ID = "saishisi-2013";
export const TOWN = "620623105";
export const COUNTY = "620623";

/**
 * The plan's eleven villages (codes: domain.md, section 9.2). Population, last year's stock, rates and incomes are invented:
 * the plan's annex 2 is not public. The stocks add up to 3,625, as 3,492 + 133 do.
 */
export const VILLAGES: readonly CampaignVillage[] = [
  { code: "620623105200", name: "先明峡村", aliases: [],           population: 1010, stock: 268, rate: 0.26, perCapita: 3120, collectiveIncomeWan: 0, advance: "done", pastoral: true },
  { code: "620623105201", name: "拉干村",   aliases: [],           population: 1180, stock: 352, rate: 0.29, perCapita: 2890, collectiveIncomeWan: 0, advance: "notStarted", pastoral: true },
  { code: "620623105202", name: "土城村",   aliases: [],           population: 1320, stock: 331, rate: 0.24, perCapita: 3240, collectiveIncomeWan: 0.8, advance: "done", pastoral: true },
  { code: "620623105203", name: "野狐川村", aliases: [],           population: 1260, stock: 436, rate: 0.33, perCapita: 2560, collectiveIncomeWan: 0, advance: "notStarted", pastoral: true },
  { code: "620623105204", name: "下古城村", aliases: [],           population: 1090, stock: 263, rate: 0.23, perCapita: 3310, collectiveIncomeWan: 1.2, advance: "done", pastoral: true },
  { code: "620623105205", name: "麻渣塘村", aliases: ["麻扎塘村"], population: 1430, stock: 359, rate: 0.24, perCapita: 3190, collectiveIncomeWan: 0.5, advance: "underWay", pastoral: true },
  { code: "620623105206", name: "阳屲村",   aliases: ["阳洼村"],   population:  980, stock: 367, rate: 0.36, perCapita: 2480, collectiveIncomeWan: 0, advance: "notStarted", pastoral: true },
  { code: "620623105207", name: "克岔村",   aliases: [],           population:  870, stock: 318, rate: 0.35, perCapita: 2510, collectiveIncomeWan: 0, advance: "underWay", pastoral: true },
  { code: "620623105208", name: "大滩村",   aliases: [],           population: 1210, stock: 374, rate: 0.30, perCapita: 2760, collectiveIncomeWan: 0, advance: "notStarted", pastoral: true },
  { code: "620623105209", name: "上古城村", aliases: [],           population: 1050, stock: 254, rate: 0.23, perCapita: 3350, collectiveIncomeWan: 1.5, advance: "done", pastoral: true },
  { code: "620623105210", name: "东大寺村", aliases: [],           population: 1170, stock: 303, rate: 0.25, perCapita: 3080, collectiveIncomeWan: 0.3, advance: "done", pastoral: true },
];

const DAY = 86_400_000;
const dateAfter = (start: Date, days: number) => new Date(start.getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

/** The plan's last days, counted from 1 May 2014: 31 July, 31 August, 31 October, 31 January. */
const LAST_DAYS = { villages: 60, identify: 91, forms: 122, trial: 183, update: 275 };

/** Days off that stand on a fixed date; the office adds each year's table of the State Council. */
function fixedHolidays(start: Date): string[] {
  const days = ["01-01", "05-01", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07"];
  return [start.getUTCFullYear(), start.getUTCFullYear() + 1].flatMap((year) => days.map((day) => `${year}-${day}`));
}

/** The campaign's settings, beginning on `start`. */
export function campaign2013(start: Date): CampaignSettings {
  const by = { v: dateAfter(start, LAST_DAYS.villages), a: dateAfter(start, LAST_DAYS.identify), b: dateAfter(start, LAST_DAYS.forms), c: dateAfter(start, LAST_DAYS.trial), d: dateAfter(start, LAST_DAYS.update) };
  return {
    name: { zh: "赛什斯镇2013年度扶贫对象建档立卡", en: "Saishisi town: registration of poor households, 2013" },
    year: 2013,
    register: "saishisi",
    rehearsal: false,
    county: { code: COUNTY, zh: "天祝藏族自治县", en: "Tianzhu" },
    town: { code: TOWN, zh: "赛什斯镇", en: "Saishisi" },
    phone: "0935-0000000",
    line: 2736,
    quota: { identify: 3492, exit: 133, villages: 4 },
    quotaMode: "hard",
    villages: [...VILLAGES],
    notice: { village: { unit: "calendarDays", count: 7 }, town: { unit: "calendarDays", count: 7 } },
    retention: { failedDays: 180, draftDays: 90, senderDays: 365, kinDays: 365 },
    objection: { answer: { unit: "workingDays", count: 5 }, appeal: { unit: "calendarDays", count: 7 }, perHour: 20 },
    applications: { perAccount: 10, perVillage: 120, perStaff: 1000 },
    lists: { keepDays: 180 },
    findings: { blocks: {} },
    quorum: { numerator: 2, denominator: 3 },
    calendar: { holidays: fixedHolidays(start), workdays: [] },
    startsOn: dateAfter(start, 0),
    steps: [
      { step: 1,  zh: "规模分解",           en: "split of the size",        by: by.a },
      { step: 2,  zh: "初选对象",           en: "preliminary lists",        by: by.a },
      { step: 3,  zh: "公示公告",           en: "reviews and notices",      by: by.a },
      { step: 4,  zh: "结对帮扶",           en: "pairing",                  by: by.a },
      { step: 5,  zh: "制定计划",           en: "plans of help",            by: by.a },
      { step: 6,  zh: "填写贫困农户登记表", en: "registration forms",       by: by.b },
      { step: 7,  zh: "填写扶贫手册",       en: "handbooks",                by: by.b },
      { step: 8,  zh: "数据录入",           en: "data entry",               by: by.b },
      { step: 9,  zh: "联网运行",           en: "trial run",                by: by.c },
      { step: 10, zh: "数据更新",           en: "yearly update",            by: by.d },
    ],
    villageSteps: [
      { step: 1, zh: "贫困村规模分解",   en: "split of poor villages",  by: by.v },
      { step: 2, zh: "初选对象",         en: "preliminary list",        by: by.v },
      { step: 3, zh: "公示公告",         en: "review and notice",       by: by.v },
      { step: 4, zh: "结对帮扶",         en: "support units",           by: by.a },
      { step: 5, zh: "制定计划",         en: "plans of help",           by: by.a },
      { step: 6, zh: "填写贫困村登记表", en: "registration forms",      by: by.b },
      { step: 7, zh: "数据录入",         en: "data entry",              by: by.b },
      { step: 8, zh: "联网运行",         en: "trial run",               by: by.c },
      { step: 9, zh: "数据更新",         en: "yearly update",           by: by.d },
    ],
    villageTests: { rateAbove: 0.53, incomeBelow: 3064.8, collectiveIncomeAtMost: 0 },
    elderAge: 60,
    outward: { kinds: [] },
    deadlines: { warn: { unit: "workingDays", count: 2 }, hold: { unit: "workingDays", count: 10 }, next: { unit: "workingDays", count: 3 } },
    clocks: {
      submitted: { unit: "workingDays", count: 15 },
      surveyed: { unit: "workingDays", count: 10 },
      nominated: { unit: "workingDays", count: 5 },
      verified: { unit: "workingDays", count: 3 },
      townReview: { unit: "workingDays", count: 7 },
      townApproved: { unit: "workingDays", count: 3 },
      countyReview: { unit: "workingDays", count: 10 },
      approved: { unit: "workingDays", count: 10 },
      paired: { unit: "workingDays", count: 20 },
      changeReview: { unit: "workingDays", count: 10 },
    },
  };
}

/** The same campaign as a rehearsal with that id: periods in seconds, and room for many objections and applications from one machine. */
export function rehearsal(campaign: string, start: Date, seconds: number): CampaignSettings {
  const period = { unit: "seconds", count: seconds } as const;
  const settings = campaign2013(start);
  return {
    ...settings, register: campaign, rehearsal: true, notice: { village: period, town: period }, objection: { ...settings.objection, perHour: 1000 },
    applications: { perAccount: 1000, perVillage: 10_000, perStaff: 100_000 },
  };
}
