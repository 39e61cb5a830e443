import type { VillageProgress } from "@domain/campaign.ts";
import { Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { VILLAGE_WORDS } from "./words.ts";

/** Whether annex 8 marks the village as poor. */
export function MarkTag({ progress }: { progress: VillageProgress | undefined }) {
  const mark = progress?.quota?.village;
  if (mark === undefined) return <span class="soft">{say(VILLAGE_WORDS.notSplit)}</span>;
  return <Tag tone={mark === 1 ? "running" : "ended"}>{say(mark === 1 ? VILLAGE_WORDS.isMarked : VILLAGE_WORDS.notMarked)}</Tag>;
}
