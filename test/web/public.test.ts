import { CLIENT_ID } from "@domain/paths.ts";
import { ComplaintRequest, MOST_PHOTOS, ObjectionRequest, PHOTO_BYTES } from "@domain/records.ts";
import { Status } from "@domain/status.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { describe, expect, it } from "vitest";
import { mayWithdraw, placeOf, readReceipt } from "../../web/src/public/following.ts";
import { checkDraft } from "../../web/src/public/filing/draft.ts";
import * as photos from "../../web/src/public/filing/photos.ts";
import { newFilingNumber, readFilingNumber, shownNumber } from "../../web/src/public/filing/number.ts";
import { newId } from "../../web/src/shared/ids.ts";
import { matchPath } from "../../web/src/shared/router.tsx";

describe("an objection, checked before it is sent", () => {
  const draft = { id: newId(), about: "", text: "去年买了小轿车", name: "", phone: "" };

  it.each([
    [{}],
    [{ text: "短" }],
    [{ text: "  1234 " }],
    [{ text: "一".repeat(2000) }],
    [{ text: "一".repeat(2001) }],
    [{ name: "某".repeat(41) }],
    [{ phone: "0935-312 1234" }],
    [{ phone: "不告诉你" }],
    [{ phone: "1".repeat(21) }],
  ])("is judged as the server will judge it: %j", (change) => {
    const typed = { ...draft, ...change };
    const { about: _about, ...sent } = typed;
    const server = ObjectionRequest.safeParse({ ...sent, notice: "notice-one", serial: 1 });
    expect(checkDraft(typed).map(({ path }) => path)).toEqual(server.error?.issues.map(({ path }) => path.join(".")) ?? []);
  });
});

describe("a complaint, checked before it is sent", () => {
  it.each([["村"], ["村文书"], ["一".repeat(100)], ["一".repeat(101)], [""]])("is judged as the server will judge it: about %s", (about) => {
    const typed = { id: newId(), about, text: "替亲戚说情", name: "", phone: "" };
    const server = ComplaintRequest.safeParse({ ...typed, campaign: "campaign-1", village: "620623105201" });
    expect(checkDraft(typed, { withAbout: true }).map(({ path }) => path)).toEqual(server.error?.issues.map(({ path }) => path.join(".")) ?? []);
  });

  it("carries as many and as large photos as the server takes", () => {
    expect([photos.MOST_PHOTOS, photos.PHOTO_BYTES]).toEqual([MOST_PHOTOS, PHOTO_BYTES]);
  });
});

describe("a receipt number", () => {
  it.each([
    ["7k2m9qxa4teb", "7K2M-9QXA-4TEB"],
    [" ７Ｋ２Ｍ - 9QXA - 4TEB ", "7K2M-9QXA-4TEB"],
    ["7K2M-9QXA", undefined],
    ["", undefined],
  ])("%s is read as %s", (typed, number) => {
    expect(readReceipt(typed)).toBe(number);
  });
});

describe("the number of an objection or a complaint", () => {
  it("is new each time, and found again as it is shown, however it was typed", () => {
    const numbers = Array.from({ length: 200 }, newFilingNumber);
    expect(new Set(numbers).size).toBe(200);
    for (const number of numbers) {
      expect(number).toMatch(CLIENT_ID);
      expect(shownNumber(number)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readFilingNumber(` ${shownNumber(number).toLowerCase()} `)).toBe(number);
      expect(readFilingNumber(number.replaceAll("0", "o").replaceAll("1", "l"))).toBe(number);
    }
  });

  it("of another kind is taken as it is", () => {
    for (const other of ["UFDtykPWwPXuIBXQZjL6", "7K2M-9QXA-4TEB", "查"]) expect([readFilingNumber(` ${other}`), shownNumber(other)]).toEqual([other, other]);
  });
});

describe("following an application", () => {
  it.each(Status.options)("offers the household at %s to withdraw exactly when the workflow allows it", (status) => {
    const allowed = WORKFLOW.identify.some(({ action, from, by }) => action === "withdraw" && by.includes("applicant") && from.includes(status));
    expect(mayWithdraw(status)).toBe(allowed);
  });

  it("never goes back along the line of steps", () => {
    const way = ["submitted", "surveyed", "nominated", "verified", "villageNotice", "townReview", "townApproved", "townNotice", "countyReview", "approved",
      "paired", "planned", "registered", "handbookIssued", "entered", "reported", "inService"] as const;
    const done = way.map((status) => placeOf(status).done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });
});

describe("identifiers and addresses", () => {
  it("makes identifiers that the rules take", () => {
    expect(newId()).toMatch(/^[A-Za-z0-9]{20}$/);
    expect(new Set(Array.from({ length: 500 }, () => newId())).size).toBe(500);
  });

  it("reads the parts of a path, and only of its own pattern", () => {
    expect(matchPath("/object/:id/:serial", "/object/notice-1/12")).toEqual({ id: "notice-1", serial: "12" });
    expect(matchPath("/notice/:id", "/notices")).toBeUndefined();
    expect(matchPath("/", "/")).toEqual({});
  });
});
