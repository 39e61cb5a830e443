import type { Bilingual } from "@domain/text.ts";

export const HOUSEHOLD_WORDS = {
  title:    { zh: "农户", en: "Households" },
  none:     { zh: "还没有农户申请", en: "No household has applied yet" },
  noneLead: { zh: "农户自己申请，或由村两委代为申请后，就会出现在这里。", en: "Households appear here once they, or the village committee for them, have applied." },
  noneFits: { zh: "没有符合条件的农户", en: "No household fits" },
  sort:     { zh: "排序", en: "Order" },
  byPlace:  { zh: "按村、社、户主", en: "Village, group, name" },
  byDue:    { zh: "先到期的在前", en: "Due first" },
  byIncome: { zh: "收入低的在前", en: "Lowest income first" },
  byPeople: { zh: "人多的在前", en: "Most people first" },
  text:     { zh: "户主、社、受理编号或户编号", en: "Name, group, receipt or register number" },
} as const satisfies Record<string, Bilingual>;
