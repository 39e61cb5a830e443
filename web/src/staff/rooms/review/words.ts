import type { Bilingual } from "@domain/text.ts";

export const REVIEW_WORDS = {
  town:      { zh: "镇政府审核", en: "Review by the town" },
  county:    { zh: "县扶贫办复审", en: "Re-review by the county" },
  lead:      { zh: "全部默认通过。不同意的逐户退回或不予通过，写明理由；其余一次通过。", en: "Everything is chosen. Take out what you return or reject, with reasons; then approve the rest at once." },
  keys:      { zh: "键盘：上下键逐户移动，空格键选中或取消。", en: "Keyboard: arrow keys move from household to household, space picks or leaves it." },
  none:      { zh: "没有待审的农户", en: "Nothing waits for review" },
  noneLead:  { zh: "公示期满且没有异议的农户会自动出现在这里。", en: "Households appear here by themselves when their notice has ended without objection." },
  decision:  { zh: "决定", en: "Decision" },
  approve:   { zh: "通过", en: "Approve" },
  wait:      { zh: "暂不办理", en: "Not now" },
  return:    { zh: "退回", en: "Return" },
  reject:    { zh: "不予通过", en: "Reject" },
  change:    { zh: "修改", en: "Change" },
  undo:      { zh: "取消", en: "Undo" },
  confirm:   { zh: "确认审核结果", en: "Confirm the review" },
  returned:  { zh: "退回到入户调查，须重新评议、核实、公示。", en: "It goes back to the survey, and through everything again." },
  rejected:  { zh: "本次工作中这一户办结。", en: "This ends the household's procedure in this campaign." },
} as const satisfies Record<string, Bilingual>;
