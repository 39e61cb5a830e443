import type { Application } from "@domain/application.ts";
import type { StaffRole } from "@domain/roles.ts";
import type { Status } from "@domain/status.ts";
import { Status as AnyStatus, STATUSES } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Household } from "../../data/applications.ts";
import { byUrgency } from "../../parts/urgency.ts";

type TaskKind = {
  name: Bilingual;
  room: string;
  /** The states whose holder does this. */
  of: readonly Status[];
  /** Only these of them. */
  only?: (application: Application, role: StaffRole) => boolean;
};

/** What there is to do, in the order of the plan; each leads to its room. */
const TASKS = {
  returned: { name: { zh: "退回重办", en: "Returned to you" }, room: "survey", of: ["surveyed"], only: ({ returned }) => returned !== null },
  drafts:   { name: { zh: "草稿待提交", en: "Drafts to submit" }, room: "apply", of: ["draft"], only: ({ track }) => track === "identify" },
  exits:    { name: { zh: "脱贫提名草稿", en: "Drafts of exits" }, room: "exits", of: ["draft"], only: ({ track }) => track === "exit" },
  survey:   { name: { zh: "入户调查", en: "Surveys" }, room: "survey", of: ["submitted"] },
  meeting:  { name: { zh: "民主评议", en: "Appraisal at the meeting" }, room: "meeting", of: ["surveyed"], only: ({ returned }) => returned === null },
  verify:   {
    name: { zh: "核实", en: "Verification" }, room: "verify", of: ["nominated"],
    only: ({ hands }, role) => hands.verified[role] === undefined,
  },
  first:    { name: { zh: "第一次公示", en: "First notice" }, room: "publish", of: ["verified"] },
  review:   { name: { zh: "镇政府审核", en: "Review by the town" }, room: "review", of: ["townReview"] },
  second:   { name: { zh: "第二次公示", en: "Second notice" }, room: "publish", of: ["townApproved"] },
  rereview: { name: { zh: "县扶贫办复审", en: "Re-review by the county" }, room: "review", of: ["countyReview"] },
} as const satisfies Record<string, TaskKind>;

export type TaskList = { key: string; name: Bilingual; room: string; rows: Household[] };

/** The states that wait for a role. */
export function statusesOf(role: StaffRole): Status[] {
  return AnyStatus.options.filter((status) => (STATUSES[status].holders as readonly string[]).includes(role));
}

/** What waits for a role among these households, each list with the most urgent first; empty ones are left out. */
export function listTasks(role: StaffRole, households: readonly Household[]): TaskList[] {
  const held = statusesOf(role);
  const kinds: [string, TaskKind][] = Object.entries(TASKS);
  return kinds.flatMap(([key, { name, room, of, only = () => true }]) => {
    const rows = households.filter((one) => of.includes(one.status) && held.includes(one.status) && only(one, role));
    return rows.length > 0 ? [{ key, name, room, rows: rows.sort(byUrgency) }] : [];
  });
}
