import type { Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { Actor } from "@domain/roles.ts";
import type { Firestore } from "@google-cloud/firestore";
import { FieldValue } from "@google-cloud/firestore";
import { vi } from "vitest";
import { carryOut } from "../../functions/src/services/carryOut.ts";
import { endNotice } from "../../functions/src/services/endNotice.ts";
import { fileObjection } from "../../functions/src/services/objections.ts";
import { newId } from "../play/player.ts";
import { openDatabase } from "../seed/admin.ts";
import type { Suite } from "../support/suite/suite.ts";
import { verify } from "../verify/verify.ts";
import type { Doing, Office } from "../functions/office.ts";
import { openCampaign } from "../functions/office.ts";
import type { Sample } from "../functions/households.ts";
import { suiteOfTests } from "../functions/stage.ts";
import type { Plan, Seat, Town } from "../functions/town.ts";
import { personAt, planTown, writeStaff } from "../functions/town.ts";

/** Who signs, when it is nobody of the cast. */
export type Signer = { uid: string; role: Actor };

/**
 * The functions in this process, on a project of their own in the suite's emulators: no trigger and no timer works
 * there, so a test says what is delivered, when, how often, and what breaks. Nothing in it reaches the suite's data.
 */
export class Desk implements Office {
  readonly town: Town;
  readonly db: Firestore;
  readonly suite: Suite;
  readonly projectId: string;

  private constructor(town: Town, suite: Suite, projectId: string) {
    this.town = town;
    this.suite = suite;
    this.projectId = projectId;
    this.db = openDatabase({ projectId, firestore: suite.firestore });
  }

  /** `TASKS_EMULATOR_HOST` may be set before, to a line that can be cut. `firestore`: through another's hands than the emulator's. */
  static async open(plan: Plan, { firestore }: { firestore?: string } = {}): Promise<Desk> {
    const found = await suiteOfTests();
    const suite = firestore ? { ...found, firestore } : found;
    const projectId = `demo-lika-desk-${plan.number}-${newId().slice(0, 6)}`;
    Object.assign(process.env, { GCLOUD_PROJECT: projectId, FUNCTIONS_BASE_URL: "http://127.0.0.1:9" });
    for (const queue of ["closeNotice", "sendMessage", "upkeep"]) await makeQueue(suite, queueOf(projectId, queue));
    return new Desk(planTown(plan), suite, projectId).furnish();
  }

  /** Another town beside this one. */
  beside(plan: Plan): Promise<Desk> {
    return new Desk(planTown(plan), this.suite, this.projectId).furnish();
  }

  private async furnish(): Promise<this> {
    await writeStaff(this.db, this.town);
    await openCampaign(this);
    return this;
  }

  /** Writes an action as a client's commit leaves it, and delivers nothing. */
  async append<T extends ActionType>(who: Seat | Signer, doing: Doing<T>): Promise<string> {
    const { type, targets, input, area = this.town.first.code, hidden = {}, seen, drafts = [], photos = [] } = doing;
    const { uid: by, role } = typeof who === "string" ? personAt(this.town, who) : who;
    const id = doing.id ?? newId();
    const areas = areasOf(area);
    const { campaign } = this.town;
    const at = FieldValue.serverTimestamp();
    const batch = this.db.batch();
    for (const { id: draft, track, form, household = null } of drafts) {
      const applicant = role === "applicant" ? by : null;
      batch.set(this.db.doc(paths.application(draft)), { campaign, track, village: area, areas, status: "draft", applicant, createdBy: by, createdAt: at, form, household });
    }
    for (const photo of photos) batch.set(this.db.doc(paths.evidence(photo)), { campaign, village: area, areas, kind: "minutes", by, at });
    batch.create(this.db.doc(paths.action(id)), { type, campaign, area, areas, by, role, at, targets, input, ...(seen && { seen }), pending: true });
    for (const [target, values] of Object.entries(hidden)) batch.set(this.db.doc(paths.actionPrivate(id, target)), values);
    await batch.commit();
    return id;
  }

  readonly deliver = carryOut;

  readonly act = async <T extends ActionType>(who: Seat | Signer, doing: Doing<T>): Promise<Outcome> => {
    const id = await this.append(who, doing);
    await carryOut(id);
    return this.outcomeOf(id);
  };

  async outcomeOf(id: string): Promise<Outcome> {
    return (await this.db.doc(paths.action(id)).get()).get("outcome") as Outcome;
  }

  async look(path: string): Promise<Record<string, unknown> | undefined> {
    return (await this.db.doc(path).get()).data();
  }

  async statusOf({ id }: Sample): Promise<string> {
    return String((await this.look(paths.application(id)))?.["status"]);
  }

  /** Asks for the end of a notice until its period is over, and delivers the clock's action. */
  async waitForEnd(notice: string): Promise<Outcome> {
    await vi.waitUntil(async () => (await endNotice(notice)) === "ended", { timeout: 20_000, interval: 50 });
    const { docs } = await this.db.collection("actions").where("input.notice", "==", notice).where("type", "==", "endNotice").get();
    const pending = docs.find((doc) => doc.get("pending") === true);
    if (!pending) throw new Error("the clock appended nothing");
    await carryOut(pending.id);
    return this.outcomeOf(pending.id);
  }

  /** Delivers the checks that the clock has appended. */
  async settle(): Promise<void> {
    const { docs } = await this.db.collection("actions").where("by", "==", "clock").where("pending", "==", true).get();
    for (const { id } of docs.filter((doc) => doc.get("type") === "runChecks")) await carryOut(id);
  }

  /** Files an objection to a line of a notice. Its action is appended, not delivered. Returns the objection's id. */
  async object(notice: string, serial: number, id = newId()): Promise<string> {
    await fileObjection({ id, notice, serial, text: "这一户在县城有房。", photos: [], name: "", phone: "" }, `source of ${this.town.campaign}`);
    return id;
  }

  /** Names of the timers that lie in the queue. */
  async timers(queue = "closeNotice"): Promise<string[]> {
    const response = await fetch(`http://${this.suite.tasks}/v2/${queueOf(this.projectId, queue)}/tasks`);
    const { tasks = [] } = (await response.json()) as { tasks?: { name: string }[] };
    return tasks.map(({ name }) => name.split("/").at(-1) ?? "");
  }

  /** Takes every timer out of a queue, as somebody does who empties it in the console. */
  async empty(queue: string): Promise<void> {
    await post(this.suite, `${queueOf(this.projectId, queue)}:purge`);
  }

  /** What `npm run verify` finds broken in this town's campaign. */
  async brokenPromises(): Promise<{ id: string; broken: unknown[] }[]> {
    const { invariants } = await verify({ projectId: this.projectId, firestore: this.suite.firestore }, { campaign: this.town.campaign });
    return invariants.filter(({ broken }) => broken.length > 0).map(({ id, broken }) => ({ id, broken }));
  }

  async close(): Promise<void> {
    await this.db.terminate();
  }
}

const queueOf = (projectId: string, queue = "closeNotice") => `projects/${projectId}/locations/asia-east2/queues/${queue}`;

/** A queue that takes timers and lets none of them go. */
async function makeQueue(suite: Suite, name: string): Promise<void> {
  await post(suite, name.replace(/\/\w+$/, ""), { name });
  await post(suite, `${name}:pause`);
}

async function post({ tasks }: Suite, path: string, body: object = {}): Promise<void> {
  const response = await fetch(`http://${tasks}/v2/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} was refused: ${response.status}`);
}
