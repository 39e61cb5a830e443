import type { Scene } from "./scene.ts";

/** Where an attacker knocks: Firestore by plain HTTP or by the client SDK, functions, public addresses, a queue's address, a page. */
export const DOORS = ["REST", "SDK", "action", "callable", "http", "task", "browser"] as const;
export type Door = (typeof DOORS)[number];

/** The name of what refused it, or `TAKEN`. */
export type Verdict = string;
export const TAKEN = "taken";

/** One attack: who, by which door, what is tried, and the name of the refusal that must answer it. */
export type Attempt = {
  who: string;
  door: Door;
  what: string;
  refused: string;
  go: (scene: Scene) => Promise<Verdict>;
};

/** What an honest person does by the same door and is not refused: without it, a closed door would pass for a guarded one. */
export type Honest = { who: string; what: string; go: (scene: Scene) => Promise<Verdict> };

/** Attacks of one kind, with the honest acts that show that the door opens. `inTurn`: each counts on the one before. */
export type Family = { name: string; honest: readonly Honest[]; attempts: readonly Attempt[]; inTurn?: true };

/** An attempt as the list shows it. */
export type Tried = Omit<Attempt, "go"> & { family: string; answer: Verdict };

export const titleOf = ({ who, door, what }: Pick<Attempt, "who" | "door" | "what">): string => `${who}, ${door}: ${what}`;

/** More at once would make the functions emulator start a process for each, which two cores pay for dearly. */
const AT_ONCE = 3;

/** Tries all of a family, a few at a time where they do not count on each other. An error that nobody named is an answer too. */
export async function tryAll({ name, attempts, inTurn }: Family, scene: Scene): Promise<Tried[]> {
  const tried: Tried[] = [];
  const queue = attempts.entries();
  const worker = async (): Promise<void> => {
    for (const [at, { go, ...attempt }] of queue)
      tried[at] = { ...attempt, family: name, answer: await go(scene).catch((error: unknown) => `error: ${String(error).slice(0, 200)}`) };
  };
  await Promise.all(Array.from({ length: inTurn ? 1 : AT_ONCE }, worker));
  return tried;
}
