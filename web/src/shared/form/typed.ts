import type { TargetedEvent } from "preact";

/** A stored value as a control shows it: numbers in figures, anything else that is no text as nothing. */
export const textOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** What stands in a control now. */
export const typed = (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
  event.currentTarget.value;
