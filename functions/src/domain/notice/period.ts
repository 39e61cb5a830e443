import * as z from "zod";

/** How long a period runs. Seconds are for rehearsals and tests; a real campaign counts days. */
export const Period = z.strictObject({
  unit: z.enum(["calendarDays", "workingDays", "seconds"]),
  count: z.int().min(1).max(366),
});
export type Period = z.infer<typeof Period>;

/** Which days are worked: Monday to Friday, but for the listed holidays, and with the listed make-up days. */
export const Calendar = z.strictObject({
  holidays: z.array(z.iso.date()).max(400),
  workdays: z.array(z.iso.date()).max(100),
});
export type Calendar = z.infer<typeof Calendar>;

const DAY = 86_400_000;
/** Asia/Shanghai is UTC+8 all year, since 1992. */
const SHANGHAI = 8 * 3_600_000;

/** The date in Asia/Shanghai, as `2014-07-31`. */
export function shanghaiDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 10);
}

/** The last instant of a date in Asia/Shanghai. */
export function endOfDay(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - SHANGHAI + DAY - 1);
}

export function isWorkingDay(instant: Date, calendar: Calendar): boolean {
  const date = shanghaiDate(instant);
  if (calendar.workdays.includes(date)) return true;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(date);
}

/**
 * When a period that begins at `from` is over: the same time of day, so many days on; the day of `from` itself does
 * not count. Working days skip weekends and holidays, and the end always falls on a working day.
 */
export function periodEnd(from: Date, period: Period, calendar: Calendar): Date {
  if (period.unit === "seconds") return new Date(from.getTime() + period.count * 1000);
  if (period.unit === "calendarDays") return new Date(from.getTime() + period.count * DAY);
  let end = from;
  for (let left = period.count; left > 0; ) {
    end = new Date(end.getTime() + DAY);
    if (isWorkingDay(end, calendar)) left -= 1;
  }
  return end;
}

/** When a period must begin to be over at `end`: the same time of day, so many days before it. */
export function periodStart(end: Date, period: Period, calendar: Calendar): Date {
  if (period.unit === "seconds") return new Date(end.getTime() - period.count * 1000);
  if (period.unit === "calendarDays") return new Date(end.getTime() - period.count * DAY);
  let start = end;
  for (let left = period.count; left > 0; ) {
    start = new Date(start.getTime() - DAY);
    if (isWorkingDay(start, calendar)) left -= 1;
  }
  return start;
}

/** The instant itself, or the same time of the next working day. */
export function onWorkingDay(instant: Date, calendar: Calendar): Date {
  let day = instant;
  while (!isWorkingDay(day, calendar)) day = new Date(day.getTime() + DAY);
  return day;
}
