import { areasOf } from "@domain/areas.ts";
import type { Campaign, VillageProgress } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import { Household } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { villageSums } from "../../functions/src/services/checkRecords.ts";
import { Desk } from "./desk.ts";
import type { Village } from "../functions/town.ts";

/** What a village's own form is compared with: the sums of all its registered households, to the last one. */

/** More than one reading takes, and more than a village of the plan has. */
const MANY = 2_050;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ number: 38, seconds: 1 });
});
afterAll(() => desk.close());

type Entered = { village: Village; serial: number; status?: Household["status"]; form?: object };

/** Writes entries of the register as the county's approval and the form leave them; without `form` none was completed. */
async function enter(entries: readonly Entered[]): Promise<void> {
  const writer = desk.db.bulkWriter();
  for (const { village: { code }, serial, status = "registered", form } of entries) {
    const no = `${code}${String(serial).padStart(4, "0")}`;
    const entry = Household.parse({
      register: desk.town.settings.register, no, campaign: desk.town.campaign, application: null, village: code, areas: areasOf(code), householder: "某某",
      groupName: "一社", memberCount: 2, mainCause: null, status, since: new Date(), exit: null, year: form ? 2013 : null, ended: null,
    });
    const home = paths.household(`${desk.town.settings.register}-${no}`);
    void writer.set(desk.db.doc(home), entry);
    if (form) void writer.set(desk.db.doc(paths.version(home, 2013)), { form });
  }
  await writer.close();
}

const sumsOf = async ({ code }: Village) => {
  const campaign = (await desk.look(paths.campaign(desk.town.campaign))) as Campaign;
  const progress = (await desk.look(paths.village(desk.town.campaign, code))) as VillageProgress;
  return desk.db.runTransaction((tx) => villageSums({ db: desk.db, tx }, campaign, progress));
};

const WHOLE = { members: [{}, {}], living: { dangerGrade: "gradeC", waterSafe: false }, land: { farmland: 0.1 } };

describe("the sums of a village's registered households", () => {
  it(`count every one of ${MANY}, and nobody else's`, async () => {
    const { first, second } = desk.town;
    const own = Array.from({ length: MANY }, (_, at) => ({ village: first, serial: at + 1, form: WHOLE }));
    await enter([...own, { village: first, serial: 9001, status: "ended", form: WHOLE }, { village: first, serial: 9002 }, { village: second, serial: 1, form: WHOLE }]);
    const { identified, quota } = await sumsOf(first);
    expect(identified).toMatchObject({ households: MANY, people: 2 * MANY, dangerousHouse: MANY, waterUnsafe: MANY, waterDifficult: 0, land: { farmland: MANY / 10, pasture: 0 } });
    expect(quota).toEqual(expect.any(Number));
  });

  it("take what an imported household tells, however little", async () => {
    await enter([{ village: desk.town.third, serial: 1, form: { members: [{}] } }, { village: desk.town.third, serial: 2, form: WHOLE }]);
    expect((await sumsOf(desk.town.third)).identified).toMatchObject({ households: 2, people: 3, dangerousHouse: 1, land: { farmland: 0.1 } });
  });
});
