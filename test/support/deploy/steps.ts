/** Everything between an empty project and a running town, in the order that leaves no moment without service. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RUNS_AS } from "../../../functions/src/settings.ts";
import { ROOT } from "../suite/places.ts";
import type { Parameters } from "./parameters.ts";
import type { Step } from "./runSteps.ts";

type Group = keyof typeof RUNS_AS;

/** The accounts that the project's own programs run as. */
export const accountsOf = (project: string) => {
  const named = (name: string): string => `${name}@${project}.iam.gserviceaccount.com`;
  return { functions: Object.entries(RUNS_AS).map(([group, account]) => ({ group: group as Group, email: named(account.replace("@", "")) })), backup: named("lika-backup") };
};

const engineOf = (project: string): string => accountsOf(project).functions.find(({ group }) => group === "engine")?.email ?? "";

const SERVICES = [
  "artifactregistry", "billingbudgets", "cloudbuild", "cloudfunctions", "cloudscheduler", "cloudtasks", "eventarc", "firebase", "firebaseappcheck",
  "firebasehosting", "firebaserules", "firestore", "iam", "identitytoolkit", "logging", "monitoring", "pubsub", "recaptchaenterprise", "run",
  "secretmanager", "storage",
];

/** What every function does: it reads and writes the database, and its own log. */
const EACH = ["datastore.user", "logging.logWriter"];

/** What the functions of each account do, and no more. Which account is whose, `RUNS_AS` and each function's options say. */
export const ROLES_OF: Record<Group, readonly string[]> = {
  public: [...EACH, "firebaseappcheck.tokenVerifier"],
  staff: [...EACH, "firebaseappcheck.tokenVerifier"],
  accounts: [...EACH, "firebaseappcheck.tokenVerifier", "firebaseauth.admin"],
  /* Makes timers, looks whether one is there, and receives the trigger's events. */
  engine: [...EACH, "cloudtasks.enqueuer", "cloudtasks.viewer", "eventarc.eventReceiver"],
};

/** The service that the trigger's events go to: no other may be called by the account of the trigger. */
const TRIGGERED_SERVICE = "applyaction";

/** Functions that Cloud Tasks calls; as Cloud Run services their names are in small letters. */
const TASK_SERVICES = ["closenotice", "upkeep", "sendmessage"];

const SECRETS = { IDENTITY_KEY: "the key of every keyed hash; it is kept for ever", OUTWARD_SECRET: "the key of what goes outwards" };

/** The configuration of this deployment, made from `firebase.json` (`deployment.ts`). */
export const configFile = (project: string): string => `firebase.local.${project}.json`;

const namesIn = (folder: string): string[] => readdirSync(join(ROOT, "docs/deploy", folder)).map((file) => file.replace(/\.json$/, "")).sort();

export interface Deployment {
  readonly project: string;
  readonly parameters: Parameters;
}

/** All steps, in their order. */
export function stepsOf(deployment: Deployment): Step[] {
  return [signedIn, builds, project, secrets, release, backups, alerts, budget].flatMap((part) => part(deployment));
}

const inTurn = (lines: readonly string[]): string => lines.join(" &&\n  ");
const firebaseOf = ({ project }: Deployment) => (words: string): string => `firebase ${words} --project ${project}`;
const gcloudOf = ({ project }: Deployment) => (words: string): string => `gcloud ${words} --project=${project} --quiet`;

function signedIn(deployment: Deployment): Step[] {
  const { project } = deployment;
  const [firebase, gcloud] = [firebaseOf(deployment), gcloudOf(deployment)];
  return [
    { says: "gcloud is there", unless: "gcloud --version", wayOut: ["install it: https://cloud.google.com/sdk/docs/install"] },
    { says: "signed in with gcloud", unless: "gcloud auth list --filter=status:ACTIVE --format='value(account)'", wayOut: ["gcloud auth login"] },
    { says: "the project is there", unless: gcloud(`projects describe ${project} --format='value(projectId)'`), wayOut: [`firebase projects:create ${project}`, "then link a billing account (the Blaze plan): functions need one"] },
    { says: "signed in with Firebase, and the project is Firebase's", unless: firebase("apps:list WEB"), wayOut: ["firebase login", `firebase projects:addfirebase ${project}`] },
  ];
}

function builds(): Step[] {
  return [{ says: "functions and pages build", command: "npm run check && npm run build", wayOut: ["npm ci, then look at what the compiler says"] }];
}

