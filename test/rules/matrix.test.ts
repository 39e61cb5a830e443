import type { Ask, Held, Verb } from "@domain/access.ts";
import { ACCESS, isAllowed, VERBS } from "@domain/access.ts";
import { areasOf } from "@domain/areas.ts";
import { COLLECTIONS } from "@domain/paths.ts";
import { Track } from "@domain/status.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Persona, Place } from "./people.ts";
import { AREA, EVERYBODY, isFallen } from "./people.ts";
import type { Fields, Filter, Verdict, Write } from "./rest.ts";
import { by, inParallel, REQUEST_TIME } from "./rest.ts";
import type { Sample } from "./samples.ts";
import { ACCOUNTS, documentsOf, factsOf, fieldsOf, nameAt, pathOf, SAMPLES } from "./samples.ts";
import { putRules } from "./suite.ts";
import { draft, evidence, formDraft, newId } from "./wellFormed.ts";

/** Every person × collection × verb × place × state: the rules decide as the policy (domain/access.ts) says. */

const PLACES = Object.keys(AREA) as Place[];
const VILLAGES = PLACES.filter((place) => AREA[place].length === 12);

/** Whoever is out is out everywhere, and what nobody may, nobody may anywhere: there one place stands for all. */
const isAlike = (asker: Persona, { collection }: Sample, verb: Verb) =>
  isFallen(asker) || ACCESS[collection][verb].length === 0 || collection === "reads";

/** Whether it stands for its collection where the document makes no difference. */
const isFirst = (sample: Sample) => sample === SAMPLES.find(({ collection }) => collection === sample.collection);

const placesFor = (asker: Persona, sample: Sample, verb: Verb): readonly Place[] => {
  if (isAlike(asker, sample, verb)) return ["village"];
  return verb === "get" ? PLACES : VILLAGES;
};

/** One question to both: the policy, and the rules in the emulator. */
type Cell = { title: string; asker: Persona; ask: Omit<Ask, "asker">; send: () => Promise<Verdict> };

const cell = (asker: Persona, ask: Omit<Ask, "asker">, where: string, send: () => Promise<Verdict>): Cell => {
  return { title: `${asker.name}: ${ask.verb} ${ask.collection} ${where}`, asker, ask, send };
};

const parentAt = ({ parent }: Sample, place: Place): Held =>
  (parent ? { parent: { ...parent, areas: areasOf(AREA[place]) } } : {});
const heldAt = (sample: Sample, place: Place): Held =>
  ({ ...sample.held, areas: areasOf(AREA[place]), ...parentAt(sample, place) });

function gets(sample: Sample): Cell[] {
  const cells = EVERYBODY.flatMap((asker) => placesFor(asker, sample, "get").map((place) => {
    const path = pathOf(sample, place, nameAt(sample, place));
    const ask = { collection: sample.collection, verb: "get" as const, document: heldAt(sample, place) };
    return cell(asker, ask, `[${sample.state}, ${place}]`, () => by(asker).get(path));
  }));
  return sample.collection === "staff" ? [...cells, ...ownAccounts()] : cells;
}

function ownAccounts(): Cell[] {
  return EVERYBODY.filter(({ uid }) => uid).map((asker) => {
    const ask = { collection: "staff" as const, verb: "get" as const, document: { account: asker.uid ?? "" } };
    return cell(asker, ask, "[the own account]", () => by(asker).get(`staff/${asker.uid}`));
  });
}

/** What a query may say of the area: one that a document lies in, all of them, or nothing. */
type Pin = { title: string; areas?: readonly string[]; filters: readonly Filter[] };
const PINS: readonly Pin[] = [
  { title: "no area", filters: [] },
  ...PLACES.map((place): Pin => {
    const area = AREA[place];
    return { title: `in ${place}`, areas: [area], filters: [{ field: "areas", op: "ARRAY_CONTAINS", value: area }] };
  }),
  ...VILLAGES.map((place): Pin => {
    const areas = areasOf(AREA[place]);
    return { title: `exactly ${place}`, areas, filters: [{ field: "areas", op: "EQUAL", value: areas }] };
  }),
];

/** The areas that a persona of any level has, and all of them. */
const OWN_PINS = PINS.filter(({ title }) => /^in (county|town|village)$|^exactly village$/.test(title));

