import { ActionType } from "@domain/actionInputs.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isOutOfReach } from "../../web/src/staff/actions/offline.ts";
import { undoneIn } from "../../web/src/staff/actions/follow.ts";
import { whyNotOffline } from "../../web/src/staff/shell/offline.ts";
import { allRooms } from "../../web/src/staff/shell/rooms.ts";

const DIST = new URL("../../web/dist/", import.meta.url);
const built = (file: string) => readFileSync(new URL(file, DIST), "utf8");
const shell: string[] = JSON.parse(/SHELL=(\[[^\]]*\])/.exec(built("staff-worker.js"))?.[1] ?? "[]");

afterEach(() => void vi.unstubAllGlobals());

describe("what the service worker keeps on a phone", () => {
  it("is the code of every room, so that each opens without a signal", () => {
    const rooms = allRooms().map(({ load }) => /rooms\/[\w/]+\/(\w+)\.tsx/.exec(load.toString())?.[1] ?? "");
    expect(rooms.length).toBeGreaterThan(40);
    expect(rooms.filter((room) => !shell.some((file) => file.startsWith(`/assets/${room}-`) && file.endsWith(".js")))).toEqual([]);
    expect(shell).toContain("/staff");
  });

  it("is files of the build alone: no data, nothing of the public's pages, and not the charts", () => {
    expect(shell.filter((file) => !file.startsWith("/assets/"))).toEqual(["/staff", "/icon.svg", "/icon-192.png", "/icon-512.png", "/staff.webmanifest"]);
    expect(shell.filter((file) => /\/assets\/(index|ObjectionPage|FollowPage|bars)-/.test(file))).toEqual([]);
  });

  it("never meets the public's pages: they name neither the worker nor the program", () => {
    expect(built("index.html")).not.toMatch(/worker|manifest/);
    expect(built("staff.html")).toContain("/staff.webmanifest");
    expect(JSON.parse(built("staff.webmanifest"))).toMatchObject({ start_url: "/staff", scope: "/staff", display: "standalone" });
  });
});

/** What only writes down what was done in the village. */
const WRITTEN_DOWN: readonly ActionType[] = [
  "submit", "proposeExit", "recordSurvey", "recordAppraisal", "recordBoard", "adoptPlan", "recordVisit", "recordMeasure", "finishMeasure", "recordResult", "confirmResult",
  "completeForm", "issueHandbook", "answerFinding", "updateYear",
];

describe("without a signal", () => {
  it.each(ActionType.options)("%s waits on the phone only if it decides nothing", (type) => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(isOutOfReach(type), ACTIONS[type].en).toBe(!WRITTEN_DOWN.includes(type));
    vi.stubGlobal("navigator", { onLine: true });
    expect(isOutOfReach(type)).toBe(false);
  });

  it("one goes on in the rooms of the field, and every other room says why not, in both languages", () => {
    const fieldwork = allRooms().filter((room) => whyNotOffline(room) === undefined).map(({ path }) => path.split("/")[0]);
    expect([...new Set(fieldwork)].sort()).toEqual(["", "aboard", "apply", "exits", "help", "household", "households", "meeting", "survey", "unsent"]);
    const silent = allRooms().filter((room) => { const why = whyNotOffline(room); return why && !(why.zh && why.en); });
    expect(silent).toEqual([]);
  });
});

describe("what became of an action that arrived late", () => {
  const outcome = { at: new Date(), applied: 1, refused: 1 };
  const stale = { code: "stale", zh: "有变化", en: "changed" };

  it("is told household by household, and of those that were done nothing", () => {
    const targets = { first: { applied: true as const, to: "surveyed", seq: 1, hash: "" }, second: { applied: false as const, problem: stale } };
    expect(undoneIn({ ...outcome, targets })).toEqual([{ target: "second", problem: { zh: "有变化", en: "changed" } }]);
  });

  it("is told once where the whole was refused", () => {
    expect(undoneIn({ ...outcome, applied: 0, targets: {}, problem: stale })).toEqual([{ problem: { zh: "有变化", en: "changed" } }]);
  });
});
