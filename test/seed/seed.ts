/** The demo's data, put in through the same doors that everybody uses: people signed in, under the rules. */
import type { Firestore, QueryDocumentSnapshot } from "@google-cloud/firestore";
import type { CampaignSettings } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import { proposeSplit } from "@domain/quota/split.ts";
import { ROLES } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import { Status, statusOf } from "@domain/status.ts";
import { Company } from "../play/company.ts";
import { allOf, limiter } from "../play/limiter.ts";
import { splitOf } from "../play/plan.ts";
import type { Addresses } from "../play/player.ts";
import { newId } from "../play/player.ts";
import { Stage } from "../play/stage.ts";
import { warmUp } from "../play/steps/http.ts";
import { openAccounts } from "./accounts.ts";
import { openDatabase, withAccounts } from "./admin.ts";
import { CAMPAIGN_ID, campaign2013, rehearsal, TOWN, VILLAGES } from "./campaign2013.ts";
import { CAST, cadreOf, castMember, committeeOf, describe, helpersOf, PASSWORD, unitOf } from "./cast.ts";
import type { End } from "./demoHouseholds.ts";
import { DEMO } from "./demoHouseholds.ts";
import { intoService } from "./demoService.ts";
import { goItsWay, goOn, markVillages, villageWays } from "./demoVillages.ts";
import type { Demo, Shown } from "./demoWay.ts";
import { publishOpenNotices, throughShortNotices, towardsNotice } from "./demoWay.ts";
import type { Listed } from "./register.ts";
import { writeRegister } from "./register.ts";

type Suite = Addresses & { hosting: string; functionsBaseUrl: string };
export type Account = { role: string; zh: string; email: string; password: string };
export type Seeded = { accounts: Account[]; summary: string[] };

/** Short notices while households are brought past them: the first leaves time for an objection. Seconds. */
const SHORT = { village: 8, town: 2 };
const AT_ONCE = 8;

/** Who may sign in to look around: the offices, the first two villages, and who helps the second. The others are called the same way. */
export async function accounts(): Promise<Account[]> {
  const offices = ["office", "officer", "town", "county", "group", "supervisor"].map(castMember);
  const villages = VILLAGES.slice(0, 2).flatMap(({ code }) => [committeeOf(code), cadreOf(code)]);
  const helpers = VILLAGES.slice(1, 2).flatMap(({ code }) => [...helpersOf(code), unitOf(code)]);
  return [...offices, ...villages, ...helpers].map((member) => {
    const { role, zh } = describe(member);
    return { role: ROLES[role].en, zh, email: member.email, password: PASSWORD };
  });
}

/** Puts in accounts, last year's register, the campaign and households in every state. @throws when it has been done. */
export async function seed(suite: Suite): Promise<Seeded> {
  const db = openDatabase(suite);
  try {
    if ((await db.doc(paths.campaign(CAMPAIGN_ID)).get()).exists)
      throw new Error(`The campaign ${CAMPAIGN_ID} is there already.`);
    await withAccounts(suite, (auth) => openAccounts({ auth, db }, CAST));
    const households = castDemo(await writeLastYear(db));
    await play(suite, households);
    return { accounts: await accounts(), summary: await summarise(db) };
  } finally {
    await db.terminate();
  }
}

const placeOf = (index: number) => {
  const { code = "", name = "" } = VILLAGES[index] ?? {};
  return { code, name };
};

/** Last year's register: in each village as many people as leave by the plan's split, and three households that stay. */
async function writeLastYear(db: Firestore): Promise<Map<number, (Listed & { id: string })[]>> {
  const split = proposeSplit(campaign2013(new Date()).quota, VILLAGES);
  const listed = VILLAGES.flatMap(({ code }, index) => {
    const leaving = split[code]?.exit ?? 0;
    const sizes = Array.from({ length: Math.ceil(leaving / 1.5) }, (_, at) => 1 + (at % 2));
    const over = sizes.reduce((sum, size) => sum + size, 0) - leaving;
    const exact = sizes.map((size, at) => (at === 1 ? size - over : size));
    return [...exact, 3, 4, 5].map((people, at) => ({
      index,
      village: placeOf(index),
      seed: 10_000 + index * 40 + at,
      people,
    }));
  });
  const ids = await writeRegister(db, CAMPAIGN_ID, listed);
  const entries = listed.map((one, at) => ({ ...one, id: ids[at] ?? "" }));
  return new Map(VILLAGES.map((_, index) => [index, entries.filter((one) => one.index === index)]));
}

