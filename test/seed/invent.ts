import type { Application } from "@domain/forms/application.ts";
import type { ExitProposal } from "@domain/forms/exitProposal.ts";
import type { ExitSurvey, Survey } from "@domain/forms/survey.ts";
import { laborCountOf } from "@domain/forms/survey.ts";
import { totalsOf } from "@domain/forms/surveyIncome.ts";
import type { Chance } from "./inventNames.ts";
import { chanceOf, inventName, inventPlace } from "./inventNames.ts";
import type { Member } from "./inventPeople.ts";
import { MOST_MEMBERS, SEEDS, inventCause, inventMembers } from "./inventPeople.ts";

/** The line of 2013, yuan a head (the plan). */
const LINE = 2736;
const LINE_NOTE = "当年因病自付医疗费 2 万余元，实际生活低于标准，经评议列入。";

type Wish = {
  /** From 0 to `SEEDS - 1`. The same seed is the same household; different seeds share no person. */
  seed: number;
  village: { code: string; name: string };
  /** 1 to 12. */
  memberCount?: number;
  /** Income per head against the line; as the track wants it unless told. */
  perHead?: "below" | "above";
  /** Exit track: the entry of last year's register; made from the village and the seed unless told. */
  registerNo?: string;
};
type Invented<S> = { application: Application; survey: S };

/** An invented household of Tianzhu whose forms parse without a problem. @throws for a seed or size out of range. */
export function inventHousehold(wish: Wish & { track: "identify" }): Invented<Survey>;
export function inventHousehold(wish: Wish & { track: "exit" }): Invented<ExitSurvey> & { exitProposal: ExitProposal };
export function inventHousehold(wish: Wish & { track: "identify" | "exit" }): Invented<Survey> & { exitProposal?: ExitProposal };
export function inventHousehold(wish: Wish & { track: "identify" | "exit" }): Invented<Survey | ExitSurvey> & { exitProposal?: ExitProposal } {
  const { seed, village, track, perHead = track === "exit" ? "above" : "below" } = wish;
  if (!Number.isInteger(seed) || seed < 0 || seed >= SEEDS) throw new RangeError(`seed: 0 to ${SEEDS - 1}`);
  const chance = chanceOf(seed);
  const drawn = chance.odds(3) ? chance.between(8, MOST_MEMBERS) : chance.pick([1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7]);
  const count = wish.memberCount ?? drawn;
  if (!Number.isInteger(count) || count < 1 || count > MOST_MEMBERS) throw new RangeError(`memberCount: 1 to ${MOST_MEMBERS}`);
  const survey = inventSurvey(chance, { seed, village, count, perHead, track });
  const application = inventApplication(chance, survey);
  if (track === "identify") return { application, survey };
  const registerNo = wish.registerNo ?? `${village.code}${String(seed % 10_000).padStart(4, "0")}`;
  const exit = { householderSigned: true, signedOn: "2014-06-20", aboveLineNote: "全家两人常年务工，另有养羊收入" } as const;
  return { application, survey: { ...survey, exit }, exitProposal: inventExitProposal(survey, registerNo) };
}

type Draft = Required<Pick<Wish, "seed" | "village" | "perHead">> & { count: number; track: "identify" | "exit" };

function inventSurvey(chance: Chance, { seed, village, count, perHead, track }: Draft): Survey {
  const members = inventMembers(chance, { seed, count });
  const head = inventHead(chance, { seed, village, members });
  const pastoral = chance.odds(30);
  return {
    head,
    cause: { ...inventCause(chance, members), ...(chance.odds(40) && { otherCauses: ["lackLabor" as const] }) },
    members,
    income: inventIncome(chance, { members, attribute: head.attribute, perHead }),
    ...inventHoldings(chance, pastoral),
    ...inventHouse(chance, pastoral),
    booklet: {},
    visit: inventVisit(chance, members, head.address),
    line: perHead === "above" && track === "identify" ? { lineNote: LINE_NOTE } : {},
    farmSales: seed % 3 === 0 ? [{ id: "f1", product: "potato", size: 4, output: 5_000, sales: 4_000, net: 2_680 }] : [],
  };
}

