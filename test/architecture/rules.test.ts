import { readFileSync } from "node:fs";
import { ACCESS, EVIDENCE_SENDERS, HELPERS, LIST_KEEPERS, OVERSEERS, PAIRERS, VERBS } from "@domain/access.ts";
import { ActionType } from "@domain/actionInputs.ts";
import { COLLECTIONS } from "@domain/paths.ts";
import { AREA_READERS, FORM_FILLERS, StaffRole } from "@domain/roles.ts";
import { actorsOf, isOfficeAction, OFFICE_ACTIONS } from "@domain/workflow/offices.ts";
import { describe, expect, it } from "vitest";

/** firestore.rules as a text that people read: complete, no door left open, and in the workflow's own words. */

const source = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");
const lines = source.split("\n");
const code = lines.filter((line) => !line.trim().startsWith("//")).join("\n");

type Allow = { verbs: string[]; condition: string };
type Block = { path: string; comment: string; allows: Allow[] };

/** Every `match` below the documents, with the line before it and its `allow`s. */
const blocks: Block[] = lines.flatMap((line, at) => {
  const path = /^ {4}match \/(.*) \{$/.exec(line)?.[1];
  if (!path) return [];
  const end = lines.findIndex((other, index) => index > at && other === "    }");
  const body = lines.slice(at + 1, end).join("\n");
  const allows = [...body.matchAll(/allow ([\w, ]+): if ([^;]*);/g)].map(([, verbs = "", condition = ""]) =>
    ({ verbs: verbs.split(", "), condition }));
  return [{ path, comment: lines[at - 1]?.trim() ?? "", allows }];
});

const wildcard = /\/\{\w+\}$/;
const collectionOf = ({ path }: Block) => path.replace(wildcard, "");
const [denial] = blocks.slice(-1);
const byCollection = blocks.slice(0, -1);

/** The body of one of the rules' functions. */
function body(name: string): string {
  const found = new RegExp(`function ${name}\\([\\w, ]*\\) \\{\\n([^]*?)\\n    \\}`).exec(code)?.[1];
  if (!found) throw new Error(`firestore.rules has no function ${name}`);
  return found;
}

const words = (text: string) => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word ?? "");
const heldIn = (name: string) => [...body(name).matchAll(/held\('(\w+)'\)/g)].map(([, role]) => role);

describe("firestore.rules", () => {
  it("has one match for each collection, in its order, and no other", () => {
    expect(byCollection.map(collectionOf)).toEqual([...COLLECTIONS]);
    expect(code.match(/\bmatch \//g)).toHaveLength(COLLECTIONS.length + 2);
    expect(byCollection.every(({ path }) => wildcard.test(path) && !path.includes("**"))).toBe(true);
  });

  it("ends by denying everything", () => {
    expect(denial).toMatchObject({ path: "{document=**}", allows: [{ verbs: [...VERBS], condition: "false" }] });
  });

  it.each(byCollection)("says in one allow each who may get, list, create, …: $path", ({ allows, comment }) => {
    expect(allows.flatMap(({ verbs }) => verbs).sort()).toEqual([...VERBS].sort());
    expect(comment).toMatch(/^\/\/ .+\.$/);
  });

  it.each(COLLECTIONS)("opens a verb of %s to everyone or nobody exactly where the policy does", (collection) => {
    const { allows } = byCollection.find((block) => collectionOf(block) === collection) ?? { allows: [] };
    for (const { verbs, condition } of allows) {
      for (const verb of VERBS.filter((name) => verbs.includes(name))) {
        const grants: readonly string[] = ACCESS[collection][verb];
        expect([verb, condition === "true"]).toEqual([verb, grants.includes("anyone")]);
        expect([verb, condition === "false"]).toEqual([verb, grants.length === 0]);
      }
    }
  });

  it("names no role that does not exist, and explains each of its functions", () => {
    const named = [...code.matchAll(/(?:held|holds)\('(\w+)'/g)].map(([, role]) => role);
    expect(named.filter((role) => !StaffRole.options.some((known) => known === role))).toEqual([]);
    const bare = lines.filter((line, at) => /^ +function /.test(line) && !lines[at - 1]?.trim().startsWith("//"));
    expect(bare).toEqual([]);
  });

  it("asks at each staff permission whether the account still stands", () => {
    const permissions = ["holds", "readsIn", "worksIn", "helpsIn", "fillsIn", "pairsIn", "overseesIn", "listsIn", "draftsIn"];
    for (const name of permissions) expect(body(name)).toMatch(/\s&& isCurrent\(\);$/);
    const asking = [...code.matchAll(/function (\w+)\(/g)].map(([, name = ""]) => name)
      .filter((name) => /held\(/.test(body(name)));
    expect(asking.filter((name) => !permissions.includes(name))).toEqual([]);
    const bare = blocks.flatMap(({ allows }) => allows).filter(({ condition }) => /held\(|token/.test(condition));
    expect(bare).toEqual([]);
  });
});

describe("the roles in firestore.rules", () => {
  const rows = body("signs").matchAll(/'(\w+)': \[([^\]]*)\]/g);
  const table = [...rows].map(([, type = "", roles = ""]) => [type, words(roles)] as const);

  it.each(ActionType.options)("that sign %s are the workflow's", (type) => {
    const signers = actorsOf(type).filter((actor) => actor !== "public" && actor !== "clock");
    const found = table.filter(([named]) => named === type);
    expect(found.map(([, roles]) => roles.toSorted())).toEqual(signers.length > 0 ? [signers.toSorted()] : []);
  });

  it("sign nothing that is no action", () => {
    expect(table.filter(([type]) => !ActionType.options.some((known) => known === type))).toEqual([]);
  });

  it("act in a town upon the campaign alone", () => {
    const inTown = /action\.type in \[([^\]]*)\]/.exec(body("isAction"))?.[1] ?? "";
    const upon = ActionType.options.filter((type) => isOfficeAction(type) && OFFICE_ACTIONS[type].on === "campaign");
    expect(words(inTown).sort()).toEqual(upon.sort());
  });

  it("read, work, help, fill forms, oversee and draft as the policy says", () => {
    expect(heldIn("readsIn")).toEqual([...AREA_READERS]);
    expect(heldIn("worksIn")).toEqual([...EVIDENCE_SENDERS]);
    expect(heldIn("helpsIn")).toEqual([...HELPERS]);
    expect(heldIn("fillsIn")).toEqual(FORM_FILLERS);
    expect(heldIn("pairsIn")).toEqual(PAIRERS);
    expect(heldIn("overseesIn")).toEqual([...OVERSEERS]);
    expect(heldIn("listsIn")).toEqual([...LIST_KEEPERS]);
    const [exit = "", identify = ""] = body("draftsIn").split(" : ");
    const drafters = (text: string) => words(text).filter((word) => word !== "exit").sort();
    expect(drafters(exit.split("?")[1] ?? "")).toEqual(actorsOf("proposeExit").sort());
    expect(drafters(identify)).toEqual(actorsOf("submit").filter((actor) => actor !== "applicant").sort());
  });
});
