/** The demo's data: put in once, when there is none. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import "../register.mjs";
import { clientEnvironment, type Addresses } from "./config.ts";
import { ROOT } from "./places.ts";

const SEED = join(ROOT, "test/seed/seed.ts");

/** Somebody one can sign in as; the password is for the demo alone. */
export const Account = z.object({
  role: z.string(),
  zh: z.string(),
  email: z.string(),
  password: z.string(),
});
export type Account = z.infer<typeof Account>;

const Seeded = z.object({ accounts: z.array(Account), summary: z.array(z.string()) });

/** What there is to see and who may sign in. */
export interface Demo {
  readonly accounts: readonly Account[];
  /** What was put in, a line each; empty when the data was there already. */
  readonly summary: readonly string[];
}

/** The seed's module is loaded when it is needed, for it reads the emulators' addresses as it loads. */
interface SeedModule {
  seed(suite: Addresses): Promise<unknown>;
  accounts(): Promise<unknown>;
}

/** Puts the demo's data into a suite that has no campaign yet. Any number of calls, one effect. */
export async function seedIfEmpty(suite: Addresses): Promise<Demo> {
  if (!existsSync(SEED)) return { accounts: [], summary: [] };
  Object.assign(process.env, clientEnvironment(suite));
  const module: SeedModule = await import(pathToFileURL(SEED).href);
  if (!(await isEmpty(suite)))
    return { accounts: z.array(Account).parse(await module.accounts()), summary: [] };
  return Seeded.parse(await module.seed(suite));
}

async function isEmpty({ firestore, projectId }: Addresses): Promise<boolean> {
  const response = await fetch(
    `http://${firestore}/v1/projects/${projectId}/databases/(default)/documents/campaigns?pageSize=1`,
    { headers: { authorization: "Bearer owner" } },
  );
  if (!response.ok)
    throw new Error(`The Firestore emulator does not list campaigns: ${await response.text()}`);
  return !(await response.text()).includes('"name"');
}
