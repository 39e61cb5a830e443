import { randomUUID } from "node:crypto";
import type { Hidden, Outcome } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import type { Findings } from "@domain/register.ts";
import type { Actor } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import type { FirebaseApp } from "firebase/app";
import { deleteApp, initializeApp } from "firebase/app";
import {
  connectAuthEmulator,
  getAuth,
  initializeAuth,
  inMemoryPersistence,
  signInAnonymously,
  signInWithEmailAndPassword,
} from "firebase/auth";
import type { DocumentData, Firestore } from "firebase/firestore";
import {
  Bytes,
  collection,
  connectFirestoreEmulator,
  doc,
  getDoc,
  getDocs,
  getFirestore,
  onSnapshot,
  query,
  serverTimestamp,
  setDoc,
  setLogLevel,
  where,
  writeBatch,
} from "firebase/firestore";

/** Where the suite answers; a part of what `startSuite` returns. */
export type Addresses = { projectId: string; auth: string; firestore: string };

export type Draft = { id: string; track: Track; form: unknown; household?: string };

/** What a player sends: the same documents that the web client writes. */
export type Sending<T extends ActionType> = {
  type: T;
  campaign: string;
  area: string;
  targets: string[];
  input: ActionInput<T>;
  id?: string;
  role?: Actor;
  hidden?: Record<string, Hidden>;
  seen?: Record<string, number>;
  drafts?: Draft[];
  photos?: string[];
};

/* The client SDK prints a refused write, personal data and all. */
setLogLevel("silent");

/** Begins with a letter, so that it never looks like the number of a person. */
export const newId = (): string => `i${randomUUID().replaceAll("-", "").slice(0, 19)}`;

/** A white picture of one pixel: stands for minutes and boards. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==";

/** Somebody signed in with the client SDK, under the security rules, as the web client is. */
export class Player {
  readonly uid: string;
  readonly role: Actor;
  readonly db: Firestore;
  private readonly app: FirebaseApp;

  private constructor(app: FirebaseApp, db: Firestore, { uid, role }: { uid: string; role: Actor }) {
    this.app = app;
    this.db = db;
    this.uid = uid;
    this.role = role;
  }

  private static async enter(
    at: Addresses,
    account: { email: string; password: string } | undefined,
    role: Actor,
  ): Promise<Player> {
    const app = initializeApp({ projectId: at.projectId, apiKey: "demo" }, newId());
    const auth = initializeAuth(app, { persistence: inMemoryPersistence });
    connectAuthEmulator(auth, `http://${at.auth}`, { disableWarnings: true });
    const db = getFirestore(app);
    const [host = "", port] = at.firestore.split(":");
    connectFirestoreEmulator(db, host, Number(port));
    const { user } = account
      ? await signInWithEmailAndPassword(auth, account.email, account.password)
      : await signInAnonymously(auth);
    return new Player(app, db, { uid: user.uid, role });
  }

  static staff(at: Addresses, account: { email: string; password: string }, role: Actor): Promise<Player> {
    return Player.enter(at, account, role);
  }

  /** A farmer at the web form: an anonymous account. */
  static farmer(at: Addresses): Promise<Player> {
    return Player.enter(at, undefined, "applicant");
  }

  /** Appends an action, with its drafts, photos and hidden parts in the same commit. Returns its id. */
  async append<T extends ActionType>(sending: Sending<T>): Promise<string> {
    const { type, campaign, area, targets, input, hidden = {}, seen, drafts = [], photos = [] } = sending;
    const id = sending.id ?? newId();
    const areas = areasOf(area);
    const batch = writeBatch(this.db);
    for (const draft of drafts)
      batch.set(
        doc(this.db, paths.application(draft.id)),
        this.draftDocument(draft, { campaign, village: area, areas }),
      );
    for (const photo of photos)
      batch.set(doc(this.db, paths.evidence(photo)), {
        campaign,
        village: area,
        areas,
        kind: type === "recordAppraisal" ? "minutes" : "board",
        contentType: "image/png",
        data: Bytes.fromBase64String(PIXEL),
        by: this.uid,
        at: serverTimestamp(),
      });
    batch.set(doc(this.db, paths.action(id)), {
      type,
      campaign,
      area,
      areas,
      by: this.uid,
      role: sending.role ?? this.role,
      at: serverTimestamp(),
      targets,
      input,
      ...(seen && { seen }),
      pending: true,
    });
    for (const [target, values] of Object.entries(hidden))
      batch.set(doc(this.db, paths.actionPrivate(id, target)), values);
    await batch.commit();
    return id;
  }

