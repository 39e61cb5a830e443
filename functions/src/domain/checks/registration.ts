import type { Application } from "../application.ts";
import type { Campaign } from "../campaign.ts";
import { isPastoral } from "../campaign.ts";
import { declaredCadre } from "../forms/application.ts";
import type { MeasureCategory } from "../forms/livingCodes2014.ts";
import type { Found } from "../workflow/case.ts";
import type { HouseholdContext, HouseholdRecord } from "./check.ts";
import { NOTICES_NEEDED } from "./check.ts";
import { runChecks } from "./checks.ts";
import type { Neighbours } from "./neighbours.ts";
import type { VillageContext, VillageRecord } from "./villageRecord.ts";
import { villageAlone } from "./villageRecord.ts";

type Asked = {
  /** The registration form's value, with numbers or their masks. */
  record: unknown;
  year: number;
  application: Application;
  campaign: Campaign;
  /** Content of the plan in force. */
  plan: unknown;
  /** How many of its people are held elsewhere. */
  sameNumber: number;
  /** What other records of the same run tell; nothing where this one stands alone. */
  neighbours?: Neighbours;
  /** Whether an exit of the household is under way. */
  onBothLists?: boolean;
  /** Of a village: the sums of its registered households, and its size; unknown in the browser. */
  village?: Pick<VillageContext, "identified" | "quota">;
};

function measuresIn(plan: unknown): MeasureCategory[] {
  const { measures } = (plan ?? {}) as { measures?: { category: MeasureCategory }[] };
  return (measures ?? []).map(({ category }) => category);
}

/** Everything outside the record that the checks of a household look at. */
function contextOf({ year, application, campaign, plan, sameNumber, neighbours, onBothLists = false }: Asked): HouseholdContext {
  return {
    year, line: campaign.line, referenceDate: `${year}-12-31`, elderAge: campaign.elderAge, pastoral: isPastoral(campaign, application.village),
    helper: application.helper?.kind ?? null, plan: application.plan !== null, measures: [...measuresIn(plan), ...application.measures], sameNumber,
    samePhone: 0, loneNeighbours: 0, ...neighbours, onBothLists, relativeOfCadre: application.recused.length > 0 || declaredCadre(application.form) !== undefined,
    application: application.receiptNo !== null || application.former !== null, surveyed: application.facts !== null,
    appraised: application.appraisal !== null, notices: application.notice ? NOTICES_NEEDED : 0,
  };
}

/** What the checks ask about a registration form: the same in the browser while it is filled and in the functions. */
export function checkRegistration(asked: Asked): Found[] {
  const { application: { track, helper }, campaign, record, village } = asked;
  const found = track === "village"
    ? runChecks("village", record as VillageRecord, { ...villageAlone(campaign.villageTests), ...village, supportUnit: helper !== null })
    : runChecks("household", record as HouseholdRecord, contextOf(asked));
  return found.map(({ sentence, ...rest }) => ({ ...rest, ...sentence }));
}
