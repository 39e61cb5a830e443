import type { Cause } from "@domain/forms/codes2014.ts";
import { CAUSES } from "@domain/forms/codes2014.ts";
import type { HelperKind, Need } from "@domain/forms/helpCodes2014.ts";
import { HELPER_KINDS, PLAN_TARGETS } from "@domain/forms/helpCodes2014.ts";
import type { Helper, SupportUnit } from "@domain/forms/helper.ts";
import type { MeasureCategory, OrgLevel } from "@domain/forms/livingCodes2014.ts";
import type { Measure, MeasureDone } from "@domain/forms/measure.ts";
import type { HouseholdPlan } from "@domain/forms/plan.ts";
import type { Result } from "@domain/forms/result.ts";
import type { Visit } from "@domain/forms/visit.ts";
import type { Chance } from "./inventNames.ts";
import { chanceOf, inventName } from "./inventNames.ts";

/** An invented official or helper: Han or Tibetan, as they are there. */
export function inventOfficial(chance: Chance): string {
  const sex = chance.odds(70) ? "male" : "female";
  return inventName(chance, {
    ethnicity: chance.odds(75) ? "han" : "tibetan", sex, surname: chance.pick([..."许何曹蔡卢姚沈"]),
  });
}

/** 154 is no prefix that is given out, and no landline of the area begins with 000 [K]: nobody's phone rings. */
export function inventContact(chance: Chance): string {
  return chance.odds(70) ? `154${String(chance.between(0, 99_999_999)).padStart(8, "0")}` : `0935-000${String(chance.between(0, 9_999)).padStart(4, "0")}`;
}

const day = (chance: Chance, [year, from, to]: [number, number, number]) =>
  `${year}-${String(chance.between(from, to)).padStart(2, "0")}-${String(chance.between(1, 28)).padStart(2, "0")}`;

type Org = { orgName: string; orgLevel: OrgLevel; titles: readonly string[] };
const COUNTY: readonly Org[] = [
  { orgName: "天祝县示范农牧技术站", orgLevel: "county", titles: ["站长", "副站长", "技术员"] },
  { orgName: "天祝县示范水务所", orgLevel: "county", titles: ["所长", "工程师"] },
  { orgName: "武威市示范职业学校", orgLevel: "municipal", titles: ["教务主任", "教师"] },
  { orgName: "赛什斯镇示范服务中心", orgLevel: "town", titles: ["主任", "干事"] },
];

/** Where each kind of helper is from. */
function orgOf(kind: HelperKind, village: string, chance: Chance): Org {
  const orgs: Record<HelperKind, Org> = {
    linkedCadre: chance.pick(COUNTY),
    villageCadre: { orgName: `${village}村委会`, orgLevel: "village", titles: ["文书", "委员", "包村干部"] },
    partyMember: { orgName: `${village}党支部`, orgLevel: "village", titles: ["党员"] },
    ableFarmer: { orgName: village, orgLevel: "village", titles: ["养羊大户", "合作社社员"] },
    localFirm: { orgName: "示范高原农牧公司", orgLevel: "town", titles: ["经理", "办公室主任"] },
  };
  return orgs[kind];
}

type Village = { code: string; name: string };

/** A helper; of the plan's first kind in half of all cases, unless a kind is told. */
export function inventHelper({ seed, village, kind }: { seed: number; village: Village; kind?: HelperKind }): Helper {
  const chance = chanceOf(seed + 700_001);
  const drawn = kind ?? (chance.odds(50) ? "linkedCadre" : chance.pick(HELPER_KINDS.map(({ key }) => key)));
  const { orgName, orgLevel, titles } = orgOf(drawn, village.name, chance);
  const isParty = drawn === "partyMember" || chance.odds(50);
  return {
    helper: {
      name: inventOfficial(chance),
      kind: drawn,
      sex: chance.pick(["male", "male", "female"]),
      phone: inventContact(chance),
      startDate: day(chance, [2014, 7, 7]),
      politics: isParty ? "party" : "masses",
      education: chance.pick(["juniorMiddle", "seniorMiddle", "college", "bachelor"]),
      ...(chance.odds(30) && { skill: chance.pick(["养羊", "农技推广", "财务", "电工"]) }),
      isResidentTeam: drawn === "linkedCadre" && chance.odds(10),
    },
    org: { orgName, orgLevel, title: chance.pick(titles), ...(chance.odds(40) && { orgAddress: "天祝县华藏寺镇示范路 1 号" }) },
  };
}

