import type { ActionInput } from "@domain/actionInputs.ts";
import type { Application } from "@domain/application.ts";
import type { Actor } from "@domain/roles.ts";
import { decide } from "@domain/workflow/decide.ts";
import { describe, expect, it } from "vitest";
import { appraised, caseOf, household, meeting, NOW } from "./sample.ts";

/** Forged meetings: what somebody would try, and by which name it is refused. */

const refusal = (decision: ReturnType<typeof decide>) => (decision.ok ? `applied: ${decision.next.status}` : decision.problem.code);

function next(decision: ReturnType<typeof decide>): Application {
  if (!decision.ok) throw new Error(decision.problem.code);
  return decision.next;
}

const record = (application: Application, changes: Partial<ActionInput<"recordAppraisal">> = {}, uid = "clerk") =>
  decide(caseOf("recordAppraisal", "villageCommittee", application, { input: meeting(changes), uid }));
const confirm = (application: Application, role: Actor, uid: string, about = "action-1") =>
  decide(caseOf("confirmMeeting", role, application, { uid, input: { meeting: about } }));

/** A household whose meeting the clerk has just recorded. */
const recorded = () => next(record(household()));
const sealed = () => next(confirm(next(confirm(recorded(), "villageCadre", "cadre")), "povertyOfficer", "officer"));

describe("a meeting is sealed by two who did not record it", () => {
  it("is not verified before, and is verified after the second confirmation", () => {
    const once = next(confirm(recorded(), "villageCadre", "cadre"));
    expect([recorded(), once, sealed()].map((one) => refusal(decide(caseOf("verify", "villageCadre", one))))).toEqual([
      "meetingUnsealed", "meetingUnsealed", "applied: nominated",
    ]);
  });

  it("is not confirmed by the hand that recorded it, in whatever role", () => {
    expect(["villageCommittee", "villageCadre", "povertyOfficer"].map((role) => refusal(confirm(recorded(), role as Actor, "clerk")))).toEqual(["sameHands", "sameHands", "sameHands"]);
  });

  it("is not confirmed twice by one account, nor by the committee alone", () => {
    const once = next(confirm(recorded(), "villageCommittee", "second clerk"));
    expect(refusal(confirm(once, "villageCommittee", "third clerk"))).toBe("confirmedAlready");
    expect(refusal(confirm(once, "villageCadre", "second clerk"))).toBe("sameHands");
    expect(refusal(confirm(once, "villageCadre", "cadre"))).toBe("applied: nominated");
  });

  it("is confirmed as it was looked at: another record, meanwhile, is not", () => {
    expect(refusal(confirm(recorded(), "villageCadre", "cadre", "an earlier record"))).toBe("meetingOther");
  });

  it("is confirmed for a household that was voted down as well", () => {
    const down = next(record(household(), { votes: { "target-1": { yes: 5, no: 20, abstain: 0, recused: [] } } }));
    expect(refusal(confirm(down, "villageCadre", "cadre"))).toBe("applied: notNominated");
  });
});

describe("what a meeting must show", () => {
  it("has the sheet that the representatives signed", () => {
    expect(refusal(record(household(), { attendance: [] }))).toBe("attendanceMissing");
  });

  it("has been held: not dated later than today in Shanghai", () => {
    const late = new Date("2014-05-20T17:00:00Z");
    const at = (heldOn: string, now: Date) => refusal(decide(caseOf("recordAppraisal", "villageCommittee", household(), { input: meeting({ heldOn }), now })));
    expect([at("2014-05-20", NOW), at("2014-05-21", NOW), at("2014-05-21", late)]).toEqual(["applied: nominated", "meetingInFuture", "applied: nominated"]);
  });
});

describe("after the seal", () => {
  const reason = "计票单抄错一行";

  it("nothing is appraised anew as if for the first time", () => {
    expect(refusal(record(sealed()))).toBe("meetingOfOtherKind");
    expect(refusal(record(sealed(), { kind: "supplementary", reason }))).toBe("meetingOfOtherKind");
    expect(refusal(record(sealed(), { kind: "correction", reason: "" }))).toBe("meetingNeedsReason");
  });

  it("a correction is kept beside what it corrects, and is confirmed and verified anew", () => {
    const verified = next(decide(caseOf("verify", "villageCadre", sealed())));
    const corrected = next(record(verified, { kind: "correction", reason, votes: { "target-1": { yes: 14, no: 16, abstain: 0, recused: [] } } }));
    expect(corrected).toMatchObject({
      status: "notNominated", appraisal: { yes: 14, confirmedBy: {} }, hands: { verified: {} },
      meetings: [{ kind: "regular", nominated: true }, { kind: "correction", reason, nominated: false }],
    });
  });

  it("a household that was voted down is heard again for a reason, also after another survey", () => {
    const down = next(record(household(), { votes: { "target-1": { yes: 5, no: 20, abstain: 0, recused: [] } } }));
    const surveyed = next(decide(caseOf("recordSurvey", "villageCadre", down)));
    for (const one of [down, surveyed]) {
      expect(refusal(record(one))).toBe("meetingOfOtherKind");
      expect(refusal(record(one, { kind: "supplementary", reason: "户主住院，有新的大病支出" }))).toBe("applied: nominated");
    }
  });

  it("a household that was sent back has a first meeting again", () => {
    const back = next(decide(caseOf("return", "townGovernment", { ...sealed(), status: "townReview" })));
    expect(refusal(record(back))).toBe("applied: nominated");
  });

  it("nothing is to be corrected before there is a record, nor once the three have verified", () => {
    expect(refusal(record(household(), { kind: "correction", reason }))).toBe("meetingOfOtherKind");
    expect(refusal(record(household({ status: "verified", appraisal: appraised() }), { kind: "correction", reason }))).toBe("wrongStatus");
  });
});

describe("a household that stays off a list", () => {
  const leave = (status: "verified" | "townApproved", role: Actor, reasons: Record<string, string>) => decide(caseOf("leaveOff", role, household({ status }), { input: { reasons } }));

  it("has its reason, and loses it when it is listed", () => {
    expect(refusal(leave("verified", "villageCommittee", { another: "规模已用完" }))).toBe("leftOffUnexplained");
    const off = next(leave("verified", "villageCommittee", { "target-1": "规模已用完" }));
    expect(off).toMatchObject({ status: "verified", leftOff: { round: "village", reasons: "规模已用完", by: "villageCommittee-1" } });
    expect(next(leave("townApproved", "povertyOfficer", { "target-1": "等待补充材料" })).leftOff?.round).toBe("town");
    expect(next(decide(caseOf("publishNotice", "villageCommittee", off))).leftOff).toBeNull();
  });
});
