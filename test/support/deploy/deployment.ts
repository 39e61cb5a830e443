/** The `firebase.json` of one deployment: this project's region and addresses, and what App Check has to load. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../suite/places.ts";
import type { Deployment } from "./steps.ts";

/** What reCAPTCHA Enterprise and App Check load and call; without a key the pages name no other origin than Google's own services. */
const APP_CHECK_SOURCES: Record<string, string> = {
  "script-src": "https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/",
  "frame-src": "https://www.google.com/recaptcha/",
  "connect-src": "https://content-firebaseappcheck.googleapis.com https://www.google.com/recaptcha/",
};

/** The text of the configuration. Signing in is set up by it as well: by e-mail, and without an account for farmers. */
export async function configOf({ project, parameters: { LIKA_REGION: region, APP_CHECK_KEY: key } }: Deployment): Promise<string> {
  const shipped = (await readFile(join(ROOT, "firebase.json"), "utf8"))
    .replaceAll('"asia-east2"', JSON.stringify(region))
    .replaceAll("asia-east2-demo-lika", `${region}-${project}`);
  const { emulators: _local, ...config } = JSON.parse(key ? shipped.replace(/"(default-src [^"]*)"/g, (_, policy: string) => JSON.stringify(withAppCheck(policy))) : shipped);
  return JSON.stringify({ ...config, auth: { providers: { emailPassword: true, anonymous: true } } }, null, 2);
}

function withAppCheck(policy: string): string {
  const rules = policy.split(/;\s*/).filter(Boolean);
  const named = new Set(rules.map((rule) => rule.split(" ")[0] ?? ""));
  const widened = rules.map((rule) => [rule, APP_CHECK_SOURCES[rule.split(" ")[0] ?? ""]].filter(Boolean).join(" "));
  const added = Object.entries(APP_CHECK_SOURCES).filter(([name]) => !named.has(name)).map(([name, sources]) => `${name} ${sources}`);
  return [...widened, ...added].join("; ");
}
