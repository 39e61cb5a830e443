/** docs/SCALE.md, drawn from the calculation: a test holds the page against it. */
import type { Kind, Part, Place } from "./calculate.ts";
import { addedOf, documentsLeft, placeOf, stepOf, storedOf, sum, times, yearOf, yuanOf } from "./calculate.ts";
import type { Limit } from "./limits.ts";
import { firstMet, isMet, LIMITS, metAt, PEAK } from "./limits.ts";
import { HOUSEHOLDS_A_LIST, LOOKS, PHOTO_BYTES, PHOTOS, PLACES, SECONDS, STEPS } from "./plan.ts";
import type { Priced } from "./prices.ts";
import { AS_OF, PRICES, YUAN_A_DOLLAR } from "./prices.ts";

const round = (value: number): string => {
  const shown = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return shown.toLocaleString("en-US", { maximumFractionDigits: 6 });
};
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const grid = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

const PRICED = Object.keys(PRICES) as Priced[];
const ALL: readonly Place[] = Object.values(PLACES);

/** Yuan that one household, or one village, costs in a year, what it left included. */
export const yuanEach = (kind: Kind, part: Part): number => sum(yuanOf({ ...yearOf(kind, part), storage: storedOf(kind) }));

function usageTable(): string {
  const used = ALL.map((place) => placeOf(place, "first"));
  const yuan = used.map(yuanOf);
  const rows = PRICED.map((name) => [PRICES[name].unit, ...used.map((one) => round(one[name])), ...yuan.map((one) => round(one[name]))]);
  const total = ["**together**", ...ALL.map(() => ""), ...yuan.map((one) => `**${round(sum(one))}**`)];
  return grid(["in the first year", ...ALL.map(({ name }) => name), ...ALL.map(({ name }) => `${name}, ¥`)], [...rows, total]);
}

const shares = (kind: Kind): string => {
  const yuan = yuanOf({ ...yearOf(kind, "first"), storage: storedOf(kind) });
  return PRICED.toSorted((a, b) => yuan[b] - yuan[a]).slice(0, 4).map((name) => `${PRICES[name].unit} ${Math.round((yuan[name] / sum(yuan)) * 100)} %`).join(", ");
};

function stepTable(): string {
  const rows = STEPS.household.first.map((step) => {
    const { reads, writes, deletes, invocations } = stepOf(step);
    return [step.name, String(step.times), step.inLists ? "list" : "one", round(reads), round(writes), round(deletes), round(invocations)];
  });
  return grid(["step", "times", "how", "reads", "writes", "deletes", "invocations"], rows);
}

const placesOf = (limit: Limit): string => {
  const at = metAt(limit);
  return at === Infinity ? "never: it is the village's own" : `${round(Number(at.toPrecision(2)))} households`;
};

function rateOf(limit: Limit, place: Place): string {
  const rate = round(limit.rate(place));
  return isMet(limit, place) ? `**${rate}**` : rate;
}

function limitTable(): string {
  const rows = LIMITS.map((limit) => [
    limit.what, `${round(limit.most)} ${limit.unit}`, ...ALL.map((place) => rateOf(limit, place)), placesOf(limit), limit.remedy,
  ]);
  return grid(["what", "at most", ...ALL.map(({ name }) => name), "met at", "what then"], rows);
}

export function page(): string {
  const each = (kind: Kind, part: Part) => round(yuanEach(kind, part));
  const { households, projects } = PLACES.nation;
  const later = (kind: Kind) => round(sum(yuanOf({ ...times(yearOf(kind, "later"), 0), storage: addedOf(kind) })));
  return `# How far it goes, and what it costs

Drawn by \`npm run nation -- --write\` from counted operations; \`test/domain/nation.test.ts\` fails while this page says anything else. Documents
read, written and deleted by each action are exact (\`test/nation/counts.ts\`, held by \`test/services/counts.test.ts\` on the wire); how often
each is done, and what is looked at, are assumptions (\`plan.ts\`); prices are lists of ${AS_OF} with their sources (\`prices.ts\`), ${YUAN_A_DOLLAR} yuan a
dollar, no free tier taken off. Not in it: backups and point-in-time recovery, logs, hosting beyond the traffic, accounts beyond Auth's free ones, people.
None of it was measured in Google's cloud.

## One household, one village

| | in the year of its campaign | in each later year |
| --- | --- | --- |
| a household | **¥ ${each("household", "first")}** | ¥ ${each("household", "later")} |
| a village | ¥ ${each("village", "first")} | ¥ ${each("village", "later")} |

Each later year adds its photos, which lie there from then on: ¥ ${later("household")} a year for a household, ¥ ${later("village")} for a village.

A household leaves ${round(documentsLeft("household"))} documents and ${round(storedOf("household") * 1024)} MiB, ${PHOTOS.household} photos of ${PHOTO_BYTES / 1000} kB among them. What it is paid for:
${shares("household")}.

${stepTable()}

\`list\`: one action carries a village's ${HOUSEHOLDS_A_LIST} households, and this is one household's share. To each action of a client belong one read by the
security rules and two for hearing of its outcome. Beside the actions, a household is looked at:
${LOOKS.household.first.map(({ what, times: many, reads }) => `${what} (${round(many)} times, ${reads} documents)`).join("; ")}.
An action takes ${SECONDS.action} s of a processor and ${SECONDS.household} s for each household: assumed, with reserve.

## A town, a county, the nation

The periodic runs of each project are in it; the nation is ${PLACES.nation.projects} projects.

${usageTable()}

## What is met first

Each figure is what the place asks for in its busiest hour, ${PEAK} times the mean of 150 working days, **all of it in one project**; what is above
its limit is bold.

${limitTable()}

The first limit is **${firstMet().what}**, at ${placesOf(firstMet())}. So: one project for each county (${projects} of them, ${round(households / projects)} households each in the mean)
or for each prefecture. Nothing reads across counties: every query names an area, every counter is a village's, a register is its campaign's.
No document is written by everybody: the campaign's is written by its office alone and read by all, which Firestore bears; the counters of a
village could be split into shards, but its few people do not need it. A reader above the county (province, nation) adds the villages' counters,
${round(PLACES.nation.villages)} documents, once a day into a project of its own.
`;
}
