import type { DocumentReference, Firestore } from "@google-cloud/firestore";
import { holds } from "../../domain/areas.ts";
import { Campaign } from "../../domain/campaign.ts";
import type { Values } from "../../domain/forms/field.ts";
import { isValues } from "../../domain/forms/tidy.ts";
import { paths } from "../../domain/paths.ts";
import { refuse } from "../../domain/problems.ts";
import { Version } from "../../domain/register.ts";
import { FORM_FILLERS } from "../../domain/roles.ts";
import type { SheetHousehold } from "../../domain/sheets/columns.ts";
import { Batch } from "../../domain/sheets/records.ts";
import { read } from "../../store/firestore.ts";
import type { Caller } from "../caller.ts";
import { listRegistered } from "./registered.ts";

export type Opened = { ref: DocumentReference; batch: Batch; campaign: Campaign };

/** A batch that the caller, one of those who type it into the national system (the plan, step 8), may take out. @throws Refusal */
export async function openBatch(db: Firestore, caller: Caller, id: string): Promise<Opened> {
  const ref = db.doc(paths.batch(id));
  const batch = read(Batch, await ref.get()) ?? refuse("batchUnknown");
  if (!FORM_FILLERS.some((role) => holds(caller.roles, role, batch.village))) refuse("notHeld");
  const campaign = read(Campaign, await db.doc(paths.campaign(batch.campaign)).get()) ?? refuse("campaignUnknown");
  return { ref, batch, campaign };
}

/** Every household of a batch with its numbers in clear, in the batch's order. @throws Refusal when one has no form yet. */
export async function householdsOf(db: Firestore, { batch, campaign }: Opened): Promise<SheetHousehold[]> {
  const entries = batch.lines.map(({ no }) => ({ no, id: `${campaign.register}-${no}` }));
  const found = await listRegistered(db, campaign, entries);
  const households = found.flatMap((household) => household ?? []);
  return households.length < found.length ? refuse("versionsMissing", { count: found.length - households.length }) : households;
}

/** The form of the batch's village. @throws Refusal when it has none yet. */
export async function villageForm(db: Firestore, { batch, campaign }: Opened): Promise<Values> {
  const home = paths.villageRegister(campaign.register, batch.village);
  const latest = await db.doc(home).collection("versions").orderBy("year", "desc").limit(1).get();
  const version = read(Version, latest.docs[0]);
  return isValues(version?.form) ? version.form : refuse("versionsMissing", { count: 1 });
}