/** A village's support: a unit or two, and in half of all villages a resident team. */
export function inventSupportUnit({ seed }: { seed: number; village?: Village }): SupportUnit {
  const chance = chanceOf(seed + 700_003);
  const orgs = chance.odds(30) ? COUNTY.slice(0, 2) : [chance.pick(COUNTY)];
  const from = day(chance, [2014, 6, 6]);
  return {
    units: orgs.map(({ orgName, orgLevel }, at) => ({
      id: `u${at + 1}`, name: orgName, contact: inventOfficial(chance), orgLevel, phone: inventContact(chance), helpFrom: from,
    })),
    team: Array.from({ length: chance.odds(50) ? 3 : 0 }, (_, at) => ({
      id: `t${at + 1}`,
      name: inventOfficial(chance),
      unit: orgs[0]?.orgName ?? "",
      title: at === 0 ? "副站长" : "干事",
      orgLevel: orgs[0]?.orgLevel ?? "county",
      phone: inventContact(chance),
      from,
      isLeader: at === 0,
      isFirstSecretary: at === 1,
      politics: at === 2 ? "masses" as const : "party" as const,
    })),
  };
}

type Help = {
  need: Need; what: string; state: string; category: MeasureCategory; content: string; payers: readonly string[];
  amount: [number, number]; quantity?: [number, number]; unit?: string; result: string;
};

/** What each cause calls for; the payers are invented units or the sources everybody knows. */
const HELP: Record<Cause, Help> = {
  illness:       {
    need: "medical", what: "看病报销和药费", state: "常年服药，自付多", category: "publicServices", content: "大病医疗救助",
    payers: ["民政医疗救助资金"], amount: [1_500, 6_000], result: "报销和救助后，自付药费减少",
  },
  disability:    {
    need: "security", what: "残疾人护理和辅具", state: "行动不便，无人照料", category: "publicServices", content: "残疾人补贴和辅具配发",
    payers: ["残联补助资金"], amount: [800, 2_400], result: "领到轮椅和补贴",
  },
  schooling:     {
    need: "schooling", what: "孩子上学的费用", state: "一人在读，学费靠借", category: "yuluTraining", content: "雨露计划职业教育补助",
    payers: ["雨露计划资金"], amount: [1_500, 3_000], quantity: [1, 2], unit: "人", result: "孩子学费有了着落，继续上学",
  },
  disaster:      {
    need: "house", what: "修复受灾房屋", state: "土木房裂缝，漏雨", category: "infrastructure", content: "危房改造",
    payers: ["危房改造资金", "农户自筹"], amount: [12_000, 20_000], quantity: [40, 60], unit: "平方米", result: "搬进砖木新房",
  },
  lackLand:      {
    need: "work", what: "就近务工", state: "地少，农闲无事做", category: "yuluTraining", content: "短期技能培训并介绍务工",
    payers: ["雨露计划资金"], amount: [600, 1_200], quantity: [1, 2], unit: "人", result: "学成后外出务工，每月有工资",
  },
  lackWater:     {
    need: "water", what: "吃水和灌溉", state: "靠拉水，旱季缺水", category: "infrastructure", content: "修建集雨水窖",
    payers: ["财政扶贫资金", "农户自筹"], amount: [2_000, 4_500], quantity: [1, 2], unit: "眼", result: "旱季不再拉水",
  },
  lackSkill:     {
    need: "skill", what: "学养殖技术", state: "养羊成活率低", category: "yuluTraining", content: "养羊技术培训",
    payers: ["农牧技术推广资金"], amount: [300, 800], quantity: [1, 3], unit: "人次", result: "羊羔成活率提高，多卖了羊",
  },
  lackLabor:     {
    need: "security", what: "低保和养老", state: "老人孩子多，劳力少", category: "publicServices", content: "纳入农村低保，代缴养老保险",
    payers: ["民政低保资金"], amount: [0, 2_000], result: "按月领到低保金",
  },
  lackFunds:     {
    need: "funds", what: "养羊的本钱", state: "有圈舍，没有钱买羊", category: "microCredit", content: "贴息小额贷款买羊",
    payers: ["农村信用社", "财政贴息资金"], amount: [10_000, 50_000], quantity: [10, 40], unit: "只",
    result: "买羊繁育，当年出栏有收入",
  },
  poorTransport: {
    need: "road", what: "通到门口的路", state: "土路，雨天车进不来", category: "infrastructure", content: "硬化入户路",
    payers: ["一事一议奖补资金"], amount: [1_000, 4_000], quantity: [20, 120], unit: "米", result: "车能开到门口，洋芋卖得出去",
  },
  lowMotivation: {
    need: "industry", what: "找一条增收的路子", state: "只种几亩洋芋", category: "industry", content: "发放种羊，干部上门指导",
    payers: ["产业扶贫资金"], amount: [3_000, 8_000], quantity: [5, 10], unit: "只", result: "羊群扩大，卖羊增收",
  },
  other:         {
    need: "other", what: "重建家园", state: "失火后借住亲戚家", category: "industry", content: "扶持种植蔬菜大棚",
    payers: ["产业扶贫资金", "农户自筹"], amount: [5_000, 12_000], quantity: [1, 2], unit: "座", result: "蔬菜上市有收入",
  },
};