function project(deployment: Deployment): Step[] {
  const { project: id, parameters: { LIKA_REGION: region, TASKS_SERVICE_ACCOUNT: tasks } } = deployment;
  const [firebase, gcloud] = [firebaseOf(deployment), gcloudOf(deployment)];
  const { functions, backup } = accountsOf(id);
  const account = (email: string, name: string): Step => ({
    says: `the account ${email}`,
    unless: gcloud(`iam service-accounts describe ${email} --format='value(email)'`),
    command: gcloud(`iam service-accounts create ${email.split("@")[0]} --display-name='${name}'`),
    wayOut: ["you need the role roles/iam.serviceAccountAdmin"],
  });
  const grant = (email: string, role: string): string => gcloud(`projects add-iam-policy-binding ${id} --member=serviceAccount:${email} --role=roles/${role} --condition=None --format=none`);
  return [
    { says: "the services that Lika uses are on", command: gcloud(`services enable ${SERVICES.map((name) => `${name}.googleapis.com`).join(" ")}`), wayOut: ["link a billing account to the project (the Blaze plan), then again"] },
    {
      says: `the database, in ${region}`,
      unless: gcloud("firestore databases describe --database='(default)' --format='value(name)'"),
      command: firebase(`firestore:databases:create '(default)' --location ${region} --delete-protection ENABLED --point-in-time-recovery ENABLED`),
      otherwise: firebase("firestore:databases:update '(default)' --delete-protection ENABLED --point-in-time-recovery ENABLED"),
      wayOut: [`firebase firestore:locations tells whether ${region} exists; a database stays where it was made`],
    },
    { says: "the web app", unless: firebase("apps:sdkconfig WEB"), command: firebase("apps:create WEB lika"), wayOut: ["make one in the Firebase console: Project settings, Your apps"] },
    { says: "signing in by e-mail and without an account", command: firebase(`deploy --only auth --config ${configFile(id)}`), wayOut: ["turn both on in the Firebase console: Authentication, Sign-in method"] },
    ...functions.map(({ group, email }) => account(email, `Lika functions ${group}`)),
    ...(tasks.endsWith(`@${id}.iam.gserviceaccount.com`) ? [account(tasks, "Lika tasks")] : []),
    account(backup, "Lika backup"),
    ...functions.map(({ group, email }): Step => (
      { says: `what the functions of ${email} may do`, command: inTurn(ROLES_OF[group].map((role) => grant(email, role))), wayOut: ["you need the role roles/resourcemanager.projectIamAdmin"] })),
    {
      says: "the functions that set timers may have them signed",
      command: gcloud(`iam service-accounts add-iam-policy-binding ${tasks} --member=serviceAccount:${engineOf(id)} --role=roles/iam.serviceAccountUser --format=none`),
      wayOut: ["you need the role roles/iam.serviceAccountAdmin"],
    },
    { says: "the backup account may export", command: grant(backup, "datastore.importExportAdmin"), wayOut: ["you need the role roles/resourcemanager.projectIamAdmin"] },
  ];
}

function secrets(deployment: Deployment): Step[] {
  const firebase = firebaseOf(deployment);
  return Object.entries(SECRETS).map(([name, what]) => ({
    says: `the secret ${name}: ${what}`,
    unless: firebase(`functions:secrets:get ${name}`),
    wayOut: [`openssl rand -base64 48 | tr -d '\\n' | ${firebase(`functions:secrets:set ${name} --data-file -`)}`, "and put a copy of IDENTITY_KEY where the town keeps its seals: without it no identity can be compared any more"],
  }));
}

/** Rules and indexes know the old client and the new one, so do functions; the pages come last. */
function release(deployment: Deployment): Step[] {
  const { project: id, parameters: { LIKA_REGION: region, TASKS_SERVICE_ACCOUNT: tasks, APP_CHECK_KEY: key } } = deployment;
  const [firebase, gcloud] = [firebaseOf(deployment), gcloudOf(deployment)];
  const deploy = (what: string): string => firebase(`deploy --only ${what} --config ${configFile(id)}`);
  const invoker = (service: string, email = tasks): string => gcloud(`run services add-iam-policy-binding ${service} --region=${region} --member=serviceAccount:${email} --role=roles/run.invoker --format=none`);
  const appId = `$(${firebase("apps:list WEB --json")} | node -p "JSON.parse(require('fs').readFileSync(0)).result[0].appId")`;
  return [
    { says: "rules", command: deploy("firestore:rules"), wayOut: ["npm test -- rules; the rules before are still in force"] },
    {
      says: "indexes, and until they are built",
      command: deploy("firestore:indexes"),
      untilSilent: gcloud("firestore indexes composite list --database='(default)' --filter='state!=READY' --format='value(name)'"),
      wayOut: ["run the same command again: what is built stays"],
    },
    ...(key ? [{ says: "App Check knows the pages' key", command: firebase(`appcheck:providers:set recaptcha-enterprise --app ${appId} --site-key ${key} --min-score 0.1`), wayOut: ["docs/DEPLOY.md, App Check"] }] : []),
    { says: "functions", command: deploy("functions"), wayOut: ["run the same command again: functions that came through stay, the others are the old ones", "a function that the new version lacks is deleted only once the old pages are gone: answer no"] },
    { says: "events may call the trigger", command: invoker(TRIGGERED_SERVICE, engineOf(id)), wayOut: ["without it actions are applied by the periodic run alone, minutes late"] },
    { says: "tasks may call their functions", command: inTurn(TASK_SERVICES.map((service) => invoker(service))), wayOut: ["without it notices end by the periodic run alone, minutes late"] },
    { says: "old images of the functions go after a week", command: firebase(`functions:artifacts:setpolicy --location ${region} --days 7 --force`), wayOut: ["it costs a little and stops nothing; go on"] },
    { says: "pages", command: `VITE_LIKA_REGION=${region} VITE_APP_CHECK_KEY=${key} ${deploy("hosting")}`, wayOut: ["the old pages still stand, and the new functions serve them"] },
  ];
}

