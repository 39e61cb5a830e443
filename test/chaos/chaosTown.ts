import { setTimeout as sleep } from "node:timers/promises";
import { Action } from "@domain/action.ts";
import { Draft } from "@domain/application.ts";
import { areasOf } from "@domain/areas.ts";
import { Notice } from "@domain/notice/notice.ts";
import { paths } from "@domain/paths.ts";
import { Objection } from "@domain/records.ts";
import { Batch } from "@domain/sheets/records.ts";
import { isOfficeAction } from "@domain/workflow/offices.ts";
import type { QueryDocumentSnapshot } from "@google-cloud/firestore";
import { FieldValue } from "@google-cloud/firestore";
import { carryOut } from "../../functions/src/services/carryOut.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { withDates } from "../../functions/src/store/firestore.ts";
import type { Sample } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import { openCampaign } from "../functions/office.ts";
import { receive } from "../functions/serviceWay.ts";
import type { Person } from "../functions/town.ts";
import { enrol, personAt, planTown } from "../functions/town.ts";
import type { Move } from "../model/anyMove.ts";
import type { Tally } from "../model/life.ts";
import { Life } from "../model/life.ts";
import type { Wish } from "../model/people.ts";
import { NOTHING_BLOCKS, settle } from "../model/people.ts";
import { newId, Player } from "../play/player.ts";
import { PASSWORD } from "../seed/cast.ts";
import { verify } from "../verify/verify.ts";
import type { Ground } from "./ground.ts";

/** Milliseconds: for an outcome while things break; for an append; until nothing is left to do. */
const PATIENCE = 6_000;
const APPEND_WITHIN = 180_000;
const SETTLE_WITHIN = 600_000;

/** What was sent, as its sender knows it: the hidden part is gone once it is applied. */
type Sent = { by: string; doing: Doing };

/** `slow` counts what had no outcome while its sender waited; the round's end waits for all of them. */
export type Sendings = { sent: number; byTheRules: number; pastTheRules: number; objections: number; slow: number };

/**
 * A town whose people act through the real door: client SDK, security rules, triggers, timers. Nobody tells it in which
 * order the functions take the actions: it reads that from the database (each outcome has its commit), and lets the
 * reference decide them in that very order.
 */
export class ChaosTown extends Life {
  readonly ids: string[] = [];
  readonly sendings: Sendings;
  private readonly ground: Ground;
  private readonly sent = new Map<string, Sent>();
  private readonly judged = new Set<string>();
  private players = new Map<string, Promise<Player>>();
  private life: number;

  private constructor(ground: Ground, life: Pick<Life, "town" | "samples" | "reference">, { tally, sendings }: { tally: Tally; sendings: Sendings }) {
    super({ ...life, tally });
    this.ground = ground;
    this.life = ground.life;
    this.sendings = sendings;
  }

  static async open(ground: Ground, wish: Wish, counts: { tally: Tally; sendings: Sendings }): Promise<ChaosTown> {
    const town = planTown({ number: 84, seconds: 3, quota: { identify: 45, exit: 12 }, changes: NOTHING_BLOCKS });
    const { db, suite } = ground;
    await enrol({ db, suite, town });
    const [office, officer] = await Promise.all([signIn(ground, personAt(town, "office")), signIn(ground, personAt(town, "officer"))]);
    await openCampaign({ town, act: (seat, doing) => (seat === "office" ? office : officer).send({ campaign: town.campaign, area: town.code, ...doing }) });
    await Promise.all([office, officer].map((player) => player.leave()));
    return new ChaosTown(ground, await settle(db, town, wish), counts);
  }

  /** Somebody signed in; everybody does so again once the suite was restarted. */
  private async player(person: Person): Promise<Player> {
    if (this.life !== this.ground.life) await this.leave();
    this.life = this.ground.life;
    const known = this.players.get(person.uid) ?? signIn(this.ground, person);
    this.players.set(person.uid, known);
    return known;
  }

  async leave(): Promise<void> {
    const players = [...this.players.values()];
    this.players = new Map();
    await Promise.allSettled(players.map(async (player) => (await player).leave()));
  }

  async play(move: Move): Promise<void> {
    await this.catchUp();
    await this.outcomes(await this.start([move]));
    await this.catchUp();
  }

  /** Several people act at the same time, each by what stood on the screen before. Gives what they wait for. */
  async start(moves: readonly Move[]): Promise<string[]> {
    const ids = await Promise.all(moves.map((move) => this.begin(move)));
    return ids.filter((id) => id !== undefined);
  }

