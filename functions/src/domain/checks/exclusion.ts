import type { Check } from "./check.ts";
import { when } from "./finding.ts";

/** A house this new, in years, is asked about. */
const NEW_HOUSE = 2;
/** Months of the year away from which a member counts as living elsewhere. */
const AWAY = 6;
/** Herds of a large farmer; no list tells a number, so these are high [D]. */
const LARGE_HERDS = [
  { key: "cattle",  above: 20 },
  { key: "yak",     above: 50 },
  { key: "sheep",   above: 150 },
  { key: "pig",     above: 50 },
  { key: "horse",   above: 15 },
  { key: "poultry", above: 500 },
] as const;

/**
 * What other towns' lists hold against a household (domain.md, section 8.1), as far as its record tells. Never a
 * reason to refuse by itself: somebody goes there and explains. The plan has no such list, hence own numbers [D].
 */
export const EXCLUSION_CHECKS = [
  {
    id: "EX-01", source: "8.1 motorVehicle", level: "doubt", on: "household", asks: "villageCadre", blocks: "notice", track: "identify",
    zh: "有汽车或大型农机", en: "Car, truck or large machine",
    find: ({ machinery }) => {
      const keys = (["car", "truck", "harvester"] as const).filter((key) => (machinery[key] ?? 0) > 0);
      return when(keys.length > 0, keys.map((key) => `machinery.${key}`), {
        zh: "有小汽车、货车或收割机。请说明来源、用途和价值。",
        en: "There is a car, truck or harvester. Say where it came from, what for, and its worth.",
      });
    },
  },
  {
    id: "EX-02", source: "8.1 recentBuild", level: "doubt", on: "household", asks: "villageCadre", blocks: "notice", track: "identify",
    zh: "两年内新建住房", en: "House built within two years",
    find: ({ living: { houseBuiltYear } }, { year }) =>
      when(houseBuiltYear !== undefined && houseBuiltYear > year - NEW_HOUSE, ["living.houseBuiltYear"], {
        zh: "住房是近两年新建的。请说明建房资金来源（如危房改造补助、借款）。",
        en: "The house was built within two years. Say what paid for it, such as a subsidy or a loan.",
      }),
  },
  {
    id: "EX-03", source: "8.1 absentHousehold, emptyRegistration; [S]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "appraisal",
    zh: "全家不在村居住（空挂户）", en: "Nobody lives here",
    find: ({ head, members }) => {
      const isAway = ({ yearlyResidenceMonths: months = 12 }: (typeof members)[number]) => months < AWAY;
      const allAway = members.length > 0 && members.every(isAway);
      return when(head.residentCount === 0 || allAway, ["head.residentCount"], {
        zh: "没有常住人口，或每个人一年在村不到半年。请说明是否为空挂户。",
        en: "Nobody lives here, or everybody for less than half the year. Say whether it is registered in name only.",
      });
    },
  },
  {
    id: "EX-04", source: "8.1 largeFarmer", level: "lead", on: "household", asks: "villageCadre", blocks: null, track: "identify",
    zh: "种养大户", en: "Large herds",
    find: ({ livestock }) => {
      const herds = LARGE_HERDS.filter(({ key, above }) => (livestock[key] ?? 0) > above);
      return when(herds.length > 0, herds.map(({ key }) => `livestock.${key}`), {
        zh: "牲畜存栏很多。请核对数目和权属。",
        en: "The herds are very large. Check the numbers, and whose they are.",
      });
    },
  },
  {
    id: "EX-05", source: "8.1 relativeOfCadre; [S]", level: "doubt", on: "household", asks: "townGovernment", blocks: "townReview",
    zh: "干部亲属（优亲厚友）", en: "Relative of a cadre",
    find: (_, { relativeOfCadre, matches }) =>
      when(relativeOfCadre || matches.includes("staffRelative"), [], {
        zh: "这一户是干部的亲属。请核对有关干部是否已回避，并写明核查结果。",
        en: "The household is related to a cadre. Check that the cadre stood aside, and write what was found.",
      }),
  },
] as const satisfies readonly Check<"household">[];
