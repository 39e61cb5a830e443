import { paths } from "@domain/paths.ts";
import type { FindingRow } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCaller } from "../../functions/src/services/caller.ts";
import type { ListRequest } from "../../functions/src/services/lists.ts";
import { removeList, takeList } from "../../functions/src/services/lists.ts";
import { writeWorkbook } from "../../functions/src/services/sheets/workbook.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { newId } from "../play/player.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, bring, refusal, survey, verdict, verification } from "../functions/office.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";

/** Outside lists: matched by hash, never kept, never shown; what they hold against people goes when they go. */

let desk: Desk;
let seed = 4_100;

beforeAll(async () => {
  desk = await Desk.open({ number: 41, seconds: 300, quotaMode: "off" });
});
afterAll(() => desk.close());

const fresh = (memberCount = 3) => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount });
const csv = (numbers: readonly string[]) => `姓名,身份证号\n${numbers.map((number) => `某某,${number}`).join("\n")}`;

async function take(text: string, { as = "officer", ...changes }: Partial<ListRequest> & { as?: Seat } = {}) {
  const request: ListRequest = { id: newId(), campaign: desk.town.campaign, kind: "vehicle", source: "县交警大队 2014 年 6 月", text, commit: true, ...changes };
  return { id: request.id, report: await takeList(await getCaller(personAt(desk.town, as).uid), request) };
}
const matches = async (list: string) => (await desk.db.collection("matches").where("lists", "array-contains", list).get()).docs;
const rulesOf = async ({ id }: Sample) => (((await desk.look(paths.findings(id)))?.["rows"] ?? []) as { rule: string }[]).map(({ rule }) => rule);
const listOf = (id: string) => desk.look(paths.list(id));

/** Delivers what the clock has appended, and returns the households that it had checked anew. */
async function rechecked(): Promise<string[]> {
  const { docs } = await desk.db.collection("actions").where("pending", "==", true).where("by", "==", "clock").get();
  for (const { id } of docs) await desk.deliver(id);
  return docs.flatMap((doc) => doc.get("targets") as string[]).sort();
}

describe("an outside list", () => {
  it("that is only read tells what it holds, and writes nothing", async () => {
    const sample = fresh();
    const { id, report } = await take(csv([...sample.numbers, "620623800101001"]), { commit: false });
    expect(report).toMatchObject({ committed: false, column: { letter: "B", header: "身份证号" }, counts: { rows: 4, people: 3, errors: 1, matched: 0 }, byCode: { identityFifteen: 1 } });
    expect([await listOf(id), await matches(id)]).toEqual([undefined, []]);
  });

  it("holds its hits against whoever applied before, and whoever applies later", async () => {
    const [known, later] = [fresh(), fresh()];
    await bring(desk, [known], "surveyed");
    const { id, report } = await take(csv([known.numbers[1] ?? "", later.numbers[0] ?? "", "62062319800101001X"]));
    expect(report.counts).toMatchObject({ people: 2, matched: 1, errors: 1 });
    expect(await rechecked()).toEqual([known.id]);
    expect(await listOf(id)).toMatchObject({ kind: "vehicle", people: 2, done: 2, matched: 1, state: "done", by: personAt(desk.town, "officer").uid });
    expect((await matches(id)).map((doc) => doc.get("hits"))).toEqual([1, 2].map(() => [{ kind: "vehicle", list: id }]));
  });

  it.each([
    ["vehicle", "OL-01"], ["payroll", "OL-02"], ["business", "OL-03"], ["housing", "OL-04"], ["death", "OL-05"], ["staffRelative", "EX-05"],
  ] as const)("of the kind %s raises the question %s about the household, and about no other", async (kind, rule) => {
    const [met, other] = [fresh(), fresh()];
    await bring(desk, [met, other], "surveyed");
    const before = await rulesOf(met);
    await take(csv(met.numbers.slice(1, 2)), { kind });
    await rechecked();
    expect(before).not.toContain(rule);
    expect([(await rulesOf(met)).includes(rule), (await rulesOf(other)).includes(rule)]).toEqual([true, false]);
  });

  it("leaves neither a name nor a number of it anywhere", async () => {
    const { numbers } = fresh();
    const { id, report } = await take(`姓名,号码,身份证号\n独特之名,甘H7X7X7,${numbers[0]}`);
    const audit = await desk.db.collection("audit").where("subject", "==", id).get();
    const written = [report, await listOf(id), ...(await matches(id)).map((doc) => [doc.id, doc.data()]), ...audit.docs.map((doc) => doc.data())];
    expect(JSON.stringify(written)).not.toMatch(new RegExp(`独特之名|甘H7X7X7|${numbers[0]}`));
    expect(audit.docs.map((doc) => [doc.get("what"), doc.get("reason")])).toEqual([["takeList", "县交警大队 2014 年 6 月"]]);
  });

  it("is an .xlsx as well, and opened with the same care", async () => {
    const { numbers } = fresh();
    const file = (await writeWorkbook({ name: "名单", rows: [["车主", "身份证明号码"], ...numbers.map((number) => ["某某", number])] })).toString("base64");
    const { report } = await take("", { file, text: undefined });
    expect(report.counts).toMatchObject({ rows: 3, people: 3 });
    expect(await refusal(take("", { file: Buffer.from("d0cf11e0a1b11ae1", "hex").toString("base64"), text: undefined }))).toBe("fileOld");
  });

  it("brought twice under one id is one list", async () => {
    const sample = fresh();
    const text = csv(sample.numbers);
    const { id } = await take(text, { kind: "payroll" });
    await take(text, { id, kind: "payroll" });
    expect((await matches(id)).map((doc) => doc.get("hits"))).toEqual(sample.numbers.map(() => [{ kind: "payroll", list: id }]));
    expect(await refusal(take(text, { id, kind: "death" }))).toBe("importOfOther");
  });

  it("without a single number is refused", async () => {
    expect(await refusal(take("姓名,身份证号\n某某,无"))).toBe("listEmpty");
  });

  it.each(["committee", "cadre", "mayor", "county", "supervisor", "helper"] as const)("is not for %s to bring", async (as) => {
    expect(await refusal(take(csv(fresh().numbers), { as, commit: false }))).toBe("notHeld");
  });
});

