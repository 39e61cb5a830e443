/** What it costs: list prices as data, each with its day and source. They change; the counts beside them do not. */

/** In US dollars for so many of something. */
export type Price = { usd: number; per: number; unit: string; source: string };

/** No look at a price list was possible from here: these are the lists as they stood in public copies of the pages named, on this day or before it. */
export const AS_OF = "2026-11-30";

const FIRESTORE = "https://firebase.google.com/docs/firestore/pricing (multi-region, the dearest column; Hong Kong and Singapore are below it)";
const RUN = "https://cloud.google.com/run/pricing (tier 2, where Hong Kong and Singapore are; billed while a request is served)";
const TASKS = "https://cloud.google.com/tasks/pricing (beyond the first million a month)";
const NETWORK = "https://cloud.google.com/vpc/network-pricing (premium tier, to mainland China)";

export const PRICES = {
  reads:       { usd: 0.06,      per: 100_000,   unit: "documents read",    source: FIRESTORE },
  writes:      { usd: 0.18,      per: 100_000,   unit: "documents written", source: FIRESTORE },
  deletes:     { usd: 0.02,      per: 100_000,   unit: "documents deleted", source: FIRESTORE },
  storage:     { usd: 0.18 * 12, per: 1,         unit: "GiB for a year",    source: FIRESTORE },
  invocations: { usd: 0.4,       per: 1_000_000, unit: "invocations",       source: RUN },
  cpuSeconds:  { usd: 0.0000336, per: 1,         unit: "vCPU seconds",      source: RUN },
  gbSeconds:   { usd: 0.0000035, per: 1,         unit: "GiB seconds",       source: RUN },
  tasks:       { usd: 0.4,       per: 1_000_000, unit: "task operations",   source: TASKS },
  network:     { usd: 0.23,      per: 1,         unit: "GiB sent out",      source: NETWORK },
} as const satisfies Record<string, Price>;
export type Priced = keyof typeof PRICES;

/** Yuan for a dollar. An assumption in round figures, to be replaced by the day's. */
export const YUAN_A_DOLLAR = 7.2;