/** 154 is no prefix that is given out [K], so that nobody's phone rings. */
const inventPhone = (seed: number) => `154${String((seed * 7_919 + 20_140_000) % 100_000_000).padStart(8, "0")}`;

function inventHead(chance: Chance, about: { seed: number; village: Wish["village"]; members: Member[] }): Survey["head"] {
  const { seed, village, members } = about;
  const isOldAlone = members.length === 1 && members.every(({ birthDate }) => birthDate < "1954");
  const account = chance.odds(80) && { bankName: "天祝县农村信用社", bankAccount: `6200000000${String(seed).padStart(9, "0")}` };
  return {
    householderName: members[0]?.name ?? "",
    ...inventPlace(chance, village.name),
    phone: inventPhone(seed),
    phoneOwner: isOldAlone ? "relative" : "own",
    ...account,
    memberCount: members.length,
    residentCount: chance.between(Math.ceil(members.length / 2), members.length),
    standard: "national",
    attribute: isOldAlone ? "fiveGuarantee" : chance.odds(25) ? "minLivingPoor" : "general",
    isMilitaryFamily: chance.odds(2),
    isOnlyChildHousehold: chance.odds(4),
    isTwoDaughterHousehold: chance.odds(6),
  };
}

type Means = { members: Member[]; attribute: Survey["head"]["attribute"]; perHead: "below" | "above" };

/** Income that comes to a whole figure per head on the wished side of the line, in kinds that the members bear out. */
function inventIncome(chance: Chance, { members, attribute, perHead }: Means): Survey["income"] {
  const people = members.length;
  const net = people * (perHead === "below" ? chance.between(650, LINE - 1) : chance.between(LINE, 6_200));
  let left = Math.floor(net / 2);
  const take = (wanted: number) => {
    const taken = Math.min(left, Math.max(0, Math.round(wanted)));
    left -= taken;
    return taken;
  };
  const old = members.filter(({ birthDate }) => birthDate < "1954").length;
  const months = members.reduce((sum, { migrantMonths = 0 }) => sum + migrantMonths, 0);
  const given = {
    ...(attribute === "minLivingPoor" && { transferMinLiving: take(840 * people) }),
    ...(attribute === "fiveGuarantee" && { transferFiveGuarantee: take(2_600) }),
    ...(old > 0 && { transferPension: take(660 * old) }),
    ...(chance.odds(60) && { transferEcology: take(chance.between(80, 900)) }),
  };
  const received = Object.values(given).reduce((sum, value) => sum + value, 0);
  left += Math.floor(net / 4);
  const wage = take(months * chance.between(900, 1_800));
  const property = chance.odds(12) ? take(chance.between(100, 600)) : 0;
  const businessCost = chance.between(300, 1_500) * people;
  const typed = { wage, property, ...given, business: net - received - wage - property + businessCost, businessCost };
  const { transfer, grossIncome, netIncome, perCapitaNetIncome = 0 } = totalsOf(typed, people);
  return { ...typed, transfer, grossIncome, netIncome, perCapitaNetIncome };
}

/** Wheat and potatoes on dry fields below, yaks and sheep on the pastures above. */
function inventHoldings(chance: Chance, pastoral: boolean): Pick<Survey, "land" | "livestock" | "machinery" | "durables"> {
  const farmland = chance.between(pastoral ? 0 : 4, pastoral ? 6 : 28);
  const one = (percent: number) => (chance.odds(percent) ? 1 : 0);
  return {
    land: {
      farmland,
      irrigated: chance.between(0, Math.floor(farmland / 3)),
      grainForGreen: chance.between(0, 8),
      ...(pastoral && { pasture: chance.between(60, 900) }),
      inCooperative: chance.odds(15),
    },
    livestock: pastoral
      ? { yak: chance.between(0, 24), sheep: chance.between(5, 80), horse: chance.between(0, 2) }
      : { cattle: chance.between(0, 3), sheep: chance.between(0, 18), pig: chance.between(0, 3), poultry: chance.between(0, 12) },
    machinery: { tractor: one(12), tricycle: one(30), motorcycle: one(45), car: 0 },
    durables: { tv: one(88), fridge: one(25), washer: one(35), phone: chance.between(0, 3) },
  };
}

