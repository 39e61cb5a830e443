import type { Action, TargetOutcome } from "./action.ts";

/**
 * A hash of text, such as SHA-256 in hexadecimal. Passed in: the domain has no crypto of its own, and a browser's gives
 * a promise.
 */
export type Hash<T = string> = (text: string) => T;

/** JSON with sorted keys and dates as ISO text, so that equal content always reads the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * What an action said, without what became of it: computed once, however many targets it has. The input counts by its
 * own hash, which is what stays of a form that was erased (`erased`): everything else is still held to the chain.
 */
export function digestAction<T extends string | Promise<string>>(id: string, action: Action, hash: Hash<T>): T {
  const { type, campaign, area, by, role, at, targets, input, seen, erased } = action;
  const whole = (said: string) => hash(canonical({ id, type, campaign, area, by, role, at, targets, input: said, seen }));
  const said: string | Promise<string> = erased?.input ?? hash(canonical(input));
  return typeof said === "string" ? whole(said) : (said.then(whole) as T);
}

/**
 * The next link of a target's history: the hash before it, the action, and what became of this target. Change any
 * of the three afterwards and every later link differs (`npm run verify` recomputes them all).
 */
export function nextLink<T>(
  before: string,
  digest: string,
  target: string,
  outcome: Omit<Extract<TargetOutcome, { applied: true }>, "hash">,
  hash: Hash<T>,
): T {
  return hash(`${before}\n${digest}\n${target}\n${canonical(outcome)}`);
}
