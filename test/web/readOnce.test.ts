import { areasOf } from "@domain/areas.ts";
import { VillageProgress, emptyCounts } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import { deleteApp, initializeApp } from "firebase/app";
import type { Firestore } from "firebase/firestore";
import { collection, connectFirestoreEmulator, doc, getDocFromServer, initializeFirestore, query, setLogLevel } from "firebase/firestore";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Counter } from "../bench/support/counter.ts";
import { suiteOfTests } from "../functions/stage.ts";
import { newId } from "../play/player.ts";
import { openDatabase } from "../seed/admin.ts";
import { listenToList } from "../../web/src/staff/data/listen.ts";
import { once } from "../../web/src/staff/data/live.ts";
import { inMemory } from "../../web/src/staff/data/memory.ts";

/** A list is read once: whoever leaves a room and comes back is sent what has changed meanwhile, counted on the wire. */

const VILLAGES = 30;
const campaign = `reads-${newId().slice(0, 8)}`;
const villageCode = (at: number) => `6206231052${String(10 + at)}`;
let counter: Counter;
let db: Firestore;
let own: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  const suite = await suiteOfTests();
  own = openDatabase(suite);
  const batch = own.batch();
  for (let at = 0; at < VILLAGES; at += 1) {
    const code = villageCode(at);
    const village: VillageProgress = { campaign, code, name: `村${at}`, areas: areasOf(code), quota: null, counts: emptyCounts(), late: emptyCounts(), unowned: [] };
    batch.create(own.doc(paths.village(campaign, code)), village);
  }
  await batch.commit();
  counter = await Counter.before(suite.firestore);
  setLogLevel("silent");
  db = initializeFirestore(initializeApp({ projectId: suite.projectId }, campaign), { localCache: inMemory() });
  const [host = "", port = ""] = counter.address.split(":");
  connectFirestoreEmulator(db, host, Number(port));
});
afterAll(async () => {
  if (db) await deleteApp(db.app);
  counter?.end();
});

/** Looks at the villages until the server has spoken, as a room does, and leaves. */
const visit = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const stop = listenToList(() => query(collection(db, `${paths.campaign(campaign)}/villages`)), VillageProgress)({
      next: ({ rows }, stale) => {
        if (stale) return;
        resolve(rows.length);
        queueMicrotask(() => stop());
      },
      fail: (code) => reject(new Error(code)),
    });
  });

describe("a list of a room", () => {
  it("is read when somebody enters, and not again when they come back", async () => {
    const first = await counter.during(async () => expect(await visit()).toBe(VILLAGES));
    expect(first.reads).toBe(VILLAGES);
    const second = await counter.during(async () => expect(await visit()).toBe(VILLAGES));
    expect(second.reads).toBe(0);
  });

  it("brings what changed meanwhile: one document, twice when it comes while somebody enters", async () => {
    await own.doc(paths.village(campaign, villageCode(3))).update({ name: "改名村" });
    const third = await counter.during(async () => expect(await visit()).toBe(VILLAGES));
    expect([1, 2]).toContain(third.reads);
  });
});

describe("a list that nobody waits for", () => {
  it("is read and let go: what changes afterwards costs nothing until somebody comes again", async () => {
    const told: (string | undefined)[] = [];
    let stop = () => undefined as void;
    await new Promise<void>((resolve, reject) => {
      stop = once(listenToList(() => query(collection(db, `${paths.campaign(campaign)}/villages`)), VillageProgress))({
        next: ({ rows }, stale) => {
          told.push(rows.find(({ code }) => code === villageCode(5))?.name);
          if (!stale) resolve();
        },
        fail: (code) => reject(new Error(code)),
      });
    });
    const answered = async () => expect((await getDocFromServer(doc(db, paths.village(campaign, villageCode(6))))).exists()).toBe(true);
    await answered();
    const later = await counter.during(async () => {
      await own.doc(paths.village(campaign, villageCode(5))).update({ name: "又改名村" });
      /* Whatever was sent to a list that is still listened to would come before this answer. */
      await answered();
    });
    stop();
    expect(later.reads).toBe(0);
    expect(told).not.toContain("又改名村");
  });
});
