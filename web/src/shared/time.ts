import type { Bilingual } from "@domain/text.ts";

/* Every date is the office's own: Asia/Shanghai, whatever the device says. */
const ZONE = "Asia/Shanghai";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function partsOf(at: Date) {
  const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    year: Number(found.year),
    month: Number(found.month),
    day: Number(found.day),
    clock: `${found.hour}:${found.minute}`,
  };
}

/** 2014年7月31日 / 31 Jul 2014. */
export function dateOf(at: Date): Bilingual {
  const { year, month, day } = partsOf(at);
  return { zh: `${year}年${month}月${day}日`, en: `${day} ${MONTHS[month - 1]} ${year}` };
}

/** 2014年7月31日 18:00 / 31 Jul 2014, 18:00. */
export function dateTimeOf(at: Date): Bilingual {
  const { clock } = partsOf(at);
  const { zh, en } = dateOf(at);
  return { zh: `${zh} ${clock}`, en: `${en}, ${clock}` };
}

/** A day written as `2014-07-31`, in words. */
export function dayOf(day: string): Bilingual {
  return dateOf(new Date(`${day}T00:00:00+08:00`));
}

const count = (many: number, unit: string) => `${many} ${unit}${many === 1 ? "" : "s"}`;

/** How long it still is: days, what is begun of one counted, while there is more than one; else hours, minutes or seconds; or that it is over. */
export function leftUntil(end: Date, now = new Date()): Bilingual {
  const left = end.getTime() - now.getTime();
  if (left <= 0) return { zh: "已到期", en: "over" };
  if (left >= DAY)
    return { zh: `还剩 ${Math.ceil(left / DAY)} 天`, en: `${count(Math.ceil(left / DAY), "day")} left` };
  if (left >= HOUR)
    return {
      zh: `还剩 ${Math.floor(left / HOUR)} 小时`,
      en: `${count(Math.floor(left / HOUR), "hour")} left`,
    };
  if (left >= MINUTE)
    return {
      zh: `还剩 ${Math.floor(left / MINUTE)} 分钟`,
      en: `${count(Math.floor(left / MINUTE), "minute")} left`,
    };
  return { zh: `还剩 ${Math.ceil(left / 1000)} 秒`, en: `${count(Math.ceil(left / 1000), "second")} left` };
}

/** How late it is, in whole days from 1; undefined while it is not. */
export function lateSince(due: Date, now = new Date()): Bilingual | undefined {
  const late = now.getTime() - due.getTime();
  if (late <= 0) return undefined;
  const days = Math.ceil(late / DAY);
  return { zh: `已超期 ${days} 天`, en: `${count(days, "day")} late` };
}
