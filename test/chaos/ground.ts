/** The suite that a town of chaos stands on, with what its faults reach for. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Firestore } from "@google-cloud/firestore";
import { openDatabase } from "../seed/admin.ts";
import { clientEnvironment } from "../support/suite/config.ts";
import type { Addresses } from "../support/suite/config.ts";
import { CACHE, LOOPBACK, ROOT } from "../support/suite/places.ts";
import type { StartedSuite } from "../support/suite/suite.ts";
import { startSuite } from "../support/suite/suite.ts";

const DATA = join(CACHE, "chaos/data");
/**
 * Production begins the chain of periodic runs anew by a schedule, every three of its periods; so does this. It calls the
 * function itself: firebase-tools never answers for a worker that was killed while it loaded, and two such requests hold the
 * emulator's queue for good, where Cloud Tasks would give them up at their deadline.
 */
const SCHEDULE_MS = 15_000;
const STARTED = { only: ["auth", "functions", "firestore"], dataFolder: DATA, env: { UPKEEP_SECONDS: "5" } } as const;

/** A suite of one's own can be restarted; another's can only be struck otherwise. */
export class Ground {
  suite: Addresses;
  db: Firestore;
  /** The process group of firebase-tools and of the functions' workers. */
  group = 0;
  /** Which start of the suite this is; who has signed in before has to do so again. */
  life = 0;
  /** A part of the suite that ended though nobody stopped it: what is found from then on is no finding. */
  fallen: string | undefined;
  private hub = 0;
  private schedule: NodeJS.Timeout | undefined;
  private own: StartedSuite | undefined;
  private readonly options: { say?: (line: string) => void; signal?: AbortSignal };

  private constructor(suite: Addresses, options: Ground["options"], own?: StartedSuite) {
    this.suite = suite;
    this.own = own;
    this.options = options;
    this.watch(own);
    /* The services run in this process too: a delivery that comes again is theirs. */
    Object.assign(process.env, clientEnvironment(suite));
    this.db = openDatabase(suite);
  }

  /** Brings up a suite of its own. */
  static async start(options: Ground["options"]): Promise<Ground> {
    await rm(DATA, { recursive: true, force: true });
    const own = await startSuite({ ...STARTED, ...options });
    const ground = new Ground(own, options, own);
    ground.schedule = setInterval(() => void ground.callUpkeep().catch(() => {}), SCHEDULE_MS);
    return ground.look();
  }

  /** On a suite that somebody else has started from this folder. */
  static on(suite: Addresses): Promise<Ground> {
    return new Ground(suite, {}).look();
  }

  private watch(own: StartedSuite | undefined): void {
    void own?.broken.then((part) => {
      if (this.own === own) this.fallen = `${part} ended`;
    });
  }

  /** What the suite's starter has left of itself: its log bears its id, and so do its settings. */
  private async look(): Promise<this> {
    const [, id = ""] = /-(\d+)\.log$/.exec(this.suite.logFile) ?? [];
    const config = JSON.parse(await readFile(join(ROOT, `firebase.local.${id}.json`), "utf8")) as { emulators: { hub: { port: number } } };
    this.hub = config.emulators.hub.port;
    this.group = Number(await readFile(join(CACHE, "runs", id, "group.pid"), "utf8"));
    return this;
  }

  private async callUpkeep(): Promise<void> {
    const headers = { "content-type": "application/json" };
    await fetch(`${this.suite.functionsBaseUrl}/upkeep`, { method: "POST", headers, body: '{"data":{}}', signal: AbortSignal.timeout(SCHEDULE_MS) });
  }

  /** Events that come now are lost to the functions' host. It is deaf at once, and answers only when its queue is empty: on a busy machine never. */
  async deafen(): Promise<void> {
    await this.tell("disableBackgroundTriggers", 1_000).catch((error: Error) => {
      if (error.name !== "TimeoutError") throw error;
    });
  }

  /** The functions' host hears of events again. */
  async listen(): Promise<void> {
    const response = await this.tell("enableBackgroundTriggers", 180_000);
    if (!response.ok) throw new Error(`the hub did not enable its triggers: ${response.status}`);
  }

  private tell(path: string, within: number): Promise<Response> {
    return fetch(`http://${LOOPBACK}:${this.hub}/functions/${path}`, { method: "PUT", signal: AbortSignal.timeout(within) });
  }

  /** From the export of this moment, on the same ports. What was decided after the export is undone and comes again. */
  async restart(): Promise<void> {
    const before = this.own;
    if (!before) return;
    await before.save();
    await this.db.terminate();
    this.own = undefined;
    await before.stop();
    this.own = await startSuite({ ...STARTED, ...this.options, ports: before.ports }).catch((error: unknown) => {
      this.fallen = "Emulators that did not come up again";
      throw error;
    });
    this.watch(this.own);
    this.suite = this.own;
    this.db = openDatabase(this.suite);
    this.life += 1;
    await this.look();
  }

  /** A suite of its own goes down with the process, where work that was interrupted may still ask the database. */
  async stop(): Promise<void> {
    clearInterval(this.schedule);
    const { own } = this;
    if (!own) return this.db.terminate();
    this.own = undefined;
    await own.stop();
    await rm(DATA, { recursive: true, force: true });
  }
}
