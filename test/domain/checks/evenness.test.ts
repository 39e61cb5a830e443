import type { EvenCheckId, Shared } from "@domain/checks/evenness.ts";
import { askTogether, EVEN_CHECKS, evenCheckOf } from "@domain/checks/evenness.ts";
import { describe, expect, it } from "vitest";

const votes = (...yes: number[]) => ({ heldOn: "2014-06-20", votes: yes.map((one) => ({ yes: one, no: 2, abstain: 1 })) });
const rates = (...shares: number[]) => shares.map((share, at) => ({ share, rate: 0.2 + at / 20 }));

/** For every rule what fires it, and what lies beside it and does not. */
const CASES: Record<EvenCheckId, { fires: Shared; quiet: readonly Shared[] }> = {
  "EV-01": {
    fires: { rates: rates(0.3, 0.301, 0.302, 0.303, 0.304) },
    quiet: [{ rates: rates(0.2, 0.25, 0.3, 0.35, 0.4) }, { rates: [0.3, 0.3, 0.3, 0.3, 0.3].map((share) => ({ share, rate: share })) }, { rates: rates(0.3, 0.3, 0.3, 0.3) }],
  },
  "EV-02": { fires: { meeting: votes(27, 27, 27, 27, 27) }, quiet: [{ meeting: votes(27, 27, 27, 27, 26) }, { meeting: votes(27, 27, 27, 27) }] },
  "EV-03": { fires: { incomes: [2000, 2010, 2020, 2030, 2040] }, quiet: [{ incomes: [1500, 2010, 2020, 2030, 2600] }, { incomes: [2000, 2000, 2000, 2000] }] },
  "EV-04": { fires: { applied: { people: 300, quota: 300 } }, quiet: [{ applied: { people: 299, quota: 300 } }, { applied: { people: 0, quota: 0 } }] },
};

const rules = (shared: Shared) => askTogether(shared).found.map(({ rule }) => rule);

describe("sharing out evenly", () => {
  it.each(EVEN_CHECKS.map(({ id }) => id))("%s is raised by its case, and not by what lies beside it", (id) => {
    expect(rules(CASES[id].fires)).toEqual([id]);
    for (const quiet of CASES[id].quiet) expect(rules(quiet)).toEqual([]);
  });

  it("says nothing where nothing was looked at, and tells what was", () => {
    expect(askTogether({})).toEqual({ found: [], looked: [] });
    expect(askTogether({ incomes: [1, 2] }).looked.map(({ id }) => id)).toEqual(["EV-03"]);
    expect(evenCheckOf("EV-99")).toBeUndefined();
  });
});