function inventHouse(chance: Chance, pastoral: boolean): Pick<Survey, "living" | "relocation"> {
  const dangerGrade = chance.pick(["none", "none", "none", "gradeC", "gradeD"] as const);
  const waterDifficult = chance.odds(25);
  const living: Survey["living"] = {
    houseArea: chance.between(35, 120),
    houseStructure: chance.pick(["earth", "earth", "brickTimber", "brickConcrete"]),
    houseBuiltYear: chance.between(1975, 2012),
    dangerGrade,
    isDangerousHouse: dangerGrade !== "none",
    hasSanitaryToilet: chance.odds(12),
    hasHouseholdPower: true,
    hasProductionPower: chance.odds(60),
    distanceToMainRoadKm: chance.between(0, 45) / 10,
    entryRoad: chance.pick(["dirt", "dirt", "gravel", "cement"]),
    fuel: pastoral ? "dung" : chance.pick(["firewood", "coal"]),
    waterDifficult,
    waterSafe: !waterDifficult && chance.odds(85),
    drinkingSource: chance.pick(["tap", "well", "cellar"]),
    hasTv: chance.odds(90),
  };
  if (!chance.odds(20)) return { living, relocation: { isWilling: false } };
  const difficulty = chance.pick(["funds", "work"] as const);
  return { living, relocation: { isWilling: true, way: "household", settlement: "concentrated", place: "town", difficulty } };
}

function inventVisit(chance: Chance, members: readonly Member[], place: string): Survey["visit"] {
  const surveyor = () => inventName(chance, { ethnicity: "han", sex: "male", surname: chance.pick([..."许何曹蔡"]) });
  return {
    surveyedOn: `2014-06-${String(chance.between(1, 28)).padStart(2, "0")}`,
    place,
    surveyors: [surveyor(), surveyor()],
    informant: members[0]?.name ?? "",
    informantSigned: true,
    problems: chance.pick(["缺少养羊的本钱", "坡地多，遇旱就减产", "离医院远，看病花钱多", "洋芋卖不上价"]),
    wishes: chance.pick(["想贷款养羊", "想修房", "想学一门手艺", "希望修通入社道路"]),
  };
}

function inventApplication(chance: Chance, survey: Survey): Application {
  const { head, members, cause, income } = survey;
  const { householderName: name, phone, groupName, address, memberCount } = head;
  const helper = chance.odds(10) ? members.find(({ relation, birthDate }) => relation !== "head" && birthDate < "1995") : undefined;
  const proxy = helper && { forOther: true, proxyName: helper.name, proxyRelation: "家人" };
  const cadreName = inventName(chance, { ethnicity: "han", sex: "male", surname: "许" });
  const cadre = chance.odds(4) && { isRelative: true, cadreName, cadreRelation: "堂兄" };
  return {
    householder: { name, idNo: members[0]?.idNo ?? "", phone, forOther: false, ...proxy },
    place: { groupName, address },
    people: { memberCount, laborCount: laborCountOf(survey) },
    income: { perCapitaNetIncome: income.perCapitaNetIncome },
    cause: { mainCause: cause.mainCause, ...(cause.causeNote && { note: cause.causeNote }) },
    relatives: { isRelative: false, ...cadre },
    pledge: { isTrue: true },
  };
}

function inventExitProposal({ head }: Survey, registerNo: string): ExitProposal {
  const { householderName, groupName, memberCount } = head;
  return {
    entry: { registerNo, householderName, groupName, memberCount },
    exit: { reason: "incomeAboveLine", householderInformed: true },
  };
}
