import { defineSecret } from "firebase-functions/params";

/** Where functions and queues run. Read at deploy time as well, hence from the environment. */
export const REGION = process.env.LIKA_REGION ?? "asia-east2";

/** Key of every keyed hash: identities, receipt numbers, seals, sources of objections. In Secret Manager. */
export const identityKey = defineSecret("IDENTITY_KEY");

/**
 * The accounts that functions run as, by what they do; `@`: of this project. `npm run deploy` makes them and gives each the few
 * roles that it needs (docs/DEPLOY.md), so that what the public reaches can neither make accounts nor set timers.
 */
export const RUNS_AS = { public: "lika-public@", staff: "lika-staff@", accounts: "lika-accounts@", engine: "lika-engine@" } as const;

export const projectId = (): string => process.env.GCLOUD_PROJECT ?? "";

/** Base address of this project's functions; the local suite names its own. */
export const functionsBaseUrl = (): string =>
  process.env.FUNCTIONS_BASE_URL ?? `https://${REGION}-${projectId()}.cloudfunctions.net`;

/** The account that signs the tasks' tokens; the one that `npm run deploy` makes when none is named. */
export const tasksServiceAccount = (): string =>
  process.env.TASKS_SERVICE_ACCOUNT || `lika-tasks@${projectId()}.iam.gserviceaccount.com`;

/** Whether functions answer only pages that prove to be ours (App Check). Off locally, and until the pages carry a key (docs/DEPLOY.md). */
export const IS_APP_CHECKED = process.env.APP_CHECK === "enforce";

/** `host:port` of a Cloud Tasks emulator; undefined in production. */
export const tasksEmulatorHost = (): string | undefined => process.env.TASKS_EMULATOR_HOST;

/** Seconds from one periodic run to the next. */
export const upkeepSeconds = (): number => Number(process.env.UPKEEP_SECONDS ?? 300);

/** Key of the signatures on what goes outwards (functions/WEBHOOK.md). In Secret Manager. */
export const outwardSecret = defineSecret("OUTWARD_SECRET");

/** Where messages go outwards; empty, as it comes, none do. Plain HTTP only on this very machine, in the local suite. */
export function outwardUrl(): string | undefined {
  const url = URL.parse(process.env.OUTWARD_URL ?? "");
  if (!url) return undefined;
  const isHere = tasksEmulatorHost() !== undefined && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && isHere) ? url.href : undefined;
}
