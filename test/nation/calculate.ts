/** From counted operations to documents, bytes and yuan: pure, so that a changed count changes every figure behind it. */
import type { Cost, CountName, Left, Row, Size } from "./counts.ts";
import { COUNTS, LEFT } from "./counts.ts";
import type { Look, Step } from "./plan.ts";
import { HOUSEHOLDS_A_LIST, LAST_DAY, LATER_PHOTOS, LOOKS, PHOTO_BYTES, PHOTOS, SECONDS, STEPS, UPKEEP } from "./plan.ts";
import type { Priced } from "./prices.ts";
import { PRICES, YUAN_A_DOLLAR } from "./prices.ts";

/** How much of each priced thing. Storage is what lies there for a year. */
export type Usage = Record<Priced, number>;

const PRICED = Object.keys(PRICES) as Priced[];
const usage = (of: (name: Priced) => number): Usage => Object.fromEntries(PRICED.map((name) => [name, of(name)])) as Usage;
const NOTHING = usage(() => 0);

export const plus = (...all: readonly Usage[]): Usage => usage((name) => all.reduce((whole, one) => whole + one[name], 0));
export const times = (one: Usage, many: number): Usage => usage((name) => one[name] * many);

const GIB = 1024 ** 3;
/** A security rule reads the account of whoever commits or asks; whoever commits then hears the action arrive and its outcome. */
const RULES = 1;
const OUTCOME = 2;

/** What an action of so many households uses, by the count of one household and of the action itself. */
function actionOf(name: CountName, households: number): Usage {
  const { sent, action, household }: Row = COUNTS[name];
  const cost = (what: keyof Cost) => action[what] + household[what] * households;
  const documents = sent.action + sent.household * households;
  const seconds = SECONDS.action + SECONDS.household * households;
  const byClient = documents > 0;
  return {
    ...NOTHING,
    reads: cost("reads") + (byClient ? RULES + OUTCOME : 0),
    writes: cost("writes") + documents,
    deletes: cost("deletes"),
    invocations: 1,
    cpuSeconds: seconds,
    gbSeconds: seconds * SECONDS.gib,
    /* A published notice makes its timer; a task is billed once when it is made and once when it is delivered. */
    tasks: name.startsWith("publishNotice") ? 2 : 0,
  };
}

/** The share of one household, or of one village, in a step. */
export function stepOf({ name, times: many, inLists }: Step): Usage {
  const households = inLists ? HOUSEHOLDS_A_LIST : 1;
  return times(actionOf(name, households), many / households);
}

function lookOf({ times: many, reads, bytes, invocations = 0 }: Look): Usage {
  const seconds = SECONDS.action * invocations;
  return times({ ...NOTHING, reads, network: bytes / GIB, invocations, cpuSeconds: seconds, gbSeconds: seconds * SECONDS.gib }, many);
}

export type Kind = keyof typeof STEPS;
export type Part = "first" | "later";

/** Everything that one household, or one village, uses in the year of its campaign or in each later one, without what lies there. */
export function yearOf(kind: Kind, part: Part): Usage {
  return plus(...STEPS[kind][part].map(stepOf), ...LOOKS[kind][part].map(lookOf));
}

const share = ({ each, list }: Left, of: (size: Size) => number): number => of(each) + of(list) / HOUSEHOLDS_A_LIST;
const allLeft = (kind: Kind): readonly Left[] => LEFT[kind];
/** Documents of one after its first year, its share in those of its list and its photos among them. */
export const documentsLeft = (kind: Kind): number => allLeft(kind).reduce((whole, left) => whole + share(left, ({ documents }) => documents), PHOTOS[kind]);

/** GiB that one leaves after its first year: documents, entries of indexes, photos. */
export const storedOf = (kind: Kind): number => allLeft(kind).reduce((whole, left) => whole + share(left, ({ bytes, indexed }) => bytes + indexed), PHOTOS[kind] * PHOTO_BYTES) / GIB;

/** Yuan by what is paid for. */
export function yuanOf(used: Usage): Record<Priced, number> {
  return usage((name) => (used[name] / PRICES[name].per) * PRICES[name].usd * YUAN_A_DOLLAR);
}
export const sum = (parts: Record<Priced, number>): number => PRICED.reduce((whole, name) => whole + parts[name], 0);

/** GiB that each later year adds in photos; the rest of it is small beside them. */
export const addedOf = (kind: Kind): number => (LATER_PHOTOS[kind] * PHOTO_BYTES) / GIB;

export type Place = { name: string; households: number; villages: number; projects: number };

/** Notices of a campaign: two for each list of households, one for each poor village. */
export const noticesOf = ({ households, villages }: Pick<Place, "households" | "villages">): number => (2 * households) / HOUSEHOLDS_A_LIST + villages;

/** What the periodic runs of a place's projects use in a year. */
function upkeepOf(place: Place): Usage {
  const { runs, reads, hours, accounts } = UPKEEP;
  const looked = LAST_DAY * noticesOf(place);
  const seconds = runs * SECONDS.action;
  const each = { ...NOTHING, reads: runs * reads, invocations: runs, tasks: 2 * runs, cpuSeconds: seconds, gbSeconds: seconds * SECONDS.gib };
  return plus(times(each, place.projects), { ...NOTHING, reads: looked + hours * accounts * place.households, tasks: looked });
}

/** Everything that a place uses in a year, what lies there and the periodic runs included. */
export function placeOf(place: Place, part: Part): Usage {
  const own = (kind: Kind) => ({ ...yearOf(kind, part), storage: storedOf(kind) });
  return plus(times(own("household"), place.households), times(own("village"), place.villages), upkeepOf(place));
}
