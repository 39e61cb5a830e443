import type { Firestore, Transaction } from "@google-cloud/firestore";
import { areasOf } from "../../domain/areas.ts";
import { personKey } from "../../domain/forms/identityNumber.ts";
import { paths } from "../../domain/paths.ts";
import { RegisteredPerson } from "../../domain/records.ts";
import { Household, VillageRegister } from "../../domain/register.ts";
import { membersOf } from "../../domain/sheets/columns.ts";
import type { ReadHousehold } from "../../domain/sheets/readSheet.ts";
import type { SheetCode, SheetProblem } from "../../domain/sheets/sheetProblems.ts";
import { sheetProblem } from "../../domain/sheets/sheetProblems.ts";
import { hashIdentity } from "../../secrets.ts";
import { read } from "../../store/firestore.ts";

/** A household of the file with its place in the register: found there, or (`isNew`) given now, with nothing written yet. */
export type Claimed = { household: ReadHousehold; no: string; id: string; isNew: boolean };
export type Claims = { claimed: Claimed[]; conflicts: SheetProblem[] };

/** Households that one transaction takes: some 400 documents, far below Firestore's bounds. */
const AT_ONCE = 100;
const LAST_SERIAL = 9_999;

type Taking = { household: ReadHousehold; hashes: string[]; head: string };

function taking(household: ReadHousehold): Taking {
  const members = membersOf(household.form).map(({ idNo, relation }) => ({ hash: hashIdentity(personKey(String(idNo))), isHead: relation === "head" }));
  return { household, hashes: members.map(({ hash }) => hash), head: members.find(({ isHead }) => isHead)?.hash ?? "" };
}

/**
 * Gives every household its number, and its people their place in the register, in one transaction a hundred. Who is
 * there already keeps the number, so a file that comes again, also after a run that was cut off, meets its own numbers.
 */
export async function claimNumbers(db: Firestore, register: string, households: readonly ReadHousehold[]): Promise<Claims> {
  const villages = Map.groupBy(households, ({ village }) => village);
  const found = await Promise.all([...villages].map(([village, own]) => claimVillage(db, { register, village, households: own })));
  return { claimed: found.flatMap(({ claimed }) => claimed), conflicts: found.flatMap(({ conflicts }) => conflicts) };
}

type InVillage = { register: string; village: string; households: readonly ReadHousehold[] };

async function claimVillage(db: Firestore, { register, village, households }: InVillage): Promise<Claims> {
  /* Numbers that the file brings are taken first, so that none of them is given to somebody else. */
  const ordered = households.toSorted((one, other) => Number(one.no === null) - Number(other.no === null)).map(taking);
  const all: Claims = { claimed: [], conflicts: [] };
  for (let from = 0; from < ordered.length; from += AT_ONCE) {
    const part = ordered.slice(from, from + AT_ONCE);
    const { claimed, conflicts } = await db.runTransaction((tx) => claimPart({ db, tx }, { register, village, part }));
    all.claimed.push(...claimed);
    all.conflicts.push(...conflicts);
  }
  return all;
}

type Part = { register: string; village: string; part: readonly Taking[] };

async function claimPart({ db, tx }: { db: Firestore; tx: Transaction }, { register, village, part }: Part): Promise<Claims> {
  const hashes = part.flatMap((one) => one.hashes);
  const numbers = part.flatMap(({ household: { no } }) => no ?? []);
  const registerRef = db.doc(paths.villageRegister(register, village));
  const [registerDoc, ...docs] = await tx.getAll(
    registerRef,
    ...numbers.map((no) => db.doc(paths.household(`${register}-${no}`))),
    ...hashes.map((hash) => db.doc(paths.person(register, hash))),
  );
  const entries = new Map(numbers.map((no, at) => [no, read(Household, docs[at])]));
  const holders = new Map(hashes.map((hash, at) => [hash, read(RegisteredPerson, docs[numbers.length + at])?.household]));
  const first = read(VillageRegister, registerDoc)?.nextSerial ?? 1;
  let next = first;
  const claims: Claims = { claimed: [], conflicts: [] };
  for (const one of part) {
    const given = placeFor(one, { register, village, next, holders, entries });
    if ("conflict" in given) {
      claims.conflicts.push(sheetProblem(given.conflict, { row: one.household.row }));
      continue;
    }
    next = Math.max(next, Number(given.no.slice(12)) + 1);
    const id = `${register}-${given.no}`;
    claims.claimed.push({ household: one.household, no: given.no, id, isNew: given.isNew && !entries.get(given.no) });
    if (given.isNew) for (const hash of one.hashes) tx.create(db.doc(paths.person(register, hash)), { register, household: id } satisfies RegisteredPerson);
  }
  if (next > first) tx.set(registerRef, { register, village, areas: areasOf(village), nextSerial: next }, { merge: true });
  return claims;
}

type AtHand = {
  register: string;
  village: string;
  next: number;
  holders: ReadonlyMap<string, string | undefined>;
  entries: ReadonlyMap<string, Household | undefined>;
};
type Given = { no: string; isNew: boolean } | { conflict: SheetCode };

function placeFor({ household, hashes, head }: Taking, { register, village, next, holders, entries }: AtHand): Given {
  const held = new Set(hashes.flatMap((hash) => holders.get(hash) ?? []));
  const known = holders.get(head);
  const own = household.no === null ? known : `${register}-${household.no}`;
  if ([...held].some((id) => id !== own)) return { conflict: "inRegister" };
  if (own !== undefined && held.size > 0) return { no: own.slice(register.length + 1), isNew: false };
  if (household.no !== null) {
    const entry = entries.get(household.no);
    return entry && entry.householder !== household.householder ? { conflict: "numberTaken" } : { no: household.no, isNew: true };
  }
  return next > LAST_SERIAL ? { conflict: "villageFull" } : { no: `${village}${String(next).padStart(4, "0")}`, isNew: true };
}
