import type { TargetOutcome } from "@domain/action.ts";
import { areasOf } from "@domain/areas.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { paths } from "@domain/paths.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import { newId } from "../../shared/ids.ts";
import { forget, keep, kept } from "../../shared/kept.ts";
import type { Told } from "../api.ts";
import type { Mine } from "../mine.ts";
import type { Write } from "../../shared/rest.ts";
import { commit, getDocument, RestError } from "../../shared/rest.ts";
import type { Account } from "./account.ts";
import { signIn } from "./account.ts";
import type { ApplyDraft } from "./draft.ts";
import { UNDERWAY } from "./words.ts";

/** What became of something sent. `unsent`: without a network; `waiting`: arrived, and not yet dealt with. */
export type Sent =
  | { kind: "applied"; outcome: TargetOutcome & { applied: true } }
  | { kind: "refused"; problem: Told }
  | { kind: "unsent" }
  | { kind: "waiting" };

type Signed = {
  type: ActionType;
  campaign: string;
  village: string;
  target: string;
  input: object;
  account: Account;
};

/** An action as the rules want it: signed with this device's account; its time is the server's. */
function actionWrite(id: string, { type, campaign, village, target, input, account }: Signed): Write {
  const fields = {
    type,
    campaign,
    area: village,
    areas: areasOf(village),
    by: account.uid,
    role: "applicant",
    targets: [target],
    input,
    pending: true,
  };
  return { path: paths.action(id), fields, now: ["at"] };
}

type Sending = { draft: ApplyDraft; campaign: string };

/**
 * Sends an application: the draft, the action that submits it and its identity numbers, all or nothing; then waits
 * for what becomes of it. Sent again with the same ids it counts once. Never throws.
 */
export function sendApplication({ draft, campaign }: Sending): Promise<Sent> {
  const parsed = parseForm(APPLICATION, draft.form);
  if (!parsed.ok)
    return Promise.resolve({
      kind: "refused",
      problem: { ...UNDERWAY.wrong, code: "invalidInput", fields: parsed.problems },
    });
  const { shown, hidden } = splitPrivate(APPLICATION, parsed.value);
  const { village, application, action } = draft;
  return send(action, application, (account) => {
    const path = paths.application(application);
    const begun = {
      campaign,
      track: "identify",
      village,
      areas: areasOf(village),
      status: "draft",
      applicant: account.uid,
      createdBy: account.uid,
      form: shown,
      household: null,
    };
    const draftWrite: Write = draft.exists
      ? { path, fields: { form: shown }, only: ["form"] }
      : { path, fields: begun, now: ["createdAt"] };
    const signed = { type: "submit", campaign, village, target: application, input: {}, account } as const;
    return [
      draftWrite,
      actionWrite(action, signed),
      { path: paths.actionPrivate(action, application), fields: hidden },
    ];
  });
}

type Own = { [T in ActionType]: { type: T; input: ActionInput<T> } }["withdraw" | "confirmResult" | "askCorrection"];

/** What a household does with its own record, once however often it is sent; `about` tells one such thing from another. */
async function doOwn(mine: Mine, { type, input }: Own, about: string): Promise<Told | undefined> {
  const key = `${type}.${about}`;
  const action = kept(key) ?? newId();
  keep(key, action);
  const { application: target, campaign, village } = mine;
  const sent = await send(action, target, (account) => [actionWrite(action, { type, campaign, village, target, input, account })]);
  if (sent.kind === "applied" || sent.kind === "refused") forget(key);
  if (sent.kind === "refused") return sent.problem;
  return sent.kind === "applied" ? undefined : UNDERWAY[sent.kind];
}

/** Takes an application back. @returns the refusal, or undefined once it is withdrawn. */
export const withdraw = (mine: Mine, reasons: string) => doOwn(mine, { type: "withdraw", input: { reasons } }, mine.application);

/** Confirms a result of the help, by the household itself. @returns the refusal, or undefined once it is confirmed. */
export const confirmResult = (mine: Mine, record: string) => doOwn(mine, { type: "confirmResult", input: { record, how: "online" } }, record);

/** Says what is wrong in the own record. @returns the refusal, or undefined once the village has it. */
export const askCorrection = (mine: Mine, text: string) => doOwn(mine, { type: "askCorrection", input: { text } }, mine.application);

async function send(action: string, target: string, writesOf: (account: Account) => Write[]): Promise<Sent> {
  try {
    const account = await signIn();
    try {
      await commit(writesOf(account), account.token);
    } catch (error) {
      /* Written before, when an answer was lost: the rules or the precondition then refuse the second writing. */
      if (!(error instanceof RestError) || error.status >= 500) throw error;
      if (!(await arrived(action, account)))
        return { kind: "refused", problem: { ...UNDERWAY.notTaken, code: error.code } };
    }
    return await awaitOutcome({ action, target, account });
  } catch {
    return { kind: "unsent" };
  }
}

async function arrived(action: string, { token }: Account): Promise<boolean> {
  try {
    return (await getDocument(paths.action(action), token)) !== undefined;
  } catch (error) {
    if (error instanceof RestError && error.status === 403) return false;
    throw error;
  }
}

/* Usually a second or two; a busy day may take longer, and then the page says so and looks again. */
const PAUSES = [
  700, 700, 1000, 1000, 1500, 1500, 2000, 2000, 3000, 3000, 4000, 4000, 5000, 5000, 5000, 5000, 5000, 5000,
];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Awaited = { action: string; target: string; account: Account };

/** Looks at an action until it has its outcome; a lost connection in between is no reason to give up. */
async function awaitOutcome({ action, target, account }: Awaited): Promise<Sent> {
  for (const milliseconds of PAUSES) {
    await pause(milliseconds);
    const found = await getDocument(paths.action(action), account.token).catch(() => undefined);
    const sent = readOutcome(found?.outcome, target);
    if (sent) return sent;
  }
  return { kind: "waiting" };
}

/* Outcomes are the functions' own writing, so their shape is taken as the domain says it. */
function readOutcome(outcome: unknown, target: string): Sent | undefined {
  if (typeof outcome !== "object" || outcome === null) return undefined;
  const whole: unknown = Reflect.get(outcome, "problem");
  if (whole) return { kind: "refused", problem: whole as Told };
  const one = (Reflect.get(outcome, "targets") as Record<string, TargetOutcome>)[target];
  if (!one) return undefined;
  return one.applied ? { kind: "applied", outcome: one } : { kind: "refused", problem: one.problem };
}

/** By when the house survey is due, for the receipt; undefined when it cannot be read now. */
export async function findDueAt(application: string): Promise<Date | undefined> {
  try {
    const { token } = await signIn();
    const found = await getDocument(paths.application(application), token);
    return found?.dueAt instanceof Date ? found.dueAt : undefined;
  } catch {
    return undefined;
  }
}
