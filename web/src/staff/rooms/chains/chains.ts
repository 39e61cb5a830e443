import type { Action, TargetOutcome } from "@domain/action.ts";
import type { Hash } from "@domain/chain.ts";
import { digestAction, nextLink } from "@domain/chain.ts";
import { isOfficeAction } from "@domain/workflow/offices.ts";
import type { Household } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";

/** SHA-256 as the browser has it: the same that the functions use. */
export const sha256: Hash<Promise<string>> = async (text) => {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** Where a history does not recompute: a place that is missing, a link that was changed, an end that differs, or all of it gone. */
export type Fault = { application: string; kind: "missing" | "changed" | "end" | "gone"; seq: number; action: string | null };

type Applied = Extract<TargetOutcome, { applied: true }>;
type Step = { action: WithId<Action>; outcome: Applied };

/** The applied actions of every household, by its own order. */
function historiesOf(actions: readonly WithId<Action>[]): Map<string, Step[]> {
  const histories = new Map<string, Step[]>();
  for (const action of actions) {
    if (isOfficeAction(action.type)) continue;
    for (const [target, outcome] of Object.entries(action.outcome?.targets ?? {}))
      if (outcome.applied) histories.set(target, [...(histories.get(target) ?? []), { action, outcome }]);
  }
  for (const steps of histories.values()) steps.sort((a, b) => a.outcome.seq - b.outcome.seq);
  return histories;
}

type Digest = (action: WithId<Action>) => Promise<string>;

/** An action of 400 households is digested once. */
function digests(hash: Hash<Promise<string>>): Digest {
  const known = new Map<string, Promise<string>>();
  return ({ id, ...action }) => {
    const digest = known.get(id) ?? digestAction(id, action, hash);
    known.set(id, digest);
    return digest;
  };
}

async function faultOf({ id, chain }: Household, steps: readonly Step[], { digest, hash }: { digest: Digest; hash: Hash<Promise<string>> }): Promise<Fault | undefined> {
  let before = "";
  for (const [at, { action, outcome }] of steps.entries()) {
    const { hash: written, ...core } = outcome;
    if (core.seq !== at + 1) return { application: id, kind: "missing", seq: at + 1, action: action.id };
    before = await nextLink(before, await digest(action), id, core, hash);
    if (before !== written) return { application: id, kind: "changed", seq: core.seq, action: action.id };
  }
  return chain.length === steps.length && chain.hash === before ? undefined : { application: id, kind: "end", seq: steps.length, action: null };
}

type Recomputing = { applications: readonly Household[]; actions: readonly WithId<Action>[]; hash?: Hash<Promise<string>>; onProgress?: (done: number, total: number) => void };

/** Recomputes the history of every application of a village, and tells each that does not fit. */
export async function recompute({ applications, actions, hash = sha256, onProgress = () => undefined }: Recomputing): Promise<Fault[]> {
  const histories = historiesOf(actions);
  const tools = { digest: digests(hash), hash };
  const faults: Fault[] = [];
  for (const [at, application] of applications.entries()) {
    const fault = await faultOf(application, histories.get(application.id) ?? [], tools);
    if (fault) faults.push(fault);
    onProgress(at + 1, applications.length);
  }
  const known = new Set(applications.map(({ id }) => id));
  const gone = [...histories].filter(([id]) => !known.has(id));
  return [...faults, ...gone.map(([application, [first]]): Fault => ({ application, kind: "gone", seq: 0, action: first?.action.id ?? null }))];
}
