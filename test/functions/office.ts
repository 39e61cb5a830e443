import type { Hidden, Outcome } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import { checkOf } from "@domain/checks/checks.ts";
import { isOpen } from "@domain/checks/questions.ts";
import { paths } from "@domain/paths.ts";
import type { FindingRow } from "@domain/register.ts";
import type { StaffRole } from "@domain/roles.ts";
import { Refusal } from "@domain/problems.ts";
import type { Firestore } from "@google-cloud/firestore";
import type { Draft } from "../play/player.ts";
import { newId } from "../play/player.ts";
import type { Sample } from "./households.ts";
import type { Seat, Town } from "./town.ts";
import { marksOf, splitOf } from "./town.ts";

/** What somebody does: an action with what comes in the same commit. Without an area, in the first village. */
export type Doing<T extends ActionType = ActionType> = {
  type: T;
  targets: string[];
  input: ActionInput<T>;
  area?: string;
  id?: string;
  hidden?: Record<string, Hidden>;
  seen?: Record<string, number>;
  drafts?: Draft[];
  photos?: string[];
};

/** Where actions are done: by the client SDK and the triggers (stage.ts), or in this process (desk.ts). */
export interface Office {
  readonly town: Town;
  /** The database by its administrator's hand, to look at what was written. */
  readonly db: Firestore;
  act<T extends ActionType>(seat: Seat, doing: Doing<T>): Promise<Outcome>;
  /** Lets the period of a notice pass. */
  waitForEnd(notice: string): Promise<unknown>;
  /** Lets the checks that the clock has appended be applied. */
  settle(): Promise<unknown>;
}

export type Acting = Pick<Office, "act">;

export const idsOf = (samples: readonly Sample[]) => samples.map(({ id }) => id);
export const areaOf = ([first]: readonly Sample[]) => first?.village ?? "";

/** The clerk submits applications on the households' behalf. */
export function submission(samples: readonly Sample[]): Doing<"submit"> {
  return {
    type: "submit", targets: idsOf(samples), input: {}, area: areaOf(samples), drafts: samples.map(({ draft }) => draft),
    hidden: Object.fromEntries(samples.map(({ id, hidden }) => [id, hidden])),
  };
}

export function proposal(samples: readonly Sample[]): Doing<"proposeExit"> {
  return { type: "proposeExit", targets: idsOf(samples), input: {}, area: areaOf(samples), drafts: samples.map(({ draft }) => draft) };
}

export function survey({ id, village, survey: { shown, hidden } }: Sample): Doing<"recordSurvey"> {
  return { type: "recordSurvey", targets: [id], input: { survey: shown }, area: village, hidden: { [id]: hidden } };
}

type Meeting = Doing<"recordAppraisal"> & { id: string };

/** One meeting on all of them; `yes` of 30 present, 36 expected. */
export function appraisal(samples: readonly Sample[], { yes = 25, changes }: { yes?: number; changes?: Partial<Meeting["input"]> } = {}): Meeting {
  const [minutes, attendance] = [newId(), newId()];
  const votes = Object.fromEntries(idsOf(samples).map((id) => [id, { yes, no: 30 - yes, abstain: 0, recused: [] }]));
  const input: Meeting["input"] = {
    kind: "regular", reason: "", heldOn: "2014-06-20", place: "村委会", chair: "某主任", recorder: "某文书", tellers: ["某代表"], method: "secretBallot", expected: 36,
    present: 30, minutes: [minutes], attendance: [attendance], discussion: "", votes, ...changes,
  };
  return { type: "recordAppraisal", id: newId(), targets: idsOf(samples), input, area: areaOf(samples), photos: [minutes, attendance] };
}

/** Somebody else than the recorder finds that the record agrees with the minutes. */
export function confirmMeeting({ id, targets, area = "" }: Meeting): Doing<"confirmMeeting"> {
  return { type: "confirmMeeting", targets, input: { meeting: id }, area };
}

/** The first seat records a meeting; the others confirm it. */
export async function holdMeeting({ act }: Acting, meeting: Meeting, [clerk, ...others]: readonly [Seat, ...Seat[]] = ["committee", "cadre", "officer"]): Promise<void> {
  await applied(act(clerk, meeting));
  for (const seat of others) await applied(act(seat, confirmMeeting(meeting)));
}

export function verification(samples: readonly Sample[]): Doing<"verify"> {
  return { type: "verify", targets: idsOf(samples), input: {}, area: areaOf(samples) };
}

export function publication(samples: readonly Sample[], id = newId()): Doing<"publishNotice"> & { id: string } {
  return { type: "publishNotice", id, targets: idsOf(samples), input: { place: "村委会门口", phone: "0935-0000000", boardPhotos: [] }, area: areaOf(samples) };
}

