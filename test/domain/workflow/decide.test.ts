import { Actor } from "@domain/roles.ts";
import { ActionType } from "@domain/actionInputs.ts";
import { alarmOf } from "@domain/deadline.ts";
import { SINCE_APPROVAL, Status, Track } from "@domain/status.ts";
import { decide } from "@domain/workflow/decide.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { isOfficeAction } from "@domain/workflow/offices.ts";
import { targetsOf } from "@domain/workflow/transition.ts";
import { describe, expect, it } from "vitest";
import { appraised, caseOf, entry, finding, findings, form, household, meeting, notice, NOW, objection, requested, standingAt } from "./sample.ts";

/** States that a list never comes to. */
const NEVER = {
  identify: ["exited"],
  exit: ["ended", ...SINCE_APPROVAL],
  village: ["surveyed", "nominated", "notNominated", "verified", "villageNotice", "handbookIssued", "exited"],
} as const satisfies Record<Track, readonly Status[]>;

/** A rule that asks each role that answers, or somebody below it. */
const ASKED: Partial<Record<Actor, string>> = {
  villageCommittee: "ID-06", villageCadre: "IN-04", povertyOfficer: "HH-07", townGovernment: "HH-07", countyOffice: "IN-04", helper: "HE-02", supportUnit: "HE-02",
};

type Cell = { track: Track; status: Status; type: ActionType; role: Actor };

const SOON = new Date(NOW.getTime() + 86_400_000);
/** How the clock of the household stands when the action is about it. */
const clockOf = (type: ActionType) => ({
  ...(type === "hold" && { dueAt: SOON }),
  ...(type === "resume" && { dueAt: SOON, hold: { at: NOW, until: SOON, ended: null, due: NOW, reason: "等证明", role: "povertyOfficer", action: "hold-1" } as const }),
  ...(type === "warn" && { dueAt: SOON, alarmAt: NOW }),
  ...(type === "escalate" && { dueAt: NOW, alarmAt: NOW }),
});

/** A case in which nothing but the table can refuse: the objection, the request and the helper are this role's. */
function soundCase({ track, status, type, role }: Cell) {
  const atHand = {
    ...(track === "exit" && { form: form({ facts: { ...household().facts!, perCapitaNetIncome: 3000 } }) }),
    ...(type === "endService" && { entry: entry({ status: "ended" }) }),
    ...(type === "answerObjection" && role === "countyOffice" && { objection: objection({ level: "county" }) }),
  };
  const rule = type === "answerFinding" ? (ASKED[role] ?? "ID-06") : undefined;
  const at = standingAt(track, status);
  /* A failed household whose time is over, and one whose correction waits for its answer. */
  const since = type === "erase" ? new Date(0) : NOW;
  const correction = type === "answerCorrection" ? { text: "漏了一口人", at: NOW, action: "ask-1", reply: null } : null;
  const request = requested(role === "countyOffice" ? "wrongIdentification" : "naturalEnd");
  const helper = at.helper && { ...at.helper, account: `${role}-1` };
  if (type === "confirmMeeting") at.appraisal = appraised({ confirmedBy: {} });
  const application = { ...at, since, correction, ...clockOf(type), request, helper, batch: type === "enterData" ? "batch-1" : null };
  const alarm = type === "escalate" ? alarmOf(application, NOW) : undefined;
  const input = type === "recordAppraisal" ? meeting(status === "surveyed" ? {} : { kind: "correction", reason: "票数抄错" }) : undefined;
  const asked = rule && { input: { rule, answer: "经核实属实" }, atHand: { findings: findings({ rows: [finding({ rule })] }) } };
  return caseOf(type, role, application, asked || { atHand, ...(input && { input }), ...(alarm?.kind === "escalate" && { input: { to: alarm.to } }) });
}

const refusal = (decision: ReturnType<typeof decide>) => (decision.ok ? `applied: ${decision.next.status}` : decision.problem.code);

