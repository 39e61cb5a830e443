import { areasOf } from "@domain/areas.ts";
import type { Notice } from "@domain/notice/notice.ts";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { appraisal, applied, bring, confirmMeeting, publication, verdict, verification } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";
import { newId } from "../play/player.ts";
import { isTooWide, People } from "./people.ts";

/** What a village may try to get away with, and what the supervisor's screens then show. */

const PHONE = { width: 360, height: 740 };

let stage: Stage;
let people: People;
let listed: Sample;
let passedOver: Sample;

beforeAll(async () => {
  stage = await Stage.open({ number: 91, seconds: 300 });
  people = await People.at(stage);
  const fresh = (seed: number) => poorHousehold({ village: stage.town.first, seed, memberCount: 2 });
  [listed, passedOver] = [fresh(9101), fresh(9102)];
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const act = (seat: Seat, doing: Parameters<Stage["act"]>[1]) => stage.act(seat, doing);
const both = () => [listed, passedOver];
const room = (seat: Seat, path: string, viewport?: typeof PHONE) => people.enter(seat, path, viewport);

/** A notice that no action published: of the first household alone. */
function forgedNotice(): Notice {
  const { campaign, first: { code, name }, settings } = stage.town;
  const now = new Date();
  return {
    campaign, rehearsal: true, year: settings.year, village: code, villageName: name, townName: settings.town.zh, areas: areasOf(code), round: "village", ofVillage: false,
    list: [{ serial: 1, group: "一社", householder: listed.householder, people: 2, track: "identify" }], opensAt: now, closesAt: new Date(now.getTime() + 600_000),
    status: "open", closedAt: null, reminded: null, place: "村委会门口", phone: "0935-0000000", boardPhotos: [], extensions: [],
    publishedBy: { uid: personAt(stage.town, "committee").uid, role: "villageCommittee", action: "no-such-action" },
  };
}

describe("a forged meeting", () => {
  it("is neither counted wrongly, nor confirmed by the hand that wrote it, nor changed after the seal in silence", async () => {
    await bring(stage, both(), "surveyed");
    const forged = appraisal(both(), { changes: { present: 20 }, yes: 25 });
    expect(verdict(await act("committee", forged))).toBe("quorumMissed");
    const honest = appraisal(both());
    const votes = Object.fromEntries(Object.keys(honest.input.votes).map((id) => [id, { yes: 25, no: 6, abstain: 0, recused: [] }]));
    const padded = appraisal(both(), { changes: { votes } });
    expect(verdict(await act("committee", padded))).toBe("votesDoNotAdd");
    const meeting = appraisal(both());
    await applied(act("committee", meeting));
    expect(verdict(await act("committee", confirmMeeting(meeting)))).toBe("sameHands");
    expect(verdict(await act("cadre", verification(both())))).toBe("meetingUnsealed");
    for (const seat of ["cadre", "officer"] as const) await applied(act(seat, confirmMeeting(meeting)));
    expect(verdict(await act("committee", appraisal(both())))).toBe("meetingOfOtherKind");
    expect(verdict(await act("committee", appraisal(both(), { changes: { kind: "correction" } })))).toBe("meetingNeedsReason");
    const corrected = appraisal([listed], { changes: { kind: "correction", reason: "计票单上赞成票是二十六票" }, yes: 26 });
    await applied(act("committee", corrected));
    for (const seat of ["cadre", "officer"] as const) await applied(act(seat, confirmMeeting(corrected)));
    for (const seat of ["committee", "cadre", "officer"] as const) await applied(act(seat, verification(both())));
  });

  it("is told to the household by its receipt number", async () => {
    const page = await people.onPhone(`/follow?number=${String((await stage.application(listed.id))?.["receiptNo"])}`);
    await page.getByText("计票单上赞成票是二十六票").waitFor();
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "follow-corrected-phone");
  });
});

describe("a household passed over in silence", () => {
  it("cannot be by the publishing room: it asks for the reason first", async () => {
    const page = await room("committee", "publish");
    await page.getByRole("checkbox", { name: passedOver.householder }).uncheck();
    await page.getByText("还有 1 户没有写明理由").waitFor();
    expect(await page.getByRole("button", { name: /预览公示名单/ }).isDisabled()).toBe(true);
    await people.picture(page, "publish-left-off-desk");
  });

  it("cannot be by an action past the room either: the server refuses the list by name, and nothing hangs", async () => {
    const sending = publication([listed]);
    expect(verdict(await act("committee", sending))).toBe("passedOver");
    expect(await stage.look(paths.notice(sending.id))).toBeUndefined();
  });

  it("by a hand in the database stands in the report of differences without a reason, and the supervisor prints it", async () => {
    const forged = stage.db.doc(paths.notice(newId()));
    await forged.create(forgedNotice());
    const page = await room("supervisor", "differences");
    const row = page.getByRole("row").filter({ hasText: passedOver.householder });
    await row.getByText("未列入，没有理由").waitFor();
    await page.getByRole("row").filter({ hasText: "更正评议记录" }).getByText("计票单上赞成票是二十六票").waitFor();
    await people.picture(page, "differences-desk");
    await page.goto(people.at("/staff/oversight"));
    await page.getByRole("heading", { name: "谁办理了什么" }).waitFor();
    await page.getByText("未列入，没有理由").first().waitFor();
    await people.picture(page, "oversight-desk");
    await page.getByRole("link", { name: "打印监督报告" }).click();
    await page.locator(".sheet").getByText("※").first().waitFor();
    await people.picture(page, "oversight-print-desk");
    await forged.delete();
  });

  it("is explained by whoever leaves it off; then the list is published, and the reason stands in the same report", async () => {
    const page = await room("committee", "publish");
    await page.getByRole("checkbox", { name: passedOver.householder }).waitFor();
    await applied(act("committee", { type: "leaveOff", targets: [passedOver.id], input: { reasons: { [passedOver.id]: "户口本核对未完成" } } }));
    await applied(act("committee", publication([listed])));
    const report = await room("supervisor", "differences", PHONE);
    await report.getByText("户口本核对未完成").waitFor();
    expect(await report.getByText("未列入，没有理由").count()).toBe(0);
    expect(await isTooWide(report)).toBe(false);
    await people.picture(report, "differences-phone");
  });
});

describe("a record that is changed behind everybody's back", () => {
  it("is found by the screen that recomputes the chains, at the very link", async () => {
    const sound = await room("supervisor", "chains", PHONE);
    await sound.getByText("全部对得上").waitFor();
    expect(await isTooWide(sound)).toBe(false);
    await people.picture(sound, "chains-sound-phone");
    const history = await stage.db.collection("actions").where("campaign", "==", stage.town.campaign).where("type", "==", "recordAppraisal").get();
    const meeting = history.docs.find((one) => one.get("input.reason") === "计票单上赞成票是二十六票");
    expect(meeting).toBeDefined();
    await meeting?.ref.update({ "input.reason": "没有更正过" });
    const page = await room("supervisor", "chains");
    await page.getByText("有 1 户（村）的记录对不上").waitFor();
    await page.getByRole("row").filter({ hasText: listed.householder }).getByText("这一项在登记以后被改动过").waitFor();
    await people.picture(page, "chains-broken-desk");
    await meeting?.ref.update({ "input.reason": "计票单上赞成票是二十六票" });
  });
});

describe("whoever looks at numbers", () => {
  it("stands in the record of who looked, with the reason, for those who oversee the area", async () => {
    const officer = personAt(stage.town, "officer");
    const areas = [stage.town.code.slice(0, 6), stage.town.code, stage.town.first.code];
    await stage.db.doc(paths.audit(newId())).create({ what: "revealIdentity", by: officer.uid, at: new Date(), areas, subject: listed.id, reason: "核对户口本" });
    const page = await room("supervisor", "audit");
    await page.getByRole("row").filter({ hasText: "核对户口本" }).getByText(officer.name).waitFor();
    await people.picture(page, "audit-desk");
    const village = await room("committee", "audit");
    await village.getByText("您现在的职责没有这个栏目").waitFor();
    expect(people.errors).toEqual([]);
  });
});
