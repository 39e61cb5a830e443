import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import { newId } from "../play/player.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { exitingHousehold, poorHousehold, writeRegister } from "../functions/households.ts";
import { answer, applied, approval, bring, publication, submission } from "../functions/office.ts";
import { measure, measureDone, result } from "../functions/serviceDoings.ts";
import { bringOn } from "../functions/serviceWay.ts";

/** A small sound campaign: whom it holds, and the actions and documents that the tests of `verify` then touch. */
export type World = {
  desk: Desk;
  /** Approved, and out of poverty. */
  approved: Sample;
  other: Sample;
  exited: Sample;
  withdrawn: Sample;
  /** Stays on a notice that has ended: an objection is open. */
  held: Sample;
  notice: string;
  objection: string;
  dismissed: string;
  approvedBy: string;
  submittedBy: string;
  /** Of the approved household, in service since: its register entry, one of its people, its receipt. */
  /** Somebody's confirmation of the meeting, and the hand that recorded it. */
  confirmation: string;
  recorder: string;
  entry: string;
  person: string;
  receipt: string;
  /** Its helper's pairing, a measure and the batch it was entered by, and the code of its handbook. */
  pairing: string;
  measure: string;
  batch: string;
  handbook: string;
};

/** Everything that a sound campaign may come to, with notices of a few seconds. */
export async function playSound(): Promise<World> {
  const notice = (seconds: number) => ({ unit: "seconds", count: seconds }) as const;
  /* Two objections come to the first notice while it hangs. */
  const desk = await Desk.open({ number: 77, seconds: 3, changes: { notice: { village: notice(8), town: notice(1) } } });
  const village = desk.town.first;
  const [household = ""] = await writeRegister(desk.db, desk.town, village, 2);
  const poor = (seed: number) => poorHousehold({ village, seed: 7700 + seed });
  const [approved, other, held, withdrawn] = [poor(1), poor(2), poor(3), poor(4)];
  const exited = exitingHousehold({ village, seed: 7705, household });
  const submittedBy = newId();
  const reasons = "不申请了";
  await applied(desk.act("committee", { ...submission([withdrawn]), id: submittedBy }));
  await applied(desk.act("committee", { type: "withdraw", targets: [withdrawn.id], input: { reasons } }));
  const first = await endFirstNotice(desk, [approved, other, exited, held]);
  const approvedBy = await approveAll(desk, [approved, other, exited]);
  const { found, measure } = await serve(desk, approved);
  const [person = ""] = found.identities;
  const confirmations = await desk.db.collection("actions").where("campaign", "==", desk.town.campaign).where("type", "==", "confirmMeeting").get();
  const confirmed = { confirmation: confirmations.docs[0]?.id ?? "", recorder: String(found.appraisal?.by) };
  return {
    desk,
    approved,
    other,
    exited,
    withdrawn,
    held,
    ...first,
    approvedBy,
    submittedBy,
    ...confirmed,
    entry: String(found.household),
    person,
    receipt: String(found.receiptNo),
    measure,
    pairing: String(found.helper?.pairing),
    batch: String(found.batch),
    handbook: String(found.handbook?.code),
  };
}

/** Through the trial run, with a measure that was carried out. */
async function serve(desk: Desk, approved: Sample): Promise<{ found: Application; measure: string }> {
  await bringOn(desk, [approved], "planned", "approved");
  const started = measure([approved]);
  await applied(desk.act("helper", started));
  await applied(desk.act("helper", measureDone(approved, started.id)));
  await applied(desk.act("helper", result([approved])));
  await bringOn(desk, [approved], "inService", "planned");
  return { found: (await desk.look(paths.application(approved.id))) as Application, measure: started.id };
}

/** One objection to the second line is dismissed in time, one to the last stays open. */
async function endFirstNotice(desk: Desk, listed: readonly Sample[]) {
  await bring(desk, listed, "verified");
  const first = publication(listed);
  await applied(desk.act("committee", first));
  const dismissed = await object(desk, first.id, 2);
  const objection = await object(desk, first.id, listed.length);
  await applied(desk.act("mayor", answer(listed[1] as Sample, dismissed, "dismiss")));
  await desk.waitForEnd(first.id);
  return { notice: first.id, objection, dismissed };
}

async function object(desk: Desk, notice: string, serial: number): Promise<string> {
  const id = await desk.object(notice, serial);
  await desk.deliver(`objection-${id}`);
  return id;
}

/** From the town's desk to the register. Gives the county's action. */
async function approveAll(desk: Desk, samples: readonly Sample[]): Promise<string> {
  const second = publication(samples);
  const id = newId();
  await applied(desk.act("mayor", approval(samples)));
  await applied(desk.act("officer", second));
  await desk.waitForEnd(second.id);
  await applied(desk.act("county", { ...approval(samples), id }));
  return id;
}