describe("the table decides every cell: track × state × action × role", () => {
  const types = ActionType.options.filter((type) => !isOfficeAction(type));
  for (const track of Track.options)
    it(`lets each role do what the table says, and nothing else (${track})`, () => {
      const wrong: string[] = [];
      for (const status of Status.options)
        for (const type of types)
          for (const role of Actor.options) {
            const rows = WORKFLOW[track].filter((row) => row.action === type && row.from.includes(status));
            const row = rows.find(({ by }) => by.includes(role));
            const decision = decide(soundCase({ track, status, type, role }));
            const expected = row ? "applied" : rows.length > 0 ? "roleNotAllowed" : "wrongStatus";
            const got = decision.ok ? "applied" : decision.problem.code;
            if (got !== expected) wrong.push(`${status} ${type} ${role}: ${got} instead of ${expected}`);
            if (decision.ok && row && !targetsOf(row).includes(decision.next.status)) wrong.push(`${status} ${type}: led to ${decision.next.status}`);
          }
      expect(wrong).toEqual([]);
    });

  it("reaches every state of each list from the draft", () => {
    for (const track of Track.options) {
      const reached = new Set<Status>(["draft"]);
      for (let before = 0; before !== reached.size; ) {
        before = reached.size;
        /* An answer leads back, or on as the end of the notice would, and what leaves all as it is nowhere of its own. */
        for (const row of WORKFLOW[track].filter(({ action, to }) => action !== "answerObjection" && (typeof to === "string" || to.decidedBy !== "unchanged"))) if (row.from.some((from) => reached.has(from))) for (const to of targetsOf(row)) reached.add(to);
      }
      const never: readonly Status[] = NEVER[track];
      expect([...reached].sort()).toEqual(Status.options.filter((status) => !never.includes(status)).sort());
    }
  });
});

describe("the meeting (Organic Law of Villagers' Committees 2010, art. 26)", () => {
  it.each([
    [36, 24, "applied: nominated"],
    [36, 23, "quorumMissed"],
    [37, 24, "quorumMissed"],
    [37, 25, "applied: nominated"],
    [30, 31, "quorumMissed"],
  ])("of %i representatives %i came: %s", (expected, present, result) => {
    expect(refusal(decide(caseOf("recordAppraisal", "villageCommittee", household(), { input: meeting({ expected, present }) })))).toBe(result);
  });

  it.each([
    [15, "applied: notNominated"],
    [16, "applied: nominated"],
  ])("needs more than half of the 30 present: %i yes votes", (yes, result) => {
    const votes = { "target-1": { yes, no: 30 - yes, abstain: 0, recused: [] } };
    expect(refusal(decide(caseOf("recordAppraisal", "villageCommittee", household(), { input: meeting({ votes }) })))).toBe(result);
  });

  it("refuses more votes than people, and a household without votes", () => {
    const many = { "target-1": { yes: 30, no: 1, abstain: 0, recused: [] } };
    expect(refusal(decide(caseOf("recordAppraisal", "villageCommittee", household(), { input: meeting({ votes: many }) })))).toBe("votesDoNotAdd");
    expect(refusal(decide(caseOf("recordAppraisal", "villageCommittee", household(), { input: meeting({ votes: {} }) })))).toBe("voteMissing");
  });

  it("keeps whoever was recused away from this household afterwards", () => {
    const votes = { "target-1": { yes: 20, no: 0, abstain: 0, recused: [{ name: "某", staff: "cadre-uid", reason: "亲属" }] } };
    const decision = decide(caseOf("recordAppraisal", "villageCommittee", household(), { input: meeting({ votes }) }));
    if (!decision.ok) throw new Error("refused");
    expect(refusal(decide(caseOf("confirmMeeting", "villageCadre", decision.next, { uid: "cadre-uid" })))).toBe("recused");
    expect(refusal(decide(caseOf("verify", "villageCadre", decision.next, { uid: "cadre-uid" })))).toBe("recused");
  });
});

describe("two people where the plan wants two", () => {
  const nominated = household({ status: "nominated", appraisal: appraised() });

  it("takes one verification of each of the three, then goes on", () => {
    const first = decide(caseOf("verify", "villageCommittee", nominated));
    const second = first.ok && decide(caseOf("verify", "povertyOfficer", first.next));
    const third = second && second.ok && decide(caseOf("verify", "villageCadre", second.next));
    expect([first, second, third].map((one) => one && refusal(one))).toEqual(["applied: nominated", "applied: nominated", "applied: verified"]);
    expect(first.ok && refusal(decide(caseOf("verify", "villageCommittee", first.next, { uid: "other" })))).toBe("verifiedAlready");
    expect(first.ok && refusal(decide(caseOf("verify", "villageCadre", first.next, { uid: "villageCommittee-1" })))).toBe("sameHands");
  });

  it("lets nobody review what they applied for, verified, published or reviewed before", () => {
    const hands = { applied: "a", verified: { villageCadre: "b" }, published: ["c"], reviewed: "d" };
    const review = (uid: string) => refusal(decide(caseOf("approve", "townGovernment", household({ status: "townReview", hands }), { uid })));
    const again = (uid: string) => refusal(decide(caseOf("approve", "countyOffice", household({ status: "countyReview", hands }), { uid })));
    expect(["a", "b", "c", "e"].map(review)).toEqual(["sameHands", "sameHands", "sameHands", "applied: townApproved"]);
    expect(["a", "b", "c", "d", "e"].map(again)).toEqual(["sameHands", "sameHands", "sameHands", "sameHands", "applied: approved"]);
  });
});