  private draftDocument(
    { track, form, household }: Draft,
    place: { campaign: string; village: string; areas: string[] },
  ): DocumentData {
    const applicant = this.role === "applicant" ? this.uid : null;
    return {
      ...place,
      track,
      status: "draft",
      applicant,
      createdBy: this.uid,
      createdAt: serverTimestamp(),
      form,
      household: household ?? null,
    };
  }

  /** Begins an application without submitting it. */
  async begin(campaign: string, village: string, draft: Draft): Promise<void> {
    await setDoc(
      doc(this.db, paths.application(draft.id)),
      this.draftDocument(draft, { campaign, village, areas: areasOf(village) }),
    );
  }

  /** Waits for an action's outcome by listening to its document. @throws after `seconds` without one. */
  async outcomeOf(id: string, seconds = 120): Promise<Outcome> {
    const data = await this.until(paths.action(id), ({ outcome }) => outcome !== undefined, seconds);
    return data.outcome as Outcome;
  }

  /** Listens to a document until it holds. @throws when it does not within `seconds`, or must not be read. */
  until(path: string, holds: (data: DocumentData) => boolean, seconds = 120): Promise<DocumentData> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        leave();
        settle();
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`${path} did not come to that in ${seconds} s`))),
        seconds * 1000,
      );
      const leave = onSnapshot(
        doc(this.db, path),
        (snapshot) => {
          const data = snapshot.data();
          if (data && holds(data)) end(() => resolve(data));
        },
        (error) => end(() => reject(error)),
      );
    });
  }

  /** A document as this person sees it. @throws when it must not be read. */
  async read(path: string): Promise<DocumentData | undefined> {
    return (await getDoc(doc(this.db, path))).data();
  }

  /** Ids of the applications that this person helps in a village, as a helper's page lists them. */
  async listHelped(campaign: string, village: string): Promise<string[]> {
    const own = query(
      collection(this.db, "applications"),
      where("areas", "array-contains", village),
      where("campaign", "==", campaign),
      where("helper.account", "==", this.uid),
    );
    return (await getDocs(own)).docs.map(({ id }) => id);
  }

  /** What the checks ask about a village's records, by application. */
  async listFindings(campaign: string, village: string): Promise<Map<string, Findings["rows"]>> {
    const own = query(collection(this.db, "findings"), where("areas", "==", areasOf(village)), where("campaign", "==", campaign));
    return new Map((await getDocs(own)).docs.map((found) => [found.id, found.get("rows")]));
  }

  /** What shows a callable function who calls. */
  token(anew = false): Promise<string> {
    return getAuth(this.app).currentUser?.getIdToken(anew) ?? Promise.reject(new Error("nobody is signed in"));
  }

  /** The village's applications in a campaign, as the web client lists them: state, length of the history, former entry. */
  async listVillage(
    campaign: string,
    village: string,
  ): Promise<Map<string, { status: string; length: number; former: string | null }>> {
    const own = query(
      collection(this.db, "applications"),
      where("areas", "==", areasOf(village)),
      where("campaign", "==", campaign),
    );
    const { docs } = await getDocs(own);
    return new Map(
      docs.map((found) => [
        found.id,
        { status: found.get("status"), length: found.get("chain.length") ?? 0, former: found.get("former") ?? null },
      ]),
    );
  }

  /** Every village's counters, as the public page of progress reads them. */
  async listProgress(campaign: string): Promise<Map<string, VillageProgress["counts"]>> {
    const { docs } = await getDocs(collection(this.db, `${paths.campaign(campaign)}/villages`));
    return new Map(docs.map((found) => [found.id, found.get("counts")]));
  }

  async send<T extends ActionType>(sending: Sending<T>): Promise<Outcome> {
    return this.outcomeOf(await this.append(sending));
  }

  leave(): Promise<void> {
    return deleteApp(this.app);
  }
}
