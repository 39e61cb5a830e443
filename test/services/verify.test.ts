import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verdict } from "../verify/verify.ts";
import { linesOf, verify } from "../verify/verify.ts";
import type { World } from "./soundCampaign.ts";
import { playSound } from "./soundCampaign.ts";
import type { Touch } from "./touches.ts";
import { TOUCHES } from "./touches.ts";

let world: World;

beforeAll(async () => {
  world = await playSound();
});

afterAll(() => world?.desk.close());

function look(campaign = world.desk.town.campaign): Promise<Verdict> {
  const { projectId, suite } = world.desk;
  return verify({ projectId, firestore: suite.firestore }, { campaign });
}

/** Touches a document, looks, and puts it back as it was. */
async function lookAfter({ path, change }: Touch): Promise<Verdict> {
  const ref = world.desk.db.doc(path(world));
  const before = (await ref.get()).data();
  if (!change) await ref.delete();
  else if (before) await ref.update(change(world));
  else await ref.set(change(world));
  try {
    return await look();
  } finally {
    if (before) await ref.set(before);
    else await ref.delete();
  }
}

const brokenIn = ({ invariants }: Verdict) =>
  invariants.filter(({ broken }) => broken.length > 0).map(({ id }) => id);
const rows = Object.entries(TOUCHES).flatMap(([id, touches]) => touches.map((touch) => ({ id, ...touch })));

describe("npm run verify", () => {
  it("finds every promise kept in a campaign that nobody touched, and looks at something for each", async () => {
    const { invariants, broken } = await look();
    expect(invariants.filter((row) => row.broken.length > 0)).toEqual([]);
    expect(broken).toBe(0);
    expect(invariants.filter(({ checked }) => checked === 0)).toEqual([]);
  });

  it.each(rows)("sees by $id that $what", async ({ id, ...touch }) => {
    expect(brokenIn(await lookAfter(touch))).toContain(id);
  });

  it("names the document that was touched, and never a person", async () => {
    const [touch] = TOUCHES.chains;
    const lines = linesOf(await lookAfter(touch as Touch)).join("\n");
    expect(lines).toContain(paths.application(world.approved.id));
    expect(lines).toContain(world.approvedBy);
    for (const { householder, numbers } of [world.approved, world.other, world.exited, world.held])
      for (const word of [householder, ...numbers]) expect(lines).not.toContain(word);
  });

  it("finds everything kept again once the documents are as they were", async () => {
    expect(brokenIn(await look())).toEqual([]);
  });

  it("says so when the campaign does not exist", async () => {
    expect(brokenIn(await look("no-such-campaign"))).toContain("wellFormed");
  });
});
