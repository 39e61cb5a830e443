import { Alert, Button, Card } from "../../../shared/components.tsx";
import { Field, FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { Photos } from "../../parts/Photos.tsx";
import { useDesk } from "../../session/session.ts";
import type { MeetingProblem, TypedMeeting } from "./typed.ts";
import { quorumOf } from "./typed.ts";
import { MEETING_PROBLEMS, MEETING_WORDS, METHODS } from "./words.ts";

export type HeadProps = {
  village: string;
  typed: TypedMeeting;
  set: (change: Partial<TypedMeeting>) => void;
  problems: readonly MeetingProblem[];
};

type LineKey = "place" | "chair" | "recorder" | "expected" | "present";

/** When, where, who presided, how many came, how they voted; and the photos of the minutes. */
export function MeetingHead({ village, typed, set, problems }: HeadProps) {
  const wrong = (key: MeetingProblem) => (problems.includes(key) ? say(MEETING_PROBLEMS[key]) : undefined);
  const line = (key: LineKey, most: number, mode?: "numeric") => (
    <Field id={`meeting-${key}`} label={say(MEETING_WORDS[key])} required error={wrong(key)}>
      {(aria) => <input {...aria} class={mode ? "input short" : "input"} inputMode={mode} maxLength={most} value={typed[key]} onInput={(event) => set({ [key]: event.currentTarget.value })} />}
    </Field>
  );
  return (
    <Card title={say(MEETING_WORDS.meeting)}>
      {typed.kind !== "regular" && (
        <Field id="meeting-reason" label={say(MEETING_WORDS.reason)} help={say(MEETING_WORDS.reasonHelp)} required error={wrong("reason")}>
          {(aria) => <textarea {...aria} rows={2} maxLength={1000} value={typed.reason} onInput={(event) => set({ reason: event.currentTarget.value })} />}
        </Field>
      )}
      <div class="formGrid">
        <Field id="meeting-heldOn" label={say(MEETING_WORDS.heldOn)} required error={wrong("heldOn")}>
          {(aria) => <input {...aria} class="input" type="date" value={typed.heldOn} onInput={(event) => set({ heldOn: event.currentTarget.value })} />}
        </Field>
        {line("place", 100)}
        {line("chair", 40)}
        {line("recorder", 40)}
        <Field id="meeting-method" label={say(MEETING_WORDS.method)} required error={wrong("method")}>
          {(aria) => (
            <select {...aria} value={typed.method} onChange={(event) => set({ method: event.currentTarget.value as TypedMeeting["method"] })}>
              <option value="">{say(WORDS.choose)}</option>
              {Object.entries(METHODS).map(([key, name]) => <option key={key} value={key}>{say(name)}</option>)}
            </select>
          )}
        </Field>
        <Tellers typed={typed} set={set} error={wrong("tellers")} />
        {line("expected", 4, "numeric")}
        {line("present", 4, "numeric")}
      </div>
      <Quorum typed={typed} />
      <FieldGroup id="meeting-minutes" label={say(MEETING_WORDS.minutes)} help={say(MEETING_WORDS.minutesHelp)} required error={wrong("minutes")}>
        <Photos id="meetingPhoto" label={say(MEETING_WORDS.minutes)} village={village} kind="minutes" most={6} photos={typed.minutes} onChange={(minutes) => set({ minutes })} />
      </FieldGroup>
      <FieldGroup id="meeting-attendance" label={say(MEETING_WORDS.attendance)} help={say(MEETING_WORDS.attendanceHelp)} required error={wrong("attendance")}>
        <Photos id="attendancePhoto" label={say(MEETING_WORDS.attendance)} village={village} kind="minutes" most={6} photos={typed.attendance} onChange={(attendance) => set({ attendance })} />
      </FieldGroup>
      <Field id="meeting-discussion" label={say(MEETING_WORDS.discussion)}>
        {(aria) => <textarea {...aria} rows={4} maxLength={1000} value={typed.discussion} onInput={(event) => set({ discussion: event.currentTarget.value })} />}
      </Field>
    </Card>
  );
}

const MOST_TELLERS = 4;

function Tellers({ typed: { tellers }, set, error }: Pick<HeadProps, "typed" | "set"> & { error: string | undefined }) {
  const change = (at: number, name: string) => set({ tellers: tellers.map((one, place) => (place === at ? name : one)) });
  const label = say(MEETING_WORDS.teller);
  return (
    <FieldGroup id="meeting-tellers" label={label} required error={error}>
      {tellers.map((name, at) => (
        <div class="nameRow" key={at}>
          <input class="input" aria-label={`${label} ${at + 1}`} maxLength={40} value={name} onInput={(event) => change(at, event.currentTarget.value)} />
          {tellers.length > 1 && <Button kind="quiet" aria-label={`${say(WORDS.remove)} ${label} ${at + 1}`} onClick={() => set({ tellers: tellers.filter((_, place) => place !== at) })}>{say(WORDS.remove)}</Button>}
        </div>
      ))}
      {tellers.length < MOST_TELLERS && <Button kind="quiet" onClick={() => set({ tellers: [...tellers, ""] })}>{say(MEETING_WORDS.addTeller)}</Button>}
    </FieldGroup>
  );
}

/** Whether enough came, as soon as both numbers are typed. */
function Quorum({ typed }: { typed: TypedMeeting }) {
  const { campaign } = useDesk();
  const quorum = quorumOf(typed, campaign);
  const { numerator, denominator } = campaign.quorum;
  return (
    <div aria-live="polite">
      {quorum?.reached && <Alert tone="success">{say({ zh: `到会人数合法：须到 ${quorum.needed} 人，实到 ${typed.present} 人。`, en: `The meeting is quorate: ${quorum.needed} needed, ${typed.present} came.` })}</Alert>}
      {quorum && !quorum.reached && (
        <Alert tone="error">
          {say({
            zh: `到会人数不够：应到 ${typed.expected} 人的 ${numerator}/${denominator} 是 ${quorum.needed} 人，实到 ${typed.present} 人。这次会议不能作出评议，请择日重开。`,
            en: `Not quorate: ${numerator}/${denominator} of ${typed.expected} are ${quorum.needed}, and ${typed.present} came. This meeting cannot appraise; hold another.`,
          })}
        </Alert>
      )}
    </div>
  );
}
