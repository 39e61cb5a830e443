import type { Firestore } from "@google-cloud/firestore";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { proposeSplit } from "@domain/quota/split.ts";
import type { Applicant } from "../play/applicant.ts";
import { draftOf } from "../play/applicant.ts";
import { Company } from "../play/company.ts";
import { allOf, limiter } from "../play/limiter.ts";
import type { Addresses } from "../play/player.ts";
import { newId } from "../play/player.ts";
import { Stage } from "../play/stage.ts";
import { object } from "../play/steps/objections.ts";
import { review } from "../play/steps/reviews.ts";
import { appraise, apply, publish, survey, verify, withdraw } from "../play/steps/village.ts";
import { openAccounts, uidOf } from "./accounts.ts";
import { openDatabase, withAccounts } from "./admin.ts";
import { CAMPAIGN_ID, campaign2013, TOWN } from "./campaign2013.ts";
import { CAST, committeeOf, describe, PASSWORD } from "./cast.ts";
import type { Listed } from "./register.ts";
import { writeRegister } from "./register.ts";

/** Where a household of the demo stops; `held` and `returned` are states with something to them. */
type Stop =
  | "draft" | "submitted" | "withdrawn" | "surveyed" | "notNominated" | "nominated" | "verified" | "villageNotice" | "held"
  | "townReview" | "returned" | "rejected" | "townApproved" | "townNotice" | "countyReview" | "approved";

/** The order in which households part from the others, and what they have behind them by then. */
const ORDER: readonly Stop[] = [
  "draft", "submitted", "withdrawn", "surveyed", "notNominated", "nominated", "verified", "villageNotice", "held",
  "townReview", "returned", "rejected", "townApproved", "townNotice", "countyReview", "approved",
];

/** How many households of each list stop where, per village; `approved` is where the exit list's are out of poverty. */
const VILLAGES_OF_THE_DEMO = [
  {
    code: "620623105206", name: "阳屲村",
    identify: { draft: 1, submitted: 3, withdrawn: 1, surveyed: 3, notNominated: 1, nominated: 2, verified: 2, villageNotice: 3, held: 1, townReview: 2, returned: 1, rejected: 1, townApproved: 1, townNotice: 2, countyReview: 2, approved: 2 },
    exit: { draft: 1, submitted: 1, withdrawn: 1, surveyed: 1, notNominated: 1, nominated: 1, verified: 1, villageNotice: 1, held: 1, townReview: 1, returned: 1, rejected: 1, townApproved: 1, townNotice: 1, countyReview: 1, approved: 1 },
  },
  { code: "620623105205", name: "麻渣塘村", identify: { submitted: 2, surveyed: 2, verified: 1, townReview: 3, countyReview: 1 }, exit: { surveyed: 1 } },
  { code: "620623105203", name: "野狐川村", identify: { submitted: 1, surveyed: 1, nominated: 1 }, exit: {} },
] as const satisfies readonly { code: string; name: string; identify: Partial<Record<Stop, number>>; exit: Partial<Record<Stop, number>> }[];

type Household = Applicant & { stop: Stop };
type Suite = Addresses & { hosting: string; functionsBaseUrl: string };

/** A notice of the demo's past hangs so long; those that stay open hang as long as the plan says. */
const PAST_NOTICE = { unit: "seconds", count: 3 } as const;

/** Everybody who may sign in. */
export async function accounts(): Promise<{ role: string; zh: string; email: string; password: string }[]> {
  return CAST.map((member) => ({ ...describe(member), email: member.email, password: PASSWORD }));
}

/** The town of 2013 as `npm start` shows it: accounts, campaign, split, last year's register, households in every state. */
export async function seed(suite: Suite) {
  const db = openDatabase(suite);
  const company = new Company(suite);
  const stage = new Stage({ campaign: CAMPAIGN_ID, suite, limit: limiter(8) });
  try {
    await withAccounts(suite, (auth) => openAccounts({ auth, db }, CAST));
    await openCampaign(stage, company);
    const households = await invite(db);
    await allOf(VILLAGES_OF_THE_DEMO.map(({ code }) => toTheVerifiers({ stage, company, db }, households.filter(({ village }) => village.code === code))));
    await db.doc(paths.campaign(CAMPAIGN_ID)).update({ "notice.village": PAST_NOTICE, "notice.town": PAST_NOTICE });
    await allOf(VILLAGES_OF_THE_DEMO.map(({ code }) => throughThePast({ stage, company, db }, households.filter(({ village }) => village.code === code))));
    const { notice } = campaign2013(new Date());
    await db.doc(paths.campaign(CAMPAIGN_ID)).update({ notice });
    await openNotices({ stage, company, db }, households);
    const entered = households.filter(({ stop }) => stop === "approved").length;
    return { accounts: await accounts(), summary: [`${households.length} invented households of 3 villages, in every state; ${entered} of them through the county.`] };
  } finally {
    await company.leave();
    await db.terminate();
  }
}

type Scene = { stage: Stage; company: Company; db: Firestore };

