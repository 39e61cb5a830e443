import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rm } from "node:fs/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { run } from "../support/suite/childProcess.ts";
import { ROOT } from "../support/suite/places.ts";
import { configOf } from "../support/deploy/deployment.ts";
import type { Parameters } from "../support/deploy/parameters.ts";
import { Parameters as ParametersRow, readParameters } from "../support/deploy/parameters.ts";
import { linesOf, runSteps, StepFailed } from "../support/deploy/runSteps.ts";
import { ROLES_OF, stepsOf } from "../support/deploy/steps.ts";
import { RUNS_AS } from "../../functions/src/settings.ts";
import type { Habit } from "./fakeTools.ts";
import { FakeTools } from "./fakeTools.ts";

/** `npm run deploy` with tools that only write down what they are asked: no test reaches a cloud. */

const PARAMETERS: Parameters = {
  LIKA_REGION: "asia-southeast1", TASKS_SERVICE_ACCOUNT: "lika-tasks@lika-trial.iam.gserviceaccount.com", OUTWARD_URL: "", APP_CHECK_KEY: "", APP_CHECK: "off",
  ALERT_EMAIL: "it@town.example", BILLING_ACCOUNT: "012345-6789AB-CDEF01", BUDGET: "700CNY",
};
const KEY = "6Lc0000000000000000000000000000000000000";
const deployment = (changes: Partial<Parameters> = {}) => ({ project: "lika-trial", parameters: { ...PARAMETERS, ...changes } });

/** What has to be there before anything can be done. */
const READY: readonly Habit[] = [["gcloud --version", "finds"], ["gcloud auth list", "finds"], ["gcloud projects describe", "finds"], ["firebase apps:list", "finds"], ["functions:secrets:get", "finds"]];

let tools: FakeTools | undefined;
afterEach(() => tools?.leave());

async function deployWith(habits: readonly Habit[]): Promise<{ asked: string[]; failure: StepFailed | undefined }> {
  tools = new FakeTools(habits);
  const failure = await runSteps(stepsOf(deployment()), { say: () => {}, env: { ...process.env, LIKA_TOOLS: tools.folder }, pause: 1 }).then(() => undefined, (error: unknown) => error as StepFailed);
  return { asked: tools.asked(), failure };
}

const at = (asked: readonly string[], part: string) => asked.findIndex((line) => line.includes(part));

