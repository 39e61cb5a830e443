import type { Transaction } from "@google-cloud/firestore";
import { FieldValue } from "firebase-admin/firestore";
import type { Action } from "../domain/action.ts";
import type { Campaign } from "../domain/campaign.ts";
import { shanghaiDate } from "../domain/notice/period.ts";
import { paths } from "../domain/paths.ts";
import type { Problem, ProblemCode } from "../domain/problems.ts";
import { problem, refuse } from "../domain/problems.ts";
import { hashSource } from "../secrets.ts";
import { database } from "../store/firestore.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A source can be forged by whoever calls past the hosting, so what is written to has a limit of its own: so many sources' worth. */
const CROWD = 20;

/**
 * What is counted, with its hour or day in its name; how many may come; how many come now; how long the counter is kept, in
 * milliseconds. `loose`: honest people write to it at the same moment, so it is read without a lock that would make them
 * wait for each other; a few more may slip through then.
 */
type Limit = { of: string; most: number; come: number; kept: number; loose?: true };

/** The first limit that what comes now would pass. Reads at once; `count` counts it, after the transaction's other reads. */
async function measure<L extends Limit>(tx: Transaction, limits: readonly L[], now: Date): Promise<{ passed: L | undefined; count: () => void }> {
  const refs = limits.map(({ of }) => database().doc(paths.limit(hashSource(of))));
  const counters = await Promise.all(refs.map((ref, at) => (limits[at]?.loose ? ref.get() : tx.get(ref))));
  const passed = limits.find(({ most, come }, at) => Number(counters[at]?.get("count") ?? 0) + come > most);
  const count = () =>
    limits.forEach(({ come, kept }, at) => {
      const ref = refs[at];
      if (ref) tx.set(ref, { count: FieldValue.increment(come), expiresAt: new Date(now.getTime() + kept) }, { merge: true });
    });
  return { passed, count };
}

const hourOf = (now: Date) => Math.floor(now.getTime() / HOUR);

/** Who sends, under a hash that nobody turns back; to what; and how many an hour are taken from one source. */
export type Flood = { source: string; about: string; perHour: number; now: Date };

/**
 * Slows down whoever sends too much, by source and by what is written to. Reads at once; the returned function counts
 * this one, after the transaction's other reads. @throws Refusal
 */
export async function holdBack(tx: Transaction, { source, about, perHour, now }: Flood): Promise<() => void> {
  const limit = (what: string, most: number): Limit => ({ of: `${what} ${hourOf(now)}`, most, come: 1, kept: 2 * HOUR });
  const { passed, count } = await measure(tx, [limit(source, perHour), limit(about, perHour * CROWD)], now);
  if (passed) refuse("tooManyObjections");
  return count;
}

/**
 * Slows down applications: a farmer's account costs nothing, so a village has a limit for all of them together; its staff
 * has one of its own, and so can always apply for whoever is held back. What is refused afterwards counts as well, for
 * a refusal tells whether a person is registered. Reads at once; `count` counts them.
 */
export async function holdBackApplications(
  tx: Transaction, { type, role, by, campaign, area, targets }: Action, { applications: { perAccount, perVillage, perStaff } }: Campaign, now: Date,
): Promise<{ problem?: Problem; count: () => void }> {
  if (type !== "submit") return { count: () => undefined };
  const come = targets.length;
  const account = { of: `applications by ${by} ${campaign} ${shanghaiDate(now)}`, come, kept: 2 * DAY };
  const village = { of: `applications to ${area} ${campaign} ${hourOf(now)}`, come, kept: 2 * HOUR, loose: true } as const;
  const limits: readonly (Limit & { code: ProblemCode })[] = role === "applicant"
    ? [{ ...account, most: perAccount, code: "tooManyApplications" }, { ...village, most: perVillage, code: "tooManyInVillage" }]
    : [{ ...account, most: perStaff, code: "tooManyByStaff", loose: true }];
  const { passed, count } = await measure(tx, limits, now);
  return { ...(passed && { problem: problem(passed.code, { most: passed.most }) }), count };
}
