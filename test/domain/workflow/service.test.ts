import type { Application, RequestKind } from "@domain/application.ts";
import type { AtHand } from "@domain/workflow/case.ts";
import { decide } from "@domain/workflow/decide.ts";
import { describe, expect, it } from "vitest";
import { batch, caseOf, entry, finding, findings, form, help, helperAccount, household, INPUT_OF, living, NOW, requested, SINCE_PAIRED, standingAt } from "./sample.ts";

/** What follows the approval: each check of procedure speaks in its own case and not otherwise. */

type Doing = Parameters<typeof caseOf>;
const said = (...doing: Doing) => {
  const decision = decide(caseOf(...doing));
  return decision.ok ? decision.next.status : decision.problem.code;
};
const at = (status: Application["status"], changes: Partial<Application> = {}) => ({ ...standingAt("identify", status), ...changes });
const village = (status: Application["status"], changes: Partial<Application> = {}) => ({ ...standingAt("village", status), ...changes });
const ended = { entry: entry({ status: "ended" }) };

describe("pairing (the plan, step 4)", () => {
  const assign = (atHand: Partial<AtHand>, application = at("approved"), account: string | null = "next-helper-uid") =>
    said("assignHelper", "povertyOfficer", application, { atHand, input: { helper: {}, account } });

  it("takes an account that helps in the village, or a helper without one", () => {
    expect(assign({})).toBe("paired");
    expect(assign({}, at("approved"), null)).toBe("paired");
    expect(assign({ helper: helperAccount({ disabled: true }) })).toBe("notAHelper");
    expect(assign({ helper: helperAccount({ roles: { helper: ["620623105200"] } }) })).toBe("notAHelper");
    expect(assign({ helper: helperAccount({ roles: { supportUnit: ["620623105206"] } }) })).toBe("notAHelper");
    expect(assign({ helper: helperAccount({ roles: { helper: ["620623105206"] } }) }, village("approved"))).toBe("notAHelper");
  });

  it("refuses a relative, and the helper that it has already", () => {
    expect(assign({}, at("approved", { recused: ["next-helper-uid"] }))).toBe("helperRecused");
    expect(assign({}, at("inService"), SINCE_PAIRED.helper.account)).toBe("sameHelper");
    expect(assign({}, at("inService"))).toBe("inService");
  });

  it("counts the first helper from the approval, and a change from today to today", () => {
    const since = new Date("2014-05-03T18:00:00Z");
    const first = decide(caseOf("assignHelper", "villageCadre", at("approved", { since, helper: null })));
    expect(first.ok && first.next.helper).toMatchObject({ from: "2014-05-04", account: "next-helper-uid" });
    const change = decide(caseOf("assignHelper", "villageCadre", at("entered")));
    expect(change.ok && change.effects).toMatchObject([{ kind: "pair", ends: "target-1-3", until: "2014-05-20", pairing: { from: "2014-05-20", until: null } }]);
  });

  it("lets a helper act for the household it is paired with, and for no other", () => {
    for (const type of ["adoptPlan", "recordVisit", "recordMeasure", "finishMeasure", "recordResult"] as const) {
      expect(said(type, "helper", at("inService"), { uid: "helper-uid" }), type).toBe("inService");
      expect(said(type, "helper", at("inService"), { uid: "another" }), type).toBe("notPaired");
      expect(said(type, "helper", at("inService", { helper: null }), { uid: "another" }), type).toBe("notPaired");
      expect(said(type, "villageCadre", at("inService"), { uid: "another" }), type).toBe("inService");
    }
  });
});

describe("who is in the register", () => {
  it("applies no second time while in service, and may again afterwards", () => {
    const submit = (changes: object) => said("submit", "applicant", at("draft"), { atHand: { form: form({ former: "town-6206231052060001", ...changes }) } });
    expect(submit({ inRegister: true })).toBe("inRegister");
    expect(submit({ inRegister: false })).toBe("submitted");
  });
});

