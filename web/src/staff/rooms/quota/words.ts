import type { Bilingual } from "@domain/text.ts";

export const QUOTA_WORDS = {
  title:      { zh: "规模分解表", en: "Split of the size" },
  lead:       { zh: "把全镇贫困人口和脱贫人口规模分解到村（附件2）。测算：贫困人口按贫困发生率×乡村人口，脱贫人口按上年在册人口，最大余数法取整。", en: "Poor people and exits of the town, per village (annex 2). Computed by rate times registered people, and by last year's stock; rounded by the largest remainder." },
  population: { zh: "乡村人口", en: "Registered people" },
  rate:       { zh: "贫困发生率", en: "Poverty rate" },
  stock:      { zh: "上年在册", en: "Last year's stock" },
  listed:     { zh: "已列入公示", en: "Listed already" },
  proposed:   { zh: "测算", en: "Computed" },
  identify:   { zh: "贫困人口", en: "Poor people" },
  exit:       { zh: "脱贫人口", en: "Exits" },
  set:        { zh: "核定", en: "Set" },
  reason:     { zh: "与测算不同的理由", en: "Reason where different" },
  exact:      { zh: "正好", en: "exact" },
  save:       { zh: "保存分解结果", en: "Save the split" },
  saved:      { zh: "规模已分解到各村。", en: "The split is saved." },
  reset:      { zh: "全部用测算数", en: "Use the computed figures" },
  print:      { zh: "打印", en: "Print" },
  never:      { zh: "还没有分解，下面是测算数。", en: "Not split yet; these are the computed figures." },
  last:       { zh: "上次分解：", en: "Last split: " },
  notNumber:  { zh: "有村的人数没有填，或者不是整数。", en: "A village's figure is missing or no whole number." },
} as const satisfies Record<string, Bilingual>;