describe("the line of 2,736 yuan", () => {
  const survey = (perCapitaNetIncome: number, lineNote = "") => ({ atHand: { form: form({ facts: { ...household().facts!, perCapitaNetIncome }, lineNote }) } });

  it("asks a reason for a poor household at or above it, and refuses an exit below it", () => {
    const poor = household({ status: "submitted" });
    expect(refusal(decide(caseOf("recordSurvey", "villageCadre", poor, survey(2735))))).toBe("applied: surveyed");
    expect(refusal(decide(caseOf("recordSurvey", "villageCadre", poor, survey(2736))))).toBe("lineNeedsReason");
    expect(refusal(decide(caseOf("recordSurvey", "villageCadre", poor, survey(2736, "大病支出极高"))))).toBe("applied: surveyed");
    const exit = standingAt("exit", "submitted");
    expect(refusal(decide(caseOf("recordSurvey", "villageCadre", exit, survey(2735))))).toBe("belowLine");
    expect(refusal(decide(caseOf("recordSurvey", "villageCadre", exit, survey(2736))))).toBe("applied: surveyed");
  });
});

describe("notices and objections", () => {
  const listed = standingAt("identify", "villageNotice");
  const held = { ...listed, openObjections: 1 };
  const later = notice({ closesAt: new Date(NOW.getTime() + 1) });
  const answer = (decision: "dismiss" | "uphold") => ({ objection: "objection-1", decision, reasons: "已经核实", published: "已经核实" });

  it("does not end a notice a millisecond early, and keeps a held household back", () => {
    expect(refusal(decide(caseOf("endNotice", "clock", listed, { atHand: { notice: later } })))).toBe("noticeStillOpen");
    expect(refusal(decide(caseOf("endNotice", "clock", listed)))).toBe("applied: townReview");
    expect(refusal(decide(caseOf("endNotice", "clock", held)))).toBe("heldByObjection");
  });

  it("goes on at once when dismissed after the period, and waits for its end when dismissed before", () => {
    expect(refusal(decide(caseOf("answerObjection", "townGovernment", held)))).toBe("applied: townReview");
    expect(refusal(decide(caseOf("answerObjection", "townGovernment", held, { atHand: { notice: later } })))).toBe("applied: villageNotice");
    expect(refusal(decide(caseOf("answerObjection", "townGovernment", { ...held, openObjections: 2 })))).toBe("applied: villageNotice");
  });

  it("goes back to the survey when upheld, and everything is to be said anew", () => {
    const decision = decide(caseOf("answerObjection", "townGovernment", held, { input: answer("uphold") }));
    expect(decision.ok && decision.next).toMatchObject({ status: "surveyed", openObjections: 0, notice: null, appraisal: null, hands: { verified: {}, published: [], reviewed: null } });
    expect(decision.ok && decision.next.returned?.reasons).toBe("已经核实");
  });

  it.each(["电话 0935-6120 000", "证号620623197001010015"])("is not answered to the public with a number in it: %s", (published) => {
    expect(refusal(decide(caseOf("answerObjection", "townGovernment", held, { input: { ...answer("dismiss"), published } })))).toBe("answerTellsNumber");
  });

  it("can be appealed after a dismissal, once, and not after a supervisor's", () => {
    const untilOf = (by: "townGovernment" | "supervisor", decided: "dismiss" | "uphold", appeals: string | null) => {
      const decision = decide(caseOf("answerObjection", by, held, { input: answer(decided), atHand: { objection: objection({ appeals }), notice: later } }));
      return decision.ok && decision.effects.flatMap((effect) => (effect.kind === "settleObjection" ? [effect.appealUntil] : []))[0];
    };
    expect(untilOf("townGovernment", "dismiss", null)).toBeInstanceOf(Date);
    expect([untilOf("townGovernment", "uphold", null), untilOf("supervisor", "dismiss", null), untilOf("townGovernment", "dismiss", "objection-0")]).toEqual([null, null, null]);
  });

  it("is answered by the level above the one that published, or the supervisor", () => {
    const level = (by: "townGovernment" | "countyOffice" | "supervisor", at: "town" | "county") =>
      refusal(decide(caseOf("answerObjection", by, held, { atHand: { objection: objection({ level: at }), notice: later } })));
    expect(level("countyOffice", "town")).toBe("notTheLevelAbove");
    expect(level("townGovernment", "county")).toBe("notTheLevelAbove");
    expect(level("supervisor", "town")).toBe("applied: villageNotice");
  });

  it("holds a household that went on while its timely objection was on the way", () => {
    const decision = decide(caseOf("raiseObjection", "public", { ...listed, status: "townReview" }));
    expect(decision.ok && decision.next).toMatchObject({ status: "townReview", openObjections: 1 });
    expect(decision.ok && refusal(decide(caseOf("approve", "townGovernment", decision.next)))).toBe("heldByObjection");
  });

  it("lists serial, group, householder, people and track, and nothing else", () => {
    const decision = decide(caseOf("publishNotice", "villageCommittee", household({ status: "verified" })));
    expect(decision.ok && decision.effects).toEqual([
      { kind: "listOnNotice", line: { serial: 1, group: "一社", householder: "某某", people: 4, track: "identify" } },
    ]);
  });
});

