import type { ProblemCode } from "@domain/problems.ts";
import type { Applicant } from "../applicant.ts";
import type { Hand } from "../stage.ts";
import { seenBy } from "./village.ts";

/** What a reviewer thinks of a list: everybody is approved but for the exceptions. */
export type Review = { returned?: readonly Applicant[]; rejected?: readonly Applicant[] };

/** The town's review, or the county's: the list in bulk, exceptions each with its reasons. */
export async function review(
  { stage, player }: Hand,
  applicants: readonly Applicant[],
  { returned = [], rejected = [] }: Review,
): Promise<void> {
  const [first] = applicants;
  if (!first) return;
  const area = first.village.code;
  const seen = await seenBy(stage.by(player), applicants);
  const seenOf = (some: readonly Applicant[]) =>
    Object.fromEntries(some.map(({ id }) => [id, seen[id] ?? -1]));
  const exceptions = [...returned, ...rejected];
  const rest = applicants.filter((one) => !exceptions.includes(one));
  const idsOf = (some: readonly Applicant[]) => some.map(({ id }) => id);
  if (rest.length > 0)
    await stage.act(player, { type: "approve", area, targets: idsOf(rest), input: {}, seen: seenOf(rest) });
  for (const one of returned)
    await stage.act(player, {
      type: "return",
      area,
      targets: [one.id],
      input: { reasons: "家庭收入核算有出入，请重新调查" },
      seen: seenOf([one]),
    });
  if (rejected.length > 0)
    await stage.act(player, {
      type: "reject",
      area,
      targets: idsOf(rejected),
      input: { reasons: "有财政供养人员，不符合条件" },
      seen: seenOf(rejected),
    });
  stage.counts.returns += returned.length;
}

/** Tries to approve what this person must not. */
export async function mayNotApprove(
  { stage, player }: Hand,
  applicants: readonly Applicant[],
  name: ProblemCode,
): Promise<void> {
  const targets = applicants.map(({ id }) => id);
  const area = applicants[0]?.village.code ?? "";
  if (targets.length > 0) await stage.isRefused(player, { type: "approve", area, targets, input: {} }, name);
}
