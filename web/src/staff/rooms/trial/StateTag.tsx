import { Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { TRIAL_WORDS } from "./words.ts";

/** Whether a record is clear, open, or has to be checked anew. */
export function StateTag({ state, open }: { state: "clear" | "open" | "stale"; open: number }) {
  if (state === "clear") return <Tag tone="done">{say(TRIAL_WORDS.clear)}</Tag>;
  if (state === "stale") return <Tag tone="waiting">{say(TRIAL_WORDS.stale)}</Tag>;
  return <Tag tone="held">{say({ zh: `${open} 条未答复`, en: `${open} open` })}</Tag>;
}
