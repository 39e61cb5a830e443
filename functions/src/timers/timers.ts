import { createRequire } from "node:module";
import type { CloudTasksClient } from "@google-cloud/tasks";
import { functionsBaseUrl, projectId, REGION, tasksEmulatorHost, tasksServiceAccount } from "../settings.ts";

/** Task queues, each with the function that its tasks call: one name for both. */
export type Queue = "closeNotice" | "upkeep" | "sendMessage";

/**
 * A task to be delivered once at an instant. Its name makes it unique: a second one of that name is not made. `anew`: made
 * under a further name when the task of that name is gone, for instance because somebody has emptied the queue.
 */
export type Timer = { queue: Queue; name: string; at: Date; data: unknown; anew?: true };

/** A Cloud Task lies at most 30 days ahead; a later one hops there by way of its own function. */
export const LONGEST_HOP_MS = 29 * 86_400_000;

/** Codes of gRPC. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
/** Cloud Tasks blocks the name of a task that is gone for up to a day: so often is a queue emptied in a day at most. */
const MOST_NAMES = 5;
let client: CloudTasksClient | undefined;

type Options = NonNullable<ConstructorParameters<typeof CloudTasksClient>[0]>;

/** Plain-text credentials for the emulator, from the very gRPC library that the client uses: npm installs several. */
function insecure(): Options["sslCreds"] {
  const fromTasks = createRequire(import.meta.resolve("@google-cloud/tasks"));
  return (fromTasks("@grpc/grpc-js") as { credentials: { createInsecure(): Options["sslCreds"] } }).credentials.createInsecure();
}

/** The client, loaded when the first task is made: the library takes a while to load. */
async function connected(): Promise<CloudTasksClient> {
  if (client) return client;
  const { CloudTasksClient } = await import("@google-cloud/tasks");
  const host = tasksEmulatorHost();
  if (!host) return (client = new CloudTasksClient());
  const [servicePath, port] = host.split(":");
  return (client = new CloudTasksClient({ servicePath, port: Number(port), sslCreds: insecure() }));
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Makes a timer, or leaves the one of the same name. Milliseconds of `at` are kept. @throws when all its names are blocked. */
export async function setTimer({ queue, name, at, data, anew }: Timer): Promise<void> {
  const tasks = await connected();
  const parent = tasks.queuePath(projectId(), REGION, queue);
  const url = `${functionsBaseUrl()}/${queue}`;
  const millis = at.getTime();
  const task = {
    scheduleTime: { seconds: Math.floor(millis / 1000), nanos: (millis % 1000) * 1_000_000 },
    httpRequest: {
      httpMethod: "POST" as const,
      url,
      headers: { "content-type": "application/json" },
      body: Buffer.from(JSON.stringify({ data })).toString("base64"),
      oidcToken: { serviceAccountEmail: tasksServiceAccount(), audience: url },
    },
  };
  for (let count = 1; count <= MOST_NAMES; count += 1) {
    const path = `${parent}/tasks/${name}${count > 1 ? `-${count}` : ""}`;
    try {
      await tasks.createTask({ parent, task: { ...task, name: path } });
      return;
    } catch (error) {
      if (codeOf(error) !== ALREADY_EXISTS) throw error;
    }
    if (!anew || (await lies(tasks, path))) return;
  }
  throw new Error(`${queue}: every name of a task is blocked`);
}

/** Whether a task still lies in its queue: its name is blocked as well when it is gone. What cannot be looked at is looked at by the next run. */
const lies = (tasks: CloudTasksClient, name: string): Promise<boolean> =>
  tasks.getTask({ name }).then(() => true, (error: unknown) => codeOf(error) !== NOT_FOUND);

/**
 * The timer that ends a notice: at its end, or at the next of the hops that lie whole hops before it. The due
 * instant is part of the name, so that asking again makes no second one, and an extended notice gets one of its own.
 */
export function closingTimer(notice: { id: string; closesAt: Date }, now: Date): Timer {
  const end = notice.closesAt.getTime();
  const hops = Math.max(0, Math.ceil((end - now.getTime()) / LONGEST_HOP_MS) - 1);
  const at = new Date(end - hops * LONGEST_HOP_MS);
  return { queue: "closeNotice", name: `close-${notice.id}-${at.getTime()}`, at, data: { notice: notice.id }, anew: true };
}

/** The task that sends a message outwards now, once for each hour in which somebody asks: what lost its task is asked for anew. */
export function sendingTimer(message: string, now: Date): Timer {
  return { queue: "sendMessage", name: `send-${message}-${Math.floor(now.getTime() / 3_600_000)}`, at: now, data: { message } };
}