describe("a list of cadres' relatives", () => {
  const nameOf = (seat: Seat) => personAt(desk.town, seat).name;
  const kinList = (lines: readonly (readonly [cadre: string, number: string | undefined])[]) =>
    take(`干部姓名,干部身份证号,关系,亲属姓名,亲属身份证号\n${lines.map(([cadre, number]) => `${cadre},620623197001011234,兄弟,某某,${number}`).join("\n")}`, { kind: "staffRelative" });
  const recusedFrom = async ({ id }: Sample) => (await desk.look(paths.application(id)))?.["recused"];

  it("keeps the cadre away from the relative's household as a declaration would: who applied before, and who applies later", async () => {
    const [known, later] = [fresh(), fresh()];
    await bring(desk, [known], "nominated");
    const { report } = await kinList([[nameOf("cadre"), known.numbers[1]], [nameOf("cadre"), later.numbers[2]]]);
    expect(report).toMatchObject({ column: { header: "亲属身份证号" }, counts: { people: 2 }, kin: { recusing: 2, nameless: 0 } });
    expect(await rechecked()).toEqual([known.id]);
    expect(await recusedFrom(known)).toEqual([personAt(desk.town, "cadre").uid]);
    expect(verdict(await desk.act("cadre", verification([known])))).toBe("recused");
    expect(verdict(await desk.act("officer", verification([known])))).toBe("nominated");
    await bring(desk, [later], "submitted");
    expect(verdict(await desk.act("cadre", survey(later)))).toBe("recused");
    expect(verdict(await desk.act("officer", survey(later)))).toBe("surveyed");
  });

  it("keeps away whoever is named, in a village or above it, and each of two who are one person's relatives", async () => {
    const sample = fresh();
    await bring(desk, [sample], "surveyed");
    await kinList([[nameOf("mayor"), sample.numbers[0]], [nameOf("committee"), sample.numbers[0]]]);
    await rechecked();
    expect(((await recusedFrom(sample)) as string[]).sort()).toEqual([personAt(desk.town, "committee").uid, personAt(desk.town, "mayor").uid].sort());
  });

  it("whose cadre nobody knows keeps nobody away, says so before it is matched, and stands before the town's review instead", async () => {
    const sample = fresh();
    await bring(desk, [sample], "nominated");
    const { report } = await kinList([["无此人", sample.numbers[1]]]);
    expect(report.kin).toEqual({ recusing: 0, nameless: 1 });
    await rechecked();
    expect([await recusedFrom(sample), (await rulesOf(sample)).includes("EX-05")]).toEqual([[], true]);
    for (const seat of ["committee", "officer", "cadre"] as const) await applied(desk.act(seat, verification([sample])));
    expect((await desk.look(paths.application(sample.id)))?.["questions"]).toMatchObject({ rules: ["EX-05"] });
  });

  it("keeps of a cadre the account alone, and takes nobody's recusal back when it goes", async () => {
    const sample = fresh();
    await bring(desk, [sample], "surveyed");
    const { id } = await kinList([[nameOf("cadre"), sample.numbers[0]]]);
    await rechecked();
    const written = JSON.stringify([await listOf(id), (await matches(id)).map((doc) => doc.data())]);
    expect(written).not.toContain(nameOf("cadre"));
    await removeList(await getCaller(personAt(desk.town, "officer").uid), { list: id, reason: "名单有误" });
    await rechecked();
    expect([await recusedFrom(sample), await matches(id)]).toEqual([[personAt(desk.town, "cadre").uid], []]);
  });
});

