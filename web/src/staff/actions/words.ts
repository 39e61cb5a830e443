import type { Bilingual } from "@domain/text.ts";

/** What is said of things on their way to the database. */
export const OUTBOX_WORDS = {
  refused:   { zh: "没有被接受：您的账号可能没有这项职责，或内容不完整。内容还保存在本机，请核对后重发，或联系领导小组办公室。", en: "Not accepted: your account may not hold this role, or something is missing. It is still kept on this device; check it and send it again, or ask the campaign's office." },
  waiting:   { zh: "已保存在本机，尚未发送。有网络后自动发送。", en: "Kept on this device, not sent yet. It is sent by itself once there is a connection." },
  sending:   { zh: "正在发送……", en: "Sending…" },
  applying:  { zh: "已收到，正在办理……", en: "Received, being carried out…" },
  takeBack:  { zh: "收回，继续修改", en: "Take it back and go on editing" },
  outOfReach: { zh: "没有网络，没有提交：这一步要按当时的情况决定，不能先存着以后再发。请到有信号的地方再点一次。", en: "There is no connection, and nothing was sent: this step decides upon how things stand now, so it cannot wait on the device. Do it again where there is a signal." },
  full:      { zh: "没有保存：这台设备的空间不够了。请删去不用的照片或程序，再提交一次。", en: "Not kept: this device is full. Remove photos or programs that are not needed, then send it again." },
} as const satisfies Record<string, Bilingual>;

/** What a photo shows, for the list of what is not sent yet. */
export const PHOTO_WORDS = {
  minutes: { zh: "照片：会议记录、签到表", en: "photo of the minutes or the sheet" },
  board:   { zh: "照片：公示栏", en: "photo of the board" },
  house:   { zh: "照片：入户调查", en: "photo of the survey" },
  other:   { zh: "照片", en: "photo" },
} as const satisfies Record<string, Bilingual>;

/** Where something that waits on this device stands. */
export const STAGES = {
  waiting: { tone: "waiting", zh: "等待发送", en: "waiting to be sent" },
  sending: { tone: "running", zh: "正在发送", en: "being sent" },
  refused: { tone: "held", zh: "没有被接受", en: "not accepted" },
  undone:  { tone: "held", zh: "没有办成", en: "not done" },
  arrived: { tone: "done", zh: "已发送", en: "sent" },
} as const satisfies Record<string, Bilingual & { tone: string }>;
