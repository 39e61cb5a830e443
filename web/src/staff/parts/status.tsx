import type { Application } from "@domain/application.ts";
import { CONFIRMERS_NEEDED, confirmationsLacking } from "@domain/meeting.ts";
import type { Status, Track } from "@domain/status.ts";
import { statusOf, TRACKS } from "@domain/status.ts";
import type { Tone } from "../../shared/components.tsx";
import { Tag } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { dateOf, lateSince, leftUntil } from "../../shared/time.ts";
import { isOnHold } from "./urgency.ts";
import { STAFF_WORDS } from "../words.ts";

const TONES = {
  draft:         "ended",
  submitted:     "waiting",
  surveyed:      "waiting",
  nominated:     "waiting",
  notNominated:  "ended",
  verified:      "waiting",
  villageNotice: "running",
  townReview:    "waiting",
  townApproved:  "waiting",
  townNotice:    "running",
  countyReview:  "waiting",
  approved:      "waiting",
  paired:        "waiting",
  planned:       "waiting",
  registered:    "waiting",
  handbookIssued: "waiting",
  entered:       "waiting",
  reported:      "waiting",
  inService:     "done",
  changeReview:  "running",
  ended:         "ended",
  exited:        "done",
  rejected:      "ended",
  withdrawn:     "ended",
} as const satisfies Record<Status, Tone>;

export function StatusTag({ status, track = "identify" }: { status: Status; track?: Track }) {
  return <Tag tone={TONES[status]}>{say(statusOf(track, status))}</Tag>;
}

/** The state, and what marks this household among others in the same one: before it is verified, its meeting is confirmed. */
export function StatusTags({ application }: { application: Application }) {
  const { track, status, returned, openObjections, hold, escalated, appraisal } = application;
  const confirmed = status === "nominated" && appraisal ? CONFIRMERS_NEEDED - confirmationsLacking(appraisal) : CONFIRMERS_NEEDED;
  return (
    <span class="tags">
      {confirmed < CONFIRMERS_NEEDED ? <Tag tone="waiting">{say({ zh: `待确认评议 ${confirmed}/${CONFIRMERS_NEEDED}`, en: `meeting confirmed ${confirmed}/${CONFIRMERS_NEEDED}` })}</Tag> : <StatusTag status={status} track={track} />}
      {returned && <Tag tone="held">{say(STAFF_WORDS.returned)}</Tag>}
      {openObjections > 0 && <Tag tone="held">{say(STAFF_WORDS.objection)}</Tag>}
      {hold && isOnHold(hold) && <Tag tone="waiting">{say(STAFF_WORDS.onHold)}</Tag>}
      {escalated && <Tag tone="held">{say(STAFF_WORDS.escalated)}</Tag>}
    </span>
  );
}

/** 已超期 3 天, or 7月31日前. Nothing where nobody has to act. */
export function Due({ at }: { at: Date | null }) {
  if (!at) return <>—</>;
  const late = lateSince(at);
  const day = say(dateOf(at));
  return late ? <span class="late">{say(late)}</span> : <span title={day}>{say(leftUntil(at))}</span>;
}

export const trackName = (application: Application): string => say(TRACKS[application.track]);

/** The householder as lists name one; a draft may not have any name yet. */
export function householderOf({ facts, form }: Application): string {
  return facts?.householder ?? nameInDraft(form) ?? say({ zh: "（未填姓名）", en: "(no name yet)" });
}

/** The name of a target among those that were sent. */
export const nameIn = (rows: readonly (Application & { id: string })[]) => (target: string): string => {
  const row = rows.find(({ id }) => id === target);
  return row ? householderOf(row) : target;
};

function nameInDraft(form: unknown): string | undefined {
  const parts = form as { householder?: { name?: unknown }; entry?: { householderName?: unknown } } | null;
  const name = parts?.householder?.name ?? parts?.entry?.householderName;
  return typeof name === "string" && name.trim() !== "" ? name : undefined;
}
