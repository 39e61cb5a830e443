import type { StaffRole } from "../roles.ts";
import type { Track } from "../status.ts";
import { Status, statusOf } from "../status.ts";
import type { Transition } from "./transition.ts";

const KEEPERS = ["povertyOfficer", "townGovernment", "countyOffice"] as const satisfies readonly StaffRole[];

const waits = (track: Track, status: Status): boolean => {
  const { holders } = statusOf(track, status);
  return status !== "draft" && holders.length > 0 && !holders.includes("clock");
};

/** A track with its clock: wherever somebody is waited for, time can be stopped with a reason, and whoever is late is told of. */
export function withClock(track: Track, rows: readonly Transition[]): readonly Transition[] {
  const from = Status.options.filter((status) => waits(track, status) && rows.some((row) => row.from.includes(status)));
  const staying = { step: 2, from, to: { oneOf: from, decidedBy: "unchanged" } } as const;
  return [
    ...rows,
    { ...staying, action: "hold", by: KEEPERS, guards: ["clockRuns", "holdFits"], effects: ["stopClock"] },
    { ...staying, action: "resume", by: KEEPERS, guards: ["onHold"], effects: ["resumeClock"] },
    { ...staying, action: "warn", by: ["clock"], guards: ["alarmIsDue"], effects: ["warnHolder"] },
    { ...staying, action: "escalate", by: ["clock"], guards: ["alarmIsDue"], effects: ["tellLevelAbove"] },
  ];
}
