import type { Bilingual } from "@domain/text.ts";

/** What is said of things on their way to the database. */
export const OUTBOX_WORDS = {
  refused:   { zh: "没有被接受：您的账号可能没有这项职责，或内容不完整。内容还保存在本机，请核对后重发，或联系领导小组办公室。", en: "Not accepted: your account may not hold this role, or something is missing. It is still kept on this device; check it and send it again, or ask the campaign's office." },
  waiting:   { zh: "已保存在本机，尚未发送。有网络后自动发送。", en: "Kept on this device, not sent yet. It is sent by itself once there is a connection." },
  sending:   { zh: "正在发送……", en: "Sending…" },
  applying:  { zh: "已收到，正在办理……", en: "Received, being carried out…" },
} as const satisfies Record<string, Bilingual>;
