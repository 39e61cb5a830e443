import type { ActionType } from "@domain/actionInputs.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import { longestHold } from "@domain/deadline.ts";
import { endOfDay, shanghaiDate } from "@domain/notice/period.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Order } from "../../actions/post.ts";
import type { Household } from "../../data/applications.ts";
import { seenOf } from "../../parts/can.ts";
import { Lasting } from "../../parts/Lasting.tsx";
import { householderOf, trackName } from "../../parts/status.tsx";
import { useKeptText } from "../../parts/useKept.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";

/** Actions that need no more than a sentence, and under which name; a note may be left out. */
const DIRECT = {
  verify: "note", approve: "note", return: "reasons", reject: "reasons", withdraw: "reasons", hold: "reason", resume: "reason", answerCorrection: "reply",
} as const satisfies Partial<Record<ActionType, "note" | "reasons" | "reason" | "reply">>;
export type DirectAction = keyof typeof DIRECT;

export const isDirect = (action: ActionType): action is DirectAction => action in DIRECT;

type Props = { action: DirectAction; household: Household; close: () => void; send: (order: Order<DirectAction>) => void };

const LEADS: Record<DirectAction, { zh: string; en: string }> = {
  verify:   { zh: "确认已按调查和评议情况核实。三方都核实后进入第一次公示。", en: "You confirm the survey and the appraisal. Once all three have verified, the first notice follows." },
  approve:  { zh: "通过后进入下一环节。", en: "It then goes on to the next step." },
  return:   { zh: "退回到入户调查，须重新评议、核实、公示。理由会告知农户和村里。", en: "It goes back to the survey, and through appraisal, verification and notice again. The household and the village see the reasons." },
  reject:   { zh: "不予通过后，本次工作中这一户办结。理由会告知农户和村里。", en: "This ends the household's procedure in this campaign. The household and the village see the reasons." },
  hold:     { zh: "暂停的这段时间不计入办理时限，到期自动恢复。只在等外部材料等办不了的时候使用，每个环节只能暂停一次，理由记入办理记录。", en: "The time it stands still does not count, and it goes on by itself. For what cannot be done now, such as a paper that others must give; once in each state, with the reason in the history." },
  resume:   { zh: "计时从现在起继续，没用完的时间照旧。", en: "The clock goes on now with the rest of its time." },
  answerCorrection: { zh: "写明核对的结果；需要改调查的，重新登记入户调查。农户能看到这份答复。", en: "Say what was found. What must be put right in the survey is recorded anew. The household reads this." },
  withdraw: { zh: "撤回后这一户办结，成员可以重新申请。", en: "This ends the procedure; its people may apply again." },
};

/** The same for a village, whose way is another. */
const OF_VILLAGES: Partial<Record<DirectAction, { zh: string; en: string }>> = {
  return:   { zh: "退回村里修改申请书，修改后重新申报，须重新审核、公示。理由会告知村里。", en: "It goes back to the village, which corrects its application and sends it anew; review and notice follow again. The village sees the reasons." },
  reject:   { zh: "不予通过后，本次工作中这个村的申请办结。理由会告知村里。", en: "This ends the village's application in this campaign. The village sees the reasons." },
  withdraw: { zh: "撤回后这份申请办结，村里可以重新申请。", en: "This ends the application; the village may apply again." },
};

/** What the two decisions come to for a household in service, whose change is asked for. */
const OF_CHANGES: Partial<Record<DirectAction, { zh: string; en: string }>> = {
  approve: { zh: "通过后变更生效：分户的另立一户，终止的不再在册，历史记录保留。", en: "The change then takes effect: a split makes a new household, an ending takes it out of the register. Its history is kept." },
  return:  { zh: "退回后照旧在册，变更不生效。理由会告知村里。", en: "It stays in the register as it is. The village sees the reasons." },
};

/** Asks for the reasons of a decision on one household, and then for nothing more. They are kept until it is carried out: who is refused finds them again. */
export function ReasonDialog({ action, household, close, send }: Props) {
  const keptAs = `reason.${action}.${household.id}`;
  const [text, keepText] = useKeptText(keptAs);
  const [problem, setProblem] = useState<string>();
  const own = household.status === "changeReview" ? OF_CHANGES : household.track === "village" ? OF_VILLAGES : LEADS;
  const { campaign } = useDesk();
  const [day, setDay] = useState(() => shanghaiDate(longestHold(campaign, new Date())));
  const name = DIRECT[action];
  const needed = name !== "note";
  const submit = (event: Event) => {
    event.preventDefault();
    const clean = text.trim();
    const parsed = INPUTS[action].safeParse({ ...(clean || needed ? { [name]: clean } : {}), ...(action === "hold" && day && { until: endOfDay(day).toISOString() }) });
    if (parsed.success) send({ type: action, area: household.village, targets: [household.id], input: parsed.data, seen: seenOf([household]), about: householderOf(household), keptAs });
    else setProblem(say({ zh: "请写明理由（至少两个字）。", en: "Give the reasons (two characters at least)." }));
  };
  return (
    <Dialog title={`${say(ACTIONS[action])}${say({ zh: "：", en: ": " })}${householderOf(household)}`} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p class="soft">{villageName(campaign, household.village)} · {trackName(household)}</p>
        <p>{say(own[action] ?? LEADS[action])}</p>
        {action === "hold" && (
          <Field id="holdUntil" label={say({ zh: "暂停到（含当天）", en: "Until the end of" })} required>
            {(aria) => <input {...aria} class="input" type="date" min={shanghaiDate(new Date())} max={shanghaiDate(longestHold(campaign, new Date()))} value={day} onInput={(event) => setDay(event.currentTarget.value)} />}
          </Field>
        )}
        <Field id="reasonText" label={say(needed ? { zh: "理由", en: "Reasons" } : { zh: "备注", en: "Note" })} required={needed} error={problem}>
          {(aria) => <textarea {...aria} rows={4} maxLength={1000} value={text} onInput={(event) => keepText(event.currentTarget.value)} />}
        </Field>
        <Lasting action={action} />
        <div class="buttons">
          <Button kind="primary" type="submit">{say(ACTIONS[action])}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
