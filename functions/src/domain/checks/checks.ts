import type { Bilingual } from "../text.ts";
import { CAUSE_CHECKS } from "./cause.ts";
import type { Check, FindingLevel, Subject, Subjects } from "./check.ts";
import { EXCLUSION_CHECKS } from "./exclusion.ts";
import { HELP_CHECKS } from "./help.ts";
import { IDENTITY_CHECKS } from "./identity.ts";
import { INCOME_CHECKS } from "./income.ts";
import { LIVING_CHECKS } from "./living.ts";
import { OUTSIDE_CHECKS } from "./outside.ts";
import { PERSON_CHECKS } from "./person.ts";
import { PROCESS_CHECKS } from "./procedure.ts";
import { STRUCTURE_CHECKS } from "./structure.ts";
import { VILLAGE_CHECKS } from "./village.ts";

type Table<Id extends string = string> = { [S in Subject]: readonly (Check<S> & { id: Id })[] };

/** Every check of a record, in the order of domain.md, section 8. README.md tells where the other rows are kept. */
export const CHECKS = {
  household: [
    ...IDENTITY_CHECKS, ...STRUCTURE_CHECKS, ...PERSON_CHECKS, ...INCOME_CHECKS, ...CAUSE_CHECKS, ...LIVING_CHECKS,
    ...HELP_CHECKS, ...PROCESS_CHECKS, ...EXCLUSION_CHECKS,
    ...OUTSIDE_CHECKS,
  ],
  village: [...VILLAGE_CHECKS],
} as const satisfies Table;

export type CheckId = (typeof CHECKS)[Subject][number]["id"];

/** A finding as it is stored: an answer to it is an answer to its rule. */
export type Found = { rule: CheckId; level: FindingLevel; paths: string[]; sentence: Bilingual };

/** Bounds for what one record's document holds. */
const MOST_FOUND = 100;
const MOST_PATHS = 20;

/** A draft may lack whole sections, and values inside them: nothing is asked of what is not there. */
const BLANK = {
  household: { head: {}, cause: {}, members: [], income: {}, land: {}, livestock: {}, living: {}, machinery: {}, booklet: {} },
  village: { residents: {}, land: {}, development: {}, infrastructure: {}, living: {} },
} as const satisfies { [S in Subject]: Record<keyof Subjects[S]["record"], unknown> };

/** Every finding of a record, one a rule at most, in the order of the table: the same record finds the same. */
export function runChecks<S extends Subject>(
  on: S, record: Subjects[S]["record"], context: Subjects[S]["context"],
): Found[] {
  const table: Table<CheckId> = CHECKS;
  const whole = { ...BLANK[on], ...record };
  const { stage, track } = context as Partial<Pick<Subjects["household"]["context"], "stage" | "track">>;
  return table[on]
    .filter((check) => (check.of ?? stage) === stage && (check.track ?? track) === track)
    .flatMap(({ id, level, find }) =>
      find(whole, context).map(({ paths, zh, en }) => (
        { rule: id, level, paths: paths.slice(0, MOST_PATHS), sentence: { zh, en } }
      )),
    )
    .slice(0, MOST_FOUND);
}

const ALL: readonly Check[] = [...CHECKS.household, ...CHECKS.village];
const BY_ID: ReadonlyMap<string, Check> = new Map(ALL.map((check) => [check.id, check]));

/** The check of that id, or undefined: titles for screens, and who answers. */
export function checkOf(id: string): Check | undefined {
  return BY_ID.get(id);
}
