import type { Cause, Education, Health, LaborAbility, Relation, Sex, StudentStatus } from "@domain/forms/codes2014.ts";
import type { Ethnicity } from "@domain/forms/ethnicities.ts";
import { birthDate, checkCharacter } from "@domain/forms/identityNumber.ts";
import type { Survey } from "@domain/forms/survey.ts";
import type { Chance } from "./inventNames.ts";
import { inventEthnicity, inventName, inventSurname } from "./inventNames.ts";

export type Member = Survey["members"][number];

/** The largest invented household, and the number of seeds that share no identity number. */
export const MOST_MEMBERS = 12;
const SLOTS = 365 * 500;
export const SEEDS = Math.floor(SLOTS / MOST_MEMBERS);

/** Reference day of the campaign: 2013-12-31 (the plan). Ages are counted to it. */
const YEAR = 2013;

/**
 * A valid number in the county's area. Every person of every seed has a slot of its own, which alone fixes the day of
 * the year and the serial number, so that no two numbers are alike whatever the year of birth and the sex.
 */
function inventNumber(person: number, { age, sex }: { age: number; sex: Sex }): string {
  const slot = (person * 100_003) % SLOTS;
  const day = new Date(Date.UTC(YEAR, 0, 1 + (slot % 365))).toISOString().slice(5, 10).replace("-", "");
  const serial = 2 * Math.floor(slot / 365) + (sex === "male" ? 1 : 0);
  const digits = `620623${YEAR - age}${day}${String(serial).padStart(3, "0")}`;
  return digits + checkCharacter(digits);
}

type Seat = { relation: Relation; sex: Sex; age: number };

const WOMEN: readonly Relation[] = ["daughter", "daughterInLaw", "granddaughter", "mother", "paternalGrandmother"];
/** Who else lives there, in the order in which the household grows. */
const YOUNG: readonly Relation[] = [
  "spouse", "son", "daughter", "mother", "father", "daughter", "son", "daughter", "paternalGrandmother", "other", "other",
];
const OLD: readonly Relation[] = [
  "spouse", "son", "daughterInLaw", "grandson", "granddaughter", "grandson", "daughter", "granddaughter", "other", "grandson",
  "granddaughter",
];

function ageOf(relation: Relation, { head, at, chance }: { head: number; at: number; chance: Chance }): number {
  const ages: Partial<Record<Relation, number>> = {
    spouse: head - chance.between(-3, 4),
    son: head - 22 - at - chance.between(0, 3),
    daughter: head - 22 - at - chance.between(0, 3),
    daughterInLaw: head - 27,
    grandson: head - 46 - at,
    granddaughter: head - 46 - at,
    mother: head + 20 + chance.between(0, 4),
    father: head + 22 + chance.between(0, 4),
    paternalGrandmother: head + 42,
  };
  return Math.min(99, Math.max(relation === "spouse" ? 21 : 0, ages[relation] ?? head - chance.between(-4, 6)));
}

function seats(chance: Chance, count: number): Seat[] {
  const age = chance.between(count === 1 ? 45 : 26, count > 8 ? 56 : 74);
  const head: Seat = { relation: "head", sex: chance.odds(82) ? "male" : "female", age };
  const plan = head.age < 52 ? YOUNG : OLD;
  const others = plan.slice(0, count - 1).map((relation, at): Seat => {
    const opposite = head.sex === "male" ? "female" : "male";
    const sex = relation === "spouse" ? opposite : WOMEN.includes(relation) ? "female" : "male";
    return { relation, sex, age: ageOf(relation, { head: head.age, at, chance }) };
  });
  return [head, ...others];
}

/** School by age, one year after the other. */
const SCHOOL: readonly { upTo: number; status: StudentStatus; education: Education }[] = [
  { upTo: 2,  status: "notStudent", education: "preschoolChild" },
  { upTo: 5,  status: "preschool",  education: "preschoolChild" },
  { upTo: 12, status: "primary",    education: "primary" },
  { upTo: 13, status: "grade7",     education: "juniorMiddle" },
  { upTo: 14, status: "grade8",     education: "juniorMiddle" },
  { upTo: 15, status: "grade9",     education: "juniorMiddle" },
  { upTo: 16, status: "senior1",    education: "seniorMiddle" },
  { upTo: 17, status: "senior2",    education: "seniorMiddle" },
  { upTo: 18, status: "senior3",    education: "seniorMiddle" },
];

