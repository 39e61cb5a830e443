import type { Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { endNotice } from "../../functions/src/services/endNotice.ts";
import type { Counter, Counts } from "../bench/support/counter.ts";
import type { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import type { Doing, Office } from "../functions/office.ts";
import { applied } from "../functions/office.ts";
import { confirmation, measure, measureDone, registrationOf, result, update, visit } from "../functions/serviceDoings.ts";
import { answering, bringOn } from "../functions/serviceWay.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";

/** What one action cost: documents of the client's commit, and what the functions read, wrote and deleted for it. */
export type Counted = { name: string; targets: number; sent: number; functions: Counts };

/** A desk that counts each of its actions. One is done after the other, so that none is counted with another. */
class CountingOffice implements Office {
  readonly counted: Counted[] = [];
  private readonly desk: Desk;
  private readonly counter: Counter;
  private last: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk, counter: Counter) {
    this.desk = desk;
    this.counter = counter;
  }

  get town() { return this.desk.town; }
  get db() { return this.desk.db; }

  readonly act = <T extends ActionType>(seat: Seat, doing: Doing<T>): Promise<Outcome> => {
    const done = this.last.then(async () => {
      const id = await this.desk.append(seat, doing);
      const { hidden = {}, drafts = [], photos = [], type, targets } = doing;
      const sent = 1 + Object.keys(hidden).length + drafts.length + photos.length;
      return this.count(`${type} ${personAt(this.town, seat).role}`, { id, targets: targets.length, sent });
    });
    this.last = done.catch(() => {});
    return done;
  };

  private async count(name: string, { id, targets, sent }: { id: string; targets: number; sent: number }): Promise<Outcome> {
    const functions = await this.counter.during(() => this.desk.deliver(id));
    const outcome = await this.desk.outcomeOf(id);
    if (outcome.applied === targets) this.counted.push({ name, targets, sent, functions });
    return outcome;
  }

  /** The timer's function asks once, when the period is over; then the clock's action, which it has appended. */
  async waitForEnd(notice: string): Promise<Outcome> {
    const { db } = this;
    const listed = await db.doc(`notices/${notice}/private/households`).get();
    const targets = (listed.get("applications") as string[]).length;
    while ((await db.doc(`notices/${notice}`).get()).get("closesAt").toDate() > new Date()) await new Promise((resolve) => setTimeout(resolve, 50));
    const functions = await this.counter.during(() => endNotice(notice));
    this.counted.push({ name: "closeNotice", targets, sent: 0, functions });
    const { docs } = await db.collection("actions").where("input.notice", "==", notice).where("type", "==", "endNotice").get();
    const round = (await db.doc(`notices/${notice}`).get()).get("round") as string;
    return this.count(`endNotice ${round}`, { id: docs[0]?.id ?? "", targets, sent: 0 });
  }

  async settle(): Promise<void> {
    const { docs } = await this.db.collection("actions").where("by", "==", "clock").where("pending", "==", true).where("campaign", "==", this.town.campaign).get();
    for (const doc of docs.filter((one) => one.get("type") === "runChecks")) await this.count("runChecks clock", { id: doc.id, targets: (doc.get("targets") as string[]).length, sent: 0 });
  }
}

/** The plan's whole way of households or of a village, and a year of help: every action that came through. */
export async function countWay(desk: Desk, counter: Counter, samples: readonly Sample[]): Promise<Counted[]> {
  const office = new CountingOffice(desk, counter);
  const { act } = office;
  const isVillage = samples[0]?.draft.track === "village";
  const helper: Seat = isVillage ? "unit" : "helper";
  await bringOn(office, samples, "reported");
  await applied(act("county", { type: "runChecks", targets: samples.map(({ id }) => id), area: samples[0]?.village, input: {} }));
  await bringOn(office, samples, "inService", "reported");
  for (const sample of samples) {
    await applied(act(helper, visit([sample])));
    const [bought, gained] = [measure([sample]), result([sample])];
    await applied(act(helper, bought));
    await applied(act(helper, measureDone(sample, bought.id)));
    await applied(act(helper, gained));
    await applied(act("committee", confirmation(sample, gained.id)));
    const unchanged = isVillage ? {} : { form: registrationOf(sample), changes: [] };
    await applied(answering(office, "committee", (answers) => update(sample, { year: desk.town.settings.year + 1, answers, ...unchanged })));
  }
  return office.counted;
}
