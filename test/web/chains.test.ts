import type { Action } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import type { Application } from "@domain/application.ts";
import { digestAction } from "@domain/chain.ts";
import type { Actor } from "@domain/roles.ts";
import { decide } from "@domain/workflow/decide.ts";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recompute, sha256 as inBrowser } from "../../web/src/staff/rooms/chains/chains.ts";
import { appraised, caseOf, household } from "../domain/workflow/sample.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Done = Action & { id: string };

/** A household verified by the three: its application as the functions leave it, and the actions on record. */
function verified(): { application: Application & { id: string }; actions: Done[] } {
  const steps: [ActionType, Actor][] = [["verify", "villageCommittee"], ["verify", "povertyOfficer"], ["verify", "villageCadre"]];
  let application = household({ status: "nominated", appraisal: appraised(), chain: { length: 0, hash: "" } });
  const actions = steps.map(([type, role]): Done => {
    const id = `${type}-by-${role}`;
    const c = caseOf(type, role, application);
    const decision = decide({ ...c, actionId: id, digest: digestAction(id, c.action, sha256), hash: sha256 });
    if (!decision.ok) throw new Error(decision.problem.code);
    application = decision.next;
    return { ...c.action, id, pending: false, outcome: { at: c.now, applied: 1, refused: 0, targets: { "target-1": decision.outcome } } };
  });
  return { application: { ...application, id: "target-1" }, actions };
}

const look = async (change: (sound: ReturnType<typeof verified>) => ReturnType<typeof verified>) => {
  const { application, actions } = change(verified());
  const faults = await recompute({ applications: [application], actions });
  return faults.map(({ kind, seq, action }) => `${kind} ${seq} ${action}`);
};
const second = (sound: ReturnType<typeof verified>, change: (action: Done) => Done) => ({ ...sound, actions: sound.actions.map((one, at) => (at === 1 ? change(one) : one)) });

describe("the screen that recomputes every history", () => {
  it("hashes as the functions do", async () => expect(await inBrowser("建档立卡")).toBe(sha256("建档立卡")));

  it("finds a sound history sound, in whatever order its actions were read", async () => {
    expect(await look((sound) => sound)).toEqual([]);
    expect(await look((sound) => ({ ...sound, actions: sound.actions.toReversed() }))).toEqual([]);
  });

  it("shows the very link that was changed: what was said, by whom, when, or what became of it", async () => {
    const changes: ((action: Done) => Done)[] = [
      (one) => ({ ...one, input: { note: "打过招呼" } }),
      (one) => ({ ...one, by: "somebody else" }),
      (one) => ({ ...one, at: new Date(0) }),
      (one) => ({ ...one, outcome: { ...one.outcome!, targets: { "target-1": { ...one.outcome!.targets["target-1"]!, to: "verified" } as never } } }),
    ];
    for (const change of changes) expect(await look((sound) => second(sound, change))).toEqual(["changed 2 verify-by-povertyOfficer"]);
  });

  it("shows where a record is missing, an application that says something else, and one that is gone", async () => {
    expect(await look((sound) => ({ ...sound, actions: sound.actions.filter((_, at) => at !== 1) }))).toEqual(["missing 2 verify-by-villageCadre"]);
    expect(await look((sound) => ({ ...sound, actions: sound.actions.slice(0, 2) }))).toEqual(["end 2 null"]);
    expect(await look((sound) => ({ ...sound, application: { ...sound.application, chain: { length: 3, hash: "0".repeat(64) } } }))).toEqual(["end 3 null"]);
    expect(await look(({ application, actions }) => ({ actions, application: { ...application, chain: { ...application.chain, length: 4 } } }))).toEqual(["end 3 null"]);
    expect(await recompute({ applications: [], actions: verified().actions })).toMatchObject([{ kind: "gone", application: "target-1" }]);
  });

  it("tells how far it is", async () => {
    const { application, actions } = verified();
    const told: string[] = [];
    await recompute({ applications: [application, { ...application, id: "another" }], actions, onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(told).toEqual(["1/2", "2/2"]);
  });
});
