import type { DocumentSnapshot } from "@google-cloud/firestore";
import { Hidden } from "@domain/action.ts";
import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import { HandbookProof, RegisteredPerson } from "@domain/records.ts";
import type { Household, VillageRegister } from "@domain/register.ts";
import { Findings, HelpRecord, Pairing, Version } from "@domain/register.ts";
import { Batch } from "@domain/sheets/records.ts";
import type { Reading } from "./reading.ts";
import { load, parsed } from "./reading.ts";

/** What a campaign and its register hold from the approval on. */
export type ServiceMaterial = {
  /** Who helps whom, by the pairing's id. */
  pairings: Map<string, Pairing>;
  findings: Map<string, Findings>;
  batches: Map<string, Batch>;
  /** Printed handbooks of this campaign's applications, by their codes. */
  handbooks: Map<string, HandbookProof>;
  /** Records of help, each with its application. */
  help: { path: string; application: string; record: HelpRecord }[];
  /** Yearly versions by the path of their entry, a household's or a village's. */
  versions: Map<string, Map<number, Version>>;
  /** Hidden numbers by path: of each application in the register, and of its present version. */
  numbers: Map<string, Hidden>;
  /** Whom the register knows, and in which entry. */
  people: Map<string, RegisteredPerson>;
  /** Whether no other campaign writes this register, whose sums are then this one's alone. */
  alone: boolean;
};

type Known = {
  id: string;
  register: string;
  applications: Map<string, Application>;
  entries: Map<string, Household>;
  registers: Map<string, VillageRegister>;
};

export async function gatherService(reading: Reading, known: Known): Promise<ServiceMaterial> {
  const { db } = reading;
  const { id, register, applications } = known;
  const own = (collection: string) => db.collection(collection).where("campaign", "==", id);
  const [pairings, findings, batches, handbooks, people, campaigns, help, versions, numbers] = await Promise.all([
    load(reading, own("pairings"), Pairing),
    load(reading, own("findings"), Findings),
    load(reading, own("batches"), Batch),
    load(reading, db.collection("handbooks"), HandbookProof),
    load(reading, db.collection("people").where("register", "==", register), RegisteredPerson),
    db.collection("campaigns").where("register", "==", register).select().get(),
    loadHelp(reading, id),
    loadVersions(reading, known),
    loadNumbers(reading, known),
  ]);
  const ofOthers = ({ application }: HandbookProof) => !applications.has(application);
  return {
    pairings, findings, batches, people, help, versions, numbers,
    alone: campaigns.size === 1,
    handbooks: new Map([...handbooks].filter(([, proof]) => !ofOthers(proof))),
  };
}

/** Records of help of this campaign: they lie below its applications, and no index of all of them is needed. */
async function loadHelp(reading: Reading, campaign: string): Promise<ServiceMaterial["help"]> {
  const { docs } = await reading.db.collectionGroup("help").get();
  const own = docs.filter((doc) => doc.get("campaign") === campaign);
  reading.read += own.length;
  return own.flatMap((doc) =>
    parsed(reading, doc, HelpRecord).map(([, record]) => ({ path: doc.ref.path, application: doc.ref.parent.parent?.id ?? "", record })),
  );
}

async function loadVersions(reading: Reading, { entries, registers }: Known): Promise<ServiceMaterial["versions"]> {
  const { docs } = await reading.db.collectionGroup("versions").get();
  const homes = new Set([...[...entries.keys()].map(paths.household), ...[...registers.keys()].map((id) => `villages/${id}`)]);
  const found = new Map<string, Map<number, Version>>();
  for (const doc of docs) {
    const home = doc.ref.parent.parent?.path ?? "";
    if (!homes.has(home)) continue;
    reading.read += 1;
    for (const [, version] of parsed(reading, doc, Version))
      found.set(home, (found.get(home) ?? new Map<number, Version>()).set(Number(doc.id), version));
  }
  return found;
}

/** Numbers of those in the register: where they lie with the application, and with the form of its year once there is one. */
async function loadNumbers(reading: Reading, { applications }: Known): Promise<ServiceMaterial["numbers"]> {
  const wanted = [...applications].flatMap(([id, { track, household, registration }]) =>
    track === "identify" && household
      ? [paths.applicationPrivate(id), ...(registration ? [paths.versionPrivate(paths.household(household), registration.year)] : [])]
      : [],
  );
  if (wanted.length === 0) return new Map();
  const found: DocumentSnapshot[] = await reading.db.getAll(...wanted.map((path) => reading.db.doc(path)));
  reading.read += found.length;
  return new Map(found.flatMap((doc) => {
    const hidden = Hidden.safeParse(doc.data());
    return hidden.success ? [[doc.ref.path, hidden.data] as const] : [];
  }));
}
