import type { Status, Track } from "@domain/status.ts";
import type { Firestore } from "@google-cloud/firestore";
import { openDatabase } from "../seed/admin.ts";
import { CAMPAIGN_ID, VILLAGES } from "../seed/campaign2013.ts";
import type { Suite } from "../support/suite/suite.ts";
import type { Subjects } from "./rooms.ts";

/** The village of the demo whose households have come the farthest. */
export const SHOWN_VILLAGE = VILLAGES[1]?.code ?? "";

/** Of which household or village each room with an `:id` is shown: one in a state in which there is most to see. */
const WANTED: Readonly<Record<string, { track: Track; statuses: readonly Status[]; anywhere?: true }>> = {
  "household/:id":    { track: "identify", statuses: ["planned"] },
  "survey/:id":       { track: "identify", statuses: ["submitted"] },
  "help/:id":         { track: "identify", statuses: ["planned", "paired"] },
  "registration/:id": { track: "identify", statuses: ["planned"] },
  "print/letter/:id": { track: "identify", statuses: ["submitted"] },
  "print/form/:id":   { track: "identify", statuses: ["registered"] },
  "update/:id":       { track: "identify", statuses: ["inService"] },
  "versions/:id":     { track: "identify", statuses: ["inService"] },
  "changes/:id":      { track: "identify", statuses: ["inService"] },
  "unit/:id":         { track: "village", statuses: ["approved", "paired", "planned"], anywhere: true },
  "villageForm/:id":  { track: "village", statuses: ["planned", "registered", "entered"], anywhere: true },
};

/** What stands for the `:id` of every room. @throws when the demo has nothing of the kind. */
export async function findSubjects(suite: Suite): Promise<Subjects> {
  const db = openDatabase(suite);
  try {
    const named = await Promise.all(Object.entries(WANTED).map(async ([path, wish]) => [path, await findApplication(db, wish)] as const));
    const notices = await db.collection("notices").where("campaign", "==", CAMPAIGN_ID).where("status", "==", "open").get();
    const notice = (notices.docs.find((one) => one.get("village") === SHOWN_VILLAGE) ?? notices.docs[0])?.id ?? "";
    const met = await db.collection("actions").where("campaign", "==", CAMPAIGN_ID).where("type", "==", "recordAppraisal").get();
    const meeting = met.docs.find((one) => one.get("area") === SHOWN_VILLAGE)?.id ?? "";
    const books = await db.collection("applications").where("campaign", "==", CAMPAIGN_ID).where("village", "==", SHOWN_VILLAGE).where("status", "==", "inService").where("track", "==", "identify").get();
    const receipts = await db.collection("applications").where("campaign", "==", CAMPAIGN_ID).where("status", "==", "villageNotice").where("village", "==", SHOWN_VILLAGE).get();
    const receipt = String(receipts.docs[0]?.get("receiptNo") ?? "");
    return { ...Object.fromEntries(named), "apply/:id": "screens000000000000a?new", "villages/:id": "screens000000000000b?new", "print/handbook": `?ids=${books.docs.map(({ id }) => id).join(",")}`, "print/notice/:id": notice, "notices/:id": notice, "print/meeting/:id": meeting, "print/oversight/:id": SHOWN_VILLAGE, notice, receipt };
  } finally {
    await db.terminate();
  }
}

async function findApplication(db: Firestore, { track, statuses, anywhere }: (typeof WANTED)[string]): Promise<string> {
  const { docs } = await db.collection("applications").where("campaign", "==", CAMPAIGN_ID).where("track", "==", track).get();
  const near = docs.filter((one) => anywhere || one.get("village") === SHOWN_VILLAGE);
  const found = statuses.flatMap((status) => near.filter((one) => one.get("status") === status))[0];
  if (!found) throw new Error(`the demo has no ${track} in ${statuses.join(", ")}`);
  return found.id;
}
