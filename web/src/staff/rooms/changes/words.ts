import type { RequestKind } from "@domain/application.ts";
import { DECIDED_BY } from "@domain/application.ts";
import { ROLES } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";

type KindWords = Bilingual & { lead: Bilingual };

const KINDS = {
  split: {
    zh: "分户", en: "Split",
    lead: { zh: "一部分成员另立一户：沿用原来的帮扶责任人，从制定计划开始办理；审核通过时，原户当即减少这些成员。户主留在原户。", en: "Some of the people become a household of their own, with the same helper, from the plan on; with the approval the old one no longer has them. The householder stays." },
  },
  merge: {
    zh: "并入他户", en: "Merge into another",
    lead: { zh: "全户并入另一户：本户终止在册，成员在对方户的年度更新中登记增加。请在理由中写明并入哪一户。", en: "All of it joins another household: this one ends, its people are added by the other's yearly update. Say in the reason which one." },
  },
  naturalEnd: {
    zh: "自然销户", en: "Natural end",
    lead: { zh: "家庭成员已全部去世或迁出：终止在册，历史记录保留。", en: "Nobody of the household is left: it ends, and its history is kept." },
  },
  wrongIdentification: {
    zh: "错评清退", en: "Wrongly identified",
    lead: { zh: "识别时不符合条件：由批准它的县扶贫办决定，终止在册，历史记录保留。", en: "It should not have been identified: the county, which approved it, decides. It ends, and its history is kept." },
  },
} as const satisfies Record<RequestKind, KindWords>;

/** A village ends otherwise than a household: nobody dies out or moves away, it is merged or given up. */
const OF_VILLAGE: Partial<Record<RequestKind, KindWords>> = {
  naturalEnd: {
    zh: "撤并销号", en: "End of the village",
    lead: { zh: "村已撤销、并入他村或整村搬迁：终止在册，历史记录保留；村里的贫困户不受影响，各按自己的情况办理。", en: "The village was dissolved, joined to another or moved as a whole: it ends, and its history is kept; its poor households go on by themselves." },
  },
  wrongIdentification: {
    zh: "错评清退", en: "Wrongly identified",
    lead: { zh: "评定时不符合贫困村条件：由县扶贫办决定，终止在册，历史记录保留。", en: "It should not have been chosen as a poor village: the county decides. It ends, and its history is kept." },
  },
};

/** What a request is called, and what it brings about, for a household or a village. */
export const kindWords = (kind: RequestKind, track: Track): KindWords => (track === "village" && OF_VILLAGE[kind]) || KINDS[kind];

/** Who decides a request of that kind, as the workflow's guard has it. */
export function decidedBy(kind: RequestKind): Bilingual {
  const { zh, en } = ROLES[DECIDED_BY[kind]];
  return { zh: `${zh}审核`, en: `decided by the ${en}` };
}

export const CHANGE_WORDS = {
  title:     { zh: "变更", en: "Changes" },
  lead:      { zh: "在册期间的分户、并户、自然销户、错评清退：村里或镇里提出，写明理由；镇政府（错评清退为县扶贫办）审核后生效。", en: "Splits, merges, ends and wrong identifications of those in service: asked for with the reason, and carried out once the town government (the county for a wrong identification) has approved." },
  waiting:   { zh: "待审核的变更", en: "Changes that wait for a decision" },
  none:      { zh: "没有待审核的变更", en: "No change waits for a decision" },
  ask:       { zh: "提出变更", en: "Ask for a change" },
  askLead:   { zh: "选择要变更的农户或村。", en: "Choose the household or village." },
  askNone:   { zh: "这个村没有在册帮扶的农户。", en: "No household of this village is in service." },
  find:      { zh: "查找户主或社", en: "Find by name or group" },
  kind:      { zh: "变更种类", en: "Kind of change" },
  kindMissing: { zh: "请选择变更种类。", en: "Choose the kind of change." },
  reason:    { zh: "理由", en: "Reason" },
  reasonMissing: { zh: "请写明理由（至少两个字）。", en: "Give the reason (two characters at least)." },
  people:    { zh: "分出的成员", en: "Who leaves" },
  peopleMissing: { zh: "请选择分出的成员；户主留在原户。", en: "Choose who leaves; the householder stays." },
  householder: { zh: "新户的户主", en: "Householder of the new household" },
  householderMissing: { zh: "请从分出的成员中选择新户主。", en: "Choose the new householder among those who leave." },
  noMembers: { zh: "没有读到家庭成员，不能办理分户。", en: "The members could not be read, so a split is not possible." },
  send:      { zh: "提交变更申请", en: "Send the request" },
  sent:      { zh: "变更申请已提交，等待审核。", en: "The request is sent and waits for the decision." },
  by:        { zh: "提出", en: "Asked by" },
  decides:   { zh: "由谁审核", en: "Who decides" },
  list:      { zh: "回到变更", en: "To the changes" },
  see:       { zh: "查看这一户", en: "See it" },
  notNow:    { zh: "现在不能提出变更", en: "No change can be asked for now" },
  approve:   { zh: "通过", en: "Approve" },
  return:    { zh: "退回", en: "Return" },
} as const satisfies Record<string, Bilingual>;
