import { defineSecret } from "firebase-functions/params";

/** Where functions and queues run. Read at deploy time as well, hence from the environment. */
export const REGION = process.env.LIKA_REGION ?? "asia-east2";

/** Key of every keyed hash: identities, receipt numbers, seals, sources of objections. In Secret Manager. */
export const identityKey = defineSecret("IDENTITY_KEY");

export const projectId = (): string => process.env.GCLOUD_PROJECT ?? "";

/** Base address of this project's functions; the local suite names its own. */
export const functionsBaseUrl = (): string =>
  process.env.FUNCTIONS_BASE_URL ?? `https://${REGION}-${projectId()}.cloudfunctions.net`;

/** The account that signs the tasks' tokens; the functions' own when none is named. */
export const tasksServiceAccount = (): string =>
  process.env.TASKS_SERVICE_ACCOUNT ?? `${projectId()}@appspot.gserviceaccount.com`;

/** `host:port` of a Cloud Tasks emulator; undefined in production. */
export const tasksEmulatorHost = (): string | undefined => process.env.TASKS_EMULATOR_HOST;

/** Seconds from one periodic run to the next. */
export const upkeepSeconds = (): number => Number(process.env.UPKEEP_SECONDS ?? 300);
