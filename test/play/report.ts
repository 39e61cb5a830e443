import type { Firestore } from "@google-cloud/firestore";
import type { VillageProgress } from "@domain/campaign.ts";
import { emptyCounts } from "@domain/campaign.ts";
import type { Track } from "@domain/status.ts";
import { HOUSEHOLD_TRACKS, SINCE_APPROVAL, Status } from "@domain/status.ts";
import type { Played } from "./campaign.ts";
import { FULL } from "./plan.ts";

type Tally = { households: number; people: number };
type VillageRow = { name: string; quota: { identify: number; exit: number }; registered: Tally; exited: Tally; poor: boolean };

/** What the campaign came to, read from its villages' counters. */
export type Result = {
  villages: VillageRow[];
  /** Where everybody stands now, households and villages. */
  byStatus: Map<string, number>;
  villagesByStatus: Map<string, number>;
  registered: Tally;
  exited: Tally;
  /** In the register after the yearly update. */
  later: Tally;
  broken: string[];
};

type Counts = VillageProgress["counts"];
const NONE: Tally = { households: 0, people: 0 };
const add = (a: Tally, b: Tally): Tally => ({
  households: a.households + b.households,
  people: a.people + b.people,
});
const inRegister = (counts: Counts, track: Track): Tally =>
  SINCE_APPROVAL.map((status) => counts[track][status] ?? NONE).reduce(add, NONE);

/** Reads the villages' counters and holds them to the plan: every size used to the person, every marked village in service. */
export async function resultOf(db: Firestore, { campaign, plan, inService }: Played): Promise<Result> {
  const { docs } = await db.collection(`campaigns/${campaign}/villages`).get();
  const now = new Map(docs.map((doc) => [doc.id, doc.get("counts") as Counts]));
  const villages = plan.villages.map(({ code, name, quota, poor }) => {
    const counts = inService.get(code) ?? emptyCounts();
    return { name, quota, poor, registered: inRegister(counts, "identify"), exited: counts.exit.exited ?? NONE, served: counts };
  });
  const broken = villages.flatMap(({ name, quota, poor, registered, exited, served }) => [
    registered.people !== quota.identify && `${name}: ${registered.people} people registered, the size is ${quota.identify}`,
    registered.people !== (served.identify.inService?.people ?? 0) && `${name}: not everybody came into service`,
    exited.people !== quota.exit && `${name}: ${exited.people} people exited, the size is ${quota.exit}`,
    (served.village.inService?.households ?? 0) !== (poor ? 1 : 0) && `${name}: ${poor ? "is marked and not in service" : "is in service and not marked"}`,
  ].filter((line) => line !== false));
  const sum = (tallies: readonly Tally[]) => tallies.reduce(add, NONE);
  return {
    villages,
    byStatus: standing(now, HOUSEHOLD_TRACKS),
    villagesByStatus: standing(now, ["village"]),
    registered: sum(villages.map((row) => row.registered)),
    exited: sum(villages.map((row) => row.exited)),
    later: sum([...now.values()].map((counts) => inRegister(counts, "identify"))),
    broken,
  };
}

function standing(now: Map<string, Counts>, tracks: readonly Track[]): Map<string, number> {
  const sums = Status.options.map((status) => {
    const each = [...now.values()].flatMap((counts) => tracks.map((track) => counts[track][status]?.households ?? 0));
    return [status, each.reduce((all, one) => all + one, 0)] as const;
  });
  return new Map(sums.filter(([, households]) => households > 0));
}

const columns = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
const pad = (text: string | number, width: number) =>
  " ".repeat(Math.max(0, width - columns(String(text)))) + String(text);
const padEnd = (text: string, width: number) => text + " ".repeat(Math.max(0, width - columns(text)));

const inWords = (standing: Map<string, number>) => [...standing].map(([status, count]) => `${status} ${count}`).join(", ");

/** The report, line by line: the campaign beside the plan's numbers, each village, and what was refused. */
export function linesOf({ campaign, plan, stage, seconds }: Played, result: Result): string[] {
  const households = plan.villages.reduce((sum, { parts }) => sum + parts.length, 0);
  const people = (tally: Tally) => `${tally.people} people in ${tally.households} households`;
  const refusals = [...stage.refusals].sort(([, a], [, b]) => b - a);
  return [
    "",
    `Campaign ${campaign}: ${households} households in ${seconds.toFixed(0)} s, ${(households / seconds).toFixed(1)} a second, ${stage.counts.actions} actions`,
    "",
    `  poor households   ${people(result.registered)}; size ${plan.quota.identify} (the plan: ${FULL.identify})`,
    `  out of poverty    ${people(result.exited)}; size ${plan.quota.exit} (the plan: ${FULL.exit})`,
    `  poor villages     ${result.villages.filter(({ poor }) => poor).length} in service; marked ${plan.villages.filter(({ poor }) => poor).length} (the plan: ${FULL.villages})`,
    `  a year later      ${people(result.later)} in the register`,
    `  notices ${stage.counts.notices}, objections ${stage.counts.objections} (${stage.counts.upheld} upheld), returns ${stage.counts.returns}`,
    `  where they stand  ${inWords(result.byStatus)}; villages: ${inWords(result.villagesByStatus)}`,
    "",
    `  ${padEnd("village", 12)}${pad("size", 8)}${pad("in service", 12)}${pad("exits", 8)}${pad("exited", 8)}`,
    ...result.villages.map(
      ({ name, quota, registered, exited, poor }) =>
        `  ${padEnd(name, 12)}${pad(quota.identify, 8)}${pad(registered.people, 12)}${pad(quota.exit, 8)}${pad(exited.people, 8)}${poor ? "  贫困村" : ""}`,
    ),
    "",
    "  refused, as they must be:",
    ...refusals.map(([name, count]) => `  ${padEnd(name, 22)}${pad(count, 6)}`),
    "",
  ];
}
