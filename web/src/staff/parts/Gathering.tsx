import type { Outcome } from "@domain/action.ts";
import { CONFIRMERS, CONFIRMERS_NEEDED } from "@domain/meeting.ts";
import type { StaffRole } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";
import { VERIFIERS } from "@domain/workflow/resolvers.ts";
import { say } from "../../shared/language.tsx";
import { householdsOf } from "../../shared/words.ts";
import type { Household } from "../data/applications.ts";

/** A step that several people take, each in another role: who has done it, and which of them are still waited for. */
type Gathering = {
  /** Those of a household who had done it when it was looked at. */
  before: (household: Household) => readonly string[];
  of: readonly StaffRole[];
  needed: number;
  name: Bilingual;
  whole: Bilingual;
};

export const CONFIRMING: Gathering = {
  before: ({ appraisal }) => Object.keys(appraisal?.confirmedBy ?? {}),
  of: CONFIRMERS, needed: CONFIRMERS_NEEDED,
  name: { zh: "已确认", en: "confirmed" }, whole: { zh: "评议记录已封存", en: "the record is sealed" },
};

export const VERIFYING: Gathering = {
  before: ({ hands }) => Object.keys(hands.verified),
  of: VERIFIERS, needed: VERIFIERS.length,
  name: { zh: "已核实", en: "verified" }, whole: { zh: "可以公示了", en: "it can be published" },
};

/** 已确认 1/2，还差……: how far the step has come once this role has done its part. */
export function standingOf({ before, of, needed, name, whole }: Gathering, household: Household, role: StaffRole): Bilingual {
  const done = new Set([...before(household), role]);
  const [lacking, open] = [needed - done.size, of.filter((one) => !done.has(one)).map((one) => ROLES[one])];
  const far = { zh: `${name.zh} ${done.size}/${needed}`, en: `${name.en} ${done.size}/${needed}` };
  if (lacking <= 0) return { zh: `${far.zh}，${whole.zh}`, en: `${far.en}, ${whole.en}` };
  const any = open.length > lacking;
  return {
    zh: `${far.zh}，还差${open.map(({ zh }) => zh).join("、")}${any ? `中的 ${lacking} 方` : ""}`,
    en: `${far.en}; still needed: ${any ? `${lacking} of ` : ""}${open.map(({ en }) => en).join(", ")}`,
  };
}

type GatheredProps = { gathering: Gathering; outcome: Outcome; rows: readonly Household[]; role: StaffRole };

/** What became of those who were sent, as `rows` had them then: a state alone would say that nothing has moved. */
export function Gathered({ gathering, outcome, rows, role }: GatheredProps) {
  const applied = rows.filter(({ id }) => outcome.targets[id]?.applied);
  const groups = Map.groupBy(applied, (row) => say(standingOf(gathering, row, role)));
  return (
    <p>
      {say({ zh: "已办理：", en: "Done: " })}
      {[...groups].map(([far, list]) => `${say(householdsOf(list.length))}${say({ zh: "，", en: ", " })}${far}`).join(say({ zh: "；", en: "; " }))}
    </p>
  );
}
