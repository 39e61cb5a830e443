import type { Pairing } from "@domain/register.ts";
import { describe, expect, it } from "vitest";
import { endsFor, formFor, helpersFrom } from "../../web/src/staff/rooms/pairing/helpers.ts";

const VILLAGE = "620623105201";

const account = (id: string, name: string, more: object = {}) => ({ id, name, roles: { helper: [VILLAGE] }, disabled: false, ...more });

function pairing(more: Partial<Pairing> & Pick<Pairing, "name" | "kind">): Pairing {
  return {
    campaign: "one", village: VILLAGE, areas: [], application: "a", track: "identify", subject: "", people: 4,
    helper: { helper: { name: more.name, kind: more.kind, phone: "13900000001", startDate: "2014-07-01" }, org: { orgName: "某局" } },
    account: null, from: "2014-07-01", until: null, assigned: { action: "x", at: new Date("2014-07-01T00:00:00Z"), by: "officer" }, ...more,
  };
}

describe("who can be chosen as a helper", () => {
  const pairings = [
    pairing({ name: "马某", kind: "localFirm", account: "uid-firm" }),
    pairing({ name: "李某", kind: "linkedCadre", account: "uid-cadre", people: 3 }),
    pairing({ name: "李某", kind: "linkedCadre", account: "uid-cadre", people: 5 }),
    pairing({ name: "王某", kind: "linkedCadre" }),
  ];
  const helpers = helpersFrom({ pairings, accounts: [account("uid-cadre", "李某"), account("uid-new", "赵某")], village: VILLAGE });

  it("is listed in the plan's order of kinds, and whoever has least to do first", () => {
    expect(helpers.map(({ name }) => name)).toEqual(["王某", "李某", "马某", "赵某"]);
  });

  it("has the households and people helped now", () => {
    expect(helpers.find(({ key }) => key === "uid-cadre")).toMatchObject({ households: 2, people: 8, kind: "linkedCadre" });
    expect(helpers.find(({ key }) => key === "uid-new")).toMatchObject({ households: 0, people: 0, kind: null });
  });

  it("is no disabled account, nobody of another village and no village's support", () => {
    const accounts = [account("a", "甲", { disabled: true }), account("b", "乙", { roles: { helper: ["620623105202"] } }), account("c", "丙", { roles: { supportUnit: [VILLAGE] } })];
    expect(helpersFrom({ pairings: [pairing({ name: "某局", kind: "supportUnit", track: "village" })], accounts, village: VILLAGE })).toEqual([]);
  });

  it("brings along what was written down before, but not the earlier start", () => {
    expect(formFor(helpers[0])).toEqual({ helper: { name: "王某", kind: "linkedCadre", phone: "13900000001" }, org: { orgName: "某局" } });
    expect(formFor(helpers[3])).toEqual({ helper: { name: "赵某" }, org: {} });
    expect(formFor(undefined)).toEqual({ helper: {}, org: {} });
  });
});

it("tells before a change who stops helping, and how many households each", () => {
  const helper = (name: string) => ({ helper: { name, account: null } });
  expect(endsFor([helper("李某"), { helper: null }, helper("王某"), helper("李某")])).toEqual([{ name: "李某", households: 2 }, { name: "王某", households: 1 }]);
});
