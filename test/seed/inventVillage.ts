import type { VillageMeasure, VillageMeasureDone } from "@domain/forms/measure.ts";
import type { VillageResult } from "@domain/forms/result.ts";
import type { VillageApplication } from "@domain/forms/villageApplication.ts";
import { povertyRateOf } from "@domain/forms/villageApplication.ts";
import type { VillagePlanCategory, WholeVillageAdvance } from "@domain/forms/villageCodes2014.ts";
import type { VillagePlan } from "@domain/forms/villagePlan.ts";
import type { VillageRegistration } from "@domain/forms/villageRegistration.ts";
import { inventContact, inventOfficial, inventSupportUnit } from "./inventHelp.ts";
import type { Chance } from "./inventNames.ts";
import { chanceOf } from "./inventNames.ts";

type Wish = {
  seed: number;
  village: { code: string; name: string };
  /** Registered rural population; drawn unless told. */
  registered?: number;
  /** Its poor, when they are known from the households; drawn unless told. */
  poor?: { households: number; people: number };
  perCapitaNetIncome?: number;
  collectiveIncomeWan?: number;
  wholeVillageAdvance?: WholeVillageAdvance;
};

type Figures = VillageApplication["village"] & VillageApplication["standard"];

/** Every form of an invented poor village. They parse without a problem and agree with each other. */
export function inventVillage(wish: Wish) {
  const chance = chanceOf(wish.seed + 720_001);
  const figures = inventFigures(chance, wish);
  const project = inventProject(chance, figures);
  const done = inventDone(chance, figures, project);
  return {
    application: inventVillageApplication(chance, figures),
    supportUnit: inventSupportUnit(wish),
    plan: inventVillagePlan(chance, figures, project),
    measure: { measure: project } satisfies VillageMeasure,
    measureDone: { done } satisfies VillageMeasureDone,
    result: inventVillageResult(project, done),
    registration: inventVillageRegistration(chance, figures),
  };
}

function inventFigures(chance: Chance, wish: Wish): Figures {
  const poor = wish.poor ?? { households: chance.between(60, 110), people: chance.between(260, 420) };
  const registered = wish.registered ?? poor.people + chance.between(200, 500);
  return {
    villageName: wish.village.name,
    naturalVillages: chance.between(3, 9),
    households: Math.max(poor.households, Math.round(registered / 4)),
    population: registered + chance.between(0, 20),
    registeredRuralPopulation: registered,
    poorHouseholds: poor.households,
    poorPopulation: poor.people,
    povertyRate: povertyRateOf({ poorPopulation: poor.people, registeredRuralPopulation: registered }) ?? 0,
    perCapitaNetIncome: wish.perCapitaNetIncome ?? chance.between(2_100, 3_600),
    collectiveIncomeWan: wish.collectiveIncomeWan ?? (chance.odds(60) ? 0 : chance.between(1, 30) / 10),
    wholeVillageAdvance: wish.wholeVillageAdvance ?? (chance.odds(70) ? "notStarted" : "done"),
  };
}

function inventVillageApplication(chance: Chance, figures: Figures): VillageApplication {
  const { povertyRate, perCapitaNetIncome, collectiveIncomeWan, wholeVillageAdvance, ...village } = figures;
  return {
    village,
    standard: { povertyRate, perCapitaNetIncome, collectiveIncomeWan, wholeVillageAdvance },
    reasons: {
      description: `${village.villageName}地处高寒山区，坡地多，十年九旱。\n通村路还有一段土路，${chance.pick(["两个社", "三个社"])}吃水靠拉。群众收入靠洋芋、养羊和外出务工，村里没有幼儿园，看病要到镇上。`,
    },
    consultation: {
      heldOn: `2014-06-${String(chance.between(1, 12)).padStart(2, "0")}`,
      place: "村委会会议室",
      present: chance.between(35, 90),
      record: "各社先开会征求意见，再由村两委和村民代表讨论，多数同意申请，希望先修路、后解决吃水。",
    },
    pledge: { signedOn: `2014-06-${String(chance.between(13, 20)).padStart(2, "0")}`, sealed: true },
  };
}

