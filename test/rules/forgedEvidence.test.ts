import { beforeAll, describe, expect, it } from "vitest";
import { cadre, committee, create, forged, FORGED_ANYWHERE, prepare, yesterday } from "./forgery.ts";
import { AREA, MOVED_HELPER, staff } from "./people.ts";
import type { Fields } from "./rest.ts";
import { by } from "./rest.ts";
import { evidence, newId } from "./wellFormed.ts";

beforeAll(prepare);

describe("evidence", () => {
  const honest = () => evidence(cadre, "village");
  const FORGED: Record<string, Fields> = {
    ...FORGED_ANYWHERE,
    "sent for another": { by: committee.uid },
    "of yesterday": { at: yesterday },
    "of a kind unknown": { kind: "video" },
    "as a document that runs": { contentType: "image/svg+xml" },
    "as a page": { contentType: "text/html" },
    "as text": { data: "x" },
    "that is empty": { data: new Uint8Array(0) },
    "one byte above 700 KiB": { data: new Uint8Array(700 * 1024 + 1) },
    "from another village": { village: AREA.neighbour },
    "from a village of letters": { village: "99010110100x" },
  };

  it("is taken up to 700 KiB", async () => {
    expect(await create(cadre, "evidence", honest())).toBe("allowed");
    expect(await create(cadre, "evidence", forged(honest(), { data: new Uint8Array(700 * 1024) }))).toBe("allowed");
  });

  it.each(Object.entries(FORGED))("is refused: %s", async (_title, forgery) => {
    expect(await create(cadre, "evidence", forged(honest(), forgery))).toBe("refused");
  });

  it("is sent by helpers and support units where they hold the role, and there alone", async () => {
    for (const persona of [staff("helper"), staff("supportUnit")]) {
      expect(await create(persona, "evidence", evidence(persona, "village"))).toBe("allowed");
      expect(await create(persona, "evidence", evidence(persona, "neighbour"))).toBe("refused");
      expect(await create(persona, "evidence", forged(evidence(persona, "village"), { by: cadre.uid }))).toBe("refused");
    }
    expect(await create(MOVED_HELPER, "evidence", evidence(MOVED_HELPER, "village"))).toBe("refused");
  });

  it("is not put in another's place", async () => {
    const path = `evidence/${newId("photo")}`;
    expect(await by(cadre).commit({ create: path, fields: honest() })).toBe("allowed");
    expect(await by(cadre).commit({ set: path, fields: honest() })).toBe("refused");
    expect(await by(committee).commit({ delete: path })).toBe("refused");
  });

  it("is refused under a strange id", async () => {
    expect(await create(cadre, "evidence", honest(), "x")).toBe("refused");
  });
});
