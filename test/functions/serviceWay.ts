import type { Outcome } from "@domain/action.ts";
import { paths } from "@domain/paths.ts";
import type { EntryReceipt } from "@domain/sheets/records.ts";
import type { Sample } from "./households.ts";
import type { Acting, Doing, Office } from "./office.ts";
import { answerQuestions, applied, approval, bring, idsOf, publication, submission, verdict } from "./office.ts";
import { assignment, batching, entering, handover, plainly, plan, registration } from "./serviceDoings.ts";
import type { Seat } from "./town.ts";
import { personAt } from "./town.ts";

/** Each step from the approval on. */
export const SERVICE_STEPS = ["approved", "paired", "planned", "registered", "handbookIssued", "entered", "reported", "inService"] as const;
export type ServiceStep = (typeof SERVICE_STEPS)[number];

/** Sends a form; where it raises doubts, answers each of them in writing and sends it again. */
export async function answering(office: Acting, seat: Seat, make: (answers: Record<string, string>) => Doing): Promise<Outcome> {
  const outcome = await office.act(seat, make({}));
  const [target] = Object.values(outcome.targets);
  if (verdict(outcome) !== "doubtsUnanswered" || target?.applied !== false) return outcome;
  const answers = Object.fromEntries((target.problem.fields ?? []).map(({ code }) => [code, "已到户核实，情况属实。"]));
  return office.act(seat, make(answers));
}

/** What the national system's receipt says of a batch, as the import writes it: all taken in, unless told. */
export async function receive({ db, town }: Pick<Office, "db" | "town">, batch: string, receipt: Pick<EntryReceipt, "taken"> & Partial<EntryReceipt>): Promise<void> {
  await db.doc(paths.batch(batch)).update({ receipt: { at: new Date(), by: personAt(town, "officer").uid, differences: [], strangers: 0, ...receipt } });
}

/** Households through both notices, and villages through theirs, to the county's approval. */
export async function approveAll(office: Office, samples: readonly Sample[]): Promise<void> {
  const { act } = office;
  const isVillage = samples[0]?.draft.track === "village";
  if (isVillage) await applied(act("committee", submission(samples)));
  else {
    await bring(office, samples, "verified");
    const sending = publication(samples);
    await applied(act("committee", sending));
    await office.waitForEnd(sending.id);
    await answerQuestions(office, samples);
  }
  await applied(act("mayor", approval(samples)));
  const sending = publication(samples);
  await applied(act("officer", sending));
  await office.waitForEnd(sending.id);
  await applied(act(isVillage ? "group" : "county", approval(samples)));
}

type Step = (office: Office, samples: readonly Sample[]) => Promise<unknown>;
const isHousehold = ([sample]: readonly Sample[]) => sample?.draft.track !== "village";
const plainStep = (seat: Seat, type: Parameters<typeof plainly>[0]): Step => ({ act }, samples) => applied(act(seat, plainly(type, samples)));

/** Who brings them to each state, all in one action where the step takes many. */
const STEPS: Record<ServiceStep, Step> = {
  approved: approveAll,
  paired: ({ act, town }, samples) => applied(act("officer", assignment(samples, personAt(town, isHousehold(samples) ? "helper" : "unit").uid))),
  planned: ({ act }, samples) => applied(act("cadre", plan(samples))),
  registered: async (office, samples) => {
    for (const sample of samples) await applied(answering(office, "committee", (answers) => registration(sample, { answers })));
  },
  handbookIssued: async (office, samples) => {
    if (!isHousehold(samples)) return;
    await plainStep("committee", "printHandbook")(office, samples);
    await applied(office.act("committee", handover(samples)));
  },
  entered: async (office, samples) => {
    const { act } = office;
    const sending = batching(samples);
    await applied(act("officer", sending));
    await receive(office, sending.id, { taken: idsOf(samples) });
    await applied(act("officer", entering(samples, sending.id)));
  },
  reported: plainStep("officer", "reportToCounty"),
  inService: plainStep("county", "passTrialRun"),
};

/** Brings households, or a village, from the draft as far as wished. Plays each step with all of them. */
export async function bringOn(office: Office, samples: readonly Sample[], to: ServiceStep, after?: ServiceStep): Promise<void> {
  const steps = SERVICE_STEPS.slice(after ? SERVICE_STEPS.indexOf(after) + 1 : 0, SERVICE_STEPS.indexOf(to) + 1);
  for (const step of steps) await STEPS[step](office, samples);
}
