/** How soon what one person does is on another's screen. */
import type { Query } from "firebase/firestore";
import { collection, doc, query, serverTimestamp, where, writeBatch } from "firebase/firestore";
import { areasOf } from "@domain/areas.ts";
import { newId } from "../../play/player.ts";
import type { Player } from "../../play/player.ts";
import { committeeOf } from "../../seed/cast.ts";
import type { Bench } from "../support/bench.ts";
import { LONG, openCampaign } from "../support/campaign.ts";
import type { Figures, Pair } from "../support/figures.ts";
import { figure, inTurn, percentile } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { applicationAt, documentsAt, households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { instant, Watch } from "../support/watch.ts";

const VILLAGE = VILLAGE_CODES[0] ?? "";
const WARM_UP = 5;

type Side = (household: Household) => Promise<number>;

/**
 * The town approves a household; the village sees it in its list. Beside it: one document made, one
 * answered.
 */
export async function measureSeen(bench: Bench): Promise<Figures> {
  const { runs, samples } = bench.sizes;
  const [office, town, village] = await Promise.all(
    ["office", "town", committeeOf(VILLAGE).key].map((key) => bench.people.find(key)),
  );
  if (!office || !town || !village) throw new Error("somebody is missing");
  const campaign = await openCampaign(office, LONG);
  const standing = { campaign, status: "townReview" } as const;
  const list = households(runs * samples + WARM_UP, { villages: [VILLAGE] });
  await writeAll(bench.db, documentsAt(list, standing));
  await writeAll(
    bench.db,
    list.map((household) => [`floorAnswers/${household.id}`, applicationAt(household, standing)] as const),
  );
  const watches = {
    ours: await Watch.over(listOf(village, "applications", campaign), "townApproved"),
    floor: await Watch.over(listOf(village, "floorAnswers", campaign), "answered"),
  };
  const ours: Side = async ({ id }) => {
    const start = instant();
    const sent = town.append({ type: "approve", campaign, area: VILLAGE, targets: [id], input: {} });
    const [seen] = await Promise.all([watches.ours.when(id), sent]);
    return seen - start;
  };
  const floor: Side = async ({ id }) => {
    const start = instant();
    const batch = writeBatch(town.db).set(doc(town.db, "floor", id), {
      campaign,
      areas: areasOf(VILLAGE),
      at: serverTimestamp(),
    });
    const [seen] = await Promise.all([watches.floor.when(id), batch.commit()]);
    return seen - start;
  };
  const sides = { ours, floor };
  await sampled(list.slice(0, WARM_UP), sides);
  const batches: Pair[] = [];
  for (let run = 0; run < runs; run += 1)
    batches.push(await sampled(list.slice(WARM_UP + run * samples, WARM_UP + (run + 1) * samples), sides));
  for (const watch of Object.values(watches)) watch.end();
  return { "seen.p50": ofPercentile(batches, 50), "seen.p95": ofPercentile(batches, 95) };
}

const listOf = ({ db }: Player, name: string, campaign: string): Query =>
  query(collection(db, name), where("campaign", "==", campaign), where("areas", "array-contains", VILLAGE));

/** Each household once by either side, in turn. */
function sampled(list: readonly Household[], { ours, floor }: { ours: Side; floor: Side }): Promise<Pair> {
  const at = (run: number): Household => list[run] ?? { id: newId(), seed: 0, village: VILLAGE };
  return inTurn(list.length, { ours: (run) => ours(at(run)), floor: (run) => floor(at(run)) });
}

/** The percentile of each run; the figure takes their median. */
function ofPercentile(runs: readonly Pair[], percent: number) {
  const of = (side: keyof Pair) => runs.map((run) => percentile(run[side], percent));
  return figure({ ours: of("ours"), floor: of("floor") }, "ms");
}
