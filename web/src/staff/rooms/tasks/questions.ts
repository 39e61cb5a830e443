import { CHECKS, checkOf } from "@domain/checks/checks.ts";
import type { StaffRole } from "@domain/roles.ts";
import { FAILED } from "@domain/status.ts";
import type { Household } from "../../data/applications.ts";
import type { Asker } from "../../parts/can.ts";
import { whyNot } from "../../parts/can.ts";
import { waitingOf } from "../../parts/OpenQuestions.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import type { TaskList } from "./tasks.ts";

/* What the checks ask of whom: fetched by itself, for the checks weigh more than all other tasks together. */

const LISTS = [
  { key: "findings", name: { zh: "答复疑点", en: "Questions to answer" }, villages: false },
  { key: "villageFindings", name: { zh: "贫困村答复疑点", en: "Villages: questions to answer" }, villages: true },
] as const;

/** Whether any check asks a role: nobody else needs to read what is asked. */
export const isAsked = (role: StaffRole): boolean => Object.values(CHECKS).flat().some(({ asks }) => asks === role);

/** What of these the checks ask this very role about: it may answer for those below it too, but is not the one they wait for. */
export function listQuestions(desk: Asker, applications: readonly Household[]): TaskList[] {
  const isFailed = ({ status }: Household) => FAILED.some((one) => one === status);
  const waits = (one: Household) => !isFailed(one) && one.questions.rules.some((rule) => checkOf(rule)?.asks === desk.office.role) && whyNot(one, "answerFinding", desk) === undefined;
  return LISTS.flatMap((list) => {
    const rows = applications.filter((one) => (one.track === "village") === list.villages && waits(one));
    return rows.length > 0 ? [{ ...list, room: "findings", rows: rows.sort(byUrgency) }] : [];
  });
}

/** The rooms whose step waits until the checks are answered. */
const GATED: readonly string[] = ["meeting", "publish", "review"];

/** How many of a list cannot be dealt with before a question is answered. */
export const countHeld = ({ campaign }: Pick<Asker, "campaign">, { room, rows }: TaskList): number =>
  GATED.includes(room) ? rows.filter((row) => waitingOf(campaign, row).length > 0).length : 0;
