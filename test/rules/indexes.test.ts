import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Query } from "./queries.ts";
import { CLIENT_QUERIES, FUNCTION_QUERIES } from "./queries.ts";

/** The emulator answers any query; production only those with an index. So each is held against the declared ones. */

type IndexField = { fieldPath: string; order?: "ASCENDING" | "DESCENDING"; arrayConfig?: "CONTAINS" };
type Indexes = {
  indexes: { collectionGroup: string; queryScope: string; fields: IndexField[] }[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: object[] }[];
};
const declared = JSON.parse(
  readFileSync(new URL("../../functions/firestore.indexes.json", import.meta.url), "utf8"),
) as Indexes;

const text = ({ fieldPath, order, arrayConfig }: IndexField) => `${fieldPath} ${order ?? arrayConfig}`;
const groupOf = (path: string) => path.split("/").at(-1) ?? path;

/** The composite index of a query: equalities in any order and a membership, then what it is ordered by. */
function indexOf({ collection: path, where: filters, order }: Query): string | undefined {
  const ranges = filters.filter(([, op]) => op !== "<=");
  if (!order || ranges.length === 0) return undefined;
  const equal = ranges.map(([field, op]) => `${field} ${op.startsWith("array") ? "CONTAINS" : "ASCENDING"}`).sort();
  return [groupOf(path), ...equal, `${order[0]} ${order[1] === "asc" ? "ASCENDING" : "DESCENDING"}`].join(", ");
}

const declaredTexts = declared.indexes.map(({ collectionGroup, fields }) => {
  const [last, ...before] = fields.toReversed().map(text);
  return [collectionGroup, ...before.sort(), last].join(", ");
});
/** What the queries of both sides ask. */
const ALL = [...CLIENT_QUERIES, ...FUNCTION_QUERIES];

describe("functions/firestore.indexes.json", () => {
  it.each(ALL)("serves $title ($collection)", (asked) => {
    const needed = indexOf(asked);
    if (needed) return expect(declaredTexts).toContain(needed);
    const fields = [...asked.where.map(([field]) => field), ...(asked.order ? [asked.order[0]] : [])];
    const exempt = declared.fieldOverrides
      .filter(({ collectionGroup }) => collectionGroup === groupOf(asked.collection))
      .filter(({ fieldPath, indexes }) => indexes.length === 0 && (fields.includes(fieldPath) || fieldPath === "*"));
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
    expect(names).toEqual(expect.arrayContaining([...large, "evidence.data", "notices.list", "private.*"]));
  });
});