/** With what else decides of a document, a query is asked of the own areas and of the nearest that are not. */
const NEAREST_PINS = PINS.filter(({ title }) => OWN_PINS.some((pin) => pin.title === title) || /^no area$|neighbour$/.test(title));

/** Below a document that decides, the query may be asked of the own one or of the neighbour's. */
function lists(sample: Sample): Cell[] {
  return (sample.parent ? (["village", "neighbour"] as const) : (["village"] as const))
    .flatMap((place) => listsBelow(sample, place));
}

function listsBelow(sample: Sample, place: Place): Cell[] {
  const path = pathOf(sample, place, "x").split("/").slice(0, -1);
  const at = { collection: path.at(-1) ?? "", ...(path.length > 1 && { parent: path.slice(0, -1).join("/") }) };
  const equalities = factsOf(sample.collection, sample.held)
    .map(([field, value]): Filter => ({ field, op: "EQUAL", value }));
  const where = sample.parent ? `, below ${place}` : "";
  const asking = (asker: Persona, how: string, known: Held, filters: readonly Filter[]) => {
    const document = { ...known, ...parentAt(sample, place) };
    const ask = { collection: sample.collection, verb: "list" as const, document };
    return cell(asker, ask, `[${how}${where}]`, () => by(asker).list({ ...at, filters }));
  };
  return EVERYBODY.flatMap((asker) => (isAlike(asker, sample, "list") ? OWN_PINS : PINS).flatMap((pin) => {
    const pinned = pin.areas ? { areas: pin.areas } : {};
    /* Asked with nothing but an area, the documents of a collection are all the same: once is enough. */
    const all = sample.parent || isFirst(sample) ? [asking(asker, pin.title, pinned, pin.filters)] : [];
    if (equalities.length === 0 || !NEAREST_PINS.includes(pin)) return all;
    const known = { ...sample.held, ...pinned };
    return [...all, asking(asker, `${sample.state}, ${pin.title}`, known, [...equalities, ...pin.filters])];
  }));
}

/** A document that a client might hope to create; `above` is there before it, and decides with it. */
type New = { title: string; fields: Fields; held: Held; path?: string; above?: Write };

/** Honest ones where the policy knows any, and a copy of the sample. */
function newDocuments(sample: Sample, asker: Persona, place: Place): New[] {
  const areas = areasOf(AREA[place]);
  const copy = { title: `copy of ${sample.state}`, fields: fieldsOf(sample, place), held: {} };
  if (!isFirst(sample)) return [copy];
  if (sample.collection === "applications") {
    return Track.options.flatMap((track) => [false, true].map((onBehalf) => {
      const fields = draft(asker, place, track, onBehalf);
      const held = { areas, track, status: "draft", createdBy: asker.uid, applicant: onBehalf ? null : asker.uid };
      return { title: `${track} ${onBehalf ? "on behalf" : "for oneself"}`, fields, held };
    }));
  }
  if (sample.collection === "evidence") {
    return [{ title: "photo", fields: evidence(asker, place), held: { areas, by: asker.uid } }];
  }
  if (sample.collection === "reads") {
    const fields = { by: asker.uid ?? "nobody", upTo: REQUEST_TIME, ids: ["message-1"] };
    const other = { ...fields, by: uidOfSomebody(asker) };
    return [
      { title: "one's own", fields, held: { by: asker.uid }, path: `reads/${asker.uid ?? "nobody"}` },
      { title: "under somebody else's id", fields, held: {}, path: `reads/${newId("other")}` },
      { title: "somebody else's", fields: other, held: {}, path: `reads/${uidOfSomebody(asker)}` },
      copy,
    ];
  }
  if (sample.collection === "applications/{application}/drafts") {
    const above = `applications/${newId("above")}`;
    const honest = { title: "form", fields: formDraft(asker, place), held: { areas, by: asker.uid } };
    return [{ ...honest, path: `${above}/drafts/registration`, above: { set: above, fields: { areas } } }, copy];
  }
  return [copy];
}

const uidOfSomebody = ({ uid }: Persona) => `not-${uid ?? "nobody"}`;

function creates(sample: Sample): Cell[] {
  return EVERYBODY.flatMap((asker) => placesFor(asker, sample, "create").flatMap((place) =>
    newDocuments(sample, asker, place).map(({ title, fields, held, path, above }) => {
      const create = path ?? pathOf(sample, place, newId("created"));
      const ask = { collection: sample.collection, verb: "create" as const, document: held };
      return cell(asker, ask, `[${title}, ${place}]`, async () => {
        if (above) await by("owner").commit(above);
        return by(asker).commit({ create, fields });
      });
    })));
}

