/* A browser's date and time fields know no zone; here they always mean Asia/Shanghai (UTC+8, period.ts). */

const SHANGHAI = 8 * 3_600_000;

/** An instant as `<input type="datetime-local">` holds it. */
export function toShanghaiInput(at: Date): string {
  return new Date(at.getTime() + SHANGHAI).toISOString().slice(0, 16);
}

/** The instant that such a field means; undefined while it is empty or half-typed. */
export function fromShanghaiInput(text: string): Date | undefined {
  const at = new Date(`${text}:00+08:00`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(at.getTime()) ? at : undefined;
}
