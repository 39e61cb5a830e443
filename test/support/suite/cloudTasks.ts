/**
 * The Cloud Tasks emulator: it keeps tasks until their time and then calls the functions, as the real service
 * does.
 */
import { spawn } from "node:child_process";
import { exitOf, send, waitUntil } from "./childProcess.ts";
import type { Addresses } from "./config.ts";
import { answers } from "./ports.ts";
import type { RunFolder } from "./runFolder.ts";

/** The queues of `functions/src/tasks`; a queue has its function's name. */
export const QUEUES = ["closeNotice", "upkeep", "sendMessage"] as const;

/**
 * Every task that finds no idle worker makes the functions emulator start another process: unlimited, that
 * took 9 GiB and made tasks 26 s late; two at once were two to four times faster.
 */
const CONCURRENT_DISPATCHES = 2;

/** A Cloud Tasks emulator that runs. */
export interface CloudTasks {
  /** Settles when the emulator ends, wanted or not. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** The full name of a queue. */
export function queuePath({ projectId, region }: Addresses, queue: string): string {
  return `projects/${projectId}/locations/${region}/queues/${queue}`;
}

/** Starts the emulator with Lika's queues. Its tasks live in its memory: each start begins with none. */
export async function startCloudTasks(
  program: string,
  { suite, run, signal }: { suite: Addresses; run: RunFolder; signal?: AbortSignal | undefined },
): Promise<CloudTasks> {
  const child = spawn(program, [], {
    env: { ...process.env, LISTEN_ADDR: suite.tasks, OIDC_ISSUER: `http://${suite.tasks}`, QUEUES: "" },
    stdio: ["ignore", run.log.descriptor, run.log.descriptor],
    // Its own group: Ctrl-C on a terminal must not end it before the suite's own stop does.
    detached: true,
  });
  const ended = exitOf(child);
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  failed.catch(() => {});
  const pid = child.pid ?? (await failed);
  const stop = async (): Promise<void> => {
    send(pid, "SIGTERM");
    const late = setTimeout(() => send(pid, "SIGKILL"), 5_000);
    await ended;
    clearTimeout(late);
  };
  await run.remember("tasks", pid);
  try {
    const port = Number(suite.tasks.split(":")[1]);
    if (!(await waitUntil(() => answers(port), { within: 15_000, signal })))
      throw new Error(`${program} does not answer`);
    for (const queue of QUEUES) await createQueue(suite, queue);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ended, stop };
}

/**
 * Creates one task for `upkeep`, which finds what lost its task with the emulator's memory, such as running
 * notices, and enqueues its own next run.
 */
export async function kickUpkeep(suite: Addresses): Promise<void> {
  await post(suite, `${queuePath(suite, "upkeep")}/tasks`, {
    task: {
      httpRequest: {
        url: `${suite.functionsBaseUrl}/upkeep`,
        httpMethod: "POST",
        headers: { "content-type": "application/json" },
        body: Buffer.from(JSON.stringify({ data: {} })).toString("base64"),
      },
    },
  });
}

async function createQueue(suite: Addresses, queue: string): Promise<void> {
  const name = queuePath(suite, queue);
  await post(suite, name.replace(/\/[^/]+$/, ""), {
    name,
    rateLimits: { maxConcurrentDispatches: CONCURRENT_DISPATCHES },
  });
}

async function post(suite: Addresses, path: string, body: object): Promise<void> {
  const response = await fetch(`http://${suite.tasks}/v2/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`The Cloud Tasks emulator refused ${path}: ${await response.text()}`);
}
