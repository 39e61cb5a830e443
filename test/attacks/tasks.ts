import { closeNotice } from "../../functions/src/tasks/closeNotice.ts";
import { sendMessage } from "../../functions/src/tasks/sendMessage.ts";
import { upkeep } from "../../functions/src/tasks/upkeep.ts";
import { newId } from "../play/player.ts";
import type { Attempt, Family } from "./attempt.ts";
import { TAKEN } from "./attempt.ts";
import { callable } from "./doors.ts";
import type { Scene } from "./scene.ts";

/**
 * The queues' addresses, called by a stranger. In production nobody but the tasks' own account may call them; here anybody
 * reaches them, so what is tried is that a call ends nothing before its time.
 */

async function endsNothing({ stage, notice }: Scene, name: string, data: unknown): Promise<string> {
  const answer = await callable(stage.suite, name, data);
  const { status } = (await stage.look(`notices/${notice}`)) as { status: string };
  return status === "open" ? (answer === "taken" ? "nothing done" : answer) : "the notice was ended";
}

const CALLS: readonly [string, string, string, (scene: Scene) => unknown][] = [
  ["closeNotice", "of a notice that hangs", "nothing done", ({ notice }) => ({ notice })],
  ["closeNotice", "of a notice that is closed", "nothing done", ({ closedNotice }) => ({ notice: closedNotice })],
  ["closeNotice", "of a notice that is none", "nothing done", () => ({ notice: newId() })],
  ["closeNotice", "of a path", "nothing done", ({ own }) => ({ notice: `x/private/${own.id}` })],
  ["closeNotice", "of nothing", "nothing done", () => ({})],
  ["closeNotice", "of a list", "nothing done", ({ notice }) => [notice]],
  ["sendMessage", "of a message that is none", "nothing done", () => ({ message: newId() })],
  ["sendMessage", "to an address of its own", "nothing done", () => ({ message: newId(), url: "http://attacker.invalid/" })],
  ["sendMessage", "of a path", "nothing done", ({ own }) => ({ message: `../applications/${own.id}` })],
  ["upkeep", "with a time of its own", "nothing done", () => ({ now: "2100-01-01T00:00:00Z" })],
];

const FUNCTIONS = { closeNotice, sendMessage, upkeep };

/** The same code outside the emulator, which alone lets a call without a token in; the cloud's own check of the account comes before it. */
function inProduction(name: keyof typeof FUNCTIONS, data: unknown): Promise<string> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: { data }, header: (wanted: string) => headers[wanted.toLowerCase()] };
  return new Promise((resolve) => {
    const response = { on: () => response, status: () => response, end: () => resolve("taken"), send: (body?: { error?: { status: string } }) => resolve(body?.error?.status ?? "taken") };
    void Reflect.apply(FUNCTIONS[name], undefined, [request, response]);
  });
}

/** The notice that hung before the attacks was closed by the very address that they knock at, and by nobody else. */
async function ended({ stage, closedNotice }: Scene): Promise<string> {
  const { docs } = await stage.db.collection("actions").where("input.notice", "==", closedNotice).where("type", "==", "endNotice").get();
  return docs.length === 1 && docs[0]?.get("by") === "clock" && docs[0].get("outcome.applied") === 1 ? TAKEN : "not ended";
}

export const TASKS_FAMILY: Family = {
  name: "the queues' addresses",
  honest: [{ who: "the clock", what: "ends a notice whose time is over, by its own task", go: ended }],
  attempts: [
    ...CALLS.map(([name, what, refused, data]): Attempt => ({ who: "nobody", door: "task", what: `${name} ${what}`, refused, go: (scene) => endsNothing(scene, name, data(scene)) })),
    ...(["closeNotice", "sendMessage", "upkeep"] as const).map((name): Attempt => ({
      who: "nobody", door: "task", what: `${name} in production, without a token`, refused: "UNAUTHENTICATED", go: ({ notice }) => inProduction(name, { notice, message: notice }),
    })),
  ],
};
