import { APPLICATION } from "@domain/forms/application.ts";
import { HELPER, SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { MEASURE, MEASURE_DONE, VILLAGE_MEASURE, VILLAGE_MEASURE_DONE } from "@domain/forms/measure.ts";
import type { Form } from "@domain/forms/field.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { RESULT, VILLAGE_RESULT } from "@domain/forms/result.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import type { FormValue } from "../../web/src/shared/form/value.ts";
import type { HandbookData } from "../../web/src/staff/print/handbook/types.ts";
import type { HouseholdLetterProps } from "../../web/src/staff/print/letters/HouseholdLetter.tsx";
import type { VillageLetterProps } from "../../web/src/staff/print/letters/VillageLetter.tsx";
import type { HouseholdSheetProps } from "../../web/src/staff/print/register/HouseholdSheet.tsx";
import type { HelpOf } from "../../web/src/staff/print/register/records.ts";
import { NO_HELP } from "../../web/src/staff/print/register/records.ts";
import type { VillageSheetProps } from "../../web/src/staff/print/register/VillageSheet.tsx";
import { campaign2013 } from "../seed/campaign2013.ts";
import { inventHousehold } from "../seed/invent.ts";
import { inventHelper, inventMeasure, inventMeasureDone, inventPlan, inventResult } from "../seed/inventHelp.ts";
import { inventRegistration } from "../seed/inventRegistration.ts";
import { inventVillage } from "../seed/inventVillage.ts";
import { longest } from "./longest.ts";

/* What the prints are tried with: a usual household, the longest that the forms take, and an empty one; all invented. */

const CAMPAIGN = campaign2013(new Date("2014-05-01T00:00:00+08:00"));
export const PLACE = { county: CAMPAIGN.county.zh, town: CAMPAIGN.town.zh, village: "阳屲村", code: "620623105206" };
const VILLAGE = { code: PLACE.code, name: PLACE.village };
export const STEPS = { identify: CAMPAIGN.steps, exit: CAMPAIGN.steps, village: CAMPAIGN.villageSteps };
const AT = new Date("2014-08-20T00:00:00+08:00");
const BY = { at: AT, by: "staff-1", action: "action-1" };

/** The forms of one household or village, whole. */
export type Papers = { application: FormValue; registration: FormValue; help: HelpOf };
export type Kind = "usual" | "longest" | "empty";

/** The same record so many times. */
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

function usualHousehold(): Papers {
  const seed = 11;
  const { application, survey } = inventHousehold({ seed, village: VILLAGE, track: "identify", memberCount: 5 });
  const cause = survey.cause.mainCause;
  return {
    application,
    registration: inventRegistration({ seed, survey }),
    help: {
      helpers: [{ helper: inventHelper({ seed, village: VILLAGE }), from: "2014-07-20", until: null }],
      plan: inventPlan({ seed, cause }),
      measures: [{ content: inventMeasure({ seed, cause }), done: { content: inventMeasureDone({ seed, cause }), ...BY } }],
      results: [{ content: inventResult({ seed, cause }), confirmed: { how: "signature", ...BY } }],
    },
  };
}

const longestHousehold = (): Papers => ({
  application: longest(APPLICATION),
  registration: withHead(longest(REGISTRATION, 12)),
  help: {
    helpers: times(6, (at) => ({ helper: longest(HELPER), from: `2014-0${at + 1}-01`, until: at < 5 ? `2014-0${at + 2}-01` : null })),
    plan: longest(HOUSEHOLD_PLAN, 12),
    measures: times(12, () => ({ content: longest(MEASURE), done: { content: longest(MEASURE_DONE), ...BY } })),
    results: times(9, () => ({ content: longest(RESULT), confirmed: { how: "fingerprint", ...BY } })),
  },
});

/** One member is the head: the handbook's first page tells of that one. */
function withHead(registration: FormValue): FormValue {
  const members = registration.members as { relation: string }[];
  return { ...registration, members: members.map((member, at) => (at === 0 ? { ...member, relation: "head" } : member)) };
}

const nothing: Papers = { application: {}, registration: {}, help: NO_HELP };

function usualVillage(): Papers {
  const { application, registration, supportUnit, plan, measure, measureDone, result } = inventVillage({ seed: 3, village: VILLAGE });
  return {
    application,
    registration,
    help: {
      helpers: [{ helper: supportUnit, from: "2014-07-01", until: null }],
      plan,
      measures: [{ content: measure, done: { content: measureDone, ...BY } }],
      results: [{ content: result, confirmed: null }],
    },
  };
}

const longestVillage = (): Papers => ({
  application: longest(VILLAGE_APPLICATION),
  registration: longest(VILLAGE_REGISTRATION),
  help: {
    helpers: [{ helper: longest(SUPPORT_UNIT, 10), from: "2014-07-01", until: null }],
    plan: longest(VILLAGE_PLAN, 5),
    measures: times(4, () => ({ content: longest(VILLAGE_MEASURE), done: { content: longest(VILLAGE_MEASURE_DONE), ...BY } })),
    results: times(4, () => ({ content: longest(VILLAGE_RESULT), confirmed: null })),
  },
});

export const PAPERS: Record<"household" | "village", Record<Kind, Papers>> = {
  household: { usual: usualHousehold(), longest: longestHousehold(), empty: nothing },
  village: { usual: usualVillage(), longest: longestVillage(), empty: nothing },
};

const shownOf = (form: Form, value: FormValue) => {
  const { shown, hidden } = splitPrivate(form, value);
  return { value: shown as FormValue, numbers: hidden };
};

type HouseholdPrints = { letter: HouseholdLetterProps; sheet: HouseholdSheetProps; book: HandbookData };

function householdPrints(kind: Kind, at: number): HouseholdPrints {
  const { application, registration, help } = PAPERS.household[kind];
  const letter = shownOf(APPLICATION, application);
  const form = shownOf(REGISTRATION, registration);
  const no = `${PLACE.code}000${at + 1}`;
  const place = { county: PLACE.county, town: PLACE.town, village: PLACE.village };
  return {
    letter: { ...letter, village: PLACE.village, year: 2013, day: kind === "empty" ? undefined : "2014年6月1日", receiptNo: kind === "empty" ? undefined : "SS14-000123" },
    sheet: { place, no: kind === "empty" ? undefined : no, year: 2013, registration: form.value, numbers: form.numbers, help },
    book: { id: `household-${at}`, place, no, version: at + 1, address: `https://lika.example/h/abcdefghijklmnopqrs${at}`, year: 2013, printedOn: "2014-08-25", registration: form.value, numbers: form.numbers, help },
  };
}

export const households: Record<Kind, HouseholdPrints> = { usual: householdPrints("usual", 0), longest: householdPrints("longest", 1), empty: householdPrints("empty", 2) };

type VillagePrints = { letter: VillageLetterProps; sheet: VillageSheetProps };

function villagePrints(kind: Kind): VillagePrints {
  const { application, registration, help } = PAPERS.village[kind];
  return { letter: { value: application, village: PLACE.village, town: PLACE.town, year: 2013 }, sheet: { place: PLACE, year: 2013, registration, help } };
}

export const villages: Record<Kind, VillagePrints> = { usual: villagePrints("usual"), longest: villagePrints("longest"), empty: villagePrints("empty") };

export { CAMPAIGN, VILLAGE };
export * from "./sampleLists.ts";
