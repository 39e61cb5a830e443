import type { StaffRole } from "../roles.ts";
import type { Bilingual } from "../text.ts";
import type { Found } from "../workflow/case.ts";

/** So many households, or villages, must be alike before one asks: fewer may well be so by chance [D]. */
const LEAST = 5;
/** Figures that lie this close together, against their mean, are nearly equal [D]. */
const NEARLY = 0.03;

/** What is looked at together; each rule asks of what it finds there. */
export type Shared = {
  /** Votes of the households of one meeting, and its day. */
  meeting?: { heldOn: string; votes: readonly { yes: number; no: number; abstain: number }[] };
  /** Net incomes per head on one notice, yuan. */
  incomes?: readonly number[];
  /** People who applied in a village, and its size. */
  applied?: { people: number; quota: number };
  /** Of each village the share that is to be identified, and the rate that annex 2 is computed from. */
  rates?: readonly { share: number; rate: number }[];
};

type EvenCheck = Bilingual & {
  id: string;
  source: string;
  asks: StaffRole;
  /** Which part of what is shared it looks at; without that part it is silent. */
  on: keyof Shared;
  /** Whether each meeting or notice is a fact for good, which a later one does not settle. */
  lasts: boolean;
  find(shared: Shared): Bilingual | undefined;
};

function isEven(figures: readonly number[]): boolean {
  const mean = figures.reduce((sum, one) => sum + one, 0) / figures.length;
  return figures.length >= LEAST && mean > 0 && (Math.max(...figures) - Math.min(...figures)) / mean <= NEARLY;
}

/** Sharing out evenly (平均分配): what no single household shows (the plan, 四; domain.md, section 8.1 [D]). */
export const EVEN_CHECKS = [
  {
    id: "EV-01", source: "[S], test [D]", asks: "povertyOfficer", on: "rates", lasts: false,
    zh: "各村规模按同一比例分摊", en: "Sizes at one rate for all villages",
    find: ({ rates = [] }) =>
      isEven(rates.map(({ share }) => share)) && !isEven(rates.map(({ rate }) => rate))
        ? {
          zh: `${rates.length} 个村的规模占人口的比例几乎相同，而各村贫困发生率不同。请说明不是平均分配的依据。`,
          en: `The sizes of ${rates.length} villages are nearly the same share of their people, though their poverty rates differ. Say what they rest on.`,
        }
        : undefined,
  },
  {
    id: "EV-02", source: "[S], test [D]", asks: "povertyOfficer", on: "meeting", lasts: true,
    zh: "评议票数完全一样", en: "The same votes for everybody",
    find: ({ meeting }) => {
      const kinds = new Set(meeting?.votes.map(({ yes, no, abstain }) => `${yes}/${no}/${abstain}`));
      return meeting && meeting.votes.length >= LEAST && kinds.size === 1
        ? {
          zh: `${meeting.heldOn} 的会议上 ${meeting.votes.length} 户的赞成、反对、弃权票数完全一样。请核实是否逐户表决。`,
          en: `At the meeting of ${meeting.heldOn}, ${meeting.votes.length} households have exactly the same votes. Find out whether each was voted on.`,
        }
        : undefined;
    },
  },
  {
    id: "EV-03", source: "[S], test [D]", asks: "povertyOfficer", on: "incomes", lasts: true,
    zh: "人均纯收入几乎一样", en: "Nearly the same income everywhere",
    find: ({ incomes = [] }) =>
      isEven(incomes)
        ? {
          zh: `同榜 ${incomes.length} 户的人均纯收入都在 ${Math.min(...incomes)} 至 ${Math.max(...incomes)} 元之间。请抽户复核收入。`,
          en: `The ${incomes.length} households of one list all have ${Math.min(...incomes)} to ${Math.max(...incomes)} yuan a head. Check the incomes of some.`,
        }
        : undefined,
  },
  {
    id: "EV-04", source: "[D]", asks: "povertyOfficer", on: "applied", lasts: false,
    zh: "申请人数正好等于规模", en: "Exactly as many apply as there is room",
    find: ({ applied }) =>
      applied && applied.people > 0 && applied.people === applied.quota
        ? {
          zh: `申请的 ${applied.people} 人正好等于本村规模。请核实是否先定名额、再找人申请。`,
          en: `The ${applied.people} people who applied are exactly the village's size. Find out whether names were found for places.`,
        }
        : undefined,
  },
] as const satisfies readonly EvenCheck[];
export type EvenCheckId = (typeof EVEN_CHECKS)[number]["id"];

const ALL: readonly EvenCheck[] = EVEN_CHECKS;

/** The check of that id: its title for screens, and who answers. */
export const evenCheckOf = (id: string): EvenCheck | undefined => ALL.find((check) => check.id === id);

/** What is asked of what was looked at together, and the rules that looked. */
export function askTogether(shared: Shared): { found: Found[]; looked: EvenCheck[] } {
  const looked = ALL.filter(({ on }) => shared[on] !== undefined);
  const found = looked.flatMap(({ id, find }) => {
    const sentence = find(shared);
    return sentence ? [{ rule: id, level: "doubt" as const, paths: [], ...sentence }] : [];
  });
  return { found, looked };
}