describe("measures and results (step 5)", () => {
  it("are confirmed online by the householder alone", () => {
    const confirm = (role: "applicant" | "villageCadre", how: string) =>
      said("confirmResult", role, at("planned", { applicant: "clerk" }), { uid: "clerk", atHand: { help: help({ kind: "result" }) }, input: { record: "record-1", how } });
    expect(confirm("villageCadre", "online")).toBe("notYours");
    expect(confirm("villageCadre", "fingerprint")).toBe("planned");
    expect(confirm("applicant", "online")).toBe("planned");
  });

  it("end, or are confirmed, once, and must be there", () => {
    const done = { content: {}, at: NOW, by: "clerk", action: "earlier" };
    const finish = (help: AtHand["help"]) => said("finishMeasure", "villageCadre", at("planned"), { atHand: { ...(help && { help }) } });
    expect(finish(help())).toBe("planned");
    expect(finish(help({ done }))).toBe("measureDone");
    expect(finish(help({ kind: "visit" }))).toBe("recordUnknown");
    const confirm = (help: AtHand["help"], uid = "applicant-1") => said("confirmResult", "applicant", at("planned"), { atHand: { ...(help && { help }) }, uid });
    expect(confirm(help({ kind: "result" }))).toBe("planned");
    expect(confirm(help({ kind: "result", confirmed: { how: "online", at: NOW, by: "a", action: "b" } }))).toBe("resultConfirmed");
    expect(confirm(help())).toBe("recordUnknown");
    expect(confirm(help({ kind: "result" }), "stranger")).toBe("notYours");
  });

  it("counts money under the cause of poverty, and a village's in yuan", () => {
    const sumOf = (application: Application, shown: unknown) => {
      const decision = decide(caseOf("recordMeasure", "villageCadre", application, { atHand: { form: form({ shown }) } }));
      return decision.ok && decision.effects.map((effect) => effect.kind === "keepHelp" && effect.sum);
    };
    expect(sumOf(at("planned"), { measure: { amount: 1500 } })).toEqual([{ cause: "illness", add: { measures: 1, planned: 1500 } }]);
    expect(sumOf(village("planned"), { measure: { budgetWan: 12.5 } })).toEqual([{ cause: "village", add: { measures: 1, planned: 125_000 } }]);
  });
});

describe("the registration form (step 6)", () => {
  const found = { rule: "IN-04", paths: ["income.wage"], zh: "请说明", en: "explain" };
  const complete = (level: "error" | "doubt" | "lead", answers: Record<string, string> = {}) =>
    said("completeForm", "villageCadre", at("planned"), { atHand: { form: form({ found: [{ ...found, level }] }), findings: findings({ rows: [] }) }, input: { form: {}, answers } });

  it("is not completed with an error, nor with a doubt that nobody answered in writing", () => {
    expect(complete("error", { "IN-04": "没有问题" })).toBe("formHasErrors");
    expect(complete("doubt")).toBe("doubtsUnanswered");
    expect(complete("doubt", { "IN-04": "已核实" })).toBe("registered");
    expect(complete("lead")).toBe("registered");
  });

  it("takes the answer that was given before the form, and of an earlier step's question only from whom it asks", () => {
    const asked = { ...finding({ rule: "HH-07", paths: ["head.memberCount"] }) };
    const fill = (role: "villageCommittee" | "povertyOfficer", before: "answered" | "asked" | "unasked", answers = {}) =>
      said("completeForm", role, at("planned"), {
        atHand: { form: form({ found: [asked] }), findings: findings({ rows: before === "unasked" ? [] : [{ ...asked, answer: before === "answered" ? (findings().rows[0]?.answer ?? null) : null }] }) }, input: { form: {}, answers },
      });
    expect(fill("villageCommittee", "answered")).toBe("registered");
    expect(fill("villageCommittee", "asked", { "HH-07": "已核实" })).toBe("doubtsUnanswered");
    expect(fill("povertyOfficer", "asked", { "HH-07": "已核实" })).toBe("registered");
    expect(fill("villageCommittee", "unasked", { "HH-07": "已核实" })).toBe("registered");
  });

  it("goes back to be entered anew when it is corrected, without a handbook where there is none", () => {
    for (const status of ["handbookIssued", "entered", "reported"] as const) expect(said("completeForm", "villageCadre", at(status))).toBe("handbookIssued");
    expect(said("completeForm", "villageCadre", at("registered"))).toBe("registered");
    for (const status of ["registered", "entered", "reported"] as const) expect(said("completeForm", "villageCadre", village(status))).toBe("registered");
    const corrected = decide(caseOf("completeForm", "villageCadre", at("entered", { batch: "batch-1" })));
    expect(corrected.ok && corrected.next).toMatchObject({ batch: null, registration: { year: 2013, action: "action-1" } });
  });
});