describe("a deployment", () => {
  it("goes from an empty project to a running town: database, secrets, rules, indexes, functions, pages, backups, alarms, budget", async () => {
    const { asked, failure } = await deployWith(READY);
    expect(failure).toBeUndefined();
    const order = [
      "npm run build", "services enable", "firestore:databases:create", "apps:create", "deploy --only auth", "service-accounts create lika-engine", "secrets:get IDENTITY_KEY",
      "deploy --only firestore:rules", "deploy --only firestore:indexes", "indexes composite list", "deploy --only functions", "run services add-iam-policy-binding applyaction", "run services add-iam-policy-binding closenotice", "deploy --only hosting",
      "backups:schedules:create", "buckets create", "scheduler jobs create", "channels create", "metrics create lika-stuck-actions", "policies create", "budgets create",
    ];
    const places = order.map((part) => at(asked, part));
    expect(order.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("leaves alone on a second run what is there, and brings figures up to date", async () => {
    const { asked, failure } = await deployWith([...READY, ["indexes composite list", "finds nothing"], [" list ", "finds"], [" describe ", "finds"], ["apps:sdkconfig", "finds"]]);
    expect(failure).toBeUndefined();
    expect(asked.filter((line) => /\b(create|databases:create)\b/.test(line))).toEqual([]);
    expect(at(asked, "metrics update lika-late-closings")).toBeGreaterThan(0);
    expect(at(asked, "deploy --only functions")).toBeGreaterThan(0);
  });

  it.each([
    ["nobody is signed in", "gcloud auth list", "finds nothing", "gcloud auth login"],
    ["the project is not Firebase's", "firebase apps:list", "fails", "firebase projects:addfirebase lika-trial"],
    ["a secret is missing", "functions:secrets:get IDENTITY_KEY", "fails", "functions:secrets:set IDENTITY_KEY --data-file -"],
  ] as const)("stops before anything is released when %s, and says what to type", async (_what, line, does, wayOut) => {
    const { asked, failure } = await deployWith([[line, does], ...READY]);
    expect(failure).toBeInstanceOf(StepFailed);
    expect(failure?.wayOut.join("\n")).toContain(wayOut);
    expect(at(asked, "deploy --only firestore")).toBe(-1);
  });

  it.each([["rules", "firestore:rules", "firestore:indexes"], ["indexes", "firestore:indexes", "functions"], ["functions", "functions", "hosting"]] as const)("does not go on to what needs them when the %s do not come through", async (_what, failing, next) => {
    const { asked, failure } = await deployWith([[`deploy --only ${failing}`, "fails"], ...READY]);
    expect(failure?.wayOut.length).toBeGreaterThan(0);
    expect(at(asked, `deploy --only ${next}`)).toBe(-1);
  });

  it("has a way out for every step, and no line that a shell cannot read", async () => {
    const steps = stepsOf(deployment({ APP_CHECK_KEY: KEY }));
    expect(steps.filter(({ wayOut }) => wayOut.length === 0)).toEqual([]);
    for (const step of steps) {
      const { code, output } = await run({ command: "sh", args: ["-n", "-c", linesOf(step).join("\n")] });
      expect([step.says, code, output]).toEqual([step.says, 0, ""]);
    }
  });

  it("asks firebase-tools only for commands and options that this version has", async () => {
    const lines = stepsOf(deployment({ APP_CHECK_KEY: KEY })).flatMap(linesOf).join("\n");
    const used = [...lines.matchAll(/firebase ([a-z]+(?::[a-zA-Z]+)*)([^|)&\n]*)/g)].map(([, command = "", rest = ""]) => ({ command, options: [...rest.matchAll(/ (--[a-z-]+)/g)].map(([, option]) => option) }));
    expect(used.length).toBeGreaterThan(12);
    const everywhere = ["--project", "--config", "--json", "--force"];
    for (const { command, options } of used) {
      const source = readFileSync(join(ROOT, `node_modules/firebase-tools/lib/commands/${command.replaceAll(":", "-")}.js`), "utf8");
      expect(options.filter((option) => !everywhere.includes(option ?? "") && !source.includes(`${option} `) && !source.includes(`${option}"`))).toEqual([]);
    }
  });
});

describe("the accounts that the functions run as", () => {
  type Endpoint = { serviceAccountEmail?: string; secretEnvironmentVariables?: { key: string }[] };
  const guide = readFileSync(join(ROOT, "docs/DEPLOY.md"), "utf8");

  /** Each function that is deployed, the account that it names itself, and the secrets that it is given. */
  async function functionsThere(): Promise<[string, { account: string; secrets: string[] }][]> {
    vi.stubEnv("GCLOUD_PROJECT", "lika-trial");
    const all = Object.entries(await import("../../functions/src/index.ts"));
    return all.map(([name, one]) => {
      const { serviceAccountEmail = "", secretEnvironmentVariables = [] } = (one as unknown as { __endpoint: Endpoint }).__endpoint;
      return [name, { account: serviceAccountEmail, secrets: secretEnvironmentVariables.map(({ key }) => key) }];
    });
  }

  it("are made by the deployment, one a group, each with the roles of its row and no others", () => {
    const lines = stepsOf(deployment()).flatMap(linesOf).join("\n");
    for (const [group, account] of Object.entries(RUNS_AS)) {
      expect(lines).toContain(`service-accounts create ${account.replace("@", "")} `);
      const granted = [...lines.matchAll(new RegExp(`projects add-iam-policy-binding lika-trial --member=serviceAccount:${account}lika-trial\\S+ --role=roles/(\\S+)`, "g"))].map(([, role]) => role);
      expect([group, granted]).toEqual([group, ROLES_OF[group as keyof typeof RUNS_AS]]);
    }
    expect(lines).not.toMatch(/roles\/(owner|editor|viewer|\w+\.owner|datastore\.importExportAdmin --member=serviceAccount:lika-(?!backup))|allUsers|allAuthenticatedUsers/);
    expect(lines).not.toMatch(/projects add-iam-policy-binding .*roles\/(run\.invoker|iam\.\S+)/);
  });

  it("are named by every function, and by none that needs less", async () => {
    const there = await functionsThere();
    const of = (account: string) => there.filter(([, one]) => one.account === account).map(([name]) => name).sort();
    expect(there.filter(([, { account }]) => !Object.values<string>(RUNS_AS).includes(account))).toEqual([]);
    expect(of(RUNS_AS.accounts)).toEqual(["saveStaff"]);
    expect(of(RUNS_AS.engine)).toEqual(["applyAction", "closeNotice", "sendMessage", "startUpkeep", "upkeep"]);
    expect(of(RUNS_AS.public)).toEqual(["checkHandbook", "fileAppeal", "fileComplaint", "fileObjection", "followAnswer", "followReceipt"]);
    expect(there.filter(([, { secrets }]) => secrets.includes("OUTWARD_SECRET")).map(([name]) => name)).toEqual(["sendMessage"]);
    expect(there.filter(([, { account, secrets }]) => account === RUNS_AS.accounts && secrets.length > 0)).toEqual([]);
  });

  it("stand in the guide as they are: each function in its account's row, with its roles", async () => {
    const there = await functionsThere();
    for (const [group, account] of Object.entries(RUNS_AS)) {
      const row = guide.split("\n").find((line) => line.startsWith(`| \`${account.replace("@", "")}\` `)) ?? "";
      const [, , names = "", roles = ""] = row.split("|");
      const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word).sort();
      expect([account, quoted(names)]).toEqual([account, there.filter(([, one]) => one.account === account).map(([name]) => name).sort()]);
      expect([account, quoted(roles)]).toEqual([account, [...ROLES_OF[group as keyof typeof RUNS_AS]].sort()]);
    }
  });

  it("leave timers to the engine: no function that somebody calls sets one", () => {
    const uses = (pattern: RegExp) => readdirSync(join(ROOT, "functions/src/callables")).filter((file) => pattern.test(readFileSync(join(ROOT, "functions/src/callables", file), "utf8")));
    expect(uses(/carryOut|setTimer|timers\//)).toEqual([]);
  });
});

describe("the command", () => {
  const deploy = (...words: string[]) => run({ command: process.execPath, args: ["--import", "./test/support/register.mjs", "test/support/deploy/deploy.ts", ...words], cwd: ROOT });

  it("prints every line with --dry-run and runs none", async () => {
    const file = join(ROOT, "functions/.env.lika-dry-run");
    writeFileSync(file, "ALERT_EMAIL=it@town.example\n");
    try {
      const { code, output } = await deploy("--project", "lika-dry-run", "--dry-run");
      expect(code).toBe(0);
      expect(output).toContain("firebase deploy --only firestore:rules --config firebase.local.lika-dry-run.json --project lika-dry-run");
      expect(output).not.toContain("did not succeed");
    } finally {
      await rm(file);
    }
  });

  it.each([
    ["without a project", [], "npm run deploy -- --project ID"],
    ["for a demo", ["--project", "demo-lika"], "npm start"],
    ["with a project that a shell would read", ["--project", "lika;ls"], "npm run deploy -- --project ID"],
    ["without parameters", ["--project", "lika-nobody", "--dry-run"], "cp functions/.env.example functions/.env.lika-nobody"],
  ])("says the way out %s", async (_how, words, wayOut) => {
    const { code, output } = await deploy(...words);
    expect(code).toBe(1);
    expect(output).toContain(wayOut);
  });
});

describe("parameters", () => {
  const file = () => join(mkdtempSync(join(tmpdir(), "lika-env-")), ".env.lika-trial");

  it("are those that functions/.env.example explains, each of them", () => {
    const example = readFileSync(join(ROOT, "functions/.env.example"), "utf8");
    expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(Object.keys(ParametersRow.shape));
  });

  it("are asked for one by one, kept with the words that explain them, and not asked for again", async () => {
    const kept = file();
    const asked: string[] = [];
    const ask = async (name: string) => (asked.push(name), "it@town.example");
    expect((await readParameters("lika-trial", ask, kept)).TASKS_SERVICE_ACCOUNT).toBe("lika-tasks@lika-trial.iam.gserviceaccount.com");
    expect(asked).toEqual(["ALERT_EMAIL"]);
    expect(readFileSync(kept, "utf8")).toMatch(/# Who is told[^]*ALERT_EMAIL=it@town\.example/);
    await readParameters("lika-trial", async () => expect.unreachable(), kept);
  });

  it.each([
    ["App Check that is enforced before the pages carry a key", "APP_CHECK=enforce", "APP_CHECK_KEY"],
    ["an address without https", "OUTWARD_URL=http://town.example", "OUTWARD_URL"],
    ["what a shell would read", "ALERT_EMAIL=it@town.example;ls", "ALERT_EMAIL"],
  ])("are refused by name: %s", async (_what, line, name) => {
    const kept = file();
    writeFileSync(kept, `ALERT_EMAIL=it@town.example\n${line}\n`);
    await expect(readParameters("lika-trial", undefined, kept)).rejects.toThrow(`${name}: missing or not well-formed`);
  });
});

describe("the configuration of a deployment", () => {
  it("names its own region wherever the shipped one stands, and nothing of the local suite", async () => {
    const text = await configOf(deployment());
    expect(text).toContain('"asia-southeast1"');
    expect(text).not.toMatch(/asia-east2|demo-lika|emulators|recaptcha/);
    expect(JSON.parse(text).auth).toEqual({ providers: { emailPassword: true, anonymous: true } });
  });

  it("lets the pages load what App Check needs only when they carry its key", async () => {
    const shipped = readFileSync(join(ROOT, "firebase.json"), "utf8");
    const policy = /Content-Security-Policy/.test(shipped);
    expect((await configOf(deployment({ APP_CHECK_KEY: KEY }))).includes("https://www.google.com/recaptcha/")).toBe(policy);
  });
});
