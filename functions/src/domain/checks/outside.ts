import type { MatchKind } from "../matches.ts";
import type { StaffRole } from "../roles.ts";
import type { Bilingual } from "../text.ts";
import type { Check, HouseholdRecord } from "./check.ts";
import { when } from "./finding.ts";
import type { FindingStep } from "./steps.ts";

/** Kinds of a household that is on minimum living. */
export const PAID: readonly HouseholdRecord["head"]["attribute"][] = ["minLiving", "minLivingPoor", "fiveGuarantee"];

type Row<Id extends string> = Bilingual & {
  id: Id; source: string; asks: StaffRole; blocks: FindingStep; kind: MatchKind; ask: Bilingual; quiet?: (record: HouseholdRecord) => boolean;
};

/** A question that a line of an outside list raises: a match is a lead to the house, never a proof (domain.md, section 8.1). */
const listed = <const Id extends string>({ kind, ask, quiet, ...row }: Row<Id>) =>
  ({
    ...row, level: "doubt", on: "household", track: "identify",
    find: (record, { matches }) => when(matches.includes(kind) && !quiet?.(record), [], ask),
  }) as const satisfies Check<"household">;

/** What outside lists and the staff's declarations say of a household's people (domain.md, section 8.1). */
export const OUTSIDE_CHECKS = [
  listed({
    id: "OL-01", source: "8.1 motorVehicle", asks: "villageCadre", blocks: "notice", kind: "vehicle",
    zh: "车辆名单上有本户的人", en: "On the list of vehicles",
    ask: {
      zh: "车辆名单上有本户的人。请入户核实车辆的类型、用途和价值，写明情况。",
      en: "Somebody of the household is on the list of vehicles. See which vehicle, what for and its worth, and write it.",
    },
  }),
  listed({
    id: "OL-02", source: "8.1 fiscalPayroll", asks: "povertyOfficer", blocks: "notice", kind: "payroll",
    zh: "财政供养名单上有本户的人", en: "On the public payroll",
    ask: {
      zh: "财政供养人员名单上有本户的人。请核实是否仍在岗、工资是否已计入收入。",
      en: "Somebody of the household is on the public payroll. See whether still so, and whether the wages were counted.",
    },
  }),
  listed({
    id: "OL-03", source: "8.1 businessOwner", asks: "villageCadre", blocks: "notice", kind: "business",
    zh: "工商登记名单上有本户的人", en: "On the list of businesses",
    ask: {
      zh: "工商登记名单上有本户的人。请核实是否实际经营、收入多少。",
      en: "Somebody of the household is on the list of businesses. See whether it is run in fact, and what it earns.",
    },
  }),
  listed({
    id: "OL-04", source: "8.1 commercialHouse", asks: "villageCadre", blocks: "notice", kind: "housing",
    zh: "商品房名单上有本户的人", en: "On the list of houses in town",
    ask: {
      zh: "商品房名单上有本户的人。请核实房屋是谁的、怎样购置。",
      en: "Somebody of the household is on the list of houses in town. See whose it is and how it was paid.",
    },
  }),
  listed({
    id: "OL-05", source: "8.1 deadOrImprisoned", asks: "villageCommittee", blocks: "appraisal", kind: "death",
    zh: "死亡名单上有本户的人", en: "On the list of deaths",
    ask: {
      zh: "死亡名单上有本户的人。请核对户口簿：已去世的重新登记调查，同名同号有误的写明。",
      en: "Somebody of the household is on the list of deaths. Check the booklet: record the survey anew, or write that the list is wrong.",
    },
  }),
  listed({
    id: "OL-06", source: "IN-05 from outside", asks: "villageCommittee", blocks: "registration", kind: "lowIncomeAid",
    zh: "低保名单上有，调查表没有填", en: "On minimum living, not so in the survey",
    quiet: ({ head }) => PAID.includes(head.attribute),
    ask: {
      zh: "低保名单上有本户的人，但贫困户属性没有填低保。请核对后改正或说明。",
      en: "Somebody of the household is on minimum living, yet its kind does not say so. Correct it or explain.",
    },
  }),
  listed({
    id: "OL-07", source: "8.1 villageCadre", asks: "povertyOfficer", blocks: "notice", kind: "staff",
    zh: "本户有村、镇工作人员", en: "Somebody works for village or town",
    ask: {
      zh: "本户有人是村、镇工作人员。请核实其报酬是否计入收入、本人是否已回避。",
      en: "Somebody of the household works for village or town. See whether the pay was counted, and whether the person stood aside.",
    },
  }),
  {
    id: "OL-08", source: "IN-05 from outside, the other way", level: "lead", on: "household", asks: "villageCommittee", blocks: null, track: "identify",
    zh: "填了低保，低保名单上没有", en: "Said to be on minimum living, not on the list",
    find: ({ head }, { matches, lists }) => when(PAID.includes(head.attribute) && lists.includes("lowIncomeAid") && !matches.includes("lowIncomeAid"), ["head.attribute"], {
      zh: "贫困户属性填了低保或五保，民政的低保名单上却没有本户的人。请核对低保证，可能是新办的，也可能填错。",
      en: "Its kind says minimum living or five guarantees, yet nobody of the household is on the list. See the certificate: it may be new, or the kind is wrong.",
    }),
  },
] as const satisfies readonly Check<"household">[];
