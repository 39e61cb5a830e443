import type { Bilingual } from "@domain/text.ts";

export type SettingKind = "text" | "number" | "date" | "yesNo" | "period" | "quotaMode" | "dates" | "messages";

/** One setting: where it lies in CampaignSettings, and how it is typed. */
export type Setting = Bilingual & { path: string; kind: SettingKind; help?: Bilingual; unit?: Bilingual; fixed?: true };

const PEOPLE = { zh: "人", en: "people" } as const;

/** What the office sets, group by group. `fixed`: given once, when the campaign is made. */
export const SETTINGS = {
  basics: [
    { path: "name.zh", kind: "text", zh: "名称", en: "Name in Chinese" },
    { path: "name.en", kind: "text", zh: "英文名称", en: "Name in English" },
    { path: "year", kind: "number", zh: "登记年度", en: "Year of reference" },
    { path: "startsOn", kind: "date", zh: "开始日期", en: "Begins on" },
    { path: "phone", kind: "text", zh: "办公室电话", en: "The office's phone" },
    { path: "county.code", kind: "text", zh: "县代码（6 位）", en: "County code", fixed: true },
    { path: "county.zh", kind: "text", zh: "县名", en: "County in Chinese" },
    { path: "county.en", kind: "text", zh: "县英文名", en: "County in English" },
    { path: "town.code", kind: "text", zh: "镇代码（9 位）", en: "Town code", fixed: true },
    { path: "town.zh", kind: "text", zh: "镇名", en: "Town in Chinese" },
    { path: "town.en", kind: "text", zh: "镇英文名", en: "Town in English" },
    { path: "rehearsal", kind: "yesNo", zh: "这是演练", en: "A rehearsal", help: { zh: "演练的公示期可以按秒计，并用自己的名册。", en: "A rehearsal may count in seconds, and keeps a register of its own." } },
    { path: "register", kind: "text", zh: "名册代号", en: "Register", fixed: true, help: { zh: "小写字母、数字、短横。同一个镇历次工作共用；演练用演练自己的编号。", en: "Lower-case letters, digits, hyphen. Shared by a town's campaigns; a rehearsal uses its own id." } },
  ],
  sizes: [
    { path: "line", kind: "number", zh: "人均纯收入标准", en: "Line of income per head", unit: { zh: "元/年", en: "yuan a year" } },
    { path: "quota.identify", kind: "number", zh: "贫困人口规模", en: "Poor people", unit: PEOPLE },
    { path: "quota.exit", kind: "number", zh: "脱贫人口规模", en: "Exits", unit: PEOPLE },
    { path: "quota.villages", kind: "number", zh: "贫困村规模", en: "Poor villages", unit: { zh: "个", en: "villages" } },
    { path: "quotaMode", kind: "quotaMode", zh: "规模控制", en: "Over the size" },
    { path: "quorum.numerator", kind: "number", zh: "评议会法定人数：分子", en: "Quorum: numerator" },
    { path: "quorum.denominator", kind: "number", zh: "评议会法定人数：分母", en: "Quorum: denominator" },
  ],
  tests: [
    { path: "villageTests.rateAbove", kind: "number", zh: "贫困发生率高于（0 到 1）", en: "Poverty rate above (0 to 1)" },
    { path: "villageTests.incomeBelow", kind: "number", zh: "人均纯收入低于", en: "Income per head below", unit: { zh: "元/年", en: "yuan a year" } },
    { path: "villageTests.collectiveIncomeAtMost", kind: "number", zh: "村集体收入不超过", en: "Collective income at most", unit: { zh: "万元", en: "10,000 yuan" } },
    { path: "lists.keepDays", kind: "number", zh: "外部名单保留", en: "Outside lists are kept", unit: { zh: "天", en: "days" } },
    { path: "elderAge", kind: "number", zh: "不计为劳动力的年龄（60 或 65）", en: "Age from which people do not count as labour (60 or 65)" },
  ],
  periods: [
    { path: "notice.village", kind: "period", zh: "第一次公示期", en: "First notice" },
    { path: "notice.town", kind: "period", zh: "第二次公示期", en: "Second notice" },
    { path: "objection.answer", kind: "period", zh: "异议答复期限", en: "Answer to an objection" },
    { path: "objection.appeal", kind: "period", zh: "申请复核期限", en: "Time to appeal" },
    { path: "deadlines.warn", kind: "period", zh: "到期前多久提醒经办人", en: "Warning before an end" },
    { path: "deadlines.next", kind: "period", zh: "报上级后多久未办再报更上一级", en: "From one level to the next" },
    { path: "deadlines.hold", kind: "period", zh: "暂停计时最长", en: "A clock may stand still for" },
    { path: "retention.failedDays", kind: "number", zh: "未通过的申请保存", en: "Failed applications are kept", unit: { zh: "天", en: "days" } },
    { path: "retention.draftDays", kind: "number", zh: "没有提交的申请草稿保存（从最后一次填写算）", en: "Drafts that nobody sent are kept (from the last change)", unit: { zh: "天", en: "days" } },
    { path: "retention.senderDays", kind: "number", zh: "答复后异议人姓名电话保存", en: "Who objected is kept after the answer", unit: { zh: "天", en: "days" } },
    { path: "retention.kinDays", kind: "number", zh: "干部亲属申报保存（从最后一次申报算）", en: "Relatives that staff declared are kept (from the last declaration)", unit: { zh: "天", en: "days" } },
    { path: "objection.perHour", kind: "number", zh: "同一来源每小时最多异议数", en: "Objections an hour from one source", unit: { zh: "件", en: "" } },
    { path: "applications.perAccount", kind: "number", zh: "一部手机每天最多申请数", en: "Applications a day from one phone", unit: { zh: "份", en: "" } },
    { path: "applications.perVillage", kind: "number", zh: "一个村每小时最多网上申请数", en: "Applications an hour from all phones to one village", unit: { zh: "份", en: "" } },
    { path: "applications.perStaff", kind: "number", zh: "一个账号每天最多代为申请数", en: "Applications a day by one account of the staff", unit: { zh: "份", en: "" } },
  ],
  outward: [
    { path: "outward.kinds", kind: "messages", zh: "同时发往短信或微信平台的消息", en: "Messages that go outwards as well", help: { zh: "须先由技术人员接好平台（functions/WEBHOOK.md）。都不选就不对外发送。", en: "Somebody technical connects the service first (functions/WEBHOOK.md). None chosen, nothing goes out." } },
  ],
  calendar: [
    { path: "calendar.holidays", kind: "dates", zh: "放假日期", en: "Days off" },
    { path: "calendar.workdays", kind: "dates", zh: "调休上班日期", en: "Make-up working days" },
  ],
} as const satisfies Record<string, readonly Setting[]>;
