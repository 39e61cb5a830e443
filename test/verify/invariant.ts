import type { Material } from "./material.ts";

/** One document that breaks a promise: its path, and why. Never a name or a number of a person. */
export type Broken = { document: string; why: string };

/** How many documents were looked at, and which of them break the promise. */
export type Finding = { checked: number; broken: Broken[] };

/** A promise of the product that the data of one campaign must keep. */
export type Invariant = { zh: string; en: string; check: (material: Material) => Finding };

/**
 * Collects a finding: `look` counts a document and notes every reason given for it; anything but a text is none.
 */
export class Look {
  checked = 0;
  readonly broken: Broken[] = [];

  look(document: string, ...reasons: (string | undefined | null | false)[]): void {
    this.checked += 1;
    for (const why of reasons) if (why) this.broken.push({ document, why });
  }
}

/** Runs a check that counts as it goes. */
export function finding(work: (look: Look) => void): Finding {
  const look = new Look();
  work(look);
  return { checked: look.checked, broken: look.broken };
}
