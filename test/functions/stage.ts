import type { Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { paths } from "@domain/paths.ts";
import type { Firestore } from "@google-cloud/firestore";
import { vi } from "vitest";
import { Player } from "../play/player.ts";
import { openDatabase } from "../seed/admin.ts";
import { PASSWORD } from "../seed/cast.ts";
import type { Suite } from "../support/suite/suite.ts";
import { currentSuite } from "../support/suite/suite.ts";
import type { Doing, Office } from "./office.ts";
import { openCampaign } from "./office.ts";
import type { Plan, Seat, Town } from "./town.ts";
import { enrol, personAt, planTown } from "./town.ts";

/** The suite that runs the tests. @throws without one. */
export async function suiteOfTests(): Promise<Suite> {
  const suite = await currentSuite();
  if (!suite) throw new Error("these tests need the local suite: npm test -- functions");
  return suite;
}

/** A town whose people are signed in as the web client is: security rules, triggers and timers are all real. */
export class Stage implements Office {
  readonly town: Town;
  readonly suite: Suite;
  readonly db: Firestore;
  private readonly players = new Map<string, Promise<Player>>();

  private constructor(town: Town, suite: Suite) {
    this.town = town;
    this.suite = suite;
    this.db = openDatabase(suite);
  }

  static async open(plan: Plan): Promise<Stage> {
    const stage = new Stage(planTown(plan), await suiteOfTests());
    await enrol(stage);
    await openCampaign(stage);
    return stage;
  }

  /** Somebody of the staff; signs in when first needed. */
  player(seat: Seat): Promise<Player> {
    const { email, role } = personAt(this.town, seat);
    return this.keep(seat, () => Player.staff(this.suite, { email, password: PASSWORD }, role));
  }

  /** A farmer at the web form, by a name for this test. */
  farmer(name: string): Promise<Player> {
    return this.keep(`farmer ${name}`, () => Player.farmer(this.suite));
  }

  private keep(name: string, enter: () => Promise<Player>): Promise<Player> {
    const known = this.players.get(name) ?? enter();
    this.players.set(name, known);
    return known;
  }

  readonly act = async <T extends ActionType>(seat: Seat, doing: Doing<T>): Promise<Outcome> => this.actAs(await this.player(seat), doing);

  actAs<T extends ActionType>(player: Player, doing: Doing<T>): Promise<Outcome> {
    return player.send({ campaign: this.town.campaign, area: this.town.first.code, ...doing });
  }

  /** A document's fields as they stand now; undefined when there is none. */
  async look(path: string): Promise<Record<string, unknown> | undefined> {
    return (await this.db.doc(path).get()).data();
  }

  application(id: string): Promise<Record<string, unknown> | undefined> {
    return this.look(paths.application(id));
  }

  /** Waits until a notice's own timer has ended it. */
  readonly waitForEnd = (notice: string): Promise<unknown> =>
    vi.waitUntil(async () => (await this.look(paths.notice(notice)))?.["status"] === "closed", { timeout: 60_000, interval: 100 });

  readonly settle = (): Promise<unknown> =>
    vi.waitUntil(
      async () => (await this.db.collection("actions").where("by", "==", "clock").where("pending", "==", true).where("campaign", "==", this.town.campaign).get()).docs.every((doc) => doc.get("type") !== "runChecks"),
      { timeout: 60_000, interval: 100 },
    );

  async close(): Promise<void> {
    await Promise.all([...this.players.values()].map(async (player) => (await player).leave()));
    await this.db.terminate();
  }
}
