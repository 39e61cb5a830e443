import type { Facts } from "./facts.ts";
import type { Form, ValueOf } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import { date, longText, names, optional, personName, photos, pledge, text, yesNo } from "./fieldKinds.ts";
import { cause, head } from "./surveyHousehold.ts";
import type { Totals } from "./surveyIncome.ts";
import { income, totalsOf } from "./surveyIncome.ts";
import { farmSales } from "./surveyFarmSales.ts";
import { durables, land, livestock, living, machinery, relocation } from "./surveyLiving.ts";
import { members } from "./surveyMembers.ts";
import { SURVEY_RULES } from "./surveyRules.ts";

const visit = section({ key: "visit", zh: "调查情况", en: "The survey", source: "5.3" }, {
  surveyedOn: date({ zh: "调查日期", en: "Date of the survey", source: "5.3" }),
  place: text({ zh: "调查地点", en: "Place", length: 60, source: "5.3" }),
  surveyors: names({ zh: "调查人", en: "Surveyors", least: 1, most: 3, source: "5.3" }),
  informant: personName({ zh: "被调查人", en: "Informant", source: "5.3" }),
  informantSigned: yesNo({ zh: "被调查人是否签字", en: "Signed by the informant", source: "5.3" }),
  problems: optional(longText({ zh: "需帮助解决的问题", en: "Problems", length: 500, source: "5.3" })),
  wishes: optional(longText({ zh: "主要诉求", en: "Wishes", length: 500, source: "5.3" })),
  photos: optional(photos({
    zh: "照片", en: "Photos",
    help: {
      zh: "住房、厨房、粮食、牲畜等，最多 6 张；不要拍证件。",
      en: "House, kitchen, grain, animals; at most 6. No identity documents.",
    },
    most: 6, source: "[D]",
  })),
});

const booklet = section({
  key: "booklet", zh: "户口簿变动", en: "The household booklet",
  help: { zh: "看户口簿填。近年没有分户、拆户的不填。", en: "From the booklet. Empty where nobody has split off in recent years." },
  source: "8.1 splitHousehold",
}, {
  splitOn: optional(date({ zh: "最近一次分户（拆户）日期", en: "Last split from another household", source: "[S]; date [D]" })),
  splitFrom: optional(text({
    zh: "从谁家分出", en: "Split from whom", placeholder: { zh: "如：父母家", en: "such as the parents" }, length: 20, source: "[D]",
  })),
  childrenInVillage: optional(yesNo({
    zh: "有无子女在本村另立户", en: "Children with a household of their own in the village", source: "[S][P27]; field [D]",
  })),
});

const line = section({
  key: "line", zh: "收入达到标准的说明", en: "Income at or above the line", source: "8.2, IN-02",
}, {
  lineNote: optional(longText({
    zh: "超过标准的说明", en: "Note on the line",
    help: {
      zh: "人均纯收入达到或超过标准仍要列入的，写明理由。",
      en: "Why the household is to be listed although its income per head reaches the line.",
    },
    length: 500, source: "[S][G4]",
  })),
});

const exit = section({ key: "exit", zh: "户主确认脱贫", en: "The householder agrees to the exit", source: "8.3" }, {
  householderSigned: pledge({ zh: "户主已签字认可脱贫", en: "The householder has signed the exit", source: "[P39]" }),
  signedOn: date({ zh: "签字日期", en: "Signed on", source: "[P39]" }),
  aboveLineNote: optional(longText({
    zh: "收入稳定超过标准的依据", en: "What the income above the line rests on", length: 500, source: "[D]",
  })),
});

const SECTIONS = [
  head, cause, members, income, farmSales, land, livestock, living, relocation, machinery, durables, booklet, visit, line,
] as const;
const EXIT_SECTIONS = [...SECTIONS, exit] as const;

export type Survey = ValueOf<typeof SECTIONS>;
export type ExitSurvey = ValueOf<typeof EXIT_SECTIONS>;

const SOURCE = "annexes 4 and 7; domain.md, sections 2 and 5.3";

/** The whole-household survey: annex 4's facts, taken on the sheet of annex 7. */
export const SURVEY: Form<Survey> = form(
  { id: "survey", zh: "贫困户入户调查表", en: "Survey of a household", year: 2013, source: SOURCE },
  SECTIONS,
  SURVEY_RULES,
);
/** The same for a household that leaves the register, with the householder's signature. */
export const EXIT_SURVEY: Form<ExitSurvey> = form(
  {
    id: "exitSurvey", zh: "脱贫户入户调查表", en: "Survey of a household out of poverty", year: 2013, source: SOURCE,
  },
  EXIT_SECTIONS,
  SURVEY_RULES,
);
export const Survey = schemaOf(SURVEY);
export const ExitSurvey = schemaOf(EXIT_SURVEY);

const SURVEYS = { identify: SURVEY, exit: EXIT_SURVEY } as const;

/** The survey form of a track. */
export function surveyOf<K extends keyof typeof SURVEYS>(track: K): (typeof SURVEYS)[K] {
  return SURVEYS[track];
}

/** What a survey and a registration form both tell of a household. */
type Household = Pick<Survey, "head" | "cause" | "members" | "income">;

/** The sums of a survey's income (domain.md, section 2.5), worked out anew whatever it holds. Yuan. */
export function compute({ income, head }: Pick<Survey, "head" | "income">): Totals {
  return totalsOf(income, head.memberCount);
}

/** Members able to work: ordinary or skilled labour. */
export function laborCountOf({ members }: Pick<Survey, "members">): number {
  return members.filter(({ laborAbility }) => laborAbility === "ordinary" || laborAbility === "skilled").length;
}

/** The small summary that is kept on the application: of a survey, or of a registration form. */
export function facts(survey: Household): Facts {
  const { head, cause } = survey;
  return {
    householder: head.householderName,
    groupName: head.groupName,
    memberCount: head.memberCount,
    residentCount: head.residentCount,
    laborCount: laborCountOf(survey),
    perCapitaNetIncome: compute(survey).perCapitaNetIncome ?? null,
    mainCause: cause.mainCause,
    attribute: head.attribute,
  };
}
