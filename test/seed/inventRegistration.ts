import type { Change } from "@domain/forms/changes.ts";
import type { Registration } from "@domain/forms/registration.ts";
import type { ExitSurvey, Survey } from "@domain/forms/survey.ts";
import { totalsOf } from "@domain/forms/surveyIncome.ts";
import { inventContact, inventOfficial } from "./inventHelp.ts";
import { chanceOf } from "./inventNames.ts";

type Wish = { seed: number; survey: Survey | ExitSurvey; filledBy?: string; checkedBy?: string };

/** Annex 4 of an invented household, filled in from its survey. */
export function inventRegistration({ seed, survey, filledBy, checkedBy }: Wish): Registration {
  const chance = chanceOf(seed + 710_001);
  const { head, cause, members, income, land, livestock, living, relocation, machinery, durables } = survey;
  const seeds = Math.floor(income.businessCost / 4);
  return {
    file: { familyPlanningHousehold: chance.odds(10) },
    head, cause, members, income, land, livestock, living, relocation, machinery, durables,
    costs: chance.odds(50) ? { farmSupplies: seeds, fodder: seeds, vaccination: Math.floor(seeds / 4) } : {},
    foot: {
      filledBy: filledBy ?? inventOfficial(chance),
      filledByPhone: inventContact(chance),
      checkedBy: checkedBy ?? inventOfficial(chance),
      checkedByPhone: inventContact(chance),
      filledOn: `2014-08-${String(chance.between(1, 28)).padStart(2, "0")}`,
      householderSigned: true,
    },
  };
}

/**
 * The same household a year later, with the changes that explain who came and went: the last member of a household of
 * three and more may have left. Income grows a little. `year` is the year of the changes.
 */
export function inventYearLater({ seed, registration, year }: { seed: number; registration: Registration; year: number }) {
  const chance = chanceOf(seed + 710_003);
  const { head, members, income, foot } = registration;
  const last = members.at(-1);
  const leaves = last && last.relation !== "head" && members.length >= 3 && chance.odds(20) ? last : undefined;
  const stay = leaves ? members.slice(0, -1) : members;
  const on = `${year}-${String(chance.between(1, 12)).padStart(2, "0")}-15`;
  const changes: Change[] = leaves ? [{ kind: whyGone(leaves.birthDate), row: leaves.id, on }] : [];
  const grown = { ...income, wage: income.wage + chance.between(0, 600) * stay.length };
  const { perCapitaNetIncome = 0, ...sums } = totalsOf(grown, stay.length);
  const form: Registration = {
    ...registration,
    head: { ...head, memberCount: stay.length, residentCount: Math.min(head.residentCount, stay.length) },
    members: stay,
    income: { ...grown, ...sums, perCapitaNetIncome },
    foot: { ...foot, filledOn: `${year + 1}-01-10` },
  };
  return { form, changes };
}

/** The young move, the grown marry, the old die. */
function whyGone(birthDate: string): Change["kind"] {
  if (birthDate > "1996") return "moveOut";
  return birthDate > "1980" ? "marriageOut" : "death";
}
