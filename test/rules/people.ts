import type { Asker } from "@domain/access.ts";
import type { AreaCode, Roles } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { ROLES, StaffRole } from "@domain/roles.ts";

/** Areas of the matrix: one's own, and the nearest one that is not. Codes of no real place. */
export const AREA = {
  county: "990101",
  otherCounty: "990102",
  town: "990101101",
  otherTown: "990101102",
  village: "990101101001",
  neighbour: "990101101002",
  otherTownVillage: "990101102001",
  otherCountyVillage: "990102101001",
} as const satisfies Record<string, AreaCode>;
export type Place = keyof typeof AREA;

/** Somebody who asks: what the rules see in the token, and whether the account behind it is as the token says. */
export type Persona = Asker & { name: string; token?: Record<string, unknown>; account?: Account };

/** What a test writes as `staff/{uid}`. */
export type Account = {
  name: string;
  email: string;
  roles: Roles;
  areas: AreaCode[];
  version: number;
  disabled: boolean;
  updatedAt: Date;
  updatedBy: string;
};

const VERSION = 3;

function accountOf(uid: string, roles: Roles): Account {
  const areas = [...new Set(Object.values(roles).flat().flatMap(areasOf))];
  const updated = { updatedAt: new Date("2014-05-01T00:00:00Z"), updatedBy: "office-1" };
  return { name: "测试员", email: `${uid}@example.org`, roles, areas, version: VERSION, disabled: false, ...updated };
}

/** A member of the staff in good standing. */
export function staffWith(name: string, roles: Roles): Persona {
  const uid = `staff-${name}`;
  return { name, uid, roles, current: true, token: { roles, version: VERSION }, account: accountOf(uid, roles) };
}

/** What happens to an account behind a token that is still valid: changed since, disabled, deleted. */
const FALLS: readonly { how: string; account?: Partial<Account> }[] = [
  { how: "changed since", account: { version: VERSION + 1 } },
  { how: "disabled", account: { disabled: true } },
  { how: "deleted" },
];

/** The same person, fallen. One rule decides over all three falls: each role meets one, each fall meets several roles. */
function fallen({ name, roles = {} }: Persona, at: number): Persona {
  const { how, account } = FALLS[at % FALLS.length] ?? { how: "deleted" };
  const { account: standing, ...rest } = staffWith(`${name}-${how}`, roles);
  const base = { ...rest, name: `${name}, ${how}`, current: false };
  return account && standing ? { ...base, account: { ...standing, ...account } } : base;
}

export const NOBODY: Persona = { name: "nobody" };
export const FARMER: Persona = { name: "a farmer", uid: "farmer-1", token: {} };
export const OTHER_FARMER: Persona = { name: "another farmer", uid: "farmer-2", token: {} };

const areaAt = { county: AREA.county, town: AREA.town, village: AREA.village } as const;

/** Each role, in its own area at each level where it may be held. */
export const STAFF: readonly Persona[] = StaffRole.options.flatMap((role) =>
  ROLES[role].levels.map((level) => staffWith(`${role}-${level}`, { [role]: [areaAt[level]] })),
);

/** Somebody with several roles and areas: two villages, and another town. */
export const MANY_HATS = staffWith("many-hats", {
  villageCadre: [AREA.village, AREA.otherTownVillage],
  povertyOfficer: [AREA.otherTown],
});

/** A helper of the same village who is paired with nobody there. */
export const UNPAIRED_HELPER = staffWith("helper-unpaired", { helper: [AREA.village] });
/** A helper of the village whose pairing there has ended. */
export const FORMER_HELPER = staffWith("helper-former", { helper: [AREA.village] });
/** A helper who works in the neighbouring village now, while documents of other villages still name the account. */
export const MOVED_HELPER = staffWith("helper-moved", { helper: [AREA.neighbour] });

/** The very account, with a token from before its last change: what a lost telephone still sends. */
function withOldToken({ name, token, account: _account, ...rest }: Persona): Persona {
  return { ...rest, name: `${name}, with an old token`, token: { ...token, version: VERSION - 1 }, current: false };
}

export const FALLEN: readonly Persona[] = [
  ...STAFF.map(fallen),
  ...STAFF.filter(({ roles }) => roles?.helper ?? roles?.supportUnit).map(withOldToken),
];
const fallenNames = new Set(FALLEN.map(({ name }) => name));
export const isFallen = ({ name }: Persona) => fallenNames.has(name);
export const EVERYBODY: readonly Persona[] = [
  NOBODY, FARMER, OTHER_FARMER, ...STAFF, MANY_HATS, UNPAIRED_HELPER, FORMER_HELPER, MOVED_HELPER, ...FALLEN,
];

/** The persona of a role at the level where it is usually held. */
export function staff(role: StaffRole): Persona {
  const found = STAFF.find(({ roles }) => roles?.[role]);
  if (!found) throw new Error(`no persona holds ${role}`);
  return found;
}
