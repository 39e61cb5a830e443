import type { Relation, Sex } from "../forms/codes2014.ts";
import type { Check } from "./check.ts";
import { ageOn, isAged, peopleOf, when, whoever } from "./finding.ts";

/** The sex that each relation names, and how many generations above the head it stands (below: negative). */
const KIN: Partial<Record<Relation, { sex: Sex; above: number }>> = {
  son:                   { sex: "male",   above: -1 },
  daughter:              { sex: "female", above: -1 },
  daughterInLaw:         { sex: "female", above: -1 },
  sonInLaw:              { sex: "male",   above: -1 },
  grandson:              { sex: "male",   above: -2 },
  granddaughter:         { sex: "female", above: -2 },
  maternalGrandson:      { sex: "male",   above: -2 },
  maternalGranddaughter: { sex: "female", above: -2 },
  father:                { sex: "male",   above: 1 },
  mother:                { sex: "female", above: 1 },
  wifesFather:           { sex: "male",   above: 1 },
  wifesMother:           { sex: "female", above: 1 },
  husbandsFather:        { sex: "male",   above: 1 },
  husbandsMother:        { sex: "female", above: 1 },
  paternalGrandfather:   { sex: "male",   above: 2 },
  paternalGrandmother:   { sex: "female", above: 2 },
  maternalGrandfather:   { sex: "male",   above: 2 },
  maternalGrandmother:   { sex: "female", above: 2 },
};
/** Years between two generations below which the relation is asked about; domain.md asks for the order alone [D]. */
const GENERATION = 12;

/** A split within so many calendar years of the record is asked about. */
const RECENT_SPLIT = 2;

/** Who is who in the household (domain.md, section 8.2, HH). HH-01 is a rule of the form, HH-06 its code list. */
export const STRUCTURE_CHECKS = [
  {
    id: "HH-02", source: "[G6]", level: "error", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "配偶不止一人", en: "More than one spouse",
    find: ({ members }) => {
      const spouses = members.flatMap(({ relation }, at) => (relation === "spouse" ? [`members.${at}.relation`] : []));
      return when(spouses.length > 1, spouses, {
        zh: `有 ${spouses.length} 人填为户主的配偶。请按户口簿改正“与户主关系”。`,
        en: `${spouses.length} members are the head's spouse. Correct the relations from the household booklet.`,
      });
    },
  },
  {
    id: "HH-03", source: "[G4][G6]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "户主与配偶同性别", en: "Head and spouse of the same sex",
    find: (record, context) => {
      const sex = record.members.find(({ relation }) => relation === "head")?.sex;
      return whoever({ record, context, field: "relation" }, ({ member }) =>
        sex !== undefined && member.relation === "spouse" && member.sex === sex, {
        zh: "填为户主的配偶，性别与户主相同。请核对号码和“与户主关系”。",
        en: "the head's spouse, yet of the same sex. Check the number and the relation.",
      });
    },
  },
  {
    id: "HH-04", source: "[G4]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "与户主关系和性别矛盾", en: "Relation contradicts sex",
    find: (record, context) =>
      whoever({ record, context, field: "relation" }, ({ member: { relation, sex } }) => {
        const kin = KIN[relation];
        return kin !== undefined && sex !== undefined && kin.sex !== sex;
      }, {
        zh: "的“与户主关系”和性别矛盾。请改正关系；号码有误的先核对号码。",
        en: "the relation contradicts the sex. Correct the relation, or the number if that is wrong.",
      }),
  },
  {
    id: "HH-05", source: "[D]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "与户主关系和年龄矛盾", en: "Relation contradicts age",
    find: (record, context) => {
      const head = ageOn(context.referenceDate, record.members.find(({ relation }) => relation === "head")?.birthDate);
      return whoever({ record, context, field: "relation" }, ({ member, age }) => {
        const above = KIN[member.relation]?.above;
        if (above === undefined || age === undefined || head === undefined) return false;
        return (age - head) * Math.sign(above) < GENERATION * Math.abs(above);
      }, {
        zh: `与户主的年龄差和所填关系不相称（每代不到 ${GENERATION} 岁）。请核对关系和号码，属实的（如继父母）请说明。`,
        en: `the age does not fit the relation to the head (less than ${GENERATION} years a generation). Check both; explain if true, as with a stepparent.`,
      });
    },
  },
  {
    id: "HH-07", source: "[D] from [S]", level: "doubt", on: "household", asks: "povertyOfficer", blocks: "notice", track: "identify",
    zh: "疑似拆户", en: "Perhaps a split household",
    find: ({ members }, { loneNeighbours }) =>
      when(members.length === 1 && loneNeighbours > 0, ["head.memberCount"], {
        zh: `一人一户；同一住址，或同社同姓，另有 ${loneNeighbours} 个一人户。请说明是否为拆户、分户。`,
        en: `One person alone, and ${loneNeighbours} more one-person household(s) at the address or of the same surname in the group. Say whether a household was split.`,
      }),
  },
  {
    id: "HH-08", source: "[S][P27]; years [D]", level: "doubt", on: "household", asks: "povertyOfficer", blocks: "appraisal", of: "survey", track: "identify",
    zh: "近两年分户、拆户", en: "Split off within two years",
    find: ({ booklet }, { year }) =>
      when(booklet?.splitOn !== undefined && Number(booklet.splitOn.slice(0, 4)) > year - RECENT_SPLIT, ["booklet.splitOn"], {
        zh: `户口簿上 ${booklet?.splitOn} 分户。请查清分户原因，说明为什么不并回原户评议。`,
        en: `The booklet shows a split on ${booklet?.splitOn}. Find out why, and say why it is not heard as one household with the other.`,
      }),
  },
  {
    id: "HH-09", source: "[S][P27]", level: "doubt", on: "household", asks: "villageCadre", blocks: "appraisal", of: "survey", track: "identify",
    zh: "老人单独立户，子女在本村", en: "The elderly alone, their children in the village",
    find: (record, context) => {
      const people = peopleOf(record, context);
      const allOld = people.length > 0 && people.every(({ age }) => isAged(age, context.elderAge));
      return when(allOld && record.booklet?.childrenInVillage === true, ["booklet.childrenInVillage"], {
        zh: "全是老人，子女在本村另立户。请入户核实由谁赡养、是否为享受政策而分户。",
        en: "All are elderly, and children have a household of their own in the village. See who supports them, and whether it was split for the sake of the list.",
      });
    },
  },
] as const satisfies readonly Check<"household">[];
