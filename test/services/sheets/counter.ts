import type { Campaign } from "@domain/campaign.ts";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { Refusal } from "@domain/problems.ts";
import type { SheetHousehold } from "@domain/sheets/columns.ts";
import type { Batch, ImportReport } from "@domain/sheets/records.ts";
import { personSheet, placeOf } from "@domain/sheets/writeSheet.ts";
import type { Firestore } from "@google-cloud/firestore";
import type { Caller } from "../../../functions/src/services/caller.ts";
import { getCaller } from "../../../functions/src/services/caller.ts";
import type { ImportRequest } from "../../../functions/src/services/sheets/importRegister.ts";
import { importRegister } from "../../../functions/src/services/sheets/importRegister.ts";
import { onSheet, pasted } from "../../domain/sheets/sheets.ts";
import { newId } from "../../play/player.ts";
import { openDatabase } from "../../seed/admin.ts";
import { inventHousehold } from "../../seed/invent.ts";
import type { Suite } from "../../support/suite/suite.ts";
import { suiteOfTests } from "../../functions/stage.ts";
import type { Seat, Town } from "../../functions/town.ts";
import { personAt, planTown, writeStaff } from "../../functions/town.ts";

type Wish = { seed: number; memberCount?: number; village?: { code: string; name: string }; serial?: number; year?: number };

/**
 * The town's counter for spreadsheets: the services in this process, on a project of its own in the suite's emulator,
 * with a campaign and its staff in it and nothing else.
 */
export class Counter {
  readonly town: Town;
  readonly suite: Suite;
  readonly db: Firestore;

  private constructor(town: Town, suite: Suite, db: Firestore) {
    this.town = town;
    this.suite = suite;
    this.db = db;
  }

  static async open(number: number): Promise<Counter> {
    const suite = await suiteOfTests();
    const projectId = `demo-lika-sheets-${newId().slice(0, 8).toLowerCase()}`;
    Object.assign(process.env, { GCLOUD_PROJECT: projectId });
    const counter = new Counter(planTown({ number, seconds: 1 }), suite, openDatabase({ projectId, firestore: suite.firestore }));
    await writeStaff(counter.db, counter.town);
    const { settings, campaign, code } = counter.town;
    const opened: Campaign = { ...settings, villageSteps: [], villageTests: { rateAbove: 0.53, incomeBelow: 3064.8, collectiveIncomeAtMost: 0 }, status: "open", areas: areasOf(code), split: null, version: 1 };
    await counter.db.doc(paths.campaign(campaign)).set(opened);
    return counter;
  }

  get register(): string {
    return this.town.settings.register;
  }

  caller(seat: Seat): Promise<Caller> {
    return getCaller(personAt(this.town, seat).uid);
  }

  /** An invented household of the first village; without a serial it has no number of the register's. */
  household({ seed, memberCount = 3, village = this.town.first, serial, year = 2012 }: Wish): SheetHousehold {
    const { survey } = inventHousehold({ seed, village, track: "identify", memberCount });
    const { county, town } = this.town.settings;
    const no = serial === undefined ? "" : `${village.code}${String(serial).padStart(4, "0")}`;
    return { no, year, place: placeOf(village.code, { county: county.zh, town: town.zh, village: village.name }), form: onSheet(survey) };
  }

  /** Imports households, or pasted rows, as the officer does; `commit` unless told. */
  async bring(what: readonly SheetHousehold[] | string, { as = "officer", ...changes }: Partial<ImportRequest> & { as?: Seat } = {}): Promise<ImportReport> {
    const text = typeof what === "string" ? what : pasted(personSheet(what));
    const request: ImportRequest = { id: newId(), campaign: this.town.campaign, name: "上年度名册.xlsx", text, commit: true, reason: "导入上年度名册", ...changes };
    return importRegister(await this.caller(as), request);
  }

  async look(path: string): Promise<Record<string, unknown> | undefined> {
    return (await this.db.doc(path).get()).data();
  }

  entry(no: string): Promise<Record<string, unknown> | undefined> {
    return this.look(paths.household(`${this.register}-${no}`));
  }

  /** How many documents lie in the collections that an import writes. */
  async sizes(): Promise<Record<string, number>> {
    const count = async (query: { count: () => { get: () => Promise<{ data: () => { count: number } }> } }) => (await query.count().get()).data().count;
    const { db } = this;
    const [households, versions, hidden, people] = await Promise.all([
      count(db.collection("households")), count(db.collectionGroup("versions")), count(db.collectionGroup("private")), count(db.collection("people")),
    ]);
    return { households, versions, private: hidden, people };
  }

  /** A batch as its action leaves it. */
  async batch(lines: Batch["lines"], changes: Partial<Batch> = {}): Promise<string> {
    const id = newId();
    const { campaign, first } = this.town;
    const batch: Batch = { campaign, village: first.code, areas: areasOf(first.code), track: "identify", at: new Date("2014-08-20T20:00:00Z"), by: "officer", lines, receipt: null, ...changes };
    await this.db.doc(paths.batch(id)).create(batch);
    return id;
  }

  async close(): Promise<void> {
    await this.db.terminate();
  }
}

/** The name of a refusal; anything else goes on as it is. */
export const refusedAs = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Refusal) return error.problem.code;
      throw error;
    },
  );
