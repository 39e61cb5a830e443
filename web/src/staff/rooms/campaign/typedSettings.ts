import type { AreaCode } from "@domain/areas.ts";
import { CampaignSettings } from "@domain/campaign.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { Status } from "@domain/status.ts";
import { Status as AnyStatus, STATUSES } from "@domain/status.ts";
import { newId } from "../../../shared/ids.ts";
import type { KnownCampaign } from "../../data/campaigns.ts";

/** Settings while somebody types: the shape of CampaignSettings, with text where a number is not one yet. */
export type Typed = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What lies at a path such as `notice.village.count`. */
export function valueAt(typed: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((held, key) => (isObject(held) ? held[key] : undefined), typed);
}

/** The same settings with another value at a path; lists stay lists. */
export function withValueAt<T>(typed: T, path: string, value: unknown): T {
  const [key = "", ...rest] = path.split(".");
  const next = rest.length > 0 ? withValueAt(isObject(typed) ? (typed[key] ?? {}) : {}, rest.join("."), value) : value;
  if (Array.isArray(typed)) return typed.map((one, at) => (String(at) === key ? next : one)) as T;
  return { ...typed, [key]: next };
}

/** The settings of a campaign, without what functions keep beside them. */
export function settingsOf({ id: _id, status: _status, areas: _areas, split: _split, version: _version, ...settings }: KnownCampaign): Typed {
  return settings;
}

/** States in which a person has to act: those that can have a clock. */
export const CLOCKED: readonly Status[] = AnyStatus.options.filter(
  (status) => status !== "draft" && STATUSES[status].holders.some((holder) => holder !== "clock"),
);

/** The steps of the way of poor villages (the plan, 贫困村). */
const VILLAGE_STEPS = [
  ["指标分解", "marking of the villages"], ["初选对象", "applications and town review"], ["公示公告", "notice and decision"],
  ["结对帮扶", "support units"], ["制定计划", "plans of help"], ["填写登记表", "registration forms"], ["数据录入", "data entry"],
  ["联网运行", "trial run"], ["数据更新", "yearly update"],
] as const;

const week = { unit: "calendarDays", count: 7 } as const;

/** Settings to begin with in an area that has never had a campaign: the plan's steps, a week's notice. */
export function emptySettings(area: AreaCode): Typed {
  const today = shanghaiDate(new Date());
  const names = ["规模分解", "初选对象", "审核公示", "结对帮扶", "制定计划", "填写登记表", "填写扶贫手册", "数据录入", "联网运行", "数据更新"];
  const english = ["split of the size", "preliminary lists", "reviews and notices", "pairing", "plans of help", "registration forms", "handbooks", "data entry", "trial run", "yearly update"];
  return {
    name: { zh: "", en: "" }, year: Number(today.slice(0, 4)) - 1, register: "", rehearsal: false,
    county: { code: area.slice(0, 6), zh: "", en: "" }, town: { code: area.length >= 9 ? area.slice(0, 9) : "", zh: "", en: "" },
    phone: "", line: 2736, quota: { identify: 0, exit: 0, villages: 0 }, quotaMode: "hard", villages: [],
    notice: { village: week, town: week }, objection: { answer: { unit: "workingDays", count: 5 }, appeal: week, perHour: 20 }, applications: CampaignSettings.shape.applications.parse(undefined),
    quorum: { numerator: 2, denominator: 3 }, calendar: { holidays: [], workdays: [] }, startsOn: today,
    steps: names.map((zh, at) => ({ step: at + 1, zh, en: english[at] ?? "", by: null })), clocks: {},
    villageSteps: VILLAGE_STEPS.map(([zh, en], at) => ({ step: at + 1, zh, en, by: null })),
    villageTests: { rateAbove: 0.53, incomeBelow: 3064.8, collectiveIncomeAtMost: 0 }, elderAge: 60, lists: { keepDays: 180 },
    retention: CampaignSettings.shape.retention.parse(undefined),
  };
}

/** An identifier for a new campaign that a register may also be called by. */
export const newCampaignId = (year: unknown): string => `c${String(year)}-${newId(8).toLowerCase()}`;

export type ReadSettings = { ok: true; settings: CampaignSettings } | { ok: false; paths: string[] };

/** Reads what was typed; else the paths of what is missing or malformed. */
export function readSettings(typed: Typed): ReadSettings {
  const parsed = CampaignSettings.safeParse(typed);
  if (parsed.success) return { ok: true, settings: parsed.data };
  return { ok: false, paths: [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))] };
}