async function openCampaign(stage: Stage, company: Company): Promise<void> {
  const settings = campaign2013(new Date());
  await stage.act(await company.office(), { type: "saveCampaign", area: TOWN, targets: [CAMPAIGN_ID], input: { settings, open: true } });
  const rows = Object.entries(proposeSplit(settings.quota, settings.villages)).map(([village, shares]) => ({ village, ...shares, reason: "" }));
  const [first, second] = rows;
  if (first && second) {
    Object.assign(first, { identify: first.identify - 5, reason: "两户已迁出" });
    Object.assign(second, { identify: second.identify + 5, reason: "接收迁入两户" });
  }
  await stage.act(await company.officer(), { type: "splitQuota", area: TOWN, targets: [CAMPAIGN_ID], input: { rows } });
}

/** Invents the households, and the entries of last year's register that the exits leave. */
async function invite(db: Firestore): Promise<Household[]> {
  let number = 0;
  const households = VILLAGES_OF_THE_DEMO.flatMap(({ code, name, ...lists }) =>
    (["identify", "exit"] as const).flatMap((track) =>
      (Object.entries(lists[track]) as [Stop, number][]).flatMap(([stop, many]) =>
        Array.from({ length: many }, (): Household => {
          number += 1;
          /* The exits of a village are a dozen people in all. */
          return { id: newId(), village: { code, name }, track, seed: 100 + number, people: track === "exit" ? 1 : 1 + (number % 6), stop };
        }),
      ),
    ),
  );
  const leaving = households.filter(({ track }) => track === "exit");
  const staying: Listed[] = campaign2013(new Date()).villages.flatMap(({ code, name }, at) =>
    Array.from({ length: 6 }, (_, one) => ({ village: { code, name }, seed: 1000 + at * 10 + one, people: 1 + ((at + one) % 5) })),
  );
  const entries = await writeRegister(db, "saishisi", [...leaving, ...staying]);
  leaving.forEach((household, at) => Object.assign(household, { entry: entries[at] }));
  return households;
}

/** Those who come as far as this state, or farther. */
const reaching = (households: Household[], stop: Stop) => households.filter((one) => ORDER.indexOf(one.stop) >= ORDER.indexOf(stop));
const at = (households: Household[], ...stops: Stop[]) => households.filter(({ stop }) => stops.includes(stop));

/** Applications, surveys, the meeting, the three verifications. */
async function toTheVerifiers({ stage, company, db }: Scene, households: Household[]): Promise<void> {
  const code = households[0]?.village.code ?? "";
  const [committee, cadre, officer] = await allOf([company.committee(code), company.cadre(code), company.officer()]);
  if (!committee || !cadre || !officer) return;
  await allOf(at(households, "draft").map((one) => keepDraft(db, one)));
  await allOf(reaching(households, "submitted").map(async (one, place) => {
    const byFarmer = one.track === "identify" && place % 4 === 0;
    await apply(stage, byFarmer ? await company.farmer(one.id) : committee, one);
    if (byFarmer) await company.farmerLeaves(one.id);
  }));
  for (const one of at(households, "withdrawn")) await withdraw(stage, committee, one);
  await allOf(reaching(households, "surveyed").map((one) => survey(stage, cadre, one)));
  await appraise(stage, committee, reaching(households, "notNominated"), { present: 40, outvoted: at(households, "notNominated") });
  await verify(stage, committee, reaching(households, "nominated"));
  await verify(stage, officer, reaching(households, "verified"));
  await verify(stage, cadre, reaching(households, "verified"));
}

/** The clerk's draft, as the client keeps it. */
async function keepDraft(db: Firestore, one: Household): Promise<void> {
  const { village: { code }, track, entry } = one;
  await db.doc(paths.application(one.id)).set({
    campaign: CAMPAIGN_ID, track, village: code, areas: areasOf(code), status: "draft", applicant: null,
    createdBy: uidOf(committeeOf(code)), createdAt: new Date(), form: draftOf(one).shown, household: entry ?? null,
  });
}

/** The notices and reviews that lie behind some of them. */
async function throughThePast({ stage, company }: Scene, households: Household[]): Promise<void> {
  const code = households[0]?.village.code ?? "";
  const [committee, officer, town, county] = await allOf([company.committee(code), company.officer(), company.town(), company.county()]);
  const past = reaching(households, "townReview");
  if (!committee || !officer || !town || !county || past.length === 0) return;
  await stage.ending(committee, (await publish(stage, committee, past)).id, 60);
  const [returned, rejected] = [at(past, "returned"), at(past, "rejected")];
  await review(stage, town, past.filter(({ stop }) => stop !== "townReview"), { returned, rejected });
  const second = reaching(past, "countyReview");
  if (second.length === 0) return;
  await stage.ending(officer, (await publish(stage, officer, second)).id, 60);
  await review(stage, county, at(second, "approved"), {});
}

/** The notices that hang now, one line of the first held by an objection for each list. */
async function openNotices({ stage, company }: Scene, households: Household[]): Promise<void> {
  for (const { code } of VILLAGES_OF_THE_DEMO) {
    const own = households.filter(({ village }) => village.code === code);
    const [committee, officer] = [await company.committee(code), await company.officer()];
    const first = at(own, "villageNotice", "held");
    if (first.length > 0) {
      const { id, serials } = await publish(stage, committee, first);
      for (const held of at(first, "held")) await object(stage, committee, { notice: id, serial: serials.get(held.id) ?? 1 });
    }
    const second = at(own, "townNotice");
    if (second.length > 0) await publish(stage, officer, second);
  }
}
