import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import type { CampaignSettings, QuotaMode } from "@domain/campaign.ts";
import type { Staff } from "@domain/records.ts";
import { paths } from "@domain/paths.ts";
import { proposeSplit } from "@domain/quota/split.ts";
import { proposeVillages } from "@domain/quota/villages.ts";
import type { StaffRole } from "@domain/roles.ts";
import type { Firestore } from "@google-cloud/firestore";
import { newId } from "../play/player.ts";
import { withAccounts } from "../seed/admin.ts";
import { COUNTY, rehearsal } from "../seed/campaign2013.ts";
import { PASSWORD } from "../seed/cast.ts";
import { chanceOf, inventEthnicity, inventName, inventSurname } from "../seed/inventNames.ts";

/** Everybody in a test: one role each. `first` to `third` are the town's villages. */
export const SEATS = {
  office:         ["campaignOffice",   "town"],
  officer:        ["povertyOfficer",   "town"],
  officer2:       ["povertyOfficer",   "town"],
  mayor:          ["townGovernment",   "town"],
  county:         ["countyOffice",     "county"],
  supervisor:     ["supervisor",       "town"],
  committee:      ["villageCommittee", "first"],
  committee2:     ["villageCommittee", "first"],
  cadre:          ["villageCadre",     "first"],
  neighbour:      ["villageCommittee", "second"],
  neighbourCadre: ["villageCadre",     "second"],
  helper:         ["helper",           "first"],
  helper2:        ["helper",           "first"],
  neighbourHelper: ["helper",         "second"],
  unit:           ["supportUnit",      "first"],
  group:          ["countyLeadingGroup", "county"],
} as const satisfies Record<string, readonly [StaffRole, "county" | "town" | "first" | "second" | "third"]>;
export type Seat = keyof typeof SEATS;
export const ALL_SEATS = Object.keys(SEATS) as Seat[];

export type Village = { code: string; name: string };

/** A town invented for one test file: a campaign, villages and people of its own, so that no file sees another's. */
export type Town = {
  campaign: string;
  code: AreaCode;
  first: Village;
  second: Village;
  third: Village;
  settings: CampaignSettings;
};

export type Plan = {
  /** Two digits that no other test file uses. */
  number: number;
  /** Of a notice, and of the time for an answer. */
  seconds: number;
  quotaMode?: QuotaMode;
  quota?: { identify: number; exit: number };
  changes?: Partial<CampaignSettings>;
};

/** The campaign of 2013 in another town, in seconds instead of days. */
export function planTown({ number, seconds, quotaMode = "hard", quota = { identify: 3000, exit: 300 }, changes }: Plan): Town {
  const campaign = `town${number}-${newId().slice(0, 10)}`;
  const code = `6206238${String(number).padStart(2, "0")}`;
  const village = (at: number, name: string) => ({ code: `${code}20${at}`, name });
  const [first, second, third] = [village(1, "上河村"), village(2, "下河村"), village(3, "石门村")] as const;
  const settings: CampaignSettings = {
    ...rehearsal(campaign, new Date(), seconds),
    town: { code, zh: "河口镇", en: "Hekou" },
    villages: [first, second, third].map((one) => ({ ...one, aliases: [], population: 1000, stock: 100, rate: 0.3 })),
    quota: { ...quota, villages: 1 },
    quotaMode,
    ...changes,
  };
  return { campaign, code, first, second, third, settings };
}

/** The proposed marking of poor villages (annex 8) as the officer sends it: the first village's, where all are alike. */
export function marksOf({ settings }: Town) {
  return proposeVillages(settings.villages, settings.quota.villages).map(({ code, poor }) => ({ village: code, poor, reason: "" }));
}

/** The proposed split as the officer sends it. */
export function splitOf({ settings }: Town) {
  const proposed = proposeSplit(settings.quota, settings.villages);
  return Object.entries(proposed).map(([village, shares]) => ({ village, ...shares, reason: "" }));
}

export type Person = { uid: string; name: string; email: string; role: StaffRole; area: AreaCode };

/** Who holds a seat in a town. */
export function personAt(town: Town, seat: Seat): Person {
  const [role, at] = SEATS[seat];
  const area = at === "county" ? COUNTY : at === "town" ? town.code : town[at].code;
  const chance = chanceOf(70_000 + ALL_SEATS.indexOf(seat));
  const ethnicity = inventEthnicity(chance);
  const name = inventName(chance, { ethnicity, sex: "female", surname: inventSurname(chance, ethnicity) });
  return { uid: `${seat}-${town.campaign}`, name, email: `${seat}.${town.campaign}@lika.test`, role, area };
}

/** The register of staff as the office's function would have written it. */
export function staffOf({ name, email, role, area }: Person): Staff {
  return { name, email, roles: { [role]: [area] }, areas: areasOf(area), version: 1, disabled: false, updatedAt: new Date(), updatedBy: "seed" };
}

export async function writeStaff(db: Firestore, town: Town): Promise<void> {
  const batch = db.batch();
  for (const person of ALL_SEATS.map((seat) => personAt(town, seat))) batch.set(db.doc(paths.staff(person.uid)), staffOf(person));
  await batch.commit();
}

/** Writes the staff of a town into the register and opens their accounts, so that each can sign in. */
export async function enrol({ db, suite, town }: { db: Firestore; suite: { projectId: string; auth: string }; town: Town }): Promise<void> {
  await writeStaff(db, town);
  await withAccounts(suite, async (accounts) => {
    for (const { uid, email, name, role, area } of ALL_SEATS.map((seat) => personAt(town, seat))) {
      await accounts.createUser({ uid, email, password: PASSWORD, displayName: name });
      await accounts.setCustomUserClaims(uid, { roles: { [role]: [area] }, version: 1 });
    }
  });
}
