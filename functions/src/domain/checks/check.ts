import type { MatchKind } from "../matches.ts";
import type { MeasureCategory } from "../forms/livingCodes2014.ts";
import type { Survey } from "../forms/survey.ts";
import type { StaffRole } from "../roles.ts";
import type { HouseholdTrack } from "../status.ts";
import type { Bilingual } from "../text.ts";
import type { FindingStep } from "./steps.ts";
import type { VillageContext, VillageRecord } from "./villageRecord.ts";

/**
 * How much a finding weighs. `error`: the record contradicts itself, and the form is not completed until it is put
 * right. `doubt`: it may well be true, and somebody says so in writing. `lead`: told and listed, nobody has to answer.
 */
export type FindingLevel = "error" | "doubt" | "lead";

/** A household as its registration form (annex 4) holds it; the survey holds the same and more, such as the booklet. */
export type HouseholdRecord = Pick<
  Survey,
  "head" | "cause" | "members" | "income" | "land" | "livestock" | "living" | "machinery"
> & Partial<Pick<Survey, "booklet">>;

/** Which record is looked at: the survey up to the registration form, the form from then on. */
export type Stage = "survey" | "registration";

/** What the household's checks know from outside its record: plain values, gathered by whoever runs them. */
export type HouseholdContext = {
  stage: Stage;
  /** Which list the household is on: what speaks against a poor household is no question of one that leaves. */
  track: HouseholdTrack;
  /** The year of the record. */
  year: number;
  /** Net income per head, yuan a year, that divides the two lists. */
  line: number;
  /** The day to which ages are counted, YYYY-MM-DD. */
  referenceDate: string;
  /** The age from which people are not counted on to work (PE-03: the town chooses). */
  elderAge: 60 | 65;
  /** Whether the village lives by its pastures (LI-01). */
  pastoral: boolean;
  /** Kind of the helper of the household now (forms/helpCodes2014.ts), or null. */
  helper: string | null;
  /** Whether a plan of help is adopted: before that, nothing is asked of measures. */
  plan: boolean;
  /** Categories of the measures planned, and of those recorded, begun or done. */
  measures: readonly MeasureCategory[];
  /** How many of its members are held in another household or village too. */
  sameNumber: number;
  /** How many of its members stand in the register under another household that goes on. */
  elsewhere: number;
  /** What outside lists and the staff's declarations say of its members. */
  matches: readonly MatchKind[];
  /** Kinds of which a whole list is at hand: whoever is not on it is known not to be. */
  lists: readonly MatchKind[];
  /** How many other households gave the same phone as their own. */
  samePhone: number;
  /** How many other one-person households live at its address, or share its surname in its villagers' group. */
  loneNeighbours: number;
  /** Whether it stands on the list of exits as well. */
  onBothLists: boolean;
  /** Whether it was declared, or found, to be related to a cadre. */
  relativeOfCadre: boolean;
  /** What is on file of its way to the register (PR-02). */
  application: boolean;
  surveyed: boolean;
  appraised: boolean;
  notices: number;
};

/** What a check found. The sentence names no person and no number: members are counted, never named. */
export type Finding = Bilingual & { paths: string[] };

/** What each kind of record is checked with. */
export type Subjects = {
  household: { record: HouseholdRecord; context: HouseholdContext };
  village: { record: VillageRecord; context: VillageContext };
};
export type Subject = keyof Subjects;

/** One rule: its number in domain.md, what it asks, and who answers. At most one finding for each record. */
export type Check<S extends Subject = Subject> = Bilingual & {
  id: string;
  source: string;
  level: FindingLevel;
  on: S;
  asks: StaffRole;
  /** The step that it stands before while it is open, unless the campaign says otherwise; null: none. */
  blocks: FindingStep | null;
  /** The one record that can tell it, or both. What was asked of the other stays as it is. */
  of?: Stage;
  /** The one list it is asked of, or both. */
  track?: HouseholdTrack;
  find(record: Subjects[S]["record"], context: Subjects[S]["context"]): Finding[];
};

/** Two notices stand before every approval (the plan, steps 2 and 3). */
export const NOTICES_NEEDED = 2;

/**
 * The context in which nothing outside the record raises a finding: for a screen that has only the record at hand, and
 * as the ground of tests.
 */
export function recordAlone(given: Pick<HouseholdContext, "year" | "line" | "referenceDate">): HouseholdContext {
  return {
    ...given, stage: "registration", track: "identify", elsewhere: 0, matches: [], lists: [], elderAge: 60, pastoral: true, helper: "linkedCadre", plan: false, measures: [], sameNumber: 0, samePhone: 0,
    loneNeighbours: 0, onBothLists: false, relativeOfCadre: false, application: true, surveyed: true, appraised: true,
    notices: NOTICES_NEEDED,
  };
}