type Project = VillageMeasure["measure"];
const PROJECTS: readonly { category: VillagePlanCategory; project: string; scale: string; nationalTask: NonNullable<Project["nationalTask"]> }[] = [
  { category: "roads",     project: "通社道路硬化",     scale: "4.5 公里", nationalTask: "roads" },
  { category: "water",     project: "人饮管网延伸",     scale: "管道 6 公里、水池 2 座", nationalTask: "water" },
  { category: "industry",  project: "养羊圈舍扶持",     scale: "圈舍 60 座", nationalTask: "industry" },
  { category: "power",     project: "农网改造",         scale: "变压器 2 台", nationalTask: "power" },
  { category: "broadband", project: "村委会宽带接入",   scale: "光缆 8 公里", nationalTask: "information" },
];

function inventProject(chance: Chance, { naturalVillages, households, poorHouseholds, population }: Figures): Project {
  const share = chance.between(40, 100) / 100;
  return {
    ...chance.pick(PROJECTS),
    unit: "赛什斯镇人民政府",
    site: chance.pick(["一社至三社", "阳屲社", "全村"]),
    budgetWan: chance.between(80, 1_800) / 10,
    naturalVillages: Math.ceil(naturalVillages * share),
    households: Math.round(households * share),
    poorHouseholds: Math.round(poorHouseholds * share),
    people: Math.round(population * share),
    plannedDate: `2014-${String(chance.between(9, 12)).padStart(2, "0")}-30`,
  };
}

function inventVillagePlan(chance: Chance, figures: Figures, { plannedDate: _when, ...first }: Project): VillagePlan {
  const { plannedDate: _later, ...second } = inventProject(chance, figures);
  return {
    plans: [{ id: "v1", ...first, years: ["2014"] }, { id: "v2", ...second, years: ["2015", "2016"] }],
    yulu: {
      vocational: chance.between(2, 12), shortSkill: chance.between(10, 60),
      practical: chance.between(20, 120), employed: chance.between(5, 40),
    },
    summary: { text: "先修路、通水，再发展养羊和高原蔬菜，三年内实现整村脱贫。" },
  };
}

function inventDone(chance: Chance, { poorPopulation, population }: Figures, { budgetWan }: Project): VillageMeasureDone["done"] {
  const central = Math.round(budgetWan * 6) / 10;
  const provincial = Math.round(budgetWan * 2) / 10;
  const other = chance.between(0, 50) / 10;
  const fundsWan = Math.round((central + provincial + other) * 100) / 100;
  const poorBeneficiaries = chance.between(20, poorPopulation);
  return {
    doneDate: `2014-12-${String(chance.between(1, 28)).padStart(2, "0")}`,
    fundsCentralWan: central,
    fundsProvincialWan: provincial,
    fundsOtherWan: other,
    fundsWan,
    beneficiaries: chance.between(poorBeneficiaries, population),
    poorBeneficiaries,
  };
}

function inventVillageResult({ project, category }: Project, { note: _note, photos: _photos, scale: _scale, ...done }: VillageMeasureDone["done"]): VillageResult {
  return { result: { year: 2014, project, category, ...done, effect: "项目建成投用，群众出行和生产条件改善，农产品运得出去。" } };
}

function inventVillageRegistration(chance: Chance, figures: Figures): VillageRegistration {
  const {
    villageName, naturalVillages, povertyRate, perCapitaNetIncome, collectiveIncomeWan, wholeVillageAdvance,
    ...counts
  } = figures;
  return {
    basics: {
      villageName, naturalVillages, wholeVillageAdvance,
      leaderName: inventOfficial(chance), leaderTitle: "村党支部书记", officePhone: inventContact(chance), villageAttribute: "poor",
      developmentDirection: "养殖业为主", terrain: "mountains", partyMembers: chance.between(15, 40), graduateOfficials: chance.between(0, 1),
      lat: (36_600_000 + chance.between(0, 90_000)) / 1_000_000, lng: (102_900_000 + chance.between(0, 90_000)) / 1_000_000,
      groups: naturalVillages + 1,
    },
    residents: inventResidents(chance, counts),
    ...inventVillageLand(chance),
    development: {
      povertyRate, perCapitaNetIncome, collectiveIncomeWan,
      incomeBelow1000: Math.floor(counts.households / 10), income1000To2000: Math.floor(counts.households / 4),
      mainIncomeSources: ["crops", "animals", "work"], collectiveAssets: collectiveIncomeWan > 0 ? ["land", "buildings"] : ["buildings"],
      cooperatives: chance.between(0, 3), poorHouseholdsInCoop: Math.floor(counts.poorHouseholds / 10),
      tourismHouseholds: 0, tourismWorkers: 0, farmstayHouseholds: 0,
    },
    specialIndustries: chance.odds(60) ? [{
      id: "s1", industry: "藏羊养殖", perCapitaIncome: chance.between(200, 900),
    }] : [],
    ...inventVillageConditions(chance, counts.households),
    services: inventServices(chance, counts),
    foot: {
      committeeHead: inventOfficial(chance), responsiblePhone: inventContact(chance), checkedBy: inventOfficial(chance),
      checkedByPhone: inventContact(chance), filledBy: inventOfficial(chance), filledOn: `2014-08-${String(chance.between(1, 28)).padStart(2, "0")}`,
      selfOpinion: "经村两委和村民代表核对，情况属实。",
    },
  };
}

