import type { Application } from "../application.ts";
import type { Campaign } from "../campaign.ts";
import { isPastoral } from "../campaign.ts";
import { declaredCadre } from "../forms/application.ts";
import type { MeasureCategory } from "../forms/livingCodes2014.ts";
import type { HouseholdTrack } from "../status.ts";
import type { Found } from "../workflow/case.ts";
import type { HouseholdContext, HouseholdRecord, Stage } from "./check.ts";
import { NOTICES_NEEDED } from "./check.ts";
import { runChecks } from "./checks.ts";
import type { VillageContext, VillageRecord } from "./villageRecord.ts";
import { villageAlone } from "./villageRecord.ts";

/** What is known of a household from outside its record: other households, outside lists, the register. */
export type Outside = Pick<HouseholdContext, "samePhone" | "loneNeighbours" | "elsewhere" | "matches" | "lists">;

type Asked = {
  /** The form's value, with numbers or their masks. */
  record: unknown;
  year: number;
  application: Application;
  campaign: Campaign;
  /** Content of the plan in force. */
  plan?: unknown;
  /** How many of its people are held elsewhere in the campaign. */
  sameNumber: number;
  /** Nothing where the record stands alone, as in the browser. */
  outside?: Outside;
  /** Whether an exit of the household is under way. */
  onBothLists?: boolean;
  /** Of a village: the sums of its registered households, and its size; unknown in the browser. */
  village?: Pick<VillageContext, "identified" | "quota">;
};

const NOTHING_OUTSIDE: Outside = { samePhone: 0, loneNeighbours: 0, elsewhere: 0, matches: [], lists: [] };

function measuresIn(plan: unknown): MeasureCategory[] {
  const { measures } = (plan ?? {}) as { measures?: { category: MeasureCategory }[] };
  return (measures ?? []).map(({ category }) => category);
}

/** Everything outside the record that the checks of a household look at. */
function contextOf(stage: Stage, { year, application, campaign, plan, sameNumber, outside, onBothLists = false }: Asked): HouseholdContext {
  return {
    stage, track: application.track as HouseholdTrack, year, line: campaign.line, referenceDate: `${year}-12-31`, elderAge: campaign.elderAge,
    pastoral: isPastoral(campaign, application.village), helper: application.helper?.kind ?? null, plan: application.plan !== null,
    measures: [...measuresIn(plan), ...application.measures], sameNumber, ...NOTHING_OUTSIDE, ...outside,
    onBothLists, relativeOfCadre: application.recused.length > 0 || declaredCadre(application.form) !== undefined,
    application: application.receiptNo !== null || application.former !== null, surveyed: application.facts !== null,
    appraised: application.appraisal !== null, notices: application.notice ? NOTICES_NEEDED : 0,
  };
}

const asFound = (found: ReturnType<typeof runChecks>): Found[] => found.map(({ sentence, ...rest }) => ({ ...rest, ...sentence }));

/** What the checks ask about a household's survey, until its registration form is there. */
export const checkSurvey = (asked: Asked): Found[] => asFound(runChecks("household", asked.record as HouseholdRecord, contextOf("survey", asked)));

/** What the checks ask about a registration form: the same in the browser while it is filled and in the functions. */
export function checkRegistration(asked: Asked): Found[] {
  const { application: { track, helper }, campaign, record, village } = asked;
  if (track !== "village") return asFound(runChecks("household", record as HouseholdRecord, contextOf("registration", asked)));
  return asFound(runChecks("village", record as VillageRecord, { ...villageAlone(campaign.villageTests), ...village, supportUnit: helper !== null }));
}
