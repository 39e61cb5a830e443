/** One round: a town of its own, moves of several people at a time, and what breaks meanwhile. */
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import type { Move } from "../model/anyMove.ts";
import { HOUSEHOLDS, move } from "../model/anyMove.ts";
import type { Tally } from "../model/life.ts";
import { newTally } from "../model/life.ts";
import type { Wish } from "../model/people.ts";
import type { Sendings } from "./chaosTown.ts";
import { ChaosTown } from "./chaosTown.ts";
import type { Fault, FaultKind } from "./faults.ts";
import { fault, FAULTS } from "./faults.ts";
import type { Ground } from "./ground.ts";

type Step = { moves: Move[]; fault: Fault | undefined };
/** `pace` tells how far ahead the town is when the round begins, from nothing done to years in service. */
export type Round = Wish & { pace: number; steps: Step[] };

const step: fc.Arbitrary<Step> = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 3, size: "max" }),
  fault: fc.option(fault, { nil: undefined, freq: 2 }),
});

export const round: fc.Arbitrary<Round> = fc.record({
  households: fc.integer({ min: HOUSEHOLDS - 2, max: HOUSEHOLDS }),
  twoVillages: fc.boolean(),
  poorVillage: fc.boolean(),
  pace: fc.nat(3),
  steps: fc.array(step, { minLength: 15, maxLength: 40, size: "max" }),
});

/** What all rounds of a run came to. */
export type Counts = { tally: Tally; sendings: Sendings; faults: Map<FaultKind, number> };
export const newCounts = (): Counts => ({ tally: newTally(), sendings: { sent: 0, byTheRules: 0, pastTheRules: 0, objections: 0, slow: 0 }, faults: new Map() });

/** Plays a round to its end. @throws at the first thing that is not as it must be. */
export async function playRound(ground: Ground, { pace, steps, ...wish }: Round, { counts, hurried = false }: { counts: Counts; hurried?: boolean }): Promise<void> {
  const town = await ChaosTown.open(ground, wish, counts);
  try {
    await town.hasten(pace);
    for (const one of steps) await playStep(ground, town, one, counts);
    await town.settle({ hurried });
    await town.check();
    counts.tally.runs += 1;
  } finally {
    await town.leave();
  }
}

/** The fault strikes while the moves are on their way; a restart waits until they have been taken, so that none is sent to nobody. */
async function playStep(ground: Ground, town: ChaosTown, { moves, fault: breaks }: Step, counts: Counts): Promise<void> {
  await town.catchUp();
  const strike = async () => {
    if (!breaks) return;
    await sleep(breaks.after);
    await FAULTS[breaks.kind]({ ground, sent: [...town.ids], chance: breaks.chance });
    counts.faults.set(breaks.kind, (counts.faults.get(breaks.kind) ?? 0) + 1);
  };
  const isRestart = breaks?.kind === "restart";
  const [begun] = await Promise.all([town.start(moves), isRestart ? undefined : strike()]);
  if (isRestart) await strike();
  await town.outcomes(begun);
}
