import type { Hit } from "@domain/matches.ts";
import { recusedBy } from "@domain/matches.ts";
import { Actor } from "@domain/roles.ts";
import { Track } from "@domain/status.ts";
import { available } from "@domain/workflow/available.ts";
import { decide } from "@domain/workflow/decide.ts";
import { isStaffRole } from "@domain/workflow/offices.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { describe, expect, it } from "vitest";
import { campaign, caseOf, form, household, standingAt, VILLAGE } from "./sample.ts";

/** Every row of the three tables for every state it begins in and every member of the staff whom it names. */
const CELLS = Track.options.flatMap((track) => WORKFLOW[track].flatMap((row) => row.from.flatMap((status) =>
  row.by.filter(isStaffRole).map((role) => ({ track, status, action: row.action, role, uid: `${role}-1` })))));

const verdict = (decision: ReturnType<typeof decide>) => (decision.ok ? "applied" : decision.problem.code);
const relative = (staff: string): Hit => ({ kind: "staffRelative", list: `staff-${staff}`, staff });

describe("nobody acts on a relative's household", () => {
  it(`refuses the recused in each of ${CELLS.length} cells: track × state × action × role`, () => {
    expect(CELLS.length).toBeGreaterThan(300);
    const let_through = CELLS.filter(({ track, status, action, role, uid }) =>
      verdict(decide(caseOf(action, role, { ...standingAt(track, status), recused: [uid] }))) !== "recused");
    expect(let_through).toEqual([]);
  });

  it.each([["declared", (uid: string) => `staff-${uid}`], ["named on a list that the office brought", () => "list-1"]])("refuses in each of them, too, whom a match at hand names: %s", (_how, listOf) => {
    const let_through = CELLS.filter(({ track, status, action, role, uid }) => {
      const hits: Hit[] = [{ kind: "vehicle", list: "list-2" }, { kind: "staffRelative", list: listOf(uid) }, { kind: "staffRelative", list: listOf(uid), staff: uid }];
      return verdict(decide(caseOf(action, role, standingAt(track, status), { atHand: { form: form({ hits }), hits } }))) !== "recused";
    });
    expect(let_through).toEqual([]);
  });

  it("keeps nobody away by a relative of whom no cadre is known", () => {
    expect(recusedBy([{ kind: "staffRelative", list: "list-1" }, { kind: "vehicle", list: "list-2" }])).toEqual([]);
  });

  it("says so at the button, before anything is sent", () => {
    const on = CELLS.filter(({ track, status, action, role, uid }) => {
      const found = available({ application: { ...standingAt(track, status), recused: [uid] }, person: { uid, role, roles: { [role]: [VILLAGE] } }, campaign });
      return found.filter((one) => one.action === action).some(({ off }) => off?.code !== "recused");
    });
    expect(on).toEqual([]);
  });

  it("refuses whoever turns out to be a relative by the very form that is sent, and by a check run", () => {
    const submitted = household({ status: "submitted" });
    const survey = (uid: string) => verdict(decide(caseOf("recordSurvey", "villageCadre", submitted, { uid, atHand: { form: form({ hits: [relative("cadre-uid")] }) } })));
    expect([survey("cadre-uid"), survey("another")]).toEqual(["recused", "applied"]);
    const run = (uid: string) => verdict(decide(caseOf("runChecks", "villageCadre", standingAt("identify", "registered"), { uid, atHand: { form: undefined, hits: [relative("cadre-uid")] } as never })));
    expect([run("cadre-uid"), run("another")]).toEqual(["recused", "applied"]);
  });

  it.each([
    ["submit", "applicant", "draft"],
    ["recordSurvey", "povertyOfficer", "submitted"],
    ["completeForm", "povertyOfficer", "planned"],
    ["updateYear", "povertyOfficer", "inService"],
    ["runChecks", "povertyOfficer", "registered"],
  ] as const)("keeps whom a match names away from then on (%s)", (action, role, status) => {
    const hits = [relative("cadre-uid"), { kind: "vehicle", list: "list-1" } as const, relative("cadre-uid")];
    const at = { ...standingAt("identify", status), recused: ["earlier"] };
    const input = action === "updateYear" ? { input: { year: 2014, form: {}, changes: [], answers: {} } } : {};
    const decision = decide(caseOf(action, role, at, { ...input, atHand: { form: form({ hits }), hits } }));
    expect(decision.ok && decision.next.recused).toEqual(["earlier", "cadre-uid"]);
  });

  it.each(Actor.options.filter((role) => !isStaffRole(role)))("never keeps away the %s, who is no member of the staff", (role) => {
    const rows = WORKFLOW.identify.filter(({ by }) => by.includes(role));
    const refused = rows.filter(({ action, from: [status] }) => status && verdict(decide(caseOf(action, role, { ...standingAt("identify", status), recused: ["villageCadre-1"] }))) === "recused");
    expect(refused).toEqual([]);
  });
});
