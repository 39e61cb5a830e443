import type { Bilingual } from "@domain/text.ts";
import type { Fault } from "./chains.ts";

export const CHAIN_WORDS = {
  title:     { zh: "校验", en: "Verification" },
  lead:      { zh: "每一户的办理记录环环相扣：改动、删除任何一项，后面的都对不上。这里由您的浏览器从头重新计算，不靠服务器的说法。", en: "Each household's actions are linked: change or delete one, and all that follow no longer fit. Your own browser computes them anew here; nobody's word is taken." },
  working:   { zh: "正在逐户重新计算", en: "Recomputing every history" },
  sound:     { zh: "全部对得上，没有一项被改动或删除", en: "Everything fits: nothing was changed or deleted" },
  broken:    { zh: "对不上的记录", en: "Where it does not fit" },
  household: { zh: "户主（村）", en: "Household" },
  nobody:    { zh: "（申请已不在）", en: "(the application is gone)" },
  seq:       { zh: "第几项", en: "Place" },
  action:    { zh: "办理记录", en: "Action" },
  why:       { zh: "哪里对不上", en: "What does not fit" },
} as const satisfies Record<string, Bilingual>;

export const FAULTS = {
  missing: { zh: "这里缺少一项记录，或者重复", en: "a record is missing here, or stands twice" },
  changed: { zh: "这一项在登记以后被改动过", en: "this record was changed after it was written" },
  end:     { zh: "申请上的校验值和它的记录不一致", en: "the application's own hash is not its history's" },
  gone:    { zh: "有办理记录，但申请已不在", en: "there are records, and the application is gone" },
} as const satisfies Record<Fault["kind"], Bilingual>;
