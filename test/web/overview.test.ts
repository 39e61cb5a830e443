import type { VillageProgress } from "@domain/campaign.ts";
import type { VillageRegister } from "@domain/register.ts";
import { describe, expect, it } from "vitest";
import { campaign2013 } from "../seed/campaign2013.ts";
import { heightOf, told } from "../../web/src/staff/rooms/overview/picture.ts";
import { causesOf, funnelOf, loadsOf, moneyByCause, moneyOf, quotaOf } from "../../web/src/staff/rooms/overview/pictures.ts";

/** The pictures: what each figure is made of. Picture and table show the same rows. */

const campaign = { ...campaign2013(new Date("2014-05-01T00:00:00Z")), status: "open" as const, areas: [], split: null, version: 1 };
const [first, second] = campaign.villages.map(({ code }) => code);
const count = (households: number) => ({ households, people: households * 3 });
const village = (changes: Partial<VillageProgress>): VillageProgress => ({
  campaign: "one", code: first ?? "", name: "拉干村", areas: [], quota: null, counts: { identify: {}, exit: {}, village: {} },
  late: { identify: {}, exit: {}, village: {} }, unowned: [], ...changes,
});
const register = (changes: Partial<VillageRegister>): VillageRegister => ({ register: "main", village: first ?? "", areas: [], nextSerial: 1, poor: null, help: {}, helpers: {}, ...changes });
const sum = { planned: 0, paid: 0, benefit: 0, measures: 1, finished: 0, results: 0 };

describe("the funnel", () => {
  it("tells of each state how many went on, wait in time and are late: together whoever came to it", () => {
    const one = village({
      counts: { identify: { submitted: count(4), townReview: count(3), approved: count(2), rejected: count(1) }, exit: {}, village: {} },
      late: { identify: { townReview: count(2) }, exit: {}, village: {} },
    });
    const row = (key: string) => funnelOf(campaign, [one], "identify", "").rows.find((each) => each.key === key);
    expect(row("submitted")?.values).toEqual([5, 4, 0]);
    expect(row("townReview")?.values).toEqual([2, 1, 2]);
    expect(row("townReview")?.href).toBe("/staff/households?status=townReview&track=identify");
  });
});

describe("size, listed, approved", () => {
  it("are people, from the first notice on and from the approval on; a poor household that left through an exit stays approved there", () => {
    const one = village({ quota: { identify: 40, exit: 9 }, counts: { identify: { verified: count(5), villageNotice: count(2), planned: count(3) }, exit: { exited: count(1) }, village: {} } });
    expect(quotaOf([one], "identify").rows[0]?.values).toEqual([40, 15, 9]);
    expect(quotaOf([one], "exit").rows[0]?.values).toEqual([9, 3, 3]);
  });

  it("are villages where villages are the list", () => {
    const one = village({ quota: { village: 1 }, counts: { identify: {}, exit: {}, village: { approved: { households: 1, people: 900 } } } });
    expect(quotaOf([one], "village").rows[0]?.values).toEqual([1, 1, 1]);
  });
});

describe("causes, helpers and money", () => {
  it("puts the most frequent cause first and leaves out what nobody has", () => {
    const { rows } = causesOf([{ cause: "illness", households: 2 }, { cause: "lackLand", households: 0 }, { cause: "lackLabor", households: 7 }]);
    expect(rows.map(({ name, values }) => [name, ...values])).toEqual([["缺劳力", 7], ["因病", 2]]);
  });

  it("adds up a helper's households over the villages, whoever has most first, and leaves out who has none now", () => {
    const { rows, spread } = loadsOf([
      register({ helpers: { "uid-1": { name: "李某", households: 2 }, 王某: { name: "王某", households: 4 }, "uid-9": { name: "赵某", households: 0 } } }),
      register({ village: second ?? "", helpers: { "uid-1": { name: "李某", households: 3 } } }),
    ]);
    expect(rows.map(({ name, values }) => [name, ...values])).toEqual([["李某", 5], ["王某", 4]]);
    expect(spread).toBe("共 2 名帮扶责任人，平均每人 4.5 户，最多的一人 5 户。");
  });

  it("writes money in 10,000 yuan, by village and by cause", () => {
    const registered = [register({ help: { illness: { ...sum, planned: 25_000, paid: 12_345 }, village: { ...sum, planned: 1_000_000 } } })];
    const byVillage = moneyOf(campaign, registered);
    expect(byVillage.rows[0]?.values.map(byVillage.write)).toEqual(["102.5", "1.23", "0"]);
    expect(moneyByCause(registered).rows.map(({ name }) => name)).toEqual(["因病", "村级项目"]);
  });
});

describe("a picture", () => {
  it("is told whole in words, and is as high as it has bars", () => {
    const picture = quotaOf([village({ quota: { identify: 40 } })], "identify");
    expect(told(picture)).toBe("规模、列入、批准（人）: 拉干村 规模 40, 列入 0, 批准 0");
    expect(heightOf(picture)).toBeGreaterThan(heightOf({ ...picture, stacked: true }));
  });
});
