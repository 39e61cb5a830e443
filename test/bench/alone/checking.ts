/** The check run over a town's registrations: ours beside the same documents read and written, and nothing asked of them. */
import { paths } from "@domain/paths.ts";
import { carryOut } from "../../../functions/src/services/carryOut.ts";
import { database } from "../../../functions/src/store/firestore.ts";
import { newId } from "../../play/player.ts";
import { LONG } from "../support/campaign.ts";
import type { Pair } from "../support/figures.ts";
import { inTurn, timed } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { documentsAt, entryOf, standingAt, YEAR } from "../support/service.ts";
import { documentsOf, SAMPLES } from "./actions.ts";
import { mustHaveApplied } from "./counts.ts";
import { openAlone } from "./village.ts";

/** A list is of one village, and of 500 at most. */
const LISTS = 3;

/** Milliseconds of each run; the first of each is a warm-up. */
export async function timeChecks({ size, runs }: { size: number; runs: number }): Promise<Pair> {
  const db = database();
  const campaign = await openAlone(db, LONG);
  const villages = VILLAGE_CODES.slice(0, LISTS);
  const all = households(size, { villages });
  const lists = [...Map.groupBy(all, ({ village }) => village).values()];
  for (const list of lists) await writeAll(db, documentsAt(list, { campaign, status: "reported" }));
  const pair = await inTurn(runs + 1, {
    ours: () => checkOurs(campaign, lists),
    floor: () => checkBare(campaign, lists),
  });
  return { ours: pair.ours.slice(1), floor: pair.floor.slice(1) };
}

async function checkOurs(campaign: string, lists: readonly Household[][]): Promise<number> {
  const actions = lists.map((list) => ({ id: newId(), list }));
  for (const { id, list } of actions) await writeAll(database(), documentsOf(SAMPLES.runChecks, { id, list, campaign }));
  const time = await timed(async () => {
    for (const { id } of actions) await carryOut(id);
  });
  for (const { id, list } of actions) await mustHaveApplied(id, list.length);
  return time;
}

/** What a run reads beside each household. */
function readsOf(household: Household, campaign: string): string[] {
  const { plan, identities } = standingAt(household, { campaign, status: "reported" });
  const home = paths.household(entryOf(household, campaign));
  return [
    home,
    paths.help(household.id, plan?.record ?? ""),
    paths.findings(household.id),
    paths.version(home, YEAR),
    paths.versionPrivate(home, YEAR),
    ...identities.map((hash) => paths.match(campaign, hash)),
  ];
}

async function checkBare(campaign: string, lists: readonly Household[][]): Promise<number> {
  const db = database();
  const wanted = lists.map((list) => ({
    applications: list.map(({ id }) => db.doc(paths.application(id))),
    beside: list.flatMap((household) => readsOf(household, campaign).map((path) => db.doc(path))),
    findings: list.map(({ id }) => db.doc(paths.findings(id))),
  }));
  return timed(async () => {
    for (const { applications, beside, findings } of wanted)
      await db.runTransaction(async (tx) => {
        await tx.getAll(...applications);
        const found = new Map((await tx.getAll(...beside)).map((doc) => [doc.ref.path, doc.data()]));
        for (const ref of applications) tx.update(ref, { chain: { length: 7, hash: "1".repeat(64) } });
        for (const ref of findings) tx.set(ref, found.get(ref.path) ?? {});
      });
  });
}
