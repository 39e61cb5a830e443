import type { Application } from "@domain/application.ts";

export const isLate = ({ dueAt }: Application, now = new Date()): boolean => dueAt !== null && dueAt < now;

/** Whether its clock stands still now. */
export const isOnHold = ({ ended, until }: NonNullable<Application["hold"]>, now = new Date()): boolean => ended === null && now < until;

const time = (at: Date | null): number => at?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** Returned ones first, then by due date, so that what is overdue comes before the rest. */
export function byUrgency(a: Application, b: Application): number {
  return Number(b.returned !== null) - Number(a.returned !== null) || time(a.dueAt) - time(b.dueAt) || time(a.since) - time(b.since);
}
