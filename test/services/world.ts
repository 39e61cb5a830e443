import { Action } from "@domain/action.ts";
import { Draft } from "@domain/application.ts";
import { Notice } from "@domain/notice/notice.ts";
import { paths } from "@domain/paths.ts";
import { Objection } from "@domain/records.ts";
import { Batch } from "@domain/sheets/records.ts";
import { expect } from "vitest";
import { endNotice } from "../../functions/src/services/endNotice.ts";
import { withDates } from "../../functions/src/store/firestore.ts";
import type { Move } from "../model/anyMove.ts";
import { HOUSEHOLDS } from "../model/anyMove.ts";
import { Life, newTally } from "../model/life.ts";
import { NOTHING_BLOCKS, settle } from "../model/people.ts";
import type { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { receive } from "../functions/serviceWay.ts";

/** What all runs came to. */
export const tried = newTally();

/** One run's world at a desk: each delivery is this process's own, and so is its order. */
export class World extends Life {
  readonly mail: string[] = [];
  readonly desk: Desk;
  readonly doubles = new Map<string, boolean>();

  private constructor(desk: Desk, life: Pick<Life, "town" | "samples" | "reference">) {
    super({ ...life, tally: tried });
    this.desk = desk;
  }

  static async open(project: Desk): Promise<World> {
    const desk = await project.beside({ number: 11, seconds: 1, quota: { identify: 45, exit: 12 }, changes: NOTHING_BLOCKS });
    return new World(desk, await settle(desk.db, desk.town, { households: HOUSEHOLDS, twoVillages: false, poorVillage: false }));
  }

  async play(move: Move): Promise<void> {
    const chosen = this.choose(move);
    if (!chosen) return;
    if ("waits" in chosen) return this.clock(chosen.waits, move);
    const { person, doing } = chosen;
    const id = await this.desk.append({ uid: person.uid, role: move.forged ?? person.role }, doing);
    for (const photo of doing.photos ?? []) this.reference.photos.add(photo);
    for (const { id: draft } of doing.drafts ?? []) this.reference.begin(draft, Draft.parse(withDates(await this.desk.look(paths.application(draft)))));
    await this.post(id, move);
  }

  protected async clock(sample: Sample, move: Move): Promise<void> {
    const on = this.reference.applications.get(sample.id)?.notice;
    if (!on) return;
    if (move.chance % 3 === 0) {
      const objection = await this.desk.object(on.id, on.serial).catch(() => undefined);
      if (!objection) return;
      this.reference.objections.set(objection, Objection.parse(withDates(await this.desk.look(paths.objection(objection)))));
      this.objections.push(objection);
      return this.post(`objection-${objection}`, move);
    }
    let ending = await endNotice(on.id);
    while (ending === "tooEarly") ending = await endNotice(on.id);
    if (ending === "ended") await this.post(`end-${on.id}-${this.reference.notices.get(on.id)?.closesAt.getTime()}`, move);
  }

  private async post(id: string, { late, twice }: Move): Promise<void> {
    this.doubles.set(id, twice);
    this.mail.push(id);
    if (!late) await this.deliver(this.mail.length - 1);
  }

  /** Delivers one waiting action, perhaps twice, and lets the reference decide it as well. */
  async deliver(at: number): Promise<void> {
    const [id] = this.mail.splice(at, 1);
    if (!id) return;
    const stored = (await this.desk.look(paths.action(id))) as Record<string, unknown>;
    const hidden = await this.hiddenOf(id, stored["targets"] as string[]);
    await Promise.all(Array.from({ length: this.doubles.get(id) ? 2 : 1 }, () => this.desk.deliver(id)));
    await this.desk.deliver(id);
    const action = Action.parse(withDates(await this.desk.look(paths.action(id))));
    const outcome = this.judge(id, action, hidden);
    const notice = action.type === "publishNotice" && (await this.desk.look(paths.notice(id)));
    if (notice) this.reference.notices.set(id, Notice.parse(withDates(notice)));
    if (action.type === "exportBatch" && outcome.applied > 0) await this.receive(id, outcome);
    if (action.type === "endNotice") await this.refresh(String((action.input as { notice: string }).notice));
  }

  /** The national system has taken in all of a batch, or all but the first. */
  private async receive(id: string, { targets }: NonNullable<Action["outcome"]>): Promise<void> {
    const applied = Object.keys(targets).filter((target) => targets[target]?.applied);
    await receive(this.desk, id, { taken: applied.length % 3 === 0 ? applied.slice(1) : applied });
    this.reference.batches.set(id, Batch.parse(withDates(await this.desk.look(paths.batch(id)))));
  }

  private async refresh(notice: string): Promise<void> {
    const now = await this.desk.look(paths.notice(notice));
    if (now) this.reference.notices.set(notice, Notice.parse(withDates(now)));
  }

  private async hiddenOf(id: string, targets: string[]) {
    const parts = await this.desk.db.getAll(...targets.map((target) => this.desk.db.doc(paths.actionPrivate(id, target))));
    return Object.fromEntries(parts.flatMap((part) => (part.exists ? [[part.id, part.data() as Record<string, string>]] : [])));
  }

  /** What the functions wrote is what the reference holds, and every promise is kept. */
  async check(): Promise<void> {
    while (this.mail.length > 0) await this.deliver(this.mail.length - 1);
    await this.compareStates(this.desk.db);
    expect(await this.desk.brokenPromises()).toEqual([]);
  }
}
