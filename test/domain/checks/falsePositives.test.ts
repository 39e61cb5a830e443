import type { HouseholdContext, HouseholdRecord } from "@domain/checks/check.ts";
import { recordAlone } from "@domain/checks/check.ts";
import { checkOf, runChecks } from "@domain/checks/checks.ts";
import { neighboursIn, placesOf } from "@domain/checks/neighbours.ts";
import type { FindingStep } from "@domain/checks/steps.ts";
import { stepsUpTo } from "@domain/checks/steps.ts";
import { describe, expect, it } from "vitest";
import { VILLAGES } from "../../seed/campaign2013.ts";
import { inventHousehold } from "../../seed/invent.ts";

/** The invented town: a thousand sound households over its villages, each beside its neighbours. Whatever is asked here is asked in vain. */
const TOWN = Array.from({ length: 1000 }, (_, seed) => {
  const village = VILLAGES[seed % VILLAGES.length] ?? { code: "", name: "" };
  return { id: String(seed), village: village.code, record: inventHousehold({ seed, village, track: "identify" }).survey as HouseholdRecord };
});

function neighbours(): Map<string, ReturnType<typeof neighboursIn>> {
  const held = new Map<string, string[]>();
  const keysOf = ({ village, record }: (typeof TOWN)[number]) => placesOf(village, record).map((key) => ({ ...key, name: `${key.kind} ${key.text}` }));
  for (const one of TOWN) for (const { name } of keysOf(one)) held.set(name, [...(held.get(name) ?? []), one.id]);
  return new Map(TOWN.map((one) => [one.id, neighboursIn(keysOf(one).map(({ kind, name }) => ({
    kind, others: (held.get(name) ?? []).filter((id) => id !== one.id).map((application) => ({ application })),
  })))]));
}

function asked(): Map<string, number> {
  const beside = neighbours();
  const base: HouseholdContext = { ...recordAlone({ year: 2013, line: 2736, referenceDate: "2013-12-31" }), stage: "survey" };
  const counts = new Map<string, number>();
  for (const { id, record } of TOWN) {
    const found = runChecks("household", record, { ...base, ...beside.get(id) });
    const early = new Set<FindingStep | null>(stepsUpTo("countyReview"));
    if (found.some(({ rule, level }) => level !== "lead" && early.has(checkOf(rule)?.blocks ?? null))) counts.set("held", (counts.get("held") ?? 0) + 1);
    if (found.some(({ level }) => level === "doubt")) counts.set("doubt", (counts.get("doubt") ?? 0) + 1);
    for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

describe("how often the checks ask in vain over the invented town", () => {
  it("is what the README says, rule by rule", () => {
    expect(Object.fromEntries([...asked()].sort(([a], [b]) => a.localeCompare(b)))).toMatchInlineSnapshot(`
      {
        "CA-05": 12,
        "EX-02": 34,
        "HE-03": 31,
        "ID-05": 38,
        "IN-03": 29,
        "IN-05": 61,
        "PE-13": 149,
        "doubt": 153,
        "held": 34,
      }
    `);
  });
});
