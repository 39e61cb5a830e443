import type { CampaignVillage } from "@domain/campaign.ts";
import { proposeSplit } from "@domain/quota/split.ts";
import { proposeVillages } from "@domain/quota/villages.ts";
import { SEEDS } from "../seed/inventPeople.ts";
import type { Applicant } from "./applicant.ts";
import { newId } from "./player.ts";

/** What becomes of a household. Those with `again` go through everything twice. */
export const FATES = {
  approved:        { listed: true,  again: false },
  returned:        { listed: true,  again: true },
  upheld:          { listed: true,  again: true },
  countyReturned:  { listed: true,  again: true },
  rejected:        { listed: true,  again: false },
  countyRejected:  { listed: true,  again: false },
  withdrawnListed: { listed: true,  again: false },
  late:            { listed: false, again: true },
  reserve:         { listed: false, again: true },
  notNominated:    { listed: false, again: false },
  withdrawn:       { listed: false, again: false },
} as const;
export type Fate = keyof typeof FATES;

/** When an objection against the household is answered; `town` on the second notice, by the county. */
export type Objected = "beforeEnd" | "afterEnd" | "town";

export type Part = Applicant & {
  fate: Fate;
  farmer: boolean;
  recused: boolean;
  objected?: Objected;
  /** The farmer stays signed in, to confirm what came of the help. */
  stays?: boolean;
};

/** One village: its size and who applies. The people of `approved` and `again` but `reserve` add up to the size. */
export type VillagePlan = {
  code: string;
  name: string;
  index: number;
  quota: { identify: number; exit: number };
  /** Whether it is to be marked as a poor village (annex 8). */
  poor: boolean;
  parts: Part[];
};

export type SplitRows = { village: string; identify: number; exit: number; reason: string }[];
export type CampaignPlan = {
  quota: { identify: number; exit: number };
  rows: SplitRows;
  villages: VillagePlan[];
};

/** The plan's own size: people to identify, people who leave, villages to mark as poor. */
export const FULL = { identify: 3492, exit: 133, villages: 4 };

/** People a household, as invented ones draw them. */
const SIZES = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7];
const MEAN = SIZES.reduce((sum, size) => sum + size, 0) / SIZES.length;
/** Of all households so many are approved; two exits of one to two people a village at least. */
const APPROVED = 0.8;

/** So many of the listed households are returned, objected to and so on; the first of each kind comes early. */
const RATES = {
  returned: 0.05,
  upheld: 0.025,
  countyReturned: 0.015,
  beforeEnd: 0.04,
  afterEnd: 0.04,
  town: 0.03,
  recused: 0.03,
  rejected: 0.03,
  countyRejected: 0.01,
  withdrawnListed: 0.015,
  reserve: 0.06,
  notNominated: 0.06,
  withdrawn: 0.045,
} as const;

/** Deals out shares of lists so that they come to the rate in all, though each list is small. */
class Dealer {
  private readonly carried = new Map<keyof typeof RATES, number>();

  take(kind: keyof typeof RATES, households: number, most: number): number {
    const due = (this.carried.get(kind) ?? 0.99) + RATES[kind] * households;
    const dealt = Math.max(0, Math.min(most, Math.floor(due)));
    this.carried.set(kind, due - dealt);
    return dealt;
  }
}

