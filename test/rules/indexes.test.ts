import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Query } from "./queries.ts";
import { CLIENT_QUERIES, FUNCTION_QUERIES } from "./queries.ts";

/** The emulator answers any query; production only those with an index. So each is held against the declared ones. */

type IndexField = { fieldPath: string; order?: "ASCENDING" | "DESCENDING"; arrayConfig?: "CONTAINS" };
type Override = { collectionGroup: string; fieldPath: string; indexes: object[] };
type Indexes = {
  indexes: { collectionGroup: string; queryScope: string; fields: IndexField[] }[];
  fieldOverrides: Override[];
};
const declared = JSON.parse(
  readFileSync(new URL("../../functions/firestore.indexes.json", import.meta.url), "utf8"),
) as Indexes;

const text = ({ fieldPath, order, arrayConfig }: IndexField) => `${fieldPath} ${order ?? arrayConfig}`;
const groupOf = (path: string) => path.split("/").at(-1) ?? path;

/** The composite index of a query: equalities in any order and a membership, then what it is ordered by. */
function indexOf({ collection: path, where: filters, order }: Query): string | undefined {
  const equalities = filters.filter(([, op]) => op !== "<=" && op !== ">");
  if (!order || equalities.length === 0) return undefined;
  const equal = equalities.map(([field, op]) => `${field} ${op.startsWith("array") ? "CONTAINS" : "ASCENDING"}`).sort();
  return [groupOf(path), ...equal, `${order[0]} ${order[1] === "asc" ? "ASCENDING" : "DESCENDING"}`].join(", ");
}

const declaredTexts = declared.indexes.map(({ collectionGroup, fields }) => {
  const [last, ...before] = fields.toReversed().map(text);
  return [collectionGroup, ...before.sort(), last].join(", ");
});
/** What decides about a field alone: its own override, or that of the map it lies in, or of the whole collection. */
function overrideOf(group: string, field: string): Override | undefined {
  const about = declared.fieldOverrides
    .filter(({ collectionGroup, fieldPath }) =>
      collectionGroup === group && (fieldPath === "*" || field === fieldPath || field.startsWith(`${fieldPath}.`)))
    .sort((one, other) => other.fieldPath.length - one.fieldPath.length);
  return about.find(({ fieldPath }) => fieldPath !== "*") ?? about[0];
}

/** What the queries of both sides ask. */
const ALL = [...CLIENT_QUERIES, ...FUNCTION_QUERIES];

describe("functions/firestore.indexes.json", () => {
  it.each(ALL)("serves $title ($collection)", (asked) => {
    const needed = indexOf(asked);
    if (needed) return expect(declaredTexts).toContain(needed);
    const fields = [...asked.where.map(([field]) => field), ...(asked.order ? [asked.order[0]] : [])];
    const exempt = fields.map((field) => overrideOf(groupOf(asked.collection), field))
      .filter((found) => found?.indexes.length === 0);
    expect(exempt).toEqual([]);
  });

  it("declares no index that no query needs, and none twice", () => {
    const needed = new Set(ALL.map(indexOf));
    expect(declaredTexts.filter((index) => !needed.has(index))).toEqual([]);
    expect(new Set(declaredTexts).size).toBe(declaredTexts.length);
  });

  it("puts at most one membership into an index, and never indexes what is large or secret", () => {
    for (const { fields } of declared.indexes) {
      expect(fields.filter(({ arrayConfig }) => arrayConfig).length).toBeLessThan(2);
    }
    const exempt = declared.fieldOverrides.filter(({ indexes }) => indexes.length === 0);
    const names = exempt.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`);
    const large = ["applications.form", "forms.survey", "actions.input", "actions.outcome", "actions.targets"];
    const ofService = ["drafts.form", "help.content", "versions.form", "versions.plan", "pairings.helper"];
    const ofEntry = ["findings.rows", "batches.lines", "batches.receipt", "matches.hits", "people.*", "handbooks.*"];
    expect(names).toEqual(expect.arrayContaining([...large, ...ofService, ...ofEntry]));
    expect(names).toEqual(expect.arrayContaining(["evidence.data", "notices.list", "private.*"]));
    expect(new Set(names).size).toBe(names.length);
  });
});
