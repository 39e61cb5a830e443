import type { DocumentReference, Transaction } from "@google-cloud/firestore";
import type { Action, Outcome, TargetOutcome } from "../domain/action.ts";
import { Action as ActionDocument } from "../domain/action.ts";
import type { ActionInput, ActionType } from "../domain/actionInputs.ts";
import { INPUTS } from "../domain/actionInputs.ts";
import type { Campaign } from "../domain/campaign.ts";
import { digestAction } from "../domain/chain.ts";
import { paths } from "../domain/paths.ts";
import type { Problem } from "../domain/problems.ts";
import { malformed, problem } from "../domain/problems.ts";
import type { AtHand, Person } from "../domain/workflow/case.ts";
import { admit, decide } from "../domain/workflow/decide.ts";
import { isOfficeAction } from "../domain/workflow/offices.ts";
import { sha256 } from "../secrets.ts";
import { database, withDates } from "../store/firestore.ts";
import { applyOfficeAction } from "./applyOfficeAction.ts";
import { holdBackApplications } from "./flood.ts";
import type { Gathered } from "./gather.ts";
import { gather } from "./gather.ts";
import { bringsForm } from "./readForms.ts";
import { Writes } from "./writes.ts";

/** What an applied action leaves to do outside the transaction, such as setting a notice's timer. */
export type Aftermath = { type?: ActionType; applied: number; refused: number; notice?: { id: string; closesAt: Date }; outwards?: string[] };

/** A refusal of the action as a whole: nothing was looked at, nothing changed. */
export function refusedWhole(refused: Problem, at: Date): Outcome {
  return { at, applied: 0, refused: 0, targets: {}, problem: refused };
}

function personOf(action: Action, { staff }: Gathered): Person & { disabled: boolean } {
  return { uid: action.by, role: action.role, roles: staff?.roles ?? {}, disabled: staff?.disabled ?? false };
}

/**
 * Applies one action, once: reads it and all that it touches, decides household by household, and writes every
 * change together with the outcome in one transaction. Applied already, it changes nothing; so it may be delivered
 * twice, late, out of order, or again after a crash, and has the effect of once.
 */
export async function applyAction(id: string): Promise<Aftermath> {
  const db = database();
  const ref = db.doc(paths.action(id));
  return db.runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    if (!snapshot.exists) return { applied: 0, refused: 0 };
    const parsed = ActionDocument.safeParse(withDates(snapshot.data()));
    /* An outcome stands for ever, also where a later version of the product could not read its action. */
    if (!parsed.success && snapshot.get("pending") === false) return { applied: 0, refused: 0 };
    if (!parsed.success) return finish(tx, ref, refusedWhole(problem("malformedAction"), snapshot.readTime.toDate()));
    const action = parsed.data;
    if (!action.pending) return aftermathOf(tx, action, id);
    if (isOfficeAction(action.type)) {
      const { outcome, notice } = await applyOfficeAction({ db, tx }, id, action);
      return { ...finish(tx, ref, outcome), type: action.type, ...(notice && { notice }) };
    }
    const refuseAll = (problem: Problem, at: Date) => {
      dropHidden(tx, id, action);
      return finish(tx, ref, refusedWhole(problem, at));
    };
    const input = INPUTS[action.type].safeParse(action.input);
    if (!input.success) return refuseAll(malformed(input.error), snapshot.readTime.toDate());
    const gathered = await gather({ db, tx }, id, action);
    const refused = admit(action, personOf(action, gathered), gathered.campaign);
    if (refused) return refuseAll(refused, gathered.now);
    const campaign = gathered.campaign as Campaign;
    const flood = await holdBackApplications(tx, action, campaign, gathered.now);
    if (flood.problem) return refuseAll(flood.problem, gathered.now);
    flood.count();
    return applyToTargets({ tx, ref, id, action, gathered, campaign });
  });
}

/** Numbers that came with an action which was refused as a whole are not kept: nobody will read them again. */
function dropHidden(tx: Transaction, id: string, action: Action): void {
  if (!bringsForm(action)) return;
  for (const target of action.targets) tx.delete(database().doc(paths.actionPrivate(id, target)));
}

function finish(tx: Transaction, ref: DocumentReference, outcome: Outcome): Aftermath {
  tx.update(ref, { outcome, pending: false });
  return { applied: outcome.applied, refused: outcome.refused };
}

/** Delivered again: only what lies outside the transaction may still be missing. */
async function aftermathOf(tx: Transaction, action: Action, id: string): Promise<Aftermath> {
  const done = { type: action.type, applied: action.outcome?.applied ?? 0, refused: action.outcome?.refused ?? 0 };
  if (action.type !== "publishNotice" || done.applied === 0) return done;
  const closesAt = withDates((await tx.get(database().doc(paths.notice(id)))).get("closesAt"));
  return closesAt instanceof Date ? { ...done, notice: { id, closesAt } } : done;
}

/** As many fields as an outcome of so many targets has room for: a document holds 1 MiB. */
function brief(refused: Problem, targets: number): Problem {
  return refused.fields ? { ...refused, fields: refused.fields.slice(0, Math.ceil(500 / targets)) } : refused;
}

type Applying = { tx: Transaction; ref: DocumentReference; id: string; action: Action; gathered: Gathered; campaign: Campaign };

function applyToTargets({ tx, ref, id, action, gathered, campaign }: Applying): Aftermath {
  const person = personOf(action, gathered);
  const input = INPUTS[action.type].parse(action.input) as ActionInput<ActionType>;
  const digest = digestAction(id, action, sha256);
  const writes = new Writes({ tx, id, action, campaign, gathered });
  const outcomes: Record<string, TargetOutcome> = {};
  for (const target of gathered.targets) {
    if (!target.application) {
      outcomes[target.id] = { applied: false, problem: problem("unknownTarget") };
      continue;
    }
    const { now } = gathered;
    const { application } = target;
    const atHand: AtHand = {
      ...writes.countersFor(application.track),
      ...writes.withEarlierTargets(gathered.forTarget(target), application),
    };
    const decision = decide({ actionId: id, action, digest, input, person, campaign, now, target: target.id, application, atHand, hash: sha256 });
    outcomes[target.id] = decision.ok ? decision.outcome : { applied: false, problem: brief(decision.problem, gathered.targets.length) };
    if (decision.ok) writes.take({ ...target, application }, decision);
  }
  for (const hidden of gathered.hidden) tx.delete(hidden);
  const aftermath = writes.flush();
  const applied = Object.values(outcomes).filter((outcome) => outcome.applied).length;
  const outcome = { at: gathered.now, applied, refused: gathered.targets.length - applied, targets: outcomes };
  return { ...finish(tx, ref, outcome), type: action.type, ...aftermath };
}
