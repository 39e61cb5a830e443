/** What an action costs in documents read, documents written and functions called. */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { doc, writeBatch } from "firebase/firestore";
import { newId } from "../../play/player.ts";
import { committeeOf } from "../../seed/cast.ts";
import type { Sample, SampleName } from "../alone/actions.ts";
import { broughtBy, documentsBefore, SAMPLES, senderOf } from "../alone/actions.ts";
import type { Counted } from "../alone/counts.ts";
import { openAlone } from "../alone/village.ts";
import { alone } from "../support/bench.ts";
import type { Bench } from "../support/bench.ts";
import { LONG } from "../support/campaign.ts";
import type { Figures } from "../support/figures.ts";
import { figure } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { hangNotices } from "../support/notices.ts";

const VILLAGE = VILLAGE_CODES[0] ?? "";
/** Whatever our writes set off begins within this time, in milliseconds. */
const SETTLED = 1_500;

/** Reads and writes a target, and invocations an action. */
export async function measureWire(bench: Bench): Promise<Figures> {
  const { list: size } = bench.sizes;
  const counted = await alone<Counted>({ kind: "count", suite: bench.suite, size });
  const floor = await invocationsOf(bench, () => answerOnce(bench));
  const figures: Figures = {};
  for (const [name, { targets, ours, floor: least }] of Object.entries(counted)) {
    const a = (count: number) => [count / targets];
    figures[`wire.${name}.reads`] = figure({ ours: a(ours.reads), floor: a(least.reads) }, "reads a target");
    figures[`wire.${name}.writes`] = figure(
      { ours: a(ours.writes + ours.deletes), floor: a(least.writes) },
      "writes a target",
    );
    const invocations = await invocationsOf(bench, await readyAction(bench, name, targets));
    figures[`wire.${name}.invocations`] = figure(
      { ours: [invocations], floor: [floor] },
      "invocations an action",
    );
  }
  return figures;
}

/** How many functions begin while something is done, and within a moment after it. */
async function invocationsOf({ suite }: Bench, work: () => Promise<unknown>): Promise<number> {
  await sleep(300);
  const before = (await readFile(suite.logFile, "utf8")).length;
  await work();
  await sleep(SETTLED);
  const log = (await readFile(suite.logFile, "utf8")).slice(before);
  return log.match(/Beginning execution of/g)?.length ?? 0;
}

async function answerOnce({ people, db }: Bench): Promise<void> {
  const town = await people.find("town");
  const id = newId();
  await writeBatch(town.db)
    .set(doc(town.db, "floor", id), { areas: [] })
    .commit();
  while (!(await db.doc(`floorAnswers/${id}`).get()).exists) await sleep(20);
}

/** Puts an action's households where it begins; gives the action itself, by its real client. */
async function readyAction(bench: Bench, name: string, targets: number): Promise<() => Promise<unknown>> {
  const sample = name.split(".")[0] ?? "";
  const list = households(targets, { from: 5_000, villages: [VILLAGE] });
  const campaign = await openAlone(bench.db, LONG);
  if (sample === "endNotice") {
    return async () => (await hangNotices(bench, { campaign, lists: [list], inSeconds: 1 })).closed();
  }
  const row = SAMPLES[sample as SampleName];
  if (sample === "recordSurvey")
    await bench.people
      .find(committeeOf(VILLAGE).key)
      .then((clerk) => clerk.send(sendingOf(SAMPLES.submit, list, campaign)));
  else await writeAll(bench.db, documentsBefore(row, list, campaign));
  const player = await bench.people.find(senderOf(row, VILLAGE).key);
  const sending = sendingOf(row, list, campaign);
  return async () => {
    const { applied, problem } = await player.send(sending);
    if (applied !== targets)
      throw new Error(`${name} applied ${applied} of ${targets}: ${problem?.en ?? "see the action"}`);
  };
}

/** The action as the web client sends it. */
export function sendingOf(row: Sample, list: readonly Household[], campaign: string) {
  const { hidden, drafts } = broughtBy(row, list, campaign);
  return {
    type: row.type,
    campaign,
    area: list[0]?.village ?? "",
    targets: list.map(({ id }) => id),
    input: row.input(list),
    hidden,
    drafts: drafts.map(({ id, draft: { track, form } }) => ({ id, track, form })),
  };
}
