import { COLLECTIONS } from "@domain/paths.ts";
import { StaffRole } from "@domain/roles.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { committee, create, prepare } from "./forgery.ts";
import type { Persona } from "./people.ts";
import { AREA, FARMER, MANY_HATS, NOBODY, staff } from "./people.ts";
import { by, REQUEST_TIME } from "./rest.ts";
import { action, draft } from "./wellFormed.ts";

beforeAll(prepare);

describe("reading more than one may", () => {
  const everyone = [NOBODY, FARMER, ...StaffRole.options.map(staff)];
  const closed = COLLECTIONS.filter((name) => !name.includes("/") && name !== "campaigns");
  const inVillage = { field: "areas", op: "ARRAY_CONTAINS", value: AREA.village } as const;

  it.each(closed)("lists of %s without a filter are refused", async (collection) => {
    for (const persona of everyone) expect(await by(persona).list({ collection, filters: [] })).toBe("refused");
  });

  const below = ["forms", "private", "drafts", "help", "versions"];
  it.each([...closed, ...below])("queries over every collection named %s are refused", async (collection) => {
    const list = { collection, filters: [inVillage], everywhere: true } as const;
    for (const persona of everyone) expect(await by(persona).list(list)).toBe("refused");
  });

  it("one area that is not one's own makes the whole query refused", async () => {
    const ask = (...areas: string[]) => {
      const filters = [{ field: "areas", op: "ARRAY_CONTAINS_ANY", value: areas } as const];
      return by(MANY_HATS).list({ collection: "applications", filters });
    };
    expect(await ask(AREA.village, AREA.otherTownVillage, AREA.otherTown)).toBe("allowed");
    expect(await ask(AREA.village, AREA.neighbour)).toBe("refused");
  });

  it("a collection that the policy does not know is closed", async () => {
    for (const persona of everyone) {
      expect(await by(persona).get("secrets/document-1")).toBe("refused");
      expect(await create(persona, "secrets", { at: REQUEST_TIME })).toBe("refused");
      expect(await by(persona).get("applications/application-0001/comments/comment-1")).toBe("refused");
    }
  });

  it("roles in a token are worth nothing without an account, nor for somebody else's", async () => {
    const stranger: Persona = { ...committee, uid: "stranger-1" };
    expect(await by(stranger).list({ collection: "applications", filters: [inVillage] })).toBe("refused");
    const roleless: Persona = { ...FARMER, token: { roles: {} } };
    expect(await create(roleless, "applications", draft(roleless, "village", "identify", false))).toBe("refused");
    const malformed: Persona = { ...committee, token: { roles: "villageCommittee", version: 3 } };
    const verification = action(malformed, "village", "verify", "villageCommittee");
    expect(await create(malformed, "actions", verification)).toBe("refused");
  });
});
