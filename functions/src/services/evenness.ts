import type { Transaction } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import type { ActionInput } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import { areasOf } from "../domain/areas.ts";
import type { VillageProgress } from "../domain/campaign.ts";
import type { Shared as Together } from "../domain/checks/evenness.ts";
import { askTogether } from "../domain/checks/evenness.ts";
import { isOpen } from "../domain/checks/questions.ts";
import { paths } from "../domain/paths.ts";
import type { FindingRow, VillageFindings } from "../domain/register.ts";
import { database } from "../store/firestore.ts";

const MOST_ROWS = 60;

type Asked = { campaign: string; area: string; now: Date; before: VillageFindings | undefined };

/** The findings of an area after something was looked at together; undefined when nothing changes. */
export function findingsTogether({ campaign, area, now, before }: Asked, together: Together): VillageFindings | undefined {
  const { found, looked } = askTogether(together);
  const rows = before?.rows ?? [];
  const isSame = (row: FindingRow, zh: string) => row.settledAt === null && row.zh === zh;
  const fresh = found.filter(({ zh }) => !rows.some((row) => isSame(row, zh)));
  const gone = rows.filter((row) => row.settledAt === null && looked.some(({ id, lasts }) => id === row.rule && !lasts) && !found.some(({ zh }) => isSame(row, zh)));
  if (fresh.length === 0 && gone.length === 0) return undefined;
  const after = [
    ...fresh.map((one): FindingRow => ({ ...one, raisedAt: now, settledAt: null, answer: null })),
    ...rows.map((row) => (gone.includes(row) ? { ...row, settledAt: now } : row)),
  ].slice(0, MOST_ROWS);
  return { campaign, area, areas: areasOf(area), ranAt: now, open: after.filter(isOpen).length, rows: after };
}

type Taken = { action: Action; progress: VillageProgress | undefined; applications: readonly Application[] };

/** What an action shows together: the votes of its meeting, the incomes of its list, who applied in the village. */
function togetherIn({ action, progress, applications }: Taken): Together | undefined {
  const households = applications.filter(({ track }) => track === "identify");
  if (action.type === "recordAppraisal") {
    const { heldOn } = action.input as ActionInput<"recordAppraisal">;
    return { meeting: { heldOn, votes: applications.flatMap(({ appraisal }) => appraisal ?? []) } };
  }
  if (action.type !== "publishNotice" || action.role !== "villageCommittee" || households.length === 0) return undefined;
  const quota = progress?.quota?.identify;
  const { withdrawn: _withdrawn, draft: _draft, ...counts } = progress?.counts.identify ?? {};
  const people = Object.values(counts).reduce((sum, count) => sum + count.people, 0);
  return {
    incomes: households.flatMap(({ facts }) => facts?.perCapitaNetIncome ?? []),
    ...(quota !== undefined && { applied: { people, quota } }),
  };
}

/** Writes what a village is asked by an action upon its households. */
export function askVillage(tx: Transaction, taken: Taken, before: VillageFindings | undefined, now: Date): void {
  const together = togetherIn(taken);
  const { campaign, area } = taken.action;
  const findings = together && findingsTogether({ campaign, area, now, before }, together);
  if (findings) tx.set(database().doc(paths.villageFindings(campaign, area)), findings);
}