describe("a list", () => {
  it.each([["villageCommittee", "verified"], ["povertyOfficer", "townApproved"]] as const)("of the %s is not published while others wait for it without a word; a household's own refusal is told first", (role, status) => {
    const publish = (passedOver: number, changes = {}) => refusal(decide(caseOf("publishNotice", role, household({ status, ...changes }), { atHand: { passedOver } })));
    expect([publish(0), publish(2), publish(2, { openObjections: 1 })]).toEqual([expect.stringMatching(/^applied/), "passedOver", "heldByObjection"]);
  });
});

describe("the village's size", () => {
  const verified = household({ status: "verified" });
  const publish = (mode: "off" | "advisory" | "hard", used: number) => {
    const c = caseOf("publishNotice", "villageCommittee", verified, { atHand: { quota: { limit: 100, used } } });
    return decide({ ...c, campaign: { ...c.campaign, quotaMode: mode } });
  };

  it("is kept to the person when hard, told when advisory, ignored when off", () => {
    expect(refusal(publish("hard", 96))).toBe("applied: villageNotice");
    expect(refusal(publish("hard", 97))).toBe("overQuota");
    const advisory = publish("advisory", 97);
    expect(advisory.ok && advisory.outcome.applied && advisory.outcome.warning?.code).toBe("overQuota");
    const off = publish("off", 97);
    expect(off.ok && off.outcome.applied && off.outcome.warning).toBeUndefined();
  });
});

describe("a stale screen, a stranger, a second household", () => {
  it("refuses a decision on what has changed since it was looked at", () => {
    const at = household({ status: "townReview" });
    expect(refusal(decide(caseOf("approve", "townGovernment", at, { seen: { "target-1": 2 } })))).toBe("stale");
    expect(refusal(decide(caseOf("approve", "townGovernment", at, { seen: { "target-1": 3 } })))).toBe("applied: townApproved");
  });

  it("lets only the farmer who applied withdraw as a farmer", () => {
    const submitted = household({ status: "submitted", applicant: "farmer" });
    expect(refusal(decide(caseOf("withdraw", "applicant", submitted, { uid: "stranger" })))).toBe("notYours");
    expect(refusal(decide(caseOf("withdraw", "applicant", submitted, { uid: "farmer" })))).toBe("applied: withdrawn");
  });

  it("refuses a household one of whose people is in another, and frees its people when it ends", () => {
    const draft = household({ status: "draft", chain: { length: 0, hash: "" } });
    expect(refusal(decide(caseOf("submit", "villageCommittee", draft, { atHand: { form: form({ taken: 1 }) } })))).toBe("identityTaken");
    const gone = decide(caseOf("reject", "townGovernment", household({ status: "townReview" })));
    expect(gone.ok && gone.effects).toEqual([{ kind: "claimIdentities", claim: [], release: ["h1", "h2"] }]);
  });

  it("refuses another village and another campaign", () => {
    const c = caseOf("verify", "villageCadre", household({ status: "nominated" }));
    expect(refusal(decide({ ...c, action: { ...c.action, area: "620623105200" } }))).toBe("wrongVillage");
    expect(refusal(decide({ ...c, action: { ...c.action, campaign: "another" } }))).toBe("wrongCampaign");
  });
});

describe("every refusal", () => {
  it("says who holds the household, in both languages", () => {
    const decision = decide(caseOf("approve", "townGovernment", household({ status: "nominated" })));
    expect(decision.ok).toBe(false);
    if (!decision.ok) {
      expect(decision.problem.zh).toContain("村两委、镇扶贫专干、包村干部");
      expect(decision.problem.en).toContain("village committee");
    }
  });
});
