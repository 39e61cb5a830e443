import type { HouseholdContext, HouseholdRecord } from "@domain/checks/check.ts";
import { recordAlone } from "@domain/checks/check.ts";
import type { CHECKS } from "@domain/checks/checks.ts";
import { checkCharacter } from "@domain/forms/identityNumber.ts";
import { inventHousehold } from "../../seed/invent.ts";
import { changed, VILLAGE } from "../forms/samples.ts";

export type HouseholdCheckId = (typeof CHECKS)["household"][number]["id"];
/** What is changed of the quiet household and of what is known besides, by path. */
type Change = { set?: Record<string, unknown>; context?: Partial<HouseholdContext> };
type Case = { fires: Change; quiet: Change };

export const CONTEXT = recordAlone({ year: 2013, line: 2736, referenceDate: "2013-12-31" });

/** Father, mother, son and daughter at school: farmers, nobody ill, no wages. */
const invented = inventHousehold({ seed: 21, village: VILLAGE, track: "identify", memberCount: 4 }).survey;
const born = (age: number) => `${2013 - age}-06-15`;
const number = (age: number, serial: number) => {
  const digits = `620623${born(age).replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  return digits + checkCharacter(digits);
};
const FARMER = { laborAbility: "ordinary", studentStatus: "notStudent", education: "primary" } as const;
const FAMILY = [
  { age: 40, relation: "head",     sex: "male",   ...FARMER },
  { age: 38, relation: "spouse",   sex: "female", ...FARMER },
  { age: 14, relation: "son",      sex: "male",   laborAbility: "none", studentStatus: "grade8",  education: "juniorMiddle" },
  { age: 11, relation: "daughter", sex: "female", laborAbility: "none", studentStatus: "primary", education: "primary" },
] as const;
const members: HouseholdRecord["members"] = FAMILY.map(({ age, ...member }, at) => ({
  id: `m${at}`,
  name: invented.members[at]?.name ?? "",
  idNo: number(age, 101 + at),
  idType: "residentId",
  birthDate: born(age),
  ethnicity: "tibetan",
  health: "healthy",
  inNewRuralCoopMedical: true,
  inResidentPension: age > 16,
  ...member,
}));
const money = { wage: 0, business: 9000, property: 0, businessCost: 1000 };
export const QUIET: HouseholdRecord = {
  ...invented,
  head: { ...invented.head, attribute: "general", phoneOwner: "own" },
  cause: { mainCause: "lackFunds" },
  members,
  income: { ...money, transfer: 0, grossIncome: 9000, netIncome: 8000, perCapitaNetIncome: 2000 },
  livestock: { sheep: 10 },
  living: { ...invented.living, houseArea: 80, houseBuiltYear: 2001, dangerGrade: "none", waterDifficult: false, waterSafe: true },
};

/** The quiet household after a change. The only cast: a changed place may hold anything. */
export function after({ set = {}, context = {} }: Change): { record: HouseholdRecord; context: HouseholdContext } {
  const record = Object.entries(set).reduce<unknown>((value, [path, to]) => changed(value, path, to), QUIET);
  return { record: record as HouseholdRecord, context: { ...CONTEXT, ...context } };
}

const each = (change: (at: number) => object) => members.map((member, at) => ({ ...member, ...change(at) }));
const son = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).map(([key, value]) => [`members.2.${key}`, value]));
/** On minimum living, by its kind and by its income. */
const ON_AID = { set: { "head.attribute": "minLivingPoor", "income.transferMinLiving": 840 } };
const works = { laborAbility: "ordinary", studentStatus: "notStudent", migrantWork: "inTown", migrantMonths: 5 };
const nobodyAtSchool = each(() => ({ studentStatus: "notStudent" }));
const nobodyAble = each(() => ({ laborAbility: "none" }));
const elderly = each(() => ({ birthDate: born(70), laborAbility: "none" }));
const masked = `${"620623"}********${"1234"}`;

/** For every rule one change that fires it, and one beside it that does not. */
export const CASES: Record<HouseholdCheckId, Case> = {
  "ID-01": { fires: { set: son({ birthDate: "2014-01-01" }) }, quiet: { set: son({ birthDate: "2013-12-31" }) } },
  "ID-02": { fires: { context: { sameNumber: 1 } }, quiet: { context: { sameNumber: 0 } } },
  "ID-03": { fires: { set: son({ idNo: "999999200001010018" }) }, quiet: { set: son({ idNo: "622326200001010018" }) } },
  "ID-04": { fires: { set: { "members.2.sex": "female" } }, quiet: { set: { "members.2.sex": "female", "members.2.idNo": masked } } },
  "ID-05": { fires: { set: son({ health: "disabled" }) }, quiet: { set: son({ health: "disabled", idType: "disabilityCert" }) } },
  "ID-07": { fires: { context: { elsewhere: 1, stage: "survey" } }, quiet: { context: { elsewhere: 1, stage: "registration" } } },
  "ID-06": { fires: { context: { samePhone: 2 } }, quiet: { context: { samePhone: 2 }, set: { "head.phoneOwner": "relative" } } },
  "HH-02": { fires: { set: son({ relation: "spouse" }) }, quiet: { set: son({ relation: "other" }) } },
  "HH-03": { fires: { set: { "members.1.sex": "male" } }, quiet: { set: { "members.1.sex": "male", "members.1.relation": "other" } } },
  "HH-04": { fires: { set: son({ relation: "daughter", sex: "male" }) }, quiet: { set: son({ relation: "daughter", sex: "female" }) } },
  "HH-05": { fires: { set: son({ birthDate: born(29) }) }, quiet: { set: son({ birthDate: born(28) }) } },
  "HH-07": { fires: { set: { members: members.slice(0, 1) }, context: { loneNeighbours: 1 } }, quiet: { context: { loneNeighbours: 1 } } },
  "HH-08": {
    fires: { set: { "booklet.splitOn": "2012-01-01" }, context: { stage: "survey" } },
    quiet: { set: { "booklet.splitOn": "2011-12-31" }, context: { stage: "survey" } },
  },
  "HH-09": {
    fires: { set: { members: elderly, "booklet.childrenInVillage": true }, context: { stage: "survey" } },
    quiet: { set: { members: elderly, "booklet.childrenInVillage": false }, context: { stage: "survey" } },
  },
  "PE-01": { fires: { set: son({ birthDate: born(15), laborAbility: "ordinary" }) }, quiet: { set: son({ birthDate: born(16), laborAbility: "ordinary" }) } },
  "PE-02": { fires: { set: { "members.1.laborAbility": "none" } }, quiet: { set: { "members.1.laborAbility": "none", "members.1.health": "chronic" } } },
  "PE-03": { fires: { set: { "members.0.birthDate": born(60) } }, quiet: { set: { "members.0.birthDate": born(60) }, context: { elderAge: 65 } } },
  "PE-04": { fires: { set: son({ laborAbility: "ordinary" }) }, quiet: { set: son({ laborAbility: "ordinary", studentStatus: "notStudent" }) } },
  "PE-05": { fires: { set: son({ ...works, laborAbility: "lost" }) }, quiet: { set: son({ ...works, laborAbility: "skilled" }) } },
  "PE-06": { fires: { set: son({ ...works, migrantMonths: 0 }) }, quiet: { set: son({ ...works, migrantMonths: 0.5 }) } },
  "PE-07": { fires: { set: son({ ...works, birthDate: born(15) }) }, quiet: { set: son({ ...works, birthDate: born(16) }) } },
  "PE-08": { fires: { set: son({ studentStatus: "primary", birthDate: born(15) }) }, quiet: { set: son({ studentStatus: "primary", birthDate: born(14) }) } },
  "PE-09": { fires: { set: son({ studentStatus: "notStudent", birthDate: born(15) }) }, quiet: { set: son({ studentStatus: "notStudent", birthDate: born(16) }) } },
  "PE-10": { fires: { set: son({ education: "primary", birthDate: born(22) }) }, quiet: { set: son({ education: "primary", birthDate: born(23) }) } },
  "PE-11": { fires: { set: son({ education: "preschoolChild" }) }, quiet: { set: son({ education: "primary" }) } },
  "PE-13": { fires: { set: son({ inNewRuralCoopMedical: false }) }, quiet: { set: son({ inNewRuralCoopMedical: true }) } },
  "PE-14": { fires: { set: { "members.0.idNo": `${members[0]?.idNo}42` } }, quiet: { set: { "members.0.idNo": `${members[0]?.idNo}43` } } },
  "IN-01": { fires: { set: { "income.netIncome": 8001 } }, quiet: { set: { "income.netIncome": undefined } } },
  "IN-02": { fires: { context: { line: 2000 } }, quiet: { context: { line: 2001 } } },
  "IN-03": { fires: { set: { "income.wage": 499, ...son(works) } }, quiet: { set: { "income.wage": 500, ...son(works) } } },
  "IN-04": { fires: { set: son(works) }, quiet: { set: { "income.wage": 3000, ...son(works) } } },
  "IN-05": { fires: { set: { "income.transferMinLiving": 840 } }, quiet: { set: { "income.transferMinLiving": 840, "head.attribute": "minLivingPoor" } } },
  "CA-01": { fires: { set: { "cause.mainCause": "illness" } }, quiet: { set: { "cause.mainCause": "illness", "members.1.health": "chronic" } } },
  "CA-02": { fires: { set: { "cause.otherCauses": ["disability"] } }, quiet: { set: { "cause.otherCauses": ["disability"], "members.1.health": "disabled" } } },
  "CA-03": { fires: { set: { "cause.mainCause": "schooling", members: nobodyAtSchool } }, quiet: { set: { "cause.mainCause": "schooling" } } },
  "CA-04": { fires: { set: { "cause.mainCause": "lackLabor" } }, quiet: { set: { "cause.mainCause": "lackLabor", "members.1.laborAbility": "lost" } } },
  "CA-05": { fires: { set: { "cause.mainCause": "other" } }, quiet: { set: { "cause.otherCauses": ["other"] } } },
  "LI-01": { fires: { set: { "land.pasture": 101 }, context: { pastoral: false } }, quiet: { set: { "land.pasture": 101 } } },
  "LI-02": { fires: { set: { "living.distanceToMainRoadKm": 5.1 } }, quiet: { set: { "living.distanceToMainRoadKm": 5 } } },
  "LI-03": { fires: { set: { "living.houseArea": 0 } }, quiet: { set: { "living.houseArea": 200 } } },
  "LI-04": { fires: { set: { "living.waterDifficult": true } }, quiet: { set: { "living.waterDifficult": true, "living.waterSafe": false } } },
  "HE-01": { fires: { context: { helper: null } }, quiet: { context: { helper: "ableFarmer" } } },
  "HE-02": {
    fires: { set: { "living.dangerGrade": "gradeD" }, context: { plan: true, measures: ["industry"] } },
    quiet: { set: { "living.dangerGrade": "gradeD" }, context: { plan: true, measures: ["relocation"] } },
  },
  "HE-03": { fires: { set: { members: nobodyAble } }, quiet: { set: { members: nobodyAble, "head.attribute": "fiveGuarantee" } } },
  "QU-02": { fires: { context: { onBothLists: true } }, quiet: { context: { onBothLists: false } } },
  "PR-02": { fires: { context: { notices: 1 } }, quiet: { context: { notices: 2 } } },
  "EX-01": { fires: { set: { "machinery.car": 1 } }, quiet: { set: { "machinery.tricycle": 1 } } },
  "EX-02": { fires: { set: { "living.houseBuiltYear": 2012 } }, quiet: { set: { "living.houseBuiltYear": 2011 } } },
  "EX-03": { fires: { set: { "head.residentCount": 0 } }, quiet: { set: { "head.residentCount": 1 } } },
  "EX-04": { fires: { set: { "livestock.sheep": 151 } }, quiet: { set: { "livestock.sheep": 150 } } },
  "EX-05": { fires: { context: { matches: ["staffRelative"] } }, quiet: { context: { relativeOfCadre: false } } },
  "OL-01": { fires: { context: { matches: ["vehicle"] } }, quiet: { context: { matches: ["vehicle"], track: "exit" } } },
  "OL-02": { fires: { context: { matches: ["payroll"] } }, quiet: { context: { matches: ["staff"] } } },
  "OL-03": { fires: { context: { matches: ["business"] } }, quiet: { context: { matches: ["housing"] } } },
  "OL-04": { fires: { context: { matches: ["housing"] } }, quiet: { context: { matches: ["business"] } } },
  "OL-05": { fires: { context: { matches: ["death"] } }, quiet: { context: { matches: [] } } },
  "OL-06": { fires: { context: { matches: ["lowIncomeAid"] } }, quiet: { context: { matches: ["lowIncomeAid"] }, set: { "head.attribute": "minLivingPoor", "income.transferMinLiving": 840 } } },
  "OL-07": { fires: { context: { matches: ["staff"] } }, quiet: { context: { matches: ["staffRelative"] } } },
  "OL-08": { fires: { context: { lists: ["lowIncomeAid"] }, ...ON_AID }, quiet: { context: { lists: ["lowIncomeAid"], matches: ["lowIncomeAid"] }, ...ON_AID } },
};