/** Everybody who is there to see; exits take the village's entries in order. */
function castDemo(lastYear: Map<number, (Listed & { id: string })[]>): Map<string, Shown[]> {
  const households = new Map<string, Shown[]>();
  let seedNumber = 0;
  for (const { village: index, track, some } of DEMO) {
    const entries = [...(lastYear.get(index) ?? [])];
    const place = placeOf(index);
    const shown = (Object.entries(some) as [End, number][]).flatMap(([end, count]) =>
      Array.from({ length: count }, (): Shown => {
        seedNumber += 1;
        const entry = track === "exit" ? entries.shift() : undefined;
        const own = { id: newId(), village: place, track, end };
        if (entry) return { ...own, seed: entry.seed, people: entry.people, entry: entry.id, farmer: false };
        return {
          ...own,
          seed: seedNumber,
          people: 1 + ((seedNumber * 5) % 6),
          farmer: end !== "draft" && seedNumber % 5 === 0,
        };
      }),
    );
    households.set(place.code, [...(households.get(place.code) ?? []), ...shown]);
  }
  return households;
}

async function play(suite: Suite, households: Map<string, Shown[]>): Promise<void> {
  const stage = new Stage({ campaign: CAMPAIGN_ID, suite, limit: limiter(AT_ONCE) });
  const company = new Company(suite);
  const demos: Demo[] = [...households].map(([village, shown]) => ({
    stage,
    company,
    village,
    households: shown,
  }));
  /* A campaign that begins with seconds is a rehearsal and stays one: the demo's people are invented anyway. */
  const real = { ...campaign2013(new Date()), register: CAMPAIGN_ID, rehearsal: true };
  const seconds = (count: number) => ({ unit: "seconds" as const, count });
  const short = {
    ...rehearsal(CAMPAIGN_ID, new Date(), SHORT.village),
    notice: { village: seconds(SHORT.village), town: seconds(SHORT.town) },
  };
  try {
    await save(stage, company, short);
    await split(stage, company);
    const town = { stage, company, seconds: SHORT.town };
    await markVillages(town);
    const warm = warmUp(stage);
    const ways = demos.map(async (demo) => {
      await towardsNotice(demo);
      await warm;
      await throughShortNotices(demo);
      await intoService(demo);
    });
    const villages = villageWays(town).map(async (way) => ({ way, village: await warm.then(() => goItsWay(way)) }));
    await allOf<unknown>([warm, ...ways, ...villages]);
    await save(stage, company, real);
    await allOf(demos.map(publishOpenNotices));
    for (const { way, village } of await allOf(villages)) await goOn(way, village);
  } finally {
    await company.leave();
  }
}

async function save(stage: Stage, company: Company, settings: CampaignSettings): Promise<void> {
  await stage.act(await company.office(), {
    type: "saveCampaign",
    area: TOWN,
    targets: [CAMPAIGN_ID],
    input: { settings, open: true },
  });
}

async function split(stage: Stage, company: Company): Promise<void> {
  const rows = splitOf(campaign2013(new Date()).quota, VILLAGES);
  await stage.act(await company.officer(), {
    type: "splitQuota",
    area: TOWN,
    targets: [CAMPAIGN_ID],
    input: { rows },
  });
}

async function summarise(db: Firestore): Promise<string[]> {
  const { docs } = await db
    .collection("applications")
    .where("campaign", "==", CAMPAIGN_ID)
    .select("status", "track")
    .get();
  const [villages, households] = [true, false].map((isVillage) => docs.filter((doc) => (doc.get("track") === "village") === isVillage));
  return [
    `${households?.length} households of ${VILLAGES.length} villages: ${inWords(households ?? [], "identify")}`,
    `${villages?.length} villages on their own way: ${inWords(villages ?? [], "village")}`,
  ];
}

function inWords(docs: readonly QueryDocumentSnapshot[], track: Track): string {
  const counts = Map.groupBy(docs, (doc) => doc.get("status") as Status);
  const known = Status.options.filter((status) => counts.has(status));
  return known.map((status) => `${statusOf(track, status).zh} ${counts.get(status)?.length}`).join("、");
}
