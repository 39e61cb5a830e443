import type { ActionType } from "@domain/actionInputs.ts";
import type { Bilingual } from "@domain/text.ts";
import { say } from "../../shared/language.tsx";

/** What nobody can take back once it is sent, and the way that is left when it was wrong. */
export const LASTING = {
  publishNotice:   { zh: "名单公布后，公示期只能延长；有差错的，通过异议更正。", en: "A list that is public can only stay public longer; what is wrong in it is put right by an objection." },
  approve:         { zh: "有差错的，以后通过异议、变更或脱贫办理。", en: "What was wrong is put right later, by an objection, a change or an exit." },
  reject:          { zh: "本次工作中这一户（村）就此办结。", en: "In this campaign it ends here." },
  withdraw:        { zh: "需要的，可以重新申请。", en: "One may apply again." },
  answerObjection: { zh: "对方不服的，可以申请复核一次。", en: "Whoever objected may appeal once." },
  confirmMeeting:  { zh: "会议记录有差错的，由村里登记更正会议。", en: "What is wrong in the record is put right by a correction of the meeting." },
  verify:          { zh: "有差错的，由镇政府审核时退回。", en: "What was wrong is returned by the town's review." },
  reportToCounty:  { zh: "有差错的，更正登记表后重新录入。", en: "What was wrong is corrected in the form, and entered again." },
  passTrialRun:    { zh: "通过后正式在册；以后的情况变化通过变更和年度更新办理。", en: "The record is then in service; what changes later comes by changes and the yearly update." },
  issueHandbook:   { zh: "换发的手册另行编号登记。", en: "A new copy gets a number of its own." },
} as const satisfies Partial<Record<ActionType, Bilingual>>;

export type LastingAction = keyof typeof LASTING;
const isLasting = (action: string): action is LastingAction => action in LASTING;

/** Said beside the button of an action that cannot be undone; nothing beside any other. */
export function Lasting({ action }: { action: ActionType }) {
  if (!isLasting(action)) return null;
  return <p class="lasting"><strong>{say({ zh: "此操作不能撤销。", en: "This cannot be undone. " })}</strong>{say(LASTING[action])}</p>;
}
