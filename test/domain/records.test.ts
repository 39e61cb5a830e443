import { INPUTS } from "@domain/actionInputs.ts";
import { AppealRequest, ComplaintRequest, ObjectionRequest } from "@domain/records.ts";
import { describe, expect, it } from "vitest";
import type * as z from "zod";

/** What anybody may send to the public's addresses, and what the staff say with their actions. */

const [OVERRIDE, ISOLATE] = ["\u202e", "\u2067"];
const id = "abcdefghijklmnopqrst";

describe("a text of the public's", () => {
  it("is kept without the marks that turn writing round, and as it is otherwise", () => {
    const turned = `${OVERRIDE}他家有两辆${ISOLATE}车。བོད་ 👨‍👩‍👧\n第二行`;
    const plain = "他家有两辆车。བོད་ 👨‍👩‍👧\n第二行";
    expect(ObjectionRequest.parse({ id, notice: id, serial: 1, text: turned, name: `某${OVERRIDE}人` })).toMatchObject({ text: plain, name: "某人" });
    expect(AppealRequest.parse({ id, objection: id, text: turned }).text).toBe(plain);
    expect(ComplaintRequest.parse({ id, campaign: id, village: "620623105201", about: `干部${ISOLATE}甲`, text: turned })).toMatchObject({ text: plain, about: "干部甲" });
  });

  it("is no text when nothing is left of it", () => {
    expect(AppealRequest.safeParse({ id, objection: id, text: OVERRIDE.repeat(20) }).success).toBe(false);
  });
});

/** What a text that names something is called: another one would name nothing. */
const NAMING: readonly string[] = ["rule", "account", "people", "row", "id"];

type Place = { path: string; schema: z.ZodType };

/** Every text in a schema, by where it stands. */
function textsOf(schema: z.ZodType, path: string): Place[] {
  const def = schema.def as { type: string; innerType?: z.ZodType; element?: z.ZodType; valueType?: z.ZodType; shape?: Record<string, z.ZodType> };
  if (def.type === "string") return [{ path, schema }];
  const parts: [string, z.ZodType][] = Object.entries(def.shape ?? {});
  const inner = def.innerType ?? def.element ?? def.valueType;
  return [...(inner ? textsOf(inner, path) : []), ...parts.filter(([key]) => !NAMING.includes(key)).flatMap(([key, part]) => textsOf(part, `${path}.${key}`))];
}

describe("a text that comes with an action", () => {
  const places = Object.entries(INPUTS).flatMap(([type, schema]) => textsOf(schema, type));
  const taken = places.flatMap(({ path, schema }) => {
    const read = schema.safeParse(`${OVERRIDE}经过${ISOLATE}核对属实`);
    return read.success ? [{ path, text: read.data }] : [];
  });

  it("is judged and shown without the marks that turn writing round, in whatever field it stands", () => {
    expect(taken.filter(({ text }) => text !== "经过核对属实").map(({ path }) => path)).toEqual([]);
  });

  it("is looked for in all of them", () => {
    expect(taken.map(({ path }) => path)).toEqual(expect.arrayContaining(["return.reasons", "leaveOff.reasons", "publishNotice.place", "recordAppraisal.votes.recused.name", "saveCampaign.settings.town.zh", "completeForm.answers", "updateYear.changes.note"]));
    expect(taken.length).toBeGreaterThan(40);
  });
});
