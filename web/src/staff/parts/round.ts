import type { Application } from "@domain/application.ts";

type Change = { id: string; at: Date };

/** The state of a record that a form is begun from: its parts by the actions that brought them, and the latest of these. */
export type Round = { of: string; changedAt: Date | undefined };

/** The round of a form: the last form, survey or plan it begins from, and the last time the record was returned. */
export function roundOf(changes: readonly (Change | undefined)[], { returned }: Pick<Application, "returned">): Round {
  const all = [...changes, returned ? { id: returned.action, at: returned.at } : undefined];
  const times = all.flatMap((one) => (one ? [one.at.getTime()] : []));
  return { of: all.map((one) => one?.id ?? "").join("/"), changedAt: times.length > 0 ? new Date(Math.max(...times)) : undefined };
}

type Found = {
  /** Whether this device holds something typed, and of which round it said it was. */
  typed: boolean;
  typedOf: string | undefined;
  /** When a draft was saved for others. */
  savedAt?: Date | undefined;
};

/** Whether what would be shown was typed before the record changed. This device's own is compared by the round, never by its clock. */
export function isEarlier({ of, changedAt }: Round, { typed, typedOf, savedAt }: Found): boolean {
  if (typed) return typedOf !== of;
  return savedAt !== undefined && changedAt !== undefined && savedAt < changedAt;
}
