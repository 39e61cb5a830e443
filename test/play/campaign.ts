import type { CampaignSettings, VillageProgress } from "@domain/campaign.ts";
import { openAccounts } from "../seed/accounts.ts";
import type { Where } from "../seed/admin.ts";
import { openDatabase, withAccounts } from "../seed/admin.ts";
import { rehearsal, TOWN } from "../seed/campaign2013.ts";
import { CAST, castMember } from "../seed/cast.ts";
import { writeRegister } from "../seed/register.ts";
import type { Applicant } from "./applicant.ts";
import { clerkOf, EXTRAS } from "./cast.ts";
import { Company } from "./company.ts";
import { allOf, limiter } from "./limiter.ts";
import type { CampaignPlan, SplitRows, VillagePlan } from "./plan.ts";
import { planCampaign } from "./plan.ts";
import type { Addresses } from "./player.ts";
import { newId } from "./player.ts";
import type { OnProgress, StageName } from "./progress.ts";
import { Stage } from "./stage.ts";
import { warmUp } from "./steps/http.ts";
import { applicationOf } from "./steps/village.ts";
import { workOf } from "./village.ts";
import { playYear } from "./year.ts";

export type PlayOptions = {
  suite: Addresses & { hosting: string; functionsBaseUrl: string };
  /** About so many households, or the plan's own size. */
  households: number | "full";
  /** How long a notice hangs. */
  seconds: number;
  /** The same seed plays the same households. */
  seed?: number;
  campaign?: string;
  onProgress?: OnProgress;
};

export type Played = {
  campaign: string;
  plan: CampaignPlan;
  stage: Stage;
  /** Each village's counters when everybody was in service, before the yearly update. */
  inService: Map<string, VillageProgress["counts"]>;
  seconds: number;
};

/** More at a time only wait: the local suite hands out events one by one. */
const AT_ONCE = 8;

/**
 * Plays a campaign from its settings to the registers in service and the next January's update, households and
 * villages, by people signed in under the rules, with what goes wrong in life and what must be refused. @throws BrokenPlay when anything is not as expected.
 */
export async function playCampaign(options: PlayOptions): Promise<Played> {
  const { suite, households, seconds, seed = 1, campaign = `rehearsal-${Date.now()}`, onProgress } = options;
  const began = Date.now();
  const settings = rehearsal(campaign, new Date(), seconds);
  const plan = planCampaign({ households, villages: settings.villages, seed });
  await prepare(suite, campaign, plan);
  const stage = new Stage({ campaign, suite, limit: limiter(AT_ONCE), ...(onProgress && { onProgress }) });
  const company = new Company(suite);
  try {
    await warmUp(stage);
    announce(stage, plan);
    await openCampaign(stage, company, { ...settings, quota: { ...settings.quota, ...plan.quota } });
    await split(stage, company, plan.rows);
    await markVillages(stage, company, plan.villages);
    const neighbourOf = (index: number) => plan.villages[(index + 1) % plan.villages.length]?.code ?? "";
    const scenes = plan.villages.map((village) => ({ stage, company, plan: village, neighbour: neighbourOf(village.index), seconds }));
    const years = await allOf(scenes.map(playYear));
    const office = await company.office();
    const inService = await stage.beside(() => office.listProgress(campaign));
    await allOf(years.map((year) => year.playJanuary()));
    return { campaign, plan, stage, inService, seconds: (Date.now() - began) / 1000 };
  } finally {
    await company.leave();
  }
}

/** What a campaign finds: the accounts, and last year's register, of which some leave and some stay. */
async function prepare(suite: PlayOptions["suite"], campaign: string, plan: CampaignPlan): Promise<void> {
  const where: Where = { projectId: suite.projectId, firestore: suite.firestore };
  const db = openDatabase(where);
  try {
    await withAccounts(suite, (auth) => openAccounts({ auth, db }, [...CAST, ...EXTRAS]));
    const leaving = plan.villages.flatMap(({ parts }) => parts.filter(({ track }) => track === "exit"));
    const staying = plan.villages.map(({ code, name, index }) => ({
      village: { code, name },
      seed: 14_000 + index,
      people: 1 + (index % 5),
    }));
    const entries = await writeRegister(db, campaign, [...leaving, ...staying]);
    leaving.forEach((part, at) => Object.assign(part, { entry: entries[at] }));
  } finally {
    await db.terminate();
  }
}

function announce(stage: Stage, { villages }: CampaignPlan): void {
  for (const village of villages)
    for (const [name, households] of Object.entries(workOf(village)) as [StageName, number][])
      stage.expect(name, households);
  stage.expect("village", villages.filter(({ poor }) => poor).length);
}

async function openCampaign(stage: Stage, company: Company, settings: CampaignSettings): Promise<void> {
  const office = await company.office();
  const save = (open: boolean, with_ = settings) => ({
    type: "saveCampaign" as const,
    area: TOWN,
    targets: [stage.campaign],
    input: { settings: with_, open },
  });
  await stage.isRefused(office, save(false, { ...settings, rehearsal: false }), "onlyRehearsal");
  await stage.act(office, save(false));
  const [first] = settings.villages;
  if (first)
    await tooEarly(stage, company, {
      id: newId(),
      village: first,
      track: "identify",
      seed: 14_500,
      people: 3,
    });
  await stage.act(office, save(true));
}

/** Nobody applies before the campaign is open. */
async function tooEarly(stage: Stage, company: Company, applicant: Applicant): Promise<void> {
  await stage.isRefused(
    await company.as(clerkOf(applicant.village.code)),
    applicationOf(applicant),
    "campaignNotOpen",
  );
}

/** The officer splits the size: not to the person, then without a word of why one village differs, then rightly. */
async function split(stage: Stage, company: Company, rows: SplitRows): Promise<void> {
  const officer = await company.as(castMember("officer"));
  const action = (some: SplitRows) => ({
    type: "splitQuota" as const,
    area: TOWN,
    targets: [stage.campaign],
    input: { rows: some },
  });
  await stage.isRefused(
    officer,
    action(rows.map((row, at) => (at === 0 ? { ...row, identify: row.identify + 1 } : row))),
    "quotaNotExact",
  );
  await stage.isRefused(officer, action(rows.map((row) => ({ ...row, reason: "" }))), "overrideNeedsReason");
  await stage.isRefused(officer, action(rows.slice(1)), "quotaVillages");
  await stage.act(officer, action(rows));
}

/** Annex 8: as many as the plan names, by the proposal; one more, or another without a word of why, is refused. */
async function markVillages(stage: Stage, company: Company, villages: readonly VillagePlan[]): Promise<void> {
  const officer = await company.as(castMember("officer"));
  const rows = villages.map(({ code, poor }) => ({ village: code, poor, reason: "" }));
  const action = (some: typeof rows) => ({
    type: "splitVillages" as const,
    area: TOWN,
    targets: [stage.campaign],
    input: { rows: some },
  });
  const first = rows.findIndex(({ poor }) => !poor);
  const last = rows.findIndex(({ poor }) => poor);
  const turned = (...places: number[]) => rows.map((row, at) => (places.includes(at) ? { ...row, poor: !row.poor } : row));
  await stage.isRefused(officer, action(turned(first)), "villagesNotExact");
  await stage.isRefused(officer, action(turned(first, last)), "overrideNeedsReason");
  await stage.act(officer, action(rows));
}