describe("the list of minimum living", () => {
  it("is whole: a household that says it is on it, and is not, is asked as well (OL-08), a lead that nobody has to answer", async () => {
    const [marked, listed] = [fresh(), fresh()];
    for (const { survey: { shown } } of [marked, listed]) Object.assign((shown as { head: object }).head, { attribute: "minLiving" });
    await bring(desk, [marked, listed], "surveyed");
    expect(await rulesOf(marked)).not.toContain("OL-08");
    const { id } = await take(csv(listed.numbers.slice(0, 1)), { kind: "lowIncomeAid" });
    expect((await rechecked()).filter((one) => [marked.id, listed.id].includes(one)).length).toBe(2);
    const row = async (sample: Sample) => (((await desk.look(paths.findings(sample.id)))?.["rows"] ?? []) as FindingRow[]).find(({ rule, settledAt }) => rule === "OL-08" && settledAt === null);
    expect([(await row(marked))?.level, await row(listed)]).toEqual(["lead", undefined]);
    const after = fresh();
    Object.assign((after.survey.shown as { head: object }).head, { attribute: "minLiving" });
    await bring(desk, [after], "surveyed");
    expect((await row(after))?.level).toBe("lead");
    await removeList(await getCaller(personAt(desk.town, "officer").uid), { list: id, reason: "民政重新提供" });
    await rechecked();
    expect([await row(marked), await row(after)]).toEqual([undefined, undefined]);
  });
});

describe("the end of a list", () => {
  const shared = async () => {
    const sample = fresh();
    await bring(desk, [sample], "surveyed");
    const [first, second] = [await take(csv(sample.numbers)), await take(csv(sample.numbers.slice(0, 1)), { kind: "death" })];
    await rechecked();
    return { sample, first: first.id, second: second.id };
  };
  const hitsOf = async ({ numbers }: Sample, lists: readonly string[]) => {
    const found = (await Promise.all(lists.map(matches))).flat();
    const kinds = new Map(found.map((doc) => [doc.id, (doc.get("hits") as { kind: string }[]).map(({ kind }) => kind)]));
    return { people: numbers.length, kinds: [...kinds.values()].sort() };
  };

  it("takes away its own hits and no other's, and has the households checked anew", async () => {
    const { sample, first, second } = await shared();
    const office = await getCaller(personAt(desk.town, "office").uid);
    expect(await removeList(office, { list: first, reason: "名单有误，重新提供" })).toEqual({ removed: true });
    expect(await rechecked()).toEqual([sample.id]);
    expect([await listOf(first), await hitsOf(sample, [first, second])]).toEqual([undefined, { people: 3, kinds: [["death"]] }]);
    expect((await desk.db.collection("audit").where("subject", "==", first).get()).docs.map((doc) => doc.get("what")).sort()).toEqual(["removeList", "takeList"]);
    expect(await refusal(removeList(office, { list: first, reason: "再删一次" }))).toBe("listUnknown");
  });

  it("comes by itself after the campaign's days, and not before", async () => {
    const { sample, first, second } = await shared();
    const at = (days: number) => new Date(Date.now() + days * 86_400_000);
    await runUpkeep(at(179));
    expect((await matches(first)).length).toBe(3);
    /* A run takes a few lists away, the oldest first. */
    for (let expired = 1; expired > 0;) ({ expired } = await runUpkeep(at(181)));
    for (const list of [first, second]) expect([await listOf(list), await matches(list)]).toEqual([undefined, []]);
    await rechecked();
    const { rows } = (await desk.look(paths.findings(sample.id))) as { rows: { rule: string; settledAt: unknown }[] };
    expect(rows.filter(({ rule, settledAt }) => rule.startsWith("OL-") && settledAt === null)).toEqual([]);
  });

  it.each(["committee", "mayor", "supervisor"] as const)("is not for %s to bring about", async (as) => {
    const { id } = await take(csv(fresh().numbers));
    expect(await refusal(removeList(await getCaller(personAt(desk.town, as).uid), { list: id, reason: "不想要了" }))).toBe("notHeld");
    expect((await matches(id)).length).toBe(3);
  });
});
