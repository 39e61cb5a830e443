import type { RulesTestContext, RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { assertFails, assertSucceeds } from "@firebase/rules-unit-testing";
import { collection, getCountFromServer, getDocs, limit, orderBy, query, where } from "firebase/firestore";
import { afterAll, beforeAll, describe, it } from "vitest";
import { EVERYBODY } from "./people.ts";
import type { Persona } from "./people.ts";
import type { Query } from "./queries.ts";
import { CLIENT_QUERIES, UNPROVABLE } from "./queries.ts";
import { by } from "./rest.ts";
import { ACCOUNTS } from "./samples.ts";
import { openEnvironment, putRules } from "./suite.ts";

/** Each query of the web client, sent by the SDK itself: the rules prove it from what it says. */

let environment: RulesTestEnvironment;
const contexts = new Map<string, RulesTestContext>();

function contextOf(persona: Persona): RulesTestContext {
  const { uid, token } = persona;
  const open = () => (uid ? environment.authenticatedContext(uid, token) : environment.unauthenticatedContext());
  const context = contexts.get(persona.name) ?? open();
  contexts.set(persona.name, context);
  return context;
}

function built(persona: Persona, { collection: path, where: filters, order }: Query) {
  const source = collection(contextOf(persona).firestore(), path);
  const constraints = filters.map(([field, op, value]) => where(field, op, value));
  return query(source, ...constraints, ...(order ? [orderBy(...order)] : []), limit(20));
}

beforeAll(async () => {
  await putRules();
  await by("owner").commit(...ACCOUNTS.map(({ path, account }) => ({ set: path, fields: account })));
  environment = await openEnvironment();
});
afterAll(() => environment.cleanup());

describe("the rules prove", () => {
  it.each(CLIENT_QUERIES)("$title ($collection)", async (asked) => {
    for (const persona of asked.by) {
      await assertSucceeds(getDocs(built(persona, asked)));
      await assertSucceeds(getCountFromServer(built(persona, asked)));
    }
  });
});

describe("the rules do not prove", () => {
  it.each(UNPROVABLE)("$title ($collection)", async (asked) => {
    for (const persona of asked.by) {
      await assertFails(getDocs(built(persona, asked)));
      await assertFails(getCountFromServer(built(persona, asked)));
    }
  });

  it("any staff query to somebody whose account has changed", async () => {
    const staffOnly = CLIENT_QUERIES.filter(({ by: askers }) => askers.every(({ roles }) => roles));
    for (const fallen of EVERYBODY.filter(({ roles, current }) => roles?.countyOffice && !current)) {
      for (const asked of staffOnly) await assertFails(getDocs(built(fallen, asked)));
    }
  });
});
