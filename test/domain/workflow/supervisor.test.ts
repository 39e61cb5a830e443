import type { Verb } from "@domain/access.ts";
import { isAllowed } from "@domain/access.ts";
import { ActionType } from "@domain/actionInputs.ts";
import { COLLECTIONS } from "@domain/paths.ts";
import { AREA_READERS } from "@domain/roles.ts";
import { Status, Track } from "@domain/status.ts";
import { decide } from "@domain/workflow/decide.ts";
import { actorsOf, isOfficeAction } from "@domain/workflow/offices.ts";
import { describe, expect, it } from "vitest";
import { caseOf, standingAt, VILLAGE } from "./sample.ts";

/** The supervisor sees everything in the area and changes nothing but objections (design.md, section 1). */

const ANSWERS: readonly ActionType[] = ["answerObjection"];

describe("the supervisor", () => {
  it("reads every household of the area", () => expect(AREA_READERS).toContain("supervisor"));

  it.each(ActionType.options.filter((type) => !ANSWERS.includes(type)))("has no part in %s", (type) => {
    expect(actorsOf(type)).not.toContain("supervisor");
    if (isOfficeAction(type)) return;
    const applied = Track.options.flatMap((track) => Status.options.filter((status) => decide(caseOf(type, "supervisor", standingAt(track, status))).ok));
    expect(applied).toEqual([]);
  });

  it("writes no document of any collection but its own answers' actions", () => {
    const asker = { uid: "supervisor-1", roles: { supervisor: [VILLAGE.slice(0, 9)] }, current: true };
    const areas = ["620623", VILLAGE.slice(0, 9), VILLAGE];
    const document = { areas, by: asker.uid, createdBy: asker.uid, status: "draft", track: "identify", applicant: null, targets: ["target-1"], role: "supervisor" } as const;
    const written = COLLECTIONS.flatMap((collection) =>
      (["create", "update", "delete"] as const satisfies readonly Verb[]).flatMap((verb) =>
        ActionType.options.filter((type) => isAllowed({ collection, verb, asker, document: { ...document, type }, before: document, changes: ["form"] })).map((type) => `${verb} ${collection} ${type}`)));
    expect(written).toEqual(["create actions answerObjection"]);
  });
});
