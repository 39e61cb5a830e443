import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cadre, forged, prepare } from "./forgery.ts";
import type { Fields } from "./rest.ts";
import { by, REQUEST_TIME } from "./rest.ts";

beforeAll(prepare);

const own = `reads/${cadre.uid}`;
const honest = { by: cadre.uid ?? "", upTo: REQUEST_TIME, ids: ["message-1"] };
const FORGED: Record<string, Fields> = {
  "with an instant in words": { upTo: "yesterday" },
  "with a message instead of a list": { ids: "message-1" },
  "with a hundred and one messages": { ids: Array.from({ length: 101 }, (_, at) => `message-${at}`) },
  "with numbers for messages": { ids: [1] },
  "with a field beside": { note: "x" },
};

describe("what somebody has read", () => {
  beforeEach(() => by("owner").commit({ delete: own }));

  it("is asked for before it is there, and written once it is", async () => {
    expect(await by(cadre).get(own)).toBe("allowed");
    expect(await by(cadre).commit({ create: own, fields: honest })).toBe("allowed");
  });

  it.each(Object.entries(FORGED))("is refused, new and later: %s", async (_title, forgery) => {
    expect(await by(cadre).commit({ create: own, fields: forged(honest, forgery) })).toBe("refused");
    expect(await by(cadre).commit({ create: own, fields: honest })).toBe("allowed");
    expect(await by(cadre).commit({ update: own, fields: forgery, mask: Object.keys(forgery) })).toBe("refused");
  });
});
