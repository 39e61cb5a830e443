import type { Kind } from "./field.ts";
import { mask as maskIdentity } from "./identityNumber.ts";

/** What stands for a number that is not whole, so that no part of it shows. */
const NOTHING = "****";

type Mask = { mask: (value: string) => string; pattern: RegExp };

/** How each private kind is shown, and how to tell its mask. */
export const MASKS: Partial<Record<Kind, Mask>> = {
  identity: { mask: maskIdentity, pattern: /^\d{6}\*{8}\d{3}[\dX](\*\*|\*{4})?$/ },
  phone: {
    mask: (value) => (/^1\d{10}$/.test(value) ? `${value.slice(0, 3)}****${value.slice(7)}` : NOTHING),
    pattern: /^1\d\d\*{4}\d{4}$/,
  },
  account: {
    mask: (value) => (/^\d{10,}$/.test(value) ? `****${value.slice(-4)}` : NOTHING),
    pattern: /^\*{4}\d{4}$/,
  },
};

/** The mask of a private value. */
export function maskOf(kind: Kind, value: string): string {
  return MASKS[kind]?.mask(value) ?? NOTHING;
}

/** Whether a text is a mask, of that kind or of any. */
export function isMask(text: string, kind?: Kind): boolean {
  if (text === NOTHING) return true;
  const kinds = kind ? [MASKS[kind]] : Object.values(MASKS);
  return kinds.some((row) => row?.pattern.test(text));
}