function schooling(chance: Chance, age: number): { studentStatus: StudentStatus; education: Education } {
  const row = SCHOOL.find(({ upTo }) => age <= upTo);
  if (row) return { studentStatus: row.status, education: row.education };
  if (age < 23 && chance.odds(30)) return { studentStatus: "collegePlus", education: "collegePlus" };
  const learned: Education[] = age > 55 ? ["illiterate", "illiterate", "primary"] : ["primary", "juniorMiddle", "juniorMiddle", "seniorMiddle"];
  return { studentStatus: "notStudent", education: age < 23 ? "juniorMiddle" : chance.pick(learned) };
}

const DISEASES = ["高血压", "风湿性关节炎", "慢性支气管炎", "包虫病", "腰椎间盘突出", "肺结核"];

function healthOf(chance: Chance, age: number): Pick<Member, "health" | "diseaseType"> {
  if (!chance.odds(age > 50 ? 30 : age > 20 ? 9 : 2)) return { health: "healthy" };
  const health: Health = chance.pick(["chronic", "chronic", "seriousIllness", "disabled"]);
  return health === "disabled" ? { health } : { health, diseaseType: chance.pick(DISEASES) };
}

function laborOf(chance: Chance, about: { age: number; isStudent: boolean; health: Health }): LaborAbility {
  if (about.age < 16 || about.isStudent || about.age >= 60) return "none";
  if (about.health === "disabled" || (about.health === "seriousIllness" && chance.odds(60))) return "lost";
  return chance.odds(15) ? "skilled" : "ordinary";
}

function work(chance: Chance, ability: LaborAbility): Pick<Member, "migrantWork" | "migrantMonths"> {
  if (ability === "none" || ability === "lost" || !chance.odds(35)) return {};
  return { migrantWork: chance.pick(["inTown", "inCounty", "inProvince", "outsideProvince"]), migrantMonths: chance.between(2, 10) };
}

/** The members of one household, the head first. Whoever is born there has the head's surname and nationality. */
export function inventMembers(chance: Chance, { seed, count }: { seed: number; count: number }): Member[] {
  const ethnicity = inventEthnicity(chance);
  const surname = inventSurname(chance, ethnicity);
  return seats(chance, count).map((seat, at) => {
    const joined = ["spouse", "daughterInLaw", "mother", "paternalGrandmother"].includes(seat.relation);
    const own = joined ? inventSurname(chance, ethnicity) : surname;
    return inventMember(chance, { ...seat, ethnicity, surname: own, person: seed * MOST_MEMBERS + at, id: `m${at + 1}` });
  });
}

function inventMember(chance: Chance, about: Seat & { ethnicity: Ethnicity; surname: string; person: number; id: string }): Member {
  const { id, relation, sex, age, ethnicity } = about;
  const { studentStatus, education } = schooling(chance, age);
  const health = healthOf(chance, age);
  const laborAbility = laborOf(chance, { age, isStudent: studentStatus !== "notStudent", health: health.health });
  const number = inventNumber(about.person, about);
  const certified = health.health === "disabled" && chance.odds(70);
  return {
    id,
    name: inventName(chance, about),
    relation,
    idNo: certified ? `${number}${chance.between(1, 7)}${chance.between(1, 4)}` : number,
    idType: certified ? "disabilityCert" : "residentId",
    sex,
    birthDate: birthDate(number) ?? "",
    ethnicity,
    education,
    studentStatus,
    ...health,
    laborAbility,
    ...work(chance, laborAbility),
    inNewRuralCoopMedical: chance.odds(96),
    inResidentPension: age >= 16 && chance.odds(80),
  };
}

/** A cause that the members bear out. */
export function inventCause(chance: Chance, members: readonly Member[]): { mainCause: Cause; causeNote?: string } {
  const ill = members.find(({ diseaseType }) => diseaseType);
  if (ill && chance.odds(70)) return { mainCause: "illness", causeNote: `家中一人患${ill.diseaseType}，常年吃药` };
  if (members.some(({ health }) => health === "disabled") && chance.odds(70)) return { mainCause: "disability" };
  if (members.some(({ studentStatus }) => /senior|college/.test(studentStatus)) && chance.odds(70)) return { mainCause: "schooling" };
  if (chance.odds(2)) return { mainCause: "other", causeNote: "房屋失火，家具农具全毁" };
  return { mainCause: chance.pick(["lackSkill", "lackFunds", "lackLand", "lackWater", "disaster", "poorTransport", "lowMotivation"]) };
}