describe("the measures of a household", () => {
  it("are known by their kinds, each once; a village's projects are not", () => {
    const after = (application: Application) => {
      const decision = decide(caseOf("recordMeasure", "villageCadre", application));
      return decision.ok && decision.next.measures;
    };
    expect(after(at("registered"))).toEqual(["industry"]);
    expect(after(at("registered", { measures: ["relocation", "industry"] }))).toEqual(["relocation", "industry"]);
    expect(after(village("registered"))).toEqual([]);
  });
});

describe("handbook, data entry and trial run (steps 7 to 9)", () => {
  it("hands out a handbook of the form in force, printed, and each version once", () => {
    const issue = (handbook: Application["handbook"]) => said("issueHandbook", "villageCadre", at("registered", { handbook }));
    expect(issue(SINCE_PAIRED.handbook)).toBe("handbookIssued");
    expect(issue(null)).toBe("handbookUnprinted");
    expect(issue({ ...SINCE_PAIRED.handbook, registration: "form-0" })).toBe("handbookOutdated");
    expect(issue({ ...SINCE_PAIRED.handbook, issued: { at: NOW, action: "a" } })).toBe("handbookIssued");
  });

  it("is entered when the national system took it in without a difference", () => {
    const enter = (receipt: Partial<NonNullable<AtHand["batch"]>>, own: string | null = "batch-1") =>
      said("enterData", "villageCadre", at("handbookIssued", { batch: own }), { atHand: { batch: batch(receipt) } });
    const differences = [{ application: "target-1", field: "AAB002", ours: "甲", theirs: "乙" }];
    expect(enter({})).toBe("entered");
    expect(enter({}, null)).toBe("notInThisBatch");
    expect(enter({}, "batch-2")).toBe("notInThisBatch");
    expect(enter({ receipt: null })).toBe("receiptMissing");
    expect(enter({ receipt: { at: NOW, by: "clerk", taken: [], differences, strangers: 0 } })).toBe("receiptDiffers");
    expect(said("exportBatch", "villageCadre", at("handbookIssued", { batch: "batch-1" }))).toBe("alreadyInBatch");
    expect(said("exportBatch", "villageCadre", at("handbookIssued"), { atHand: { mixed: true } })).toBe("batchMixed");
  });

  it("answers doubts in writing, and errors by correction alone", () => {
    const reply = (row: ReturnType<typeof finding> | undefined) =>
      said("answerFinding", "villageCadre", at("reported"), { atHand: { findings: findings({ rows: row ? [row] : [] }) } });
    expect([reply(finding()), reply(finding({ level: "error" })), reply(undefined)]).toEqual(["reported", "findingIsError", "findingUnknown"]);
    const byHelper = (uid: string) => said("answerFinding", "helper", at("reported"), { uid, input: { rule: "HE-02", answer: "已列入计划" }, atHand: { findings: findings({ rows: [finding({ rule: "HE-02" })] }) } });
    expect([byHelper(at("reported").helper?.account ?? ""), byHelper("another")]).toEqual(["reported", "notPaired"]);
    expect(said("answerFinding", "villageCommittee", at("reported"), { atHand: { findings: findings({ rows: [finding()] }) } })).toBe("notAsked");
  });

  it("passes the trial run when the form in force was checked and nothing is open", () => {
    const pass = (changes: Partial<ReturnType<typeof findings>> | undefined) =>
      said("passTrialRun", "countyOffice", at("reported"), { atHand: changes ? { findings: findings(changes) } : {} });
    expect(pass({})).toBe("inService");
    expect(pass({ rows: [finding()] })).toBe("findingsOpen");
    expect(pass({ registration: "form-0" })).toBe("notChecked");
    const { findings: _none, ...atHand } = caseOf("passTrialRun", "countyOffice", at("reported")).atHand;
    const unchecked = decide({ ...caseOf("passTrialRun", "countyOffice", at("reported")), atHand });
    expect(unchecked.ok ? "" : unchecked.problem.code).toBe("notChecked");
  });

  it("keeps an answer as long as the same thing is asked, and never of an error", () => {
    const answer = { text: "经核实属实", by: "clerk", role: "villageCommittee" as const, at: NOW, action: "earlier" };
    const before = findings({ rows: [finding({ answer }), finding({ rule: "PE-01", answer })] });
    const found = [finding(), finding({ rule: "PE-01", paths: ["members.2.age"] }), finding({ rule: "ID-01", level: "error" })];
    const run = decide(caseOf("runChecks", "villageCadre", at("reported"), { atHand: { findings: before, found } }));
    const kept = run.ok && run.effects[0]?.kind === "keepFindings" ? run.effects[0].findings : undefined;
    const live = kept?.rows.filter(({ settledAt }) => settledAt === null);
    expect([kept?.open, live?.map((row) => row.answer?.text)]).toEqual([2, ["经核实属实", undefined, undefined]]);
    expect(kept?.rows.filter(({ settledAt }) => settledAt !== null)).toMatchObject([{ rule: "PE-01", settledAt: NOW, answer: { text: "经核实属实" } }]);
  });
});