type Counts = Pick<Figures, "households" | "population" | "registeredRuralPopulation" | "poorHouseholds" | "poorPopulation">;

function inventResidents(chance: Chance, counts: Counts): VillageRegistration["residents"] {
  const { population, poorHouseholds } = counts;
  const part = (percent: number) => Math.floor((population * percent) / 100);
  const minLiving = Math.floor(poorHouseholds / 4);
  return {
    ...counts,
    poorMinLivingPoor: minLiving, poorFiveGuarantee: Math.min(3, poorHouseholds - minLiving),
    minLivingHouseholds: minLiving, fiveGuaranteeHouseholds: Math.min(3, poorHouseholds - minLiving),
    minLivingPop: part(12), fiveGuaranteePop: Math.min(3, part(2)), minorityPop: part(chance.between(20, 60)), womenPop: part(48),
    disabledPop: part(3), laborPop: part(55), migrantPop: part(20), leftBehindChildren: part(2), emptyNestElderly: part(3),
  };
}

function inventVillageLand(chance: Chance): Pick<VillageRegistration, "land" | "livestock"> {
  const farmland = chance.between(1_200, 4_200);
  return {
    land: {
      farmland, irrigated: Math.floor(farmland / 5), woodland: chance.between(300, 3_000), grainForGreen: chance.between(100, 900),
      orchard: 0, pasture: chance.between(2_000, 30_000), water: 0,
    },
    livestock: {
      cattle: chance.between(50, 300), yak: chance.between(0, 900), sheep: chance.between(800, 6_000),
      pig: chance.between(60, 400), horse: chance.between(5, 60), poultry: chance.between(200, 900),
    },
  };
}

function inventVillageConditions(chance: Chance, households: number): Pick<VillageRegistration, "infrastructure" | "living"> {
  const part = (percent: number) => Math.floor((households * percent) / 100);
  const loans = part(chance.between(20, 50));
  return {
    infrastructure: {
      pavedToTown: chance.odds(70), unpavedKmToTown: chance.between(0, 80) / 10, busService: chance.odds(50), naturalVillagesUnpaved: chance.between(0, 3),
      naturalVillagesUnpavedKm: chance.between(0, 120) / 10, waterUnsafeHouseholds: part(20), waterDifficultHouseholds: part(15), tapWaterHouseholds: part(60),
      noProductionPowerNV: chance.between(0, 2), noHouseholdPowerNV: 0, noHouseholdPowerHH: 0, broadbandAtCommittee: chance.odds(40),
      broadbandHouseholds: part(5), broadbandSchools: 0, mobileInternetHouseholds: part(30),
    },
    living: {
      dangerousHouseHouseholds: part(30), noHouseHouseholds: part(1), relocationHouseholdsPlanned: part(6), relocationPeoplePlanned: part(24),
      relocationHouseholdsDone: 0, relocationPeopleDone: 0, disastersLastYear: chance.odds(80) ? ["drought", "frost"] : ["drought"],
      loanHouseholds: loans, microLoanHouseholds: Math.floor(loans / 2), overdueHouseholds: Math.floor(loans / 20), loanBalanceWan: loans * 2.5,
      mutualFund: chance.odds(30),
    },
  };
}

function inventServices(chance: Chance, { population, households }: Counts): VillageRegistration["services"] {
  const part = (percent: number) => Math.floor((population * percent) / 100);
  const noTv = Math.floor(households / 12);
  return {
    clinics: 1, publicToilets: chance.between(0, 2), doctors: 0, villageDoctors: 1, garbagePoints: chance.between(0, 3), libraries: 1,
    tvHouseholds: households - noTv, noTvHouseholds: noTv, infoOfficers: chance.between(0, 1), primarySchools: chance.between(0, 1),
    coopMedicalInsured: part(96), pensionInsured: part(60), medicalAidCases: chance.between(5, 60),
  };
}
