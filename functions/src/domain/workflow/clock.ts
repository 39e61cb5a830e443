import type { ActionInput } from "../actionInputs.ts";
import type { Application } from "../application.ts";
import { alarmOf, firstAlarm, laterBy, longestHold } from "../deadline.ts";
import { periodEnd } from "../notice/period.ts";
import { problem } from "../problems.ts";
import type { StaffRole } from "../roles.ts";
import type { CaseAtRow, Change, Guard } from "./case.ts";

const shown = (date: Date): string => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export const CLOCK_GUARDS = {
  /** Once in a state; what is late already is done, not stopped. */
  clockRuns: ({ application: { dueAt, hold } }) => {
    if (!dueAt) return problem("nothingDue");
    return hold ? problem("heldBefore") : undefined;
  },

  holdFits: ({ application: { dueAt }, input, campaign, now }) => {
    if (dueAt && dueAt <= now) return problem("lateAlready");
    const until = new Date((input as ActionInput<"hold">).until);
    const longest = longestHold(campaign, now);
    return until > now && until <= longest ? undefined : problem("holdTooLong", { dayZh: shown(longest), dayEn: shown(longest) });
  },

  onHold: ({ application: { hold }, now }) => (hold && !hold.ended && now < hold.until ? undefined : problem("notOnHold")),

  alarmIsDue: ({ application, input, now, row }) => {
    const alarm = alarmOf(application, now);
    const isThis = alarm?.kind === row.action && (alarm.kind === "warn" || alarm.to === (input as ActionInput<"escalate">).to);
    return isThis ? undefined : problem("alarmOver");
  },
} as const satisfies Record<string, Guard>;

/** A clock that was stopped from one instant to another goes on with the rest of its time. */
function stood({ campaign, now }: CaseAtRow, hold: NonNullable<Application["hold"]>, until: Date): Change {
  const dueAt = laterBy(hold.due, until.getTime() - hold.at.getTime(), campaign);
  return { patch: { hold, dueAt, alarmAt: firstAlarm(campaign, now, dueAt) }, effects: [] };
}

/** The clock's own word changes nothing that somebody looks at, so it must not make what was looked at stale. */
function spoken({ application: { told, chain } }: CaseAtRow): Pick<Application, "told"> {
  return { told: { length: chain.length + 1, fresh: told?.length === chain.length ? told.fresh : chain.length } };
}

export const CLOCK_EFFECTS = {
  stopClock: (c: CaseAtRow): Change => {
    const { until, reason } = c.input as ActionInput<"hold">;
    const due = c.application.dueAt;
    if (!due) throw new Error("a guard let a clock be stopped that does not run");
    const end = new Date(until);
    return stood(c, { at: c.now, until: end, ended: null, due, reason, role: c.person.role as StaffRole, action: c.actionId }, end);
  },

  resumeClock: (c: CaseAtRow): Change => {
    const { hold } = c.application;
    if (!hold) throw new Error("a guard let a clock go on that was not stopped");
    return stood(c, { ...hold, ended: c.now }, c.now);
  },

  warnHolder: (c: CaseAtRow): Change => ({ patch: { ...spoken(c), alarmAt: c.application.dueAt }, effects: [] }),

  tellLevelAbove: (c: CaseAtRow): Change => {
    const { to } = c.input as ActionInput<"escalate">;
    const { campaign: { deadlines, calendar }, now } = c;
    const escalated = { to, at: now, times: (c.application.escalated?.times ?? 0) + 1 };
    return { patch: { ...spoken(c), escalated, alarmAt: to === "supervisor" ? null : periodEnd(now, deadlines.next, calendar) }, effects: [] };
  },
} as const satisfies Record<string, (c: CaseAtRow) => Change>;