describe("the years in service (step 10)", () => {
  const input = INPUT_OF.updateYear;

  it("follow one another; the present one may be corrected", () => {
    const update = (year: number) => said("updateYear", "villageCadre", at("inService"), { input: { ...input, year } });
    expect([2012, 2013, 2014, 2015].map(update)).toEqual(["yearDoesNotFollow", "inService", "inService", "yearDoesNotFollow"]);
  });

  it("explain everybody who came or went", () => {
    const unexplained = [{ path: "changes.m2", code: "changesUnexplained", zh: "", en: "" }];
    expect(said("updateYear", "villageCadre", at("inService"), { atHand: { form: form({ unexplained }) } })).toBe("changesUnexplained");
  });

  it.each<[RequestKind, string, string]>([
    ["split", "inService", "roleNotAllowed"],
    ["merge", "ended", "roleNotAllowed"],
    ["naturalEnd", "ended", "roleNotAllowed"],
    ["wrongIdentification", "roleNotAllowed", "ended"],
  ])("leave a request (%s) to the right office: the town says %s, the county %s", (kind, town, county) => {
    const asked = at("changeReview", { request: requested(kind) });
    expect([said("approve", "townGovernment", asked), said("approve", "countyOffice", asked)]).toEqual([town, county]);
    expect(said("approve", town === "roleNotAllowed" ? "countyOffice" : "townGovernment", asked, { uid: "clerk" })).toBe("sameHands");
    expect(said("return", town === "roleNotAllowed" ? "countyOffice" : "townGovernment", asked)).toBe("inService");
  });

  it("name who leaves and who heads them when a household splits; a village does not", () => {
    const ask = (people: string[], householder?: string, application = at("inService")) =>
      said("requestChange", "villageCadre", application, { input: { kind: "split", reason: "儿子成家", people, ...(householder && { householder }) } });
    expect(ask(["m2"], "某二")).toBe("changeReview");
    expect([ask([], "某二"), ask(["m2"]), ask(["m2", "m9"], "某二"), ask(["m2"], "某二", village("inService"))]).toEqual(Array.from({ length: 4 }, () => "requestIncomplete"));
    expect([ask(["m1", "m2", "m3", "m4"], "某二"), ask(["m1"], "某一")]).toEqual(["headStays", "headStays"]);
  });

  it("let go of who splits off with the approval itself, and hand them to their own household", () => {
    const asked = at("changeReview", { request: requested("split"), identities: ["h1", "h2", "h3", "h4"] });
    const split = decide(caseOf("approve", "townGovernment", asked));
    if (!split.ok) throw new Error(split.problem.code);
    expect(split.next).toMatchObject({ status: "inService", identities: ["h1", "h3", "h4"], facts: { householder: "某某", memberCount: 3, laborCount: 3, residentCount: 3 } });
    expect(split.effects).toMatchObject([
      { kind: "claimIdentities", claim: [], release: ["h2"] },
      { kind: "letGo", year: 2013, people: 3, changes: [{ kind: "splitOff", row: "m2", name: "某2", on: "2014-05-20" }], numbers: ["members.m2.idNo"] },
      { kind: "openSplit", application: { status: "paired", identities: ["h2"], facts: { householder: "某二", memberCount: 1, laborCount: 1 } }, hidden: { "members.m2.idNo": "number-m2" }, form: { members: [{ id: "m2" }] } },
    ]);
  });

  it("do not split off somebody who has left meanwhile", () => {
    const asked = at("changeReview", { request: requested("split") });
    expect(said("approve", "townGovernment", asked, { atHand: { living: living({ members: living().members.slice(2) }) } })).toBe("requestIncomplete");
  });

  it("end the entry, its people's claims and its helper together", () => {
    const gone = decide(caseOf("approve", "townGovernment", at("changeReview", { request: requested("naturalEnd") })));
    expect(gone.ok && gone.next).toMatchObject({ status: "ended", identities: [], helper: null, request: null });
    expect(gone.ok && gone.effects.map(({ kind }) => kind)).toEqual(["claimIdentities", "endEntry", "endPairing"]);
    const struck = decide(caseOf("approve", "townGovernment", village("changeReview", { request: requested("naturalEnd") })));
    expect(struck.ok && struck.effects.map(({ kind }) => kind)).toEqual(["claimIdentities", "strikeVillage", "endPairing"]);
  });
});

