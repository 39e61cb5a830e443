import type { Bilingual } from "@domain/text.ts";

export const EXIT_WORDS = {
  title:     { zh: "脱贫提名", en: "Propose exits" },
  lead:      { zh: "从上年度名册中提出脱贫户；之后与贫困户一样调查、评议、公示，并须户主签字。", en: "Households of last year's register that are out of poverty; they go the same way, with the householder's signature." },
  none:      { zh: "名册中没有这个村的在册农户", en: "The register has no household of this village" },
  noneLead:  { zh: "导入上年度名册后会出现在这里。", en: "They appear here once last year's register is imported." },
  register:  { zh: "上年度名册", en: "Last year's register" },
  since:     { zh: "在册时间", en: "Registered since" },
  propose:   { zh: "提出脱贫", en: "Propose exit" },
  underWay:  { zh: "已提出，办理中", en: "under way" },
  seeIt:     { zh: "查看办理情况", en: "See it" },
  done:      { zh: "已提出脱贫，受理编号：", en: "Proposed; receipt number: " },
  text:      { zh: "查找户主、社或户编号", en: "Find by name, group or number" },
  count:     { zh: "在册", en: "registered" },
  proposed:  { zh: "已提出", en: "proposed" },
} as const satisfies Record<string, Bilingual>;
