import type { Action } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import type { Application } from "@domain/application.ts";
import { MessageKind, MESSAGES } from "@domain/messages.ts";
import type { Actor } from "@domain/roles.ts";
import { Status } from "@domain/status.ts";
import type { Moved } from "@domain/workflow/tellings.ts";
import { tellingsOf } from "@domain/workflow/tellings.ts";
import { describe, expect, it } from "vitest";
import { household, NOW, SINCE_PAIRED, VILLAGE } from "./sample.ts";

/** Who is told what of an action: one message for each recipient and kind, never one for each household. */

const action = (type: ActionType, role: Actor, input: unknown = {}): Action => ({
  type, campaign: "saishisi-2013", area: VILLAGE, areas: [], by: "somebody", role, at: NOW, targets: ["target-1"], input, pending: true,
});
const moved = (before: Partial<Application>, next: Partial<Application>, many = 1): Moved[] =>
  Array.from({ length: many }, () => ({ before: household(before), next: household({ ...before, ...next }) }));
const told = (...given: Parameters<typeof tellingsOf>) =>
  tellingsOf(...given).map(({ to, kind, about }) => `${kind} ${"role" in to ? to.role : `account ${to.account}`} ${about.length}`);
const returned = { at: NOW, role: "townGovernment", reasons: "收入需要复核", action: "return-1" };
const helped = (account: string) => ({ helper: { ...SINCE_PAIRED.helper, account } });

describe("an action tells", () => {
  it("the village once of four hundred households that came back", () => {
    const back = moved({ status: "townReview" }, { status: "surveyed", returned }, 400);
    expect(told(action("return", "townGovernment"), back)).toEqual(["returned villageCommittee 400", "returned villageCadre 400"]);
  });

  it("the next level what reached it, and nobody what stays in the village", () => {
    expect(told(action("endNotice", "clock"), moved({ status: "villageNotice" }, { status: "townReview" }, 3))).toEqual(["handedOver townGovernment 3"]);
    expect(told(action("endNotice", "clock"), moved({ status: "townNotice" }, { status: "countyReview" }))).toEqual(["handedOver countyOffice 1"]);
    expect(told(action("approve", "countyOffice"), moved({ status: "countyReview" }, { status: "approved" }))).toEqual(["handedOver povertyOfficer 1", "handedOver villageCadre 1"]);
    expect(told(action("recordSurvey", "villageCadre"), moved({ status: "submitted" }, { status: "surveyed" }))).toEqual([]);
    expect(told(action("submit", "applicant"), moved({ status: "draft" }, { status: "submitted" }))).toEqual([]);
  });

  it("the level above the notice of an objection, and never the village", () => {
    const on = (round: "village" | "town") => moved({ notice: { id: "notice-1", round, serial: 1 } }, { openObjections: 1 });
    expect(told(action("raiseObjection", "public"), on("village"))).toEqual(["objection townGovernment 1"]);
    expect(told(action("raiseObjection", "public"), on("town"))).toEqual(["objection countyOffice 1"]);
  });

  it("the village how an objection was answered, and that the household came back when it was upheld", () => {
    const answered = (next: Partial<Application>) => told(action("answerObjection", "townGovernment"), moved({ status: "townReview", openObjections: 1 }, { openObjections: 0, ...next }));
    expect(answered({})).toEqual(["objectionAnswered villageCommittee 1"]);
    expect(answered({ status: "surveyed", returned })).toEqual(["objectionAnswered villageCommittee 1", "returned villageCommittee 1", "returned villageCadre 1"]);
  });

  it("whoever holds a household that it is soon due; of a plan, its own helper too", () => {
    expect(told(action("warn", "clock"), moved({ status: "townReview" }, {}))).toEqual(["deadlineSoon townGovernment 1"]);
    const waiting = [...moved({ status: "paired", ...helped("a") }, {}, 2), ...moved({ status: "paired", ...helped("b") }, {})];
    expect(told(action("warn", "clock"), waiting)).toEqual([
      "deadlineSoon villageCommittee 3", "deadlineSoon povertyOfficer 3", "deadlineSoon villageCadre 3", "deadlineSoon account a 2", "deadlineSoon account b 1",
    ]);
  });

  it("the level above and the holder that something is late", () => {
    expect(told(action("escalate", "clock", { to: "county" }), moved({ status: "townReview" }, {}, 7))).toEqual(["late townGovernment 7", "escalated countyOffice 7"]);
  });

  it("the village what the checks of others ask, and not what its own do", () => {
    const checked = [...moved({}, {}, 2).map((one) => ({ ...one, asked: 3 })), ...moved({}, {}).map((one) => ({ ...one, asked: 0 }))];
    expect(told(action("runChecks", "countyOffice"), checked)).toEqual(["findingAsked villageCommittee 2"]);
    expect(told(action("runChecks", "villageCommittee"), checked)).toEqual([]);
    expect(told(action("runChecks", "clock"), moved({}, {}))).toEqual([]);
  });

  it("the new helper and the old one that they changed", () => {
    expect(told(action("assignHelper", "povertyOfficer"), moved({ status: "paired", ...helped("old") }, helped("new"), 5))).toEqual(["helperAssigned account new 5", "helperChanged account old 5"]);
    expect(told(action("assignHelper", "povertyOfficer"), moved({ status: "paired", helper: null }, { helper: { ...SINCE_PAIRED.helper, account: null } }))).toEqual([]);
  });
});

describe("a message", () => {
  it("is said in both languages, of every kind in every state, with its place and figure and nothing else", () => {
    for (const kind of MessageKind.options)
      for (const status of [...Status.options, null]) {
        const { zh, en } = MESSAGES[kind].text({ place: "阳屲村", many: 3, track: "identify", status, roles: ["包村干部"] });
        expect([kind, zh.startsWith("阳屲村"), zh.endsWith("。"), en.startsWith("阳屲村: "), en.endsWith(".")]).toEqual([kind, true, true, true, true]);
        expect(zh + en).not.toMatch(/undefined|null|\[object/);
      }
  });
});