describe("an entry that has ended", () => {
  it.each([
    ["assignHelper", "povertyOfficer", "paired"], ["adoptPlan", "villageCadre", "paired"], ["recordMeasure", "villageCadre", "planned"],
    ["recordResult", "villageCadre", "planned"], ["completeForm", "villageCadre", "planned"], ["printHandbook", "villageCadre", "registered"],
    ["issueHandbook", "villageCadre", "registered"], ["exportBatch", "villageCadre", "handbookIssued"], ["reportToCounty", "povertyOfficer", "entered"],
    ["passTrialRun", "countyOffice", "reported"], ["updateYear", "villageCadre", "inService"], ["requestChange", "villageCadre", "inService"],
  ] as const)("takes nothing more: %s", (type, role, status) => {
    expect(said(type, role, at(status), { atHand: ended })).toBe("entryEnded");
    expect(said(type, role, at(status))).not.toBe("entryEnded");
  });
});

describe("an exit of a household in service", () => {
  it("ends the service of the application that led into the register, by the clock, once the entry has ended", () => {
    expect([said("endService", "clock", at("inService")), said("endService", "clock", at("inService"), { atHand: ended })]).toEqual(["registerUnknown", "ended"]);
    const exit = decide(caseOf("approve", "countyOffice", standingAt("exit", "countyReview"), { atHand: { entry: entry({ application: "target-9" }) } }));
    expect(exit.ok && exit.effects).toContainEqual({ kind: "endService", application: "target-9", campaign: "2012" });
    const left = decide(caseOf("endService", "clock", at("inService"), { atHand: ended }));
    expect(left.ok && left.next).toMatchObject({ status: "ended", helper: null });
  });
});

describe("poor again (返贫)", () => {
  const approve = (former: string | null, atHand: Partial<AtHand>) => {
    const decision = decide(caseOf("approve", "countyOffice", household({ status: "countyReview", former }), { atHand: { entrySerial: 7, ...atHand } }));
    return decision.ok && [decision.next.household, decision.effects.map(({ kind }) => kind)];
  };

  it("goes on under last year's number while that entry stands, and gets a new one that knows the old otherwise", () => {
    const old = SINCE_PAIRED.household;
    expect(approve(old, { entry: entry() })).toEqual([old, ["adoptEntry"]]);
    expect(approve(old, { entry: entry({ status: "ended" }) })).toEqual([old.replace(/0001$/, "0007"), ["openEntry"]]);
    expect(approve(old, { entry: entry({ application: "another" }) })).toEqual([old.replace(/0001$/, "0007"), ["openEntry"]]);
    expect(approve(null, {})).toEqual([old.replace(/0001$/, "0007"), ["openEntry"]]);
  });
});
