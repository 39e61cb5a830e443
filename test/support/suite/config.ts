/** What firebase-tools and the functions are told for one local run: ports, environment, the demo secret. */
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { CACHE, LOOPBACK, PROJECT_ID, REGION, ROOT } from "./places.ts";
import type { Ports } from "./ports.ts";

/** Keyed hashes of identity numbers need a key, signatures another; these guard invented people only. */
const DEMO_SECRETS = { IDENTITY_KEY: "demo-only-not-secret-lika", OUTWARD_SECRET: "demo-only-not-secret-outward" };

/**
 * Google's libraries would otherwise look for a cloud machine's own service first, and warn that there is
 * none.
 */
const NO_METADATA = { METADATA_SERVER_DETECTION: "none" };

/**
 * Writes `firebase.local.<pid>.json`: `firebase.json` with this run's ports. It lies at the root because
 * firebase-tools reads every path in it from the file's folder. Gives its path and how to remove it.
 */
export async function writeFirebaseConfig(ports: Ports): Promise<{ path: string; remove(): Promise<void> }> {
  const shipped: unknown = JSON.parse(
    (await readFile(join(ROOT, "firebase.json"), "utf8"))
      .replaceAll('"asia-east2"', JSON.stringify(REGION))
      .replace(/(?<=connect-src 'self')[^;]*/, emulatorOrigins(ports)),
  );
  const at = (port: number): object => ({ host: LOOPBACK, port });
  const emulators = {
    singleProjectMode: false,
    ui: { enabled: false },
    hub: at(ports.hub),
    logging: at(ports.logging),
    auth: at(ports.auth),
    functions: at(ports.functions),
    firestore: { ...at(ports.firestore), websocketPort: ports.websocket },
    hosting: at(ports.hosting),
    eventarc: at(ports.eventarc),
    tasks: at(ports.firebaseTasks),
  };
  const path = join(ROOT, `firebase.local.${process.pid}.json`);
  await writeFile(path, JSON.stringify({ ...Object(shipped), emulators }, null, 2));
  return { path, remove: () => rm(path, { force: true }) };
}

/** What the pages may ask beside their own origin: here the emulators, in production the hosts in `firebase.json`. */
const emulatorOrigins = ({ auth, firestore, functions }: Ports): string =>
  [auth, firestore, functions].map((port) => ` http://${LOOPBACK}:${port}`).join("");

/** Writes those of the functions' local secrets that are not there; a person's own stay as they are. */
export async function writeDemoSecret(): Promise<void> {
  const file = join(ROOT, "functions/.secret.local");
  const own = existsSync(file) ? await readFile(file, "utf8") : "";
  const missing = Object.entries(DEMO_SECRETS).filter(([name]) => !own.includes(`${name}=`));
  if (missing.length > 0) await writeFile(file, own + missing.map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
}

/** Addresses as host:port, the way the emulators' own variables want them. */
export interface Addresses {
  readonly projectId: string;
  readonly region: string;
  readonly hosting: string;
  readonly functions: string;
  readonly firestore: string;
  readonly auth: string;
  readonly tasks: string;
  /** `http://…/<project>/<region>`; a function's name after a slash calls it. */
  readonly functionsBaseUrl: string;
  /** What all emulators and functions wrote. */
  readonly logFile: string;
}

/** The addresses that follow from a run's ports. */
export function addressesOf(ports: Ports, logFile: string): Addresses {
  const at = (port: number): string => `${LOOPBACK}:${port}`;
  return {
    projectId: PROJECT_ID,
    region: REGION,
    hosting: at(ports.hosting),
    functions: at(ports.functions),
    firestore: at(ports.firestore),
    auth: at(ports.auth),
    tasks: at(ports.tasks),
    functionsBaseUrl: `http://${at(ports.functions)}/${PROJECT_ID}/${REGION}`,
    logFile,
  };
}

/** What the functions read from their environment locally, and in production do not. */
export function functionsEnvironment(suite: Addresses): Record<string, string> {
  return {
    LIKA_REGION: suite.region,
    TASKS_EMULATOR_HOST: suite.tasks,
    FUNCTIONS_BASE_URL: suite.functionsBaseUrl,
    UPKEEP_SECONDS: "20",
  };
}

/** What points the Admin SDK, and the functions' own modules when a test imports them, at the suite. */
export function clientEnvironment(suite: Addresses): Record<string, string> {
  return {
    ...functionsEnvironment(suite),
    GCLOUD_PROJECT: suite.projectId,
    FIRESTORE_EMULATOR_HOST: suite.firestore,
    FIREBASE_AUTH_EMULATOR_HOST: suite.auth,
    ...DEMO_SECRETS,
    ...NO_METADATA,
  };
}

/** The environment of firebase-tools itself, which its emulators and the functions inherit. */
export function emulatorEnvironment(suite: Addresses, temporary: string): NodeJS.ProcessEnv {
  const inherited = { ...process.env };
  // Real credentials must not reach functions that run for a demo project.
  delete inherited["GOOGLE_APPLICATION_CREDENTIALS"];
  return {
    ...inherited,
    ...functionsEnvironment(suite),
    TMPDIR: temporary,
    NODE_COMPILE_CACHE: join(CACHE, "node-compile-cache"),
    ...NO_METADATA,
    // Seconds; firebase-tools gives up on the functions' code after 10, which a busy machine may need.
    FUNCTIONS_DISCOVERY_TIMEOUT: "60",
    NO_UPDATE_NOTIFIER: "1",
    NO_COLOR: "1",
    NO_PROXY: [process.env["NO_PROXY"] ?? "", LOOPBACK, "localhost"].filter(Boolean).join(","),
    PATH: [join(ROOT, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter),
  };
}
