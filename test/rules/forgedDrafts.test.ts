import { StaffRole } from "@domain/roles.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { cadre, committee, create, forged, FORGED_ANYWHERE, parts, prepare, yesterday } from "./forgery.ts";
import { AREA, FARMER, MANY_HATS, NOBODY, OTHER_FARMER, staff } from "./people.ts";
import type { Fields } from "./rest.ts";
import { by } from "./rest.ts";
import { draft, newId } from "./wellFormed.ts";

beforeAll(prepare);

describe("a draft", () => {
  const honest = () => draft(FARMER, "village", "identify", false);
  const FORGED: Record<string, Fields> = {
    ...FORGED_ANYWHERE,
    "already submitted": { status: "submitted" },
    "already approved": { status: "approved" },
    "without a state": { status: undefined },
    "begun by another": { createdBy: OTHER_FARMER.uid },
    "for another": { applicant: OTHER_FARMER.uid },
    "for nobody": { applicant: null },
    "of yesterday": { createdAt: yesterday },
    "with a time as text": { createdAt: "2014-06-01" },
    "in a town": { village: AREA.town, areas: [AREA.county, AREA.town] },
    "in a village of letters": { village: "99010110100x" },
    "in a village by number": { village: 990101101001 },
    "in another village than its areas": { village: AREA.neighbour },
    "on no track": { track: "town" },
    "on the exit track by the farmer": { track: "exit", household: `main-${AREA.village}0001` },
    "with a household already": { household: `main-${AREA.village}0001` },
    "with a receipt number": { receiptNo: "1234" },
    "with a form of 13 parts": { form: parts(13) },
    "with a form as text": { form: "x" },
    "without a form": { form: undefined },
  };

  it("is begun by a farmer for the own household", async () => {
    expect(await create(FARMER, "applications", honest())).toBe("allowed");
    expect(await create(FARMER, "applications", forged(honest(), { form: parts(12) }))).toBe("allowed");
  });

  it.each(Object.entries(FORGED))("is refused: %s", async (_title, forgery) => {
    expect(await create(FARMER, "applications", forged(honest(), forgery))).toBe("refused");
  });

  const FORGED_EXIT: Record<string, Fields> = {
    "no entry of the register": { household: null },
    "an entry of another village": { household: `main-${AREA.neighbour}0001` },
    "an entry of 15 digits": { household: `main-${AREA.village}001` },
    "an entry of 17 digits": { household: `main-${AREA.village}00001` },
    "an entry of no register": { household: `${AREA.village}0001` },
    "an entry by path": { household: `a/b-${AREA.village}0001` },
    "an entry by number": { household: 990101101001 },
    "a farmer's name": { applicant: FARMER.uid },
  };

  it("of the exit track names an entry of the village's register", async () => {
    for (const clerk of [committee, cadre, staff("povertyOfficer")]) {
      expect(await create(clerk, "applications", draft(clerk, "village", "exit", true))).toBe("allowed");
    }
  });

  it.each(Object.entries(FORGED_EXIT))("of the exit track is refused with %s", async (_title, forgery) => {
    const exit = draft(cadre, "village", "exit", true);
    expect(await create(cadre, "applications", forged(exit, forgery))).toBe("refused");
  });

  const FORGED_VILLAGE: Record<string, Fields> = {
    "a farmer behind it": { applicant: FARMER.uid },
    "the committee as the farmer": { applicant: committee.uid },
    "an entry of the register": { household: `main-${AREA.village}0001` },
    "the neighbouring village": { village: AREA.neighbour, areas: [AREA.county, AREA.town, AREA.neighbour] },
    "a whole town": { village: AREA.town, areas: [AREA.county, AREA.town] },
    "a form of 13 parts": { form: parts(13) },
    "a helper already": { helper: { account: staff("supportUnit").uid } },
    "a decision already": { status: "approved" },
  };

  it("of a poor village is begun by its committee, on nobody's behalf, and by nobody else", async () => {
    expect(await create(committee, "applications", draft(committee, "village", "village", true))).toBe("allowed");
    const others = [FARMER, NOBODY, cadre, ...StaffRole.options.filter((role) => role !== "villageCommittee").map(staff)];
    for (const persona of others) {
      for (const onBehalf of [true, false]) {
        expect(await create(persona, "applications", draft(persona, "village", "village", onBehalf))).toBe("refused");
      }
    }
  });

  it.each(Object.entries(FORGED_VILLAGE))("of a poor village is refused with %s", async (_title, forgery) => {
    const village = draft(committee, "village", "village", true);
    expect(await create(committee, "applications", forged(village, forgery))).toBe("refused");
  });

  const BAD_IDS = ["short", "with space", "x".repeat(65), "半个字符号码八个字"];
  it.each(BAD_IDS)("is refused under the id %s", async (id) => {
    expect(await create(FARMER, "applications", honest(), id)).toBe("refused");
  });

  it("is not made under an id of the server's choice", async () => {
    const fields = forged(honest(), { createdAt: new Date() });
    expect(await by(FARMER).createWithoutId("applications", fields)).toBe("refused");
  });

  it("stays its author's: others, the public and the wrong clerk neither change nor drop it", async () => {
    const path = `applications/${newId("draft")}`;
    await by(FARMER).commit({ create: path, fields: honest() });
    for (const persona of [NOBODY, OTHER_FARMER, cadre, staff("townGovernment"), staff("supervisor"), MANY_HATS]) {
      expect(await by(persona).commit({ update: path, fields: { form: {} }, mask: ["form"] })).toBe("refused");
      expect(await by(persona).commit({ delete: path })).toBe("refused");
    }
    expect(await by(committee).commit({ delete: path })).toBe("refused");
    expect(await by(committee).commit({ update: path, fields: { form: { a: 1 } }, mask: ["form"] })).toBe("allowed");
    for (const fields of [{ form: "x" }, { form: parts(13) }, { form: {}, applicant: "x" }, { createdBy: "x" }]) {
      expect(await by(FARMER).commit({ update: path, fields, mask: Object.keys(fields) })).toBe("refused");
    }
    expect(await by(FARMER).commit({ update: path, fields: {}, mask: ["form"] })).toBe("refused");
    expect(await by(FARMER).commit({ delete: path })).toBe("allowed");
  });

  it("does not take the place of an application that is under way", async () => {
    const path = `applications/${newId("taken")}`;
    const begun = { status: "surveyed", applicant: FARMER.uid, createdBy: FARMER.uid };
    await by("owner").commit({ set: path, fields: begun });
    expect(await by(FARMER).commit({ set: path, fields: honest() })).toBe("refused");
  });
});
