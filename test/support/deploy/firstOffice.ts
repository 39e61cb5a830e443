/**
 * `npm run first-office -- --project ID --campaign FILE --name NAME --email E-MAIL`: the first account of a town, its
 * campaign's office, who makes all the others. Prints a link by which this person sets a password; nobody else knows one.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { CampaignSettings } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import type { Audit } from "@domain/records.ts";
import { areasOf } from "@domain/areas.ts";
import { openDatabase, withAccounts } from "../../seed/admin.ts";
import { currentSuite } from "../suite/suite.ts";
import { openAccount, type Registers } from "./account.ts";
import { StepFailed } from "./runSteps.ts";

/** Who is to be the office of which town. */
export type FirstOffice = { town: string; name: string; email: string };

/** Makes the account, or only a new link when it is there. @throws StepFailed when the town has another office already. */
export async function openFirstOffice(registers: Registers, { town, name, email }: FirstOffice): Promise<{ made: boolean; link: string }> {
  const { auth, db } = registers;
  const held = await db.collection("staff").where("roles.campaignOffice", "array-contains", town).limit(20).get();
  const isOwn = held.docs.some((doc) => doc.get("email") === email);
  if (!held.empty && !isOwn)
    throw new StepFailed(`The town ${town} has an office already.`, ["its office makes further accounts in the room 工作人员 (/staff/accounts)", "whoever forgot the password: the same command with the office's own e-mail"]);
  const uid = isOwn ? undefined : await openAccount(registers, { name, email, roles: { campaignOffice: [town] }, by: "administrator" });
  if (!isOwn && !uid) throw new StepFailed("This e-mail belongs to another account.", ["name another e-mail"]);
  if (uid) {
    const audit: Audit = { what: "saveStaff", by: "administrator", at: new Date(), areas: areasOf(town), subject: uid, reason: "firstOffice" };
    await db.doc(paths.audit(randomUUID())).create(audit);
  }
  return { made: uid !== undefined, link: await auth.generatePasswordResetLink(email) };
}

/** The campaign as the office will save it: read here, so that a mistake in it shows before anybody depends on it. */
export async function readCampaign(file: string): Promise<CampaignSettings> {
  const parsed = CampaignSettings.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new StepFailed(`${file} is no campaign: ${parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")}`, ["docs/deploy/town.example.json is one"]);
}

/** At the emulators that are up, or at the project itself with the administrator's own credentials. */
async function withRegisters<T>(project: string, work: (registers: Registers) => Promise<T>): Promise<T> {
  const suite = await currentSuite();
  const isLocal = suite?.projectId === project;
  if (!isLocal && project.startsWith("demo-")) throw new StepFailed(`${project} is not up on this machine.`, ["npm start"]);
  const db = openDatabase(isLocal ? suite : { projectId: project });
  try {
    return await withAccounts(isLocal ? suite : { projectId: project }, (auth) => work({ auth, db }));
  } finally {
    await db.terminate();
  }
}

async function main(): Promise<void> {
  const text = { type: "string", default: "" } as const;
  const { values: { project, campaign, name, email } } = parseArgs({ options: { project: text, campaign: text, name: text, email: text } });
  if (!project || !campaign || !name || !email.includes("@"))
    throw new StepFailed("Which project, campaign, name and e-mail?", ["npm run first-office -- --project ID --campaign docs/deploy/town.example.json --name NAME --email E-MAIL"]);
  const { town } = await readCampaign(campaign);
  const { made, link } = await withRegisters(project, (registers) => openFirstOffice(registers, { town: town.code, name, email }));
  console.log(made ? `The office of ${town.zh} (${town.code}) has its account.` : "The account was there already and is as it was.");
  console.log(`By this link its password is set, once. Give it to this person alone:\n${link}`);
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    if (!(error instanceof StepFailed)) {
      console.error(`${error instanceof Error ? error.message : String(error)}\n  way out: gcloud auth application-default login`);
      process.exitCode = 1;
      return;
    }
    console.error(error.message);
    for (const way of error.wayOut) console.error(`  way out: ${way}`);
    process.exitCode = 1;
  });
}
