/**
 * `npm run chaos`: people do anything, everything breaks, and both sides must agree after each round (README.md).
 *
 *     node --import ./test/support/register.mjs test/chaos/chaos.ts [--minutes 60] [--seed N] [--rounds N] [--replay FILE]
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { listenForEnd } from "../support/suite/interrupt.ts";
import { CACHE, shown } from "../support/suite/places.ts";
import { table } from "../support/table.ts";
import { Ground } from "./ground.ts";
import type { Counts, Round } from "./round.ts";
import { newCounts, playRound, round } from "./round.ts";

const MINUTE = 60_000;
/** So long a failure is made smaller. */
const SHRINK_FOR = 20 * MINUTE;

const say = (line: string): void => console.log(line);
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

type Found = { seed: number; path: string; reason: string; round: Round };

/** The round of a seed: its first failure, if it fails. */
async function tryRound(ground: Ground, seed: number, counts: Counts): Promise<Found | undefined> {
  const property = fc.asyncProperty(round, (one) => playRound(ground, one, { counts }));
  const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, { seed, numRuns: 1, unbiased: true, endOnFailure: true });
  const [first] = counterexample ?? [];
  return failed && first ? { seed, path: counterexamplePath ?? "0", reason: reasonOf(errorInstance), round: first } : undefined;
}

/** Plays it again from its path, and then ever smaller ones that still fail, as long as there is time. */
async function shrink(ground: Ground, { seed, path }: Found): Promise<Found | undefined> {
  const end = Date.now() + SHRINK_FOR;
  const property = fc.asyncProperty(round, async (one) => {
    if (Date.now() < end && !ground.fallen) await playRound(ground, one, { counts: newCounts() });
  });
  const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, { seed, path, numRuns: 1, unbiased: true });
  const [least] = counterexample ?? [];
  return failed && least ? { seed, path: counterexamplePath ?? path, reason: reasonOf(errorInstance), round: least } : undefined;
}

async function write({ seed, ...found }: Found, name: string): Promise<void> {
  const file = join(CACHE, "chaos", `${seed}.${name}.json`);
  await mkdir(join(CACHE, "chaos"), { recursive: true });
  await writeFile(file, JSON.stringify({ seed, ...found }, null, 1));
  say(`  seed ${seed}, path ${found.path}, ${found.round.steps.length} steps: ${found.reason}\n  npm run chaos -- --replay ${shown(file)}`);
}

const list = (counted: ReadonlyMap<string, number>) => [...counted].sort(([, a], [, b]) => b - a).map(([name, times]) => `${name} ${times}`).join(", ");

function report({ tally, sendings, faults }: Counts, failures: number): string {
  return table([
    ["rounds", `${tally.runs} without a broken promise, ${failures} with one`],
    ["sent", `${sendings.sent} by the real door, ${sendings.pastTheRules} past the rules, ${sendings.objections} objections; ${sendings.byTheRules} refused by the rules`],
    ["decided", `${tally.actions} actions: ${tally.applied} households applied, ${tally.refused} refused; ${sendings.slow} waits outlasted their patience`],
    ["faults", list(faults)],
    ["refusals", list(tally.codes)],
    ["states", [...tally.reached].sort().join(" ")],
  ]);
}

type Plan = { minutes: number; seed: number; rounds: number };

/** Rounds, each by a seed of its own, until the time is over. Gives how many failed. */
async function playAll(ground: Ground, { minutes, seed, rounds }: Plan): Promise<number> {
  const [start, counts] = [Date.now(), newCounts()];
  let failures = 0;
  for (let at = 0; at < rounds && Date.now() - start < minutes * MINUTE; at += 1) {
    const began = Date.now();
    const found = await tryRound(ground, seed + at, counts);
    say(`seed ${seed + at}: ${found ? "BROKEN" : "kept"} (${Math.round((Date.now() - began) / 1000)} s, ${counts.tally.actions} actions so far, faults: ${list(counts.faults)})`);
    if (!found) continue;
    if (ground.fallen) throw new Error(`${ground.fallen}, not by a fault of the round: ${found.reason}\n${report(counts, failures)}`);
    failures += 1;
    await write(found, "found");
    const least = await shrink(ground, found);
    if (least) await write(least, "least");
    else say("  it did not come again");
  }
  say(`\n${Math.round((Date.now() - start) / MINUTE)} minutes from seed ${seed}\n${report(counts, failures)}`);
  return failures;
}

/** Plays a written round again. */
async function replay(ground: Ground, file: string): Promise<number> {
  const { round: one } = JSON.parse(await readFile(file, "utf8")) as Found;
  const counts = newCounts();
  const reason = await playRound(ground, one, { counts }).then(() => undefined, reasonOf);
  say(`${reason ?? "kept"}\n${report(counts, reason === undefined ? 0 : 1)}`);
  return reason === undefined ? 0 : 1;
}

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" }, rounds: { type: "string" }, replay: { type: "string" } } });
const plan: Plan = { minutes: Number(values.minutes ?? 60), seed: Number(values.seed ?? Date.now() % 1_000_000_000), rounds: Number(values.rounds ?? Infinity) };
const interrupt = listenForEnd();
say(values.replay ? `replay of ${values.replay}` : `seed ${plan.seed}, ${plan.minutes} minutes`);
const ground = await Ground.start({ say, signal: interrupt.signal });
try {
  const failures = await interrupt.during(values.replay ? replay(ground, values.replay) : playAll(ground, plan));
  process.exitCode = failures > 0 ? 1 : 0;
} catch (error) {
  say(reasonOf(error));
  process.exitCode = 1;
} finally {
  await ground.stop();
}
// The client SDK keeps timers and connections of its own.
process.exit();
