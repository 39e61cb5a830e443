import type { ActionType } from "@domain/actionInputs.ts";
import { Actor } from "@domain/roles.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import fc from "fast-check";
import type { Seat } from "../functions/town.ts";
import { ALL_SEATS } from "../functions/town.ts";

/** Of one run. */
export const HOUSEHOLDS = 10;

export type Move = { seat: Seat; type: ActionType; households: number[]; sound: boolean; forged: Actor | undefined; seen: number | undefined; late: boolean; twice: boolean; neighbour: boolean; chance: number };

const TYPES = [...new Set(Object.values(WORKFLOW).flat().map(({ action }) => action))];
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
export const move: fc.Arbitrary<Move> = fc.record({
  seat: fc.constantFrom(...ALL_SEATS),
  type: fc.constantFrom(...TYPES),
  households: fc.uniqueArray(fc.nat(HOUSEHOLDS - 1), { minLength: 1, maxLength: 5 }),
  /** A sound move is the next step of its first household and of all that stand where it stands. */
  sound: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
  forged: rarely(fc.constantFrom(...Actor.options)),
  seen: rarely(fc.nat(8)),
  late: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  /** Delivered twice at the same moment; one after the other it always is. At once costs a second of waiting for locks. */
  twice: fc.integer({ min: 0, max: 29 }).map((one) => one === 0),
  neighbour: fc.integer({ min: 0, max: 19 }).map((one) => one === 0),
  chance: fc.nat(1000),
});
