import type { Audit } from "@domain/records.ts";
import type { Bilingual } from "@domain/text.ts";

export const AUDIT_WORDS = {
  title:  { zh: "查阅记录", en: "Who looked" },
  lead:   { zh: "谁在什么时候、因为什么显示、打印、导出了证件号码，导入了名单，或者改动了账号。最近的在前，最多显示 500 条。", en: "Who showed, printed or took out numbers, brought in a list or changed an account, when and why. Latest first, 500 at most." },
  none:   { zh: "没有查阅记录", en: "Nobody has looked" },
  noneLead: { zh: "有人显示证件号码、打印或导出以后，会出现在这里。", en: "It appears here once somebody shows, prints or takes out numbers." },
  all:    { zh: "全部", en: "Everything" },
  kind:   { zh: "做了什么", en: "What" },
  at:     { zh: "时间", en: "When" },
  by:     { zh: "谁", en: "Who" },
  about:  { zh: "关于", en: "About" },
  why:    { zh: "理由", en: "Why" },
  open:   { zh: "看这一户", en: "the household" },
} as const satisfies Record<string, Bilingual>;

export const AUDITED = {
  revealIdentity: { zh: "显示证件号码", en: "showed a number" },
  print:          { zh: "打印完整号码", en: "printed whole numbers" },
  revealObjector: { zh: "查看异议人、举报人", en: "saw who objected or complained" },
  takeList:       { zh: "比对外部名单", en: "matched an outside list" },
  removeList:     { zh: "删除外部名单", en: "removed an outside list" },
  declareRelatives: { zh: "申报亲属", en: "declared relatives" },
  endDeclaration: { zh: "删除亲属申报（账号停用或期满）", en: "declared relatives erased (account ended, or the days are over)" },
  exportBatch:    { zh: "导出录入表", en: "took out an entry sheet" },
  takeReceipt:    { zh: "登记国家系统回执", en: "took a receipt in" },
  importRegister: { zh: "导入名册", en: "brought a register in" },
  saveStaff:      { zh: "设立、改动账号", en: "changed an account" },
} as const satisfies Record<Audit["what"], Bilingual>;

/** Reasons that the system gives by a name; what people wrote is shown as it is. */
export const REASONS: Readonly<Record<string, Bilingual>> = {
  declared:     { zh: "申报了本人或亲属", en: "declared" },
  none:         { zh: "申报没有近亲属，或确认没有变化", en: "declared nobody, or nothing new" },
  accountEnded: { zh: "账号停用或没有职责", en: "the account ended" },
  retention:    { zh: "保存期满", en: "the days are over" },
  receipt:      { zh: "登记回执", en: "receipt" },
  roles:        { zh: "改动职责", en: "roles" },
  disabled:     { zh: "停用账号", en: "disabled" },
};

/** What is about one account. */
export const OF_ACCOUNTS: readonly Audit["what"][] = ["saveStaff", "endDeclaration"];

/** What is about one household: its page is a click away. */
export const OF_HOUSEHOLDS: readonly Audit["what"][] = ["revealIdentity", "print"];
