import { keepValue, keptValue } from "../shared/kept.ts";

/** An application sent from this device, so that its owner finds it again and may withdraw it. */
export type Mine = { receipt: string; application: string; campaign: string; village: string; villageName: string; at: string };

const KEY = "mine";
/* A device of the village shop may send for many; the oldest make room. */
const MOST = 20;

const isMine = (one: unknown): one is Mine =>
  typeof one === "object" && one !== null && "receipt" in one && "application" in one && "village" in one;

/** The applications of this device, the latest first. */
export function listMine(): Mine[] {
  const all = keptValue(KEY);
  return Array.isArray(all) ? all.filter(isMine) : [];
}

export function rememberMine(mine: Mine): void {
  keepValue(KEY, [mine, ...listMine().filter(({ receipt }) => receipt !== mine.receipt)].slice(0, MOST));
}