/** Finishing the form, and what nobody may: setting the state, or writing anything beside. */
const CHANGES: readonly Fields[] = [
  { form: { householder: "另一户" } },
  { status: "approved" },
  { form: {}, note: "x" },
];

/** Who goes on with a form says so, and when; nobody moves it to another area. */
function changesOf(sample: Sample, asker: Persona): readonly Fields[] {
  if (sample.collection === "reads") return [{ upTo: REQUEST_TIME, ids: ["message-1"] }, { ids: [], note: "x" }, { by: "another" }];
  if (sample.collection !== "applications/{application}/drafts") return CHANGES;
  const mine = { form: {}, by: asker.uid ?? "nobody", at: REQUEST_TIME };
  return [mine, { ...mine, note: "x" }, { ...mine, areas: areasOf(AREA.otherTownVillage).slice(0, 1) }];
}

function updates(sample: Sample): Cell[] {
  return EVERYBODY.flatMap((asker) => placesFor(asker, sample, "update").flatMap((place) =>
    changesOf(sample, asker).map((fields) => {
      const update = pathOf(sample, place, nameAt(sample, place));
      const changes = Object.keys(fields).filter((key) => key !== "status" || sample.held.status !== fields["status"]);
      const before = heldAt(sample, place);
      const document = { ...before, ...("by" in fields && asker.uid && { by: asker.uid }) };
      const ask = { collection: sample.collection, verb: "update" as const, document, before, changes };
      const write: Write = { update, fields, mask: Object.keys(fields) };
      return cell(asker, ask, `[${sample.state}, ${place}, ${changes}]`, () => by(asker).commit(write));
    })));
}

function deletes(sample: Sample): Cell[] {
  return EVERYBODY.flatMap((asker) => placesFor(asker, sample, "delete").map((place) => {
    const ask = { collection: sample.collection, verb: "delete" as const, document: heldAt(sample, place) };
    const path = pathOf(sample, place, newId("deleted"));
    return cell(asker, ask, `[${sample.state}, ${place}]`, async () => {
      if (isAllowed({ ...ask, asker })) await by("owner").commit({ set: path, fields: fieldsOf(sample, place) });
      const victim = isAllowed({ ...ask, asker }) ? path : pathOf(sample, place, nameAt(sample, place));
      return by(asker).commit({ delete: victim });
    });
  }));
}

const CELLS: Record<Verb, (sample: Sample) => Cell[]> = {
  get: gets, list: lists, create: creates, update: updates, delete: deletes,
};

async function wrongOf(cells: readonly Cell[]): Promise<string[]> {
  const verdicts = await inParallel(cells, ({ send }) => send());
  return cells.flatMap(({ title, asker, ask }, at) => {
    const policy: Verdict = isAllowed({ ...ask, asker }) ? "allowed" : "refused";
    return policy === verdicts[at] ? [] : [`${title}: ${policy} by the policy, ${verdicts[at]} by the rules`];
  });
}

describe("the rules decide as the policy says", () => {
  beforeAll(async () => {
    await putRules();
    const accounts = ACCOUNTS.map(({ path, account }) => ({ set: path, fields: account }));
    const samples = SAMPLES.flatMap((sample) => documentsOf(sample, PLACES));
    await by("owner").commit(...accounts);
    for (let at = 0; at < samples.length; at += 400) await by("owner").commit(...samples.slice(at, at + 400));
  });

  it("knows a sample of every collection", () => {
    const sampled = new Set(SAMPLES.map(({ collection }) => collection));
    expect(COLLECTIONS.filter((collection) => !sampled.has(collection))).toEqual([]);
  });

  for (const collection of COLLECTIONS) {
    const samples = SAMPLES.filter((sample) => sample.collection === collection);
    for (const verb of VERBS) {
      const cells = samples.flatMap(CELLS[verb]);
      it(`${verb} ${collection}: ${cells.length} cells`, { timeout: 60_000 }, async () => {
        expect(cells.length).toBeGreaterThan(0);
        expect(await wrongOf(cells)).toEqual([]);
      });
    }
  }
});
