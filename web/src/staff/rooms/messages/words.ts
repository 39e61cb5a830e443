import type { Bilingual } from "@domain/text.ts";

export const MESSAGE_WORDS = {
  title:    { zh: "消息", en: "Messages" },
  lead:     { zh: "与您的职责有关的事，最近 50 条。", en: "What concerns your role, the latest 50." },
  none:     { zh: "还没有消息", en: "No messages yet" },
  noneLead: { zh: "有退回、异议、快到期等情况时，会出现在这里。", en: "Returns, objections, deadlines and the like appear here." },
  allRead:  { zh: "全部标为已读", en: "Mark all as read" },
  markRead: { zh: "标为已读", en: "Mark as read" },
  open:     { zh: "去看看", en: "Go and see" },
  notKept:  { zh: "没有记下已读，请过一会儿再点。", en: "It was not kept as read; try again in a while." },
  isNew:    { zh: "未读", en: "new" },
} as const satisfies Record<string, Bilingual>;