  private async begin(move: Move): Promise<string | undefined> {
    const chosen = this.choose(move);
    if (!chosen) return undefined;
    if ("waits" in chosen) return void (await this.clock(chosen.waits, move));
    const { person, doing } = chosen;
    const id = await (move.chance % 5 === 0 && !doing.drafts?.length ? this.pastTheRules(person, doing, move) : this.throughTheDoor(person, doing, move));
    if (!id) return undefined;
    this.ids.push(id);
    if (move.twice) await Promise.allSettled([carryOut(id), carryOut(id)]);
    return move.late ? undefined : id;
  }

  /** As the web client commits it; undefined where the rules refuse it. @throws when it is neither taken nor refused. */
  private async throughTheDoor(person: Person, doing: Doing, { forged }: Move): Promise<string | undefined> {
    const player = await this.player(person);
    const id = doing.id ?? newId();
    this.note(id, person, doing);
    const late = sleep(APPEND_WITHIN, undefined, { ref: false }).then(() => Promise.reject(new Error(`${doing.type}: the database took no commit`)));
    const taken = player.append({ area: this.town.first.code, ...doing, id, campaign: this.town.campaign, ...(forged && { role: forged }) }).then(() => true, (error: { code?: string }) => {
      if (error.code !== "permission-denied") throw error;
      return false;
    });
    const isTaken = await Promise.race([taken, late]);
    this.sendings[isTaken ? "sent" : "byTheRules"] += 1;
    if (isTaken) return id;
    this.sent.delete(id);
    return undefined;
  }

  /** As if the rules had let it pass: what they should have refused is the functions' to refuse. */
  private async pastTheRules({ uid: by, role }: Person, { targets, input, type, area = this.town.first.code, hidden = {}, seen, photos = [], ...doing }: Doing, { forged }: Move): Promise<string> {
    const id = doing.id ?? newId();
    const { db } = this.ground;
    const place = { campaign: this.town.campaign, areas: areasOf(area) };
    const at = FieldValue.serverTimestamp();
    this.note(id, { uid: by }, { type, targets, input, area, hidden, photos });
    const batch = db.batch();
    for (const photo of photos) batch.create(db.doc(paths.evidence(photo)), { ...place, village: area, kind: "minutes", by, at });
    batch.create(db.doc(paths.action(id)), { ...place, type, area, by, role: forged ?? role, at, targets, input, ...(seen && { seen }), pending: true });
    for (const [target, values] of Object.entries(hidden)) batch.set(db.doc(paths.actionPrivate(id, target)), values);
    await batch.commit();
    this.sendings.pastTheRules += 1;
    return id;
  }

  private note(id: string, { uid: by }: Pick<Person, "uid">, doing: Doing): void {
    this.sent.set(id, { by, doing });
    for (const photo of doing.photos ?? []) this.reference.photos.add(photo);
  }

  protected async clock(sample: Sample, { chance }: Move): Promise<void> {
    const on = this.reference.applications.get(sample.id)?.notice;
    if (!on) return;
    if (chance % 3 === 0) return this.object(on.id, on.serial);
    const closed = async () => (await this.ground.db.doc(paths.notice(on.id)).get()).get("status") === "closed";
    await until(closed, PATIENCE * 4);
    await this.outcomes([`end-${on.id}-${this.reference.notices.get(on.id)?.closesAt.getTime()}`]);
    await this.catchUp();
  }

