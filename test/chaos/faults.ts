/** What breaks: processes killed, events and tasks lost, deliveries doubled, the emulators restarted from their export. */
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { carryOut } from "../../functions/src/services/carryOut.ts";
import { run, send } from "../support/suite/childProcess.ts";
import { queuePath } from "../support/suite/cloudTasks.ts";
import type { Ground } from "./ground.ts";

/** A fault strikes so many milliseconds after the moves of its step were begun. */
export type Fault = { kind: FaultKind; after: number; chance: number };

/** What a fault may touch: the ground, and the actions that the town's people have sent, oldest first. */
type Struck = { ground: Ground; sent: readonly string[]; chance: number };

/** The functions' worker processes, each of which serves one function. */
async function workers({ group }: Ground): Promise<number[]> {
  const { output } = await run({ command: "ps", args: ["-A", "-o", "pid=,pgid=,args="] });
  const rows = output.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  return rows.filter(([, , pgid, args]) => Number(pgid) === group && args?.includes("functionsEmulatorRuntime")).map(([, pid]) => Number(pid));
}

async function killWorkers(ground: Ground): Promise<void> {
  for (const pid of await workers(ground)) send(pid, "SIGKILL");
}

async function callTasks({ suite }: Ground, method: string, path: string): Promise<{ tasks?: { name: string }[] }> {
  const body = method === "POST" ? { body: "{}", headers: { "content-type": "application/json" } } : {};
  const response = await fetch(`http://${suite.tasks}/v2/${path}`, { method, ...body, signal: AbortSignal.timeout(120_000) });
  const text = await response.text();
  return response.ok && text ? (JSON.parse(text) as { tasks?: { name: string }[] }) : {};
}

const purge = (ground: Ground, queue: string) => callTasks(ground, "POST", `${queuePath(ground.suite, queue)}:purge`);

/** Each delivered again, the last first, half of them by two at once; one that breaks off is a trigger that died. */
async function deliverAgain({ sent, chance }: Struck): Promise<void> {
  const some = sent.filter((_, at) => (at + chance) % 7 === 0 || at >= sent.length - 2).toReversed();
  for (const id of some) await Promise.allSettled(Array.from({ length: 1 + (chance % 2) }, () => carryOut(id)));
}

/** How each fault is made; its name is its row. A step goes on when it is over. */
export const FAULTS = {
  /** kill -9 of every functions process, at whatever it was doing. The emulator starts new ones, and does not tell them. */
  kill: ({ ground }) => killWorkers(ground),
  /** The functions' host is down for a while: events that come are lost, running work is killed. */
  hostDown: async ({ ground, chance }) => {
    await ground.deafen();
    await killWorkers(ground);
    await sleep(200 + chance);
    await ground.listen();
  },
  /** Every timer of a notice is lost. */
  timersLost: async ({ ground }) => void (await purge(ground, "closeNotice")),
  /** One task of any queue is lost. */
  taskLost: async ({ ground, chance }) => {
    const { tasks = [] } = await callTasks(ground, "GET", `${queuePath(ground.suite, "closeNotice")}/tasks`);
    const one = tasks[chance % Math.max(1, tasks.length)];
    if (one) await callTasks(ground, "DELETE", one.name);
  },
  /** The chain of periodic runs is broken until the schedule begins another: asked for at once, the lost run's name would stand in its way. */
  chainLost: async ({ ground }) => void (await purge(ground, "upkeep")),
  /** Events are delivered again, in the reverse order, also those that are just being applied. */
  again: deliverAgain,
  /** Everything is exported, stopped, and started from the export; no task outlives it. */
  restart: ({ ground }) => ground.restart(),
} as const satisfies Record<string, (struck: Struck) => Promise<void>>;

export type FaultKind = keyof typeof FAULTS;

/** A restart takes a minute or two: it comes once in a few rounds. */
const WEIGHTS: Record<FaultKind, number> = { kill: 12, hostDown: 8, timersLost: 6, taskLost: 6, chainLost: 6, again: 12, restart: 1 };

export const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.oneof(...(Object.keys(FAULTS) as FaultKind[]).map((kind) => ({ weight: WEIGHTS[kind], arbitrary: fc.constant(kind) }))),
  after: fc.nat(1500),
  chance: fc.nat(1000),
});
