import type { Firestore } from "@google-cloud/firestore";
import type { VillageProgress } from "@domain/campaign.ts";
import { Status } from "@domain/status.ts";
import type { Played } from "./campaign.ts";
import { FULL } from "./plan.ts";

type Tally = { households: number; people: number };
type VillageRow = { name: string; quota: { identify: number; exit: number }; approved: Tally; exited: Tally };

/** What the campaign came to, read from its villages' counters. */
export type Result = {
  villages: VillageRow[];
  byStatus: Map<string, number>;
  approved: Tally;
  exited: Tally;
  broken: string[];
};

const NONE: Tally = { households: 0, people: 0 };
const add = (a: Tally, b: Tally): Tally => ({
  households: a.households + b.households,
  people: a.people + b.people,
});

/** Reads the villages' counters and holds them to the plan: every size used to the person. */
export async function resultOf(db: Firestore, { campaign, plan }: Played): Promise<Result> {
  const { docs } = await db.collection(`campaigns/${campaign}/villages`).get();
  const counts = new Map(docs.map((doc) => [doc.id, doc.get("counts") as VillageProgress["counts"]]));
  const villages = plan.villages.map(({ code, name, quota }) => {
    const { identify, exit } = counts.get(code) ?? { identify: {}, exit: {} };
    return { name, quota, approved: identify.approved ?? NONE, exited: exit.exited ?? NONE };
  });
  const byStatus = new Map<string, number>();
  for (const status of Status.options)
    for (const { identify, exit } of counts.values()) {
      const households = (identify[status]?.households ?? 0) + (exit[status]?.households ?? 0);
      if (households > 0) byStatus.set(status, (byStatus.get(status) ?? 0) + households);
    }
  const broken = villages.flatMap(({ name, quota, approved, exited }) => [
    ...(approved.people === quota.identify
      ? []
      : [`${name}: ${approved.people} people approved, the size is ${quota.identify}`]),
    ...(exited.people === quota.exit
      ? []
      : [`${name}: ${exited.people} people exited, the size is ${quota.exit}`]),
  ]);
  const sum = (pick: (row: VillageRow) => Tally) => villages.map(pick).reduce(add, NONE);
  return {
    villages,
    byStatus,
    approved: sum((row) => row.approved),
    exited: sum((row) => row.exited),
    broken,
  };
}

const columns = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
const pad = (text: string | number, width: number) =>
  " ".repeat(Math.max(0, width - columns(String(text)))) + String(text);
const padEnd = (text: string, width: number) => text + " ".repeat(Math.max(0, width - columns(text)));

/** The report, line by line: the campaign beside the plan's numbers, each village, and what was refused. */
export function linesOf({ campaign, plan, stage, seconds }: Played, result: Result): string[] {
  const households = plan.villages.reduce((sum, { parts }) => sum + parts.length, 0);
  const people = (tally: Tally) => `${tally.people} people in ${tally.households} households`;
  const refusals = [...stage.refusals].sort(([, a], [, b]) => b - a);
  return [
    "",
    `Campaign ${campaign}: ${households} households in ${seconds.toFixed(0)} s, ${(households / seconds).toFixed(1)} a second, ${stage.counts.actions} actions`,
    "",
    `  poor households   ${people(result.approved)}; size ${plan.quota.identify} (the plan: ${FULL.identify})`,
    `  out of poverty    ${people(result.exited)}; size ${plan.quota.exit} (the plan: ${FULL.exit})`,
    `  notices ${stage.counts.notices}, objections ${stage.counts.objections} (${stage.counts.upheld} upheld), returns ${stage.counts.returns}`,
    `  where they stand  ${[...result.byStatus].map(([status, count]) => `${status} ${count}`).join(", ")}`,
    "",
    `  ${padEnd("village", 12)}${pad("size", 8)}${pad("approved", 10)}${pad("exits", 8)}${pad("exited", 8)}`,
    ...result.villages.map(
      ({ name, quota, approved, exited }) =>
        `  ${padEnd(name, 12)}${pad(quota.identify, 8)}${pad(approved.people, 10)}${pad(quota.exit, 8)}${pad(exited.people, 8)}`,
    ),
    "",
    "  refused, as they must be:",
    ...refusals.map(([name, count]) => `  ${padEnd(name, 22)}${pad(count, 6)}`),
    "",
  ];
}
