import { readFileSync } from "node:fs";
import type { RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { initializeTestEnvironment } from "@firebase/rules-unit-testing";
import { setLogLevel } from "firebase/firestore";

/** A project of its own in the suite's Firestore: no trigger wakes up, and the coverage is of these tests alone. */
export const RULES_PROJECT = "demo-lika-rules";
export const RULES = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");

function findFirestore(): string {
  const suite = process.env["LIKA_SUITE"];
  const { firestore } = JSON.parse(suite ?? "{}") as { firestore?: string };
  const address = firestore ?? process.env["FIRESTORE_EMULATOR_HOST"];
  if (!address) throw new Error("the rules tests need the local suite: LIKA_SUITE or FIRESTORE_EMULATOR_HOST");
  return address;
}

export const suiteFirestore = findFirestore();
const rulesUrl = `http://${suiteFirestore}/emulator/v1/projects/${RULES_PROJECT}:securityRules`;

/**
 * Puts the rules in force unless they are already: putting them again would begin the coverage anew, and lose what the
 * files before have evaluated.
 */
export async function putRules(): Promise<void> {
  const present = await fetch(rulesUrl);
  const { rules } = (await present.json()) as { rules?: { files?: { content: string }[] } };
  if (rules?.files?.[0]?.content === RULES) return;
  const body = JSON.stringify({ rules: { files: [{ name: "firestore.rules", content: RULES }] } });
  const response = await fetch(rulesUrl, { method: "PUT", body, headers: { "content-type": "application/json" } });
  const issues = await response.text();
  if (!response.ok || issues.includes("severity")) throw new Error(`firestore.rules: ${issues}`);
}

/** The SDK's side of the same project, for what the web client will really send. */
export async function openEnvironment(): Promise<RulesTestEnvironment> {
  setLogLevel("silent");
  const [host = "", port = ""] = suiteFirestore.split(":");
  return initializeTestEnvironment({ projectId: RULES_PROJECT, firestore: { host, port: Number(port) } });
}
