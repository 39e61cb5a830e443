import * as z from "zod";
import { AreaCode } from "./areas.ts";
import { Instant } from "./instant.ts";
import { StaffRole } from "./roles.ts";
import { Status, statusOf, Track } from "./status.ts";
import type { Bilingual } from "./text.ts";

/** What a message tells: a place, figures, a state, a day. Never a person. */
export const MessageFacts = z.strictObject({
  /** The village's name, or the town's. */
  place: z.string(),
  many: z.int().min(0),
  track: Track,
  status: Status.nullable(),
  /** Roles that nobody holds. */
  roles: z.array(z.string()).default([]),
});
export type MessageFacts = z.infer<typeof MessageFacts>;

type Sentence = (facts: MessageFacts) => Bilingual;
type Kind = Bilingual & { text: Sentence; room: string };

const many = ({ many: count, track }: MessageFacts): Bilingual =>
  track === "village" ? { zh: "贫困村申请", en: "the village's own application" } : { zh: ` ${count} 户`, en: count === 1 ? "1 household" : `${count} households` };
const state = ({ track, status }: MessageFacts): Bilingual => (status ? statusOf(track, status) : { zh: "", en: "" });

/** Every message of the product: its title, its sentence, and the room that it leads to. */
export const MESSAGES = {
  returned:          { zh: "退回重办", en: "Returned to you", room: "", text: (f) => ({ zh: `${f.place}有${many(f).zh}被退回。请看退回理由，办好后重新提交。`, en: `${f.place}: ${many(f).en} came back. Read the reasons, put it right and send it on again.` }) },
  handedOver:        { zh: "新的待办", en: "Handed over to you", room: "", text: (f) => ({ zh: `${f.place}有${many(f).zh}转到您这里${f.status ? `：${state(f).zh}` : ""}。`, en: `${f.place}: ${many(f).en} reached you${f.status ? `, ${state(f).en}` : ""}.` }) },
  objection:         { zh: "新的异议", en: "New objection", room: "objections", text: (f) => ({ zh: `${f.place}有群众对公示提出异议，答复前那一户不能往下办理。请按期核实答复。`, en: `${f.place}: somebody objected to a line of the notice. That household waits; look into it and answer in time.` }) },
  objectionAnswered: { zh: "异议已答复", en: "Objection answered", room: "households", text: (f) => ({ zh: `${f.place}有一件异议已经答复${f.status ? `，那一户现在是“${state(f).zh}”` : ""}。`, en: `${f.place}: an objection was answered${f.status ? `; that household is now at "${state(f).en}"` : ""}.` }) },
  objectionPassedOn: { zh: "异议逾期，转到您这里", en: "Objection passed to you", room: "objections", text: (f) => ({ zh: `${f.place}有一件异议逾期没有答复，现在由您答复。`, en: `${f.place}: an objection was not answered in time and is now yours to answer.` }) },
  deadlineSoon:      { zh: "快到期了", en: "Soon due", room: "", text: (f) => ({ zh: `${f.place}有${many(f).zh}（${state(f).zh}）快到办理时限，请抓紧办理。`, en: `${f.place}: ${many(f).en} (${state(f).en}) will soon be due.` }) },
  late:              { zh: "已超期", en: "Late", room: "", text: (f) => ({ zh: `${f.place}有${many(f).zh}（${state(f).zh}）超过办理时限，已报上级。请马上办理。`, en: `${f.place}: ${many(f).en} (${state(f).en}) are late, and the level above was told. Act now.` }) },
  escalated:         { zh: "下级超期", en: "Late below you", room: "board", text: (f) => ({ zh: `${f.place}有${many(f).zh}（${state(f).zh}）超期未办，请督促办理。`, en: `${f.place}: ${many(f).en} (${state(f).en}) are late. See that those who hold them act.` }) },
  helperAssigned:    { zh: "新结对", en: "Paired with you", room: "", text: (f) => ({ zh: `${f.place}有${many(f).zh}由您帮扶。请尽快上门了解情况。`, en: `${f.place}: you now help ${many(f).en}. Please call there soon.` }) },
  helperChanged:     { zh: "帮扶责任人变动", en: "Helper changed", room: "", text: (f) => ({ zh: `${f.place}有${many(f).zh}改由他人帮扶，您不再能查看。`, en: `${f.place}: somebody else now helps ${many(f).en}; you no longer see them.` }) },
  noticeEndsSoon:    { zh: "公示明天到期", en: "Notice ends tomorrow", room: "notices", text: (f) => ({ zh: `${f.place}的公示一天内到期（${f.many} 户）。请核对公示栏，到期时补拍照片。`, en: `${f.place}: the notice (${f.many} lines) ends within a day. Look at the board, and take its photo at the end.` }) },
  findingAsked:      { zh: "有疑点要说明", en: "Questions to answer", room: "findings", text: (f) => ({ zh: `${f.place}有${many(f).zh}检查出疑点，请逐条核实并书面说明。`, en: `${f.place}: the checks ask about ${many(f).en}. Look into each question and answer in writing.` }) },
  noOwner:           { zh: "无人负责", en: "Nobody is in charge", room: "accounts", text: (f) => ({ zh: `${f.place}有事要办，但没有人担任：${f.roles.join("、")}。请设立账号或调整职责。`, en: `${f.place}: something waits, but nobody holds: ${f.roles.join(", ")}. Set up an account or change the roles.` }) },
  outwardFailed:     { zh: "对外消息没有送达", en: "Messages did not go out", room: "board", text: (f) => ({ zh: `${f.place}有发往短信或微信平台的消息，一天内没有送达，已停止重发。请检查对接的平台。`, en: `${f.place}: messages for the outside could not be delivered within a day and are given up. Check the receiving service.` }) },
} as const satisfies Record<string, Kind>;

export const MessageKind = z.enum(Object.keys(MESSAGES) as [keyof typeof MESSAGES]);
export type MessageKind = keyof typeof MESSAGES;

/** On its way outwards (services/outward.ts): how often it was tried, and what became of it. */
export const Sending = z.strictObject({ state: z.enum(["waiting", "sent", "failed"]), tries: z.int(), since: Instant, at: Instant.nullable() });
export type Sending = z.infer<typeof Sending>;

/** `messages/{id}`: to whoever holds a role in the area, or to one account; one for all that an action says to them. */
export const Message = z.strictObject({
  campaign: z.string(),
  areas: z.array(AreaCode),
  role: StaffRole.nullable(),
  account: z.string().nullable(),
  kind: MessageKind,
  facts: MessageFacts,
  at: Instant,
  /** Old messages go by themselves, by the database's own clock. */
  expiresAt: Instant,
  sending: Sending.nullable().default(null),
});
export type Message = z.infer<typeof Message>;

/** `reads/{uid}`: what an account has read: everything up to an instant, and these beside. */
export const Reads = z.strictObject({ by: z.string(), upTo: Instant, ids: z.array(z.string()).max(100) });
export type Reads = z.infer<typeof Reads>;