  /** By the public's own address. A killed function may have filed it or not: the action tells, whenever it is there. */
  private async object(notice: string, serial: number): Promise<void> {
    const body = JSON.stringify({ id: newId(), notice, serial, text: "这一户在县城有房。", photos: [], name: "", phone: "" });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${this.ground.suite.functionsBaseUrl}/fileObjection`, { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE * 2) }).catch(() => undefined);
    if (answer?.ok) this.sendings.objections += 1;
  }

  /** Waits a while until each has its outcome; what has none yet is the upkeep's. */
  async outcomes(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const refs = () => ids.map((id) => this.ground.db.doc(paths.action(id)));
    const decided = await until(async () => (await this.ground.db.getAll(...refs())).every((doc) => doc.exists && doc.get("pending") === false), PATIENCE);
    if (!decided) this.sendings.slow += 1;
  }

  /** Reads what has been decided since, and has the reference decide it in the same order. */
  async catchUp(): Promise<void> {
    const { docs } = await this.ground.db.collection("actions").where("campaign", "==", this.town.campaign).get();
    const known = docs.filter((doc) => !isOfficeAction(doc.get("type")) && !this.judged.has(doc.id));
    const fresh = known.filter((doc) => doc.get("pending") === false).sort((one, other) => inOrder(one, other));
    const bringers = known.filter(({ id }) => this.sent.get(id)?.doing.drafts?.length);
    for (const doc of fresh) {
      for (const bringer of bringers) if (bringer.get("at").valueOf() <= doc.updateTime.valueOf()) this.beginDrafts(bringer);
      await this.follow(doc);
    }
  }

  private beginDrafts(doc: QueryDocumentSnapshot): void {
    const { by, doing } = this.sent.get(doc.id) as Sent;
    const { campaign, area, areas, at } = Action.parse(withDates(doc.data()));
    for (const { id, track, form, household = null } of doing.drafts ?? [])
      if (!this.reference.applications.has(id))
        this.reference.begin(id, Draft.parse({ campaign, track, village: area, areas, status: "draft", applicant: null, createdBy: by, createdAt: at, form, household }));
  }

  private async follow(doc: QueryDocumentSnapshot): Promise<void> {
    const { id } = doc;
    const action = Action.parse(withDates(doc.data()));
    this.judged.add(id);
    const look = async (path: string) => withDates((await this.ground.db.doc(path).get()).data());
    if (action.type === "raiseObjection" && action.role === "public") await this.takeObjection(String((action.input as { objection: string }).objection));
    const outcome = this.judge(id, action, this.sent.get(id)?.doing.hidden ?? {});
    const applied = Object.keys(outcome.targets).filter((target) => outcome.targets[target]?.applied);
    if (action.type === "publishNotice" && applied.length > 0) this.reference.notices.set(id, Notice.parse(await look(paths.notice(id))));
    if (action.type !== "exportBatch" || applied.length === 0) return;
    await receive({ db: this.ground.db, town: this.town }, id, { taken: applied.length % 3 === 0 ? applied.slice(1) : applied });
    this.reference.batches.set(id, Batch.parse(await look(paths.batch(id))));
  }

  /** An objection as it was when it was filed. */
  private async takeObjection(id: string): Promise<void> {
    if (this.reference.objections.has(id)) return;
    const stands = Objection.parse(withDates((await this.ground.db.doc(paths.objection(id)).get()).data()));
    this.reference.objections.set(id, { ...stands, held: false, status: "open", answer: null, appealUntil: null });
    this.objections.push(id);
  }

  /**
   * Waits until nothing is left to do: no action without an outcome, no notice still open. Each action whose commit was
   * acknowledged is there. `hurried` lets the upkeep of this process look a minute ahead instead of waiting for the real one.
   */
  async settle({ hurried }: { hurried: boolean }): Promise<void> {
    const { db } = this.ground;
    const open = async (name: string, field: string, value: unknown) => (await db.collection(name).where("campaign", "==", this.town.campaign).where(field, "==", value).get()).size;
    const isDone = async () => {
      if (hurried) await runUpkeep(new Date(Date.now() + 60_000));
      return (await open("actions", "pending", true)) + (await open("notices", "status", "open")) === 0;
    };
    if (!(await until(isDone, SETTLE_WITHIN))) throw new Error(`${await open("actions", "pending", true)} actions and ${await open("notices", "status", "open")} notices are left`);
    await this.catchUp();
    const lost = this.ids.filter((id) => !this.judged.has(id));
    if (lost.length > 0) throw new Error(`lost: ${lost.join(", ")}`);
  }

  /** Both sides agree, and every promise is kept. */
  async check(): Promise<void> {
    await this.compareStates(this.ground.db);
    const { invariants } = await verify(this.ground.suite, { campaign: this.town.campaign });
    const broken = invariants.filter((one) => one.broken.length > 0).map(({ id, broken: some }) => `${id}: ${JSON.stringify(some.slice(0, 3))}`);
    if (broken.length > 0) throw new Error(`broken promises: ${broken.join("; ")}`);
  }
}

const signIn = (ground: Ground, { email, role }: Person) => Player.staff(ground.suite, { email, password: PASSWORD }, role);

/** By the commit of the outcome; those that came out of an export have one time in common, and are told apart by their own. */
function inOrder(one: QueryDocumentSnapshot, other: QueryDocumentSnapshot): number {
  const [a, b] = [one, other].map((doc) => [doc.updateTime.valueOf(), doc.get("outcome").at.valueOf()].join(" ")) as [string, string];
  return a < b ? -1 : Number(a > b);
}

async function until(holds: () => Promise<boolean>, within: number): Promise<boolean> {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await sleep(100);
  }
  return true;
}