/** A stream of numbers that the seed alone decides. */
function chanceOf(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Household sizes that add up exactly. */
function sizesOf(people: number, pick: (below: number) => number): number[] {
  const sizes: number[] = [];
  for (let left = people; left > 0;) {
    const size = left <= 7 && pick(2) === 0 ? left : Math.min(left, SIZES[pick(SIZES.length)] ?? 1);
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

/** The town's size for so many households, or the plan's own. */
export function sizeFor(households: number | "full"): { identify: number; exit: number } {
  if (households === "full") return FULL;
  const exit = Math.max(22, Math.round((households * FULL.exit) / 1000));
  return { identify: Math.max(22, Math.round((households * APPROVED - exit / 2) * MEAN)), exit };
}

/** The proposed split with one village's people moved to another, as an officer may for a reason. */
export function splitOf(quota: { identify: number; exit: number }, villages: readonly CampaignVillage[]): SplitRows {
  const proposed = proposeSplit(quota, villages);
  const moved = Math.min(2, ...villages.map(({ code }) => proposed[code]?.identify ?? 0));
  return villages.map(({ code }, at) => {
    const { identify = 0, exit = 0 } = proposed[code] ?? {};
    const change = moved * (at === 0 ? 1 : at === 1 ? -1 : 0);
    return {
      village: code,
      identify: identify + change,
      exit,
      reason: change === 0 ? "" : "插花式贫困，经镇党委会研究调整",
    };
  });
}

/** Everybody's part in a campaign of that size; the same seed plans the same campaign but for its ids. */
export function planCampaign({
  households,
  villages,
  seed,
}: {
  households: number | "full";
  villages: readonly CampaignVillage[];
  seed: number;
}): CampaignPlan {
  const quota = sizeFor(households);
  const marked = new Set(proposeVillages(villages, FULL.villages).flatMap(({ code, poor }) => (poor ? [code] : [])));
  const rows = splitOf(quota, villages);
  const dealer = new Dealer();
  const pick = chanceOf(seed);
  let next = seed * 1_000;
  const invent = () => (next = (next + 1) % SEEDS);
  const plans = villages.map(({ code, name }, index): VillagePlan => {
    const { identify = 0, exit = 0 } = rows[index] ?? {};
    const village = { code, name };
    const make: Make = (people, fate, track = "identify") => ({
      id: newId(),
      village,
      track,
      seed: invent(),
      people,
      fate,
      farmer: track === "identify" && pick(5) === 0,
      recused: false,
    });
    const parts = [
      ...castIdentify({ people: identify, make, dealer, pick }),
      ...sizesOf(exit, pick).map((size) => make(size, "approved", "exit")),
    ];
    const farmer = parts.find((part) => part.farmer && part.fate === "approved" && !part.recused);
    if (farmer) farmer.stays = true;
    return { code, name, index, quota: { identify, exit }, poor: marked.has(code), parts };
  });
  return { quota, rows, villages: plans };
}

type Make = (people: number, fate: Fate, track?: "identify" | "exit") => Part;
type Casting = { people: number; make: Make; dealer: Dealer; pick: (below: number) => number };

const peopleOf = (parts: readonly Part[]) => parts.reduce((sum, { people }) => sum + people, 0);

function castIdentify({ people, make, dealer, pick }: Casting): Part[] {
  const sizes = sizesOf(people, pick);
  const keptBack = Math.max(sizes.length > 1 ? 1 : 0, Math.ceil(sizes.length * 0.12));
  const late = sizes.slice(0, keptBack).map((size) => make(size, "late"));
  const listed = sizes.slice(keptBack).map((size) => make(size, "approved"));
  dealFates(listed, dealer);
  const extras = (["reserve", "notNominated", "withdrawn"] as const).flatMap((fate) =>
    Array.from({ length: dealer.take(fate, sizes.length, sizes.length) }, () => make(1 + pick(6), fate)),
  );
  /* They stand on the first notice, in the room that those kept back leave free. */
  let room = peopleOf(late);
  const onNotice = (["rejected", "withdrawnListed", "countyRejected"] as const).flatMap((fate) =>
    Array.from({ length: dealer.take(fate, sizes.length, Math.floor(room / 3)) }, () => {
      const size = 1 + pick(3);
      room -= size;
      return make(size, fate);
    }),
  );
  return [...listed, ...onNotice, ...late, ...extras];
}

/** Who comes into the register by this campaign. */
export const enlisted = (parts: readonly Part[]): Part[] =>
  parts.filter(({ track, fate }) => track === "identify" && ENLISTED.includes(fate));
const ENLISTED: readonly Fate[] = ["approved", "returned", "upheld", "countyReturned", "late"];

/** One thing at most happens to each. */
function dealFates(listed: Part[], dealer: Dealer): void {
  let free = 0;
  const nextFree = (count: number) => listed.slice(free, (free += count));
  const left = () => listed.length - free;
  for (const fate of ["upheld", "returned", "countyReturned"] as const)
    for (const part of nextFree(dealer.take(fate, listed.length, left()))) part.fate = fate;
  for (const objected of ["beforeEnd", "afterEnd", "town"] as const)
    for (const part of nextFree(dealer.take(objected, listed.length, left()))) part.objected = objected;
  for (const part of nextFree(dealer.take("recused", listed.length, left()))) part.recused = true;
}