type Wish = { seed: number; cause?: Cause };

function helpOf({ seed, cause }: Wish): { help: Help; measure: Measure["measure"] } {
  const chance = chanceOf(seed + 700_005);
  const help = HELP[cause ?? chance.pick(CAUSES.map(({ key }) => key))];
  const { category, content, payers, amount, quantity, unit } = help;
  const size = quantity && unit ? { quantity: chance.between(...quantity), unit } : {};
  return {
    help,
    measure: {
      category, content, payers: [...payers], amount: chance.between(...amount), ...size,
      plannedDate: day(chance, [2014, 8, 12]),
    },
  };
}

/** A plan that answers the cause: the need, six targets for each of two years, and the measure meant for it. */
export function inventPlan(wish: Wish): HouseholdPlan {
  const chance = chanceOf(wish.seed + 700_007);
  const { help, measure } = helpOf(wish);
  const exitYear = chance.between(2015, 2017);
  const targets = [2014, 2015].flatMap((year) =>
    PLAN_TARGETS.map(({ key: target }) => ({
      id: `${target.slice(0, 6)}${year}`, year, target, present: target !== "aboveLine" && chance.odds(60),
      planned: year === 2015 || target !== "aboveLine",
    })),
  );
  const second = chance.odds(40) && { id: "n2", category: "industry", need: "扩大养殖", presentState: "有旧圈舍" } as const;
  return {
    needs: [{
      id: "n1", category: help.need, need: help.what, presentState: help.state, difficulty: "家里拿不出这笔钱",
    }, ...(second ? [second] : [])],
    targets,
    measures: [{ id: "p1", ...measure }],
    summary: { text: `${help.content}，联户干部每季度上门一次，${exitYear} 年实现脱贫。`, exitYear },
  };
}

/** The measure that the plan of the same seed and cause has. */
export function inventMeasure(wish: Wish): Measure {
  return { measure: helpOf(wish).measure };
}

/** How that measure ended: nine of ten times for what was planned. */
export function inventMeasureDone(wish: Wish): MeasureDone {
  const chance = chanceOf(wish.seed + 700_009);
  const { amount, quantity } = helpOf(wish).measure;
  const paid = chance.odds(90) ? amount : Math.round(amount * 0.9);
  const size = quantity === undefined ? {} : { quantity };
  return { done: {
    doneDate: day(chance, [2014, 9, 12]), amountPaid: paid, ...size, householderSigned: chance.odds(95),
  } };
}

/** A visit of one quarter of 2014, with the income so far in half of all cases. */
export function inventVisit({ seed, visitor }: { seed: number; visitor?: string }): Visit {
  const chance = chanceOf(seed + 700_011);
  const quarter = chance.pick([3, 4] as const);
  const so = chance.between(1_000, 4_000);
  const income = quarter === 3 ? { q1: so, q2: so * 2, q3: so * 3 } : { q1: so, q2: so * 2, q3: so * 3, q4: so * 4 };
  return {
    visit: {
      date: day(chance, quarter === 3 ? [2014, 7, 9] : [2014, 10, 12]),
      quarter: quarter === 3 ? "q3" : "q4",
      visitors: [visitor ?? inventOfficial(chance), ...(chance.odds(30) ? [inventOfficial(chance)] : [])],
      unit: chance.pick(COUNTY).orgName,
      work: chance.pick(["看望老人，了解收入和看病情况", "商量贷款养羊，帮着填申请", "送去洋芋种子和化肥，讲了种植技术", "查看圈舍修建进度，核对补助到户情况"]),
    },
    income: chance.odds(50) ? { ...income, householderSigned: true } : {},
  };
}

/** What came of the measure of the same seed and cause. */
export function inventResult(wish: Wish): Result {
  const chance = chanceOf(wish.seed + 700_013);
  const { help, measure } = helpOf(wish);
  const amount = Math.round(measure.amount * (chance.between(20, 90) / 100));
  return {
    result: {
      date: day(chance, [2014, 12, 12]), category: measure.category, result: help.result, amount,
      householderSigned: chance.odds(95),
    },
  };
}
