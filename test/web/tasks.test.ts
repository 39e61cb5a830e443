import type { Application, RequestKind } from "@domain/application.ts";
import { StaffRole } from "@domain/roles.ts";
import { FAILED } from "@domain/status.ts";
import { describe, expect, it } from "vitest";
import { CONFIRMING, standingOf, VERIFYING } from "../../web/src/staff/parts/Gathering.tsx";
import { isAsked, listQuestions } from "../../web/src/staff/rooms/tasks/questions.ts";
import { listTasks } from "../../web/src/staff/rooms/tasks/tasks.ts";
import { appraised, campaign, household, requested, standingAt, VILLAGE } from "../domain/workflow/sample.ts";

/** What stands on somebody's desk: only what this very role may do, and all of that. */

const known = (application: Application) => ({ ...application, id: "one" });
const keysOf = (role: StaffRole, application: Application) => listTasks(role, [known(application)], "me").map(({ key }) => key);
const deskOf = (role: StaffRole) => ({ uid: "me", roles: { [role]: [VILLAGE] }, office: { role, area: VILLAGE }, campaign: { ...campaign, id: "saishisi-2013" } });
const asked = (role: StaffRole, changes: Partial<Application>) => listQuestions(deskOf(role), [known(household(changes))]).map(({ key }) => key);

describe("a change that waits for a decision", () => {
  it.each([["split", "townGovernment"], ["merge", "townGovernment"], ["naturalEnd", "townGovernment"], ["wrongIdentification", "countyOffice"]] as const)("%s stands on the desk of the %s alone", (kind: RequestKind, decider) => {
    const waiting = household({ ...standingAt("identify", "changeReview"), request: requested(kind) });
    const desks = (["townGovernment", "countyOffice"] as const).filter((role) => keysOf(role, waiting).includes("change"));
    expect(desks).toEqual([decider]);
  });

  it("never waits for whoever asked for it", () => {
    expect(keysOf("townGovernment", household({ ...standingAt("identify", "changeReview"), request: { ...requested("split"), by: "me" } }))).toEqual([]);
  });
});

describe("a question of the checks", () => {
  const questions = { open: 1, rules: ["EX-03"], ranAt: null };

  it("waits for the role that it asks, in whatever state the household is, and for no superior", () => {
    const desks = (["villageCommittee", "villageCadre", "povertyOfficer", "townGovernment"] as const).filter((role) => asked(role, { questions }).length > 0);
    expect(desks).toEqual(["villageCommittee"]);
    expect(asked("povertyOfficer", { status: "verified", questions: { ...questions, rules: ["OL-02"] } })).toEqual(["findings"]);
  });

  it("is read by nobody whom no check asks", () => {
    expect(StaffRole.options.filter(isAsked)).toEqual(["villageCommittee", "villageCadre", "povertyOfficer", "townGovernment", "helper"]);
  });

  it("waits no longer for a household that has failed, nor for who is its relative", () => {
    for (const status of FAILED) expect(asked("villageCommittee", { status, questions }), status).toEqual([]);
    expect(asked("villageCommittee", { recused: ["me"], questions })).toEqual([]);
  });
});

describe("a step that several people take", () => {
  const meeting = (confirmedBy: Record<string, string>) => known(household({ status: "nominated", appraisal: appraised({ confirmedBy }) }));
  const verified = (by: Application["hands"]["verified"]) => known(household({ status: "nominated", hands: { applied: null, verified: by, published: [], reviewed: null } }));

  it("tells who is still waited for", () => {
    expect(standingOf(CONFIRMING, meeting({}), "villageCadre").zh).toBe("已确认 1/2，还差村两委、镇扶贫专干中的 1 方");
    expect(standingOf(VERIFYING, verified({}), "villageCommittee").zh).toBe("已核实 1/3，还差镇扶贫专干、包村干部");
  });

  it("and that nobody is, after the last", () => {
    expect(standingOf(CONFIRMING, meeting({ villageCadre: "a" }), "povertyOfficer").zh).toBe("已确认 2/2，评议记录已封存");
    expect(standingOf(VERIFYING, verified({ villageCadre: "a", povertyOfficer: "b" }), "villageCommittee").zh).toBe("已核实 3/3，可以公示了");
  });
});
