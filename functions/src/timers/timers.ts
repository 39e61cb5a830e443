import { createRequire } from "node:module";
import type { CloudTasksClient } from "@google-cloud/tasks";
import { functionsBaseUrl, projectId, REGION, tasksEmulatorHost, tasksServiceAccount } from "../settings.ts";

/** Task queues, each with the function that its tasks call: one name for both. */
export type Queue = "closeNotice" | "upkeep" | "sendMessage";

/** A task to be delivered once at an instant. Its name makes it unique: a second one of that name is not made. */
export type Timer = { queue: Queue; name: string; at: Date; data: unknown };

/** A Cloud Task lies at most 30 days ahead; a later one hops there by way of its own function. */
export const LONGEST_HOP_MS = 29 * 86_400_000;

const ALREADY_EXISTS = 6;
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

/** Makes a timer, or leaves the one of the same name. Milliseconds of `at` are kept. */
export async function setTimer({ queue, name, at, data }: Timer): Promise<void> {
  const tasks = await connected();
  const parent = tasks.queuePath(projectId(), REGION, queue);
  const url = `${functionsBaseUrl()}/${queue}`;
  const millis = at.getTime();
  const task = {
    name: `${parent}/tasks/${name}`,
    scheduleTime: { seconds: Math.floor(millis / 1000), nanos: (millis % 1000) * 1_000_000 },
    httpRequest: {
      httpMethod: "POST" as const,
      url,
      headers: { "content-type": "application/json" },
      body: Buffer.from(JSON.stringify({ data })).toString("base64"),
      oidcToken: { serviceAccountEmail: tasksServiceAccount(), audience: url },
    },
  };
  try {
    await tasks.createTask({ parent, task });
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

/**
 * The timer that ends a notice: at its end, or at the next of the hops that lie whole hops before it. The due
 * instant is part of the name, so that asking again makes no second one, and an extended notice gets one of its own.
 */
export function closingTimer(notice: { id: string; closesAt: Date }, now: Date): Timer {
  const end = notice.closesAt.getTime();
  const hops = Math.max(0, Math.ceil((end - now.getTime()) / LONGEST_HOP_MS) - 1);
  const at = new Date(end - hops * LONGEST_HOP_MS);
  return { queue: "closeNotice", name: `close-${notice.id}-${at.getTime()}`, at, data: { notice: notice.id } };
}

/** The task that sends a message outwards now, once for each hour in which somebody asks: what lost its task is asked for anew. */
export function sendingTimer(message: string, now: Date): Timer {
  return { queue: "sendMessage", name: `send-${message}-${Math.floor(now.getTime() / 3_600_000)}`, at: now, data: { message } };
}