function backups(deployment: Deployment): Step[] {
  const { project: id, parameters: { LIKA_REGION: region } } = deployment;
  const [firebase, gcloud] = [firebaseOf(deployment), gcloudOf(deployment)];
  const bucket = `gs://${id}-lika-export`;
  const uri = `https://firestore.googleapis.com/v1/projects/${id}/databases/(default):exportDocuments`;
  return [
    {
      says: "a backup a day, kept for fourteen days",
      unless: gcloud("firestore backups schedules list --database='(default)' --format='value(name)'"),
      command: firebase("firestore:backups:schedules:create --recurrence DAILY --retention 14d"),
      wayOut: ["you need the role roles/datastore.owner"],
    },
    {
      says: "a store for weekly exports, which nobody can empty for ninety days",
      unless: gcloud(`storage buckets describe ${bucket} --format='value(name)'`),
      command: gcloud(`storage buckets create ${bucket} --location=${region} --uniform-bucket-level-access --public-access-prevention --retention-period=90d`),
      wayOut: ["you need the role roles/storage.admin"],
    },
    { says: "the backup account may write there", command: gcloud(`storage buckets add-iam-policy-binding ${bucket} --member=serviceAccount:${accountsOf(id).backup} --role=roles/storage.admin --format=none`), wayOut: ["you need the role roles/storage.admin"] },
    {
      says: "an export every Sunday at three in the night",
      unless: gcloud(`scheduler jobs describe lika-export --location=${region} --format='value(name)'`),
      command: gcloud(`scheduler jobs create http lika-export --location=${region} --schedule='0 3 * * 0' --time-zone=Asia/Shanghai --uri='${uri}' --http-method=POST --headers=Content-Type=application/json --message-body='{"outputUriPrefix":"${bucket}"}' --oauth-service-account-email=${accountsOf(id).backup}`),
      wayOut: [`gcloud scheduler locations list tells whether ${region} has a scheduler`],
    },
  ];
}

function alerts(deployment: Deployment): Step[] {
  const { parameters: { ALERT_EMAIL: email } } = deployment;
  const gcloud = gcloudOf(deployment);
  const channels = gcloud("beta monitoring channels list --filter='displayName=\"Lika\"' --format='value(name)' --limit=1");
  const metrics = namesIn("metrics").map((name): Step => ({
    says: `the figure ${name}`,
    unless: gcloud(`logging metrics describe ${name} --format='value(name)'`),
    command: gcloud(`logging metrics create ${name} --config-from-file=docs/deploy/metrics/${name}.json`),
    otherwise: gcloud(`logging metrics update ${name} --config-from-file=docs/deploy/metrics/${name}.json`),
    wayOut: ["you need the role roles/logging.configWriter"],
  }));
  const policies = namesIn("alerts").map((name): Step => ({
    says: `the alarm ${name}`,
    unless: gcloud(`alpha monitoring policies list --filter='userLabels.lika="${name}"' --format='value(name)'`),
    command: gcloud(`alpha monitoring policies create --policy-from-file=docs/deploy/alerts/${name}.json --notification-channels="$(${channels})"`),
    wayOut: ["a new figure is known to the alarms after some minutes: run the same command again then"],
  }));
  return [
    { says: `alarms go to ${email}`, unless: channels, command: gcloud(`beta monitoring channels create --display-name=Lika --type=email --channel-labels=email_address=${email}`), wayOut: ["gcloud components install alpha beta"] },
    ...metrics,
    ...policies,
  ];
}

function budget(deployment: Deployment): Step[] {
  const { project: id, parameters: { BILLING_ACCOUNT: account, BUDGET: sum } } = deployment;
  if (!account) return [];
  return [{
    says: `an alarm at half, nine tenths and the whole of ${sum} a month`,
    unless: `gcloud billing budgets list --billing-account=${account} --filter='displayName="Lika ${id}"' --format='value(name)' --quiet`,
    command: `gcloud billing budgets create --billing-account=${account} --display-name='Lika ${id}' --budget-amount=${sum} --filter-projects=projects/${id} --threshold-rule=percent=0.5 --threshold-rule=percent=0.9 --threshold-rule=percent=1.0 --quiet`,
    wayOut: ["you need the role roles/billing.costsManager on the billing account, and its own currency"],
  }];
}