export function approval(samples: readonly Sample[]): Doing<"approve"> {
  return { type: "approve", targets: idsOf(samples), input: {}, area: areaOf(samples) };
}

export function answer(sample: Sample, objection: string, decision: "dismiss" | "uphold"): Doing<"answerObjection"> {
  const input = { objection, decision, reasons: "已到户核实，情况如此。", published: "已到户核实，情况如此。" } as const;
  return { type: "answerObjection", targets: [sample.id], input, area: sample.village };
}

/** Opens the campaign and splits its size, as its office and its officer do. */
export async function openCampaign({ town, act }: Pick<Office, "town" | "act">): Promise<void> {
  const own = { targets: [town.campaign], area: town.code };
  await applied(act("office", { ...own, type: "saveCampaign", input: { settings: town.settings, open: true } }));
  await applied(act("officer", { ...own, type: "splitQuota", input: { rows: splitOf(town) } }));
  await applied(act("officer", { ...own, type: "splitVillages", input: { rows: marksOf(town) } }));
}

/** The outcome, if nothing was refused. @throws with the names of the refusals. */
export async function applied(outcome: Promise<Outcome>): Promise<Outcome> {
  const done = await outcome;
  if (done.refused === 0 && !done.problem) return done;
  throw new Error(`refused: ${JSON.stringify(refusalsIn(done))}`);
}

/** The name of each target's refusal, or of the state it was brought to; of the whole under `whole`. */
export function refusalsIn({ targets, problem }: Outcome): Record<string, string> {
  const each = Object.entries(targets).map(([id, one]) => [id, one.applied ? one.to : one.problem.code] as const);
  return { ...Object.fromEntries(each), ...(problem && { whole: problem.code }) };
}

/** The name of the one refusal, or the state that the one target was brought to. */
export function verdict(outcome: Outcome): string {
  return Object.values(refusalsIn(outcome))[0] ?? "nothing";
}

/** Who answers a question in each role; a village of its own has its own people. */
const ASKED: Partial<Record<StaffRole, readonly [Seat, Seat]>> = {
  villageCommittee: ["committee", "neighbour"], villageCadre: ["cadre", "neighbourCadre"], povertyOfficer: ["officer", "officer"], townGovernment: ["mayor", "mayor"],
};

/** Answers in writing whatever the checks ask, each question by whom it asks. */
export async function answerQuestions(office: Acting & Pick<Office, "town" | "db" | "settle">, samples: readonly Sample[]): Promise<void> {
  await office.settle();
  const own = areaOf(samples) === office.town.first.code ? 0 : 1;
  const found = samples.length > 0 ? await office.db.getAll(...idsOf(samples).map((id) => office.db.doc(paths.findings(id)))) : [];
  for (const snapshot of found)
    for (const { rule } of (snapshot.get("rows") as FindingRow[] | undefined ?? []).filter((row) => row.level === "doubt" && isOpen(row))) {
      const seat = ASKED[checkOf(rule)?.asks ?? "villageCadre"]?.[own] ?? "officer";
      await applied(office.act(seat, { type: "answerFinding", targets: [snapshot.id], area: areaOf(samples), input: { rule, answer: "已到户核实，情况属实。" } }));
    }
}

/** Each step up to the first notice, not included. */
export const STEPS = ["submitted", "surveyed", "nominated", "verified"] as const;

/** Brings households of one village, on either list, as far as wished, from the draft or from `submitted`. */
export async function bring(office: Acting & Pick<Office, "town" | "db" | "settle">, samples: readonly Sample[], to: (typeof STEPS)[number], from?: "submitted"): Promise<void> {
  const { act } = office;
  const isFirst = areaOf(samples) === office.town.first.code;
  const [clerk, cadre]: Seat[] = isFirst ? ["committee", "cadre"] : ["neighbour", "neighbourCadre"];
  if (!clerk || !cadre) return;
  const [poor, exiting] = (["identify", "exit"] as const).map((track) => samples.filter(({ draft }) => draft.track === track));
  if (poor?.length && !from) await applied(act(clerk, submission(poor)));
  if (exiting?.length && !from) await applied(act(clerk, proposal(exiting)));
  const upTo = STEPS.indexOf(to);
  if (upTo >= 1) await Promise.all(samples.map((sample) => applied(act(cadre, survey(sample)))));
  if (upTo >= 2) await answerQuestions(office, samples);
  if (upTo >= 2) await holdMeeting(office, appraisal(samples), [clerk, cadre, "officer"]);
  if (upTo >= 3) for (const seat of [clerk, "officer", cadre] as const) await applied(act(seat, verification(samples)));
}

/** The name of a service's refusal, or "taken". */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(() => "taken", (error: unknown) => (error instanceof Refusal ? error.problem.code : String(error)));
