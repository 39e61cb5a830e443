import type { Application } from "@domain/application.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Tone } from "../../shared/components.tsx";
import { Tag } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";

/** Where a household's handbook stands. `outdated`: the form was corrected after it was printed. */
export type HandbookState = "toPrint" | "printed" | "outdated" | "issued";

export const HANDBOOK_STATES = {
  toPrint:  { zh: "待印制", en: "to print", tone: "waiting" },
  outdated: { zh: "须重印", en: "to print anew", tone: "held" },
  printed:  { zh: "已印制，待发放", en: "printed, to hand out", tone: "running" },
  issued:   { zh: "两份已发放", en: "both copies handed out", tone: "done" },
} as const satisfies Record<HandbookState, Bilingual & { tone: Tone }>;

/** The state of the last print beside the form that stands (workflow/serviceGuards.ts, `handbookIsCurrent`). */
export function handbookState({ handbook, registration }: Pick<Application, "handbook" | "registration">): HandbookState {
  if (!handbook) return "toPrint";
  if (handbook.registration !== registration?.action) return "outdated";
  return handbook.issued ? "issued" : "printed";
}

export function HandbookTag({ household }: { household: Pick<Application, "handbook" | "registration"> }) {
  const { tone, ...name } = HANDBOOK_STATES[handbookState(household)];
  const version = household.handbook?.version;
  return (
    <span class="tags">
      {version !== undefined && <span>{say({ zh: `第 ${version} 版`, en: `version ${version}` })}</span>}
      <Tag tone={tone}>{say(name)}</Tag>
    </span>
  );
}
