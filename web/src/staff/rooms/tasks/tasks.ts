import type { Application } from "@domain/application.ts";
import { DECIDED_BY } from "@domain/application.ts";
import { confirmationsLacking } from "@domain/meeting.ts";
import type { StaffRole } from "@domain/roles.ts";
import type { Status } from "@domain/status.ts";
import { Status as AnyStatus, statusOf, Track } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Household } from "../../data/applications.ts";
import { byUrgency } from "../../parts/urgency.ts";

type TaskKind = {
  name: Bilingual;
  room: string;
  /** The states whose holder does this. */
  of: readonly Status[];
  /** Poor villages; households when it is not told. */
  villages?: true;
  /** Only these of them. */
  only?: (application: Application, role: StaffRole, uid: string) => boolean;
};

/** Which of the two decides a change depends on what is asked for; never whoever asked. */
const decides: TaskKind["only"] = ({ request }, role, uid) => request !== null && DECIDED_BY[request.kind] === role && request.by !== uid;

/** What there is to do, in the order of the plan; each leads to its room. In service nobody is waited for. */
const TASKS = {
  returned: { name: { zh: "退回重办", en: "Returned to you" }, room: "survey", of: ["surveyed"], only: ({ returned }) => returned !== null },
  drafts:   { name: { zh: "草稿待提交", en: "Drafts to submit" }, room: "apply", of: ["draft"], only: ({ track }) => track === "identify" },
  exits:    { name: { zh: "脱贫提名草稿", en: "Drafts of exits" }, room: "exits", of: ["draft"], only: ({ track }) => track === "exit" },
  survey:   { name: { zh: "入户调查", en: "Surveys" }, room: "survey", of: ["submitted"] },
  meeting:  { name: { zh: "民主评议", en: "Appraisal at the meeting" }, room: "meeting", of: ["surveyed"], only: ({ returned }) => returned === null },
  confirm:  {
    name: { zh: "确认评议记录", en: "Meetings to confirm" }, room: "confirm", of: ["nominated"],
    only: ({ appraisal }, role, uid) => appraisal !== null && confirmationsLacking(appraisal) > 0 && !appraisal.confirmedBy[role] && appraisal.by !== uid,
  },
  verify:   {
    name: { zh: "核实", en: "Verification" }, room: "verify", of: ["nominated"],
    only: ({ hands, appraisal }, role) => appraisal !== null && confirmationsLacking(appraisal) === 0 && hands.verified[role] === undefined,
  },
  first:    { name: { zh: "第一次公示", en: "First notice" }, room: "publish", of: ["verified"] },
  review:   { name: { zh: "镇政府审核", en: "Review by the town" }, room: "review", of: ["townReview"] },
  second:   { name: { zh: "第二次公示", en: "Second notice" }, room: "publish", of: ["townApproved"] },
  rereview: { name: { zh: "县扶贫办复审", en: "Re-review by the county" }, room: "review", of: ["countyReview"] },
  pairing:  { name: { zh: "结对帮扶", en: "Pairing" }, room: "pairing", of: ["approved"] },
  plan:     { name: { zh: "制定帮扶计划", en: "Plans of help" }, room: "help", of: ["paired"] },
  form:     { name: { zh: "填写登记表", en: "Registration forms" }, room: "registration", of: ["planned"] },
  handbook: { name: { zh: "印制、发放扶贫手册", en: "Handbooks" }, room: "handbook", of: ["registered"] },
  entry:    { name: { zh: "数据录入", en: "Data entry" }, room: "entry", of: ["handbookIssued"] },
  report:   { name: { zh: "上报县扶贫办", en: "Report to the county" }, room: "entry", of: ["entered"] },
  trial:    { name: { zh: "试运行检查", en: "Trial run" }, room: "trial", of: ["reported"] },
  change:   { name: { zh: "变更审核", en: "Changes to decide" }, room: "changes", of: ["changeReview"], only: decides },
  villageDraft:  { name: { zh: "贫困村申请", en: "Applications of villages" }, room: "villages", of: ["draft"], villages: true },
  villageReview: { name: { zh: "贫困村审核", en: "Villages to decide" }, room: "review", of: ["townReview", "countyReview"], villages: true },
  villageNotice: { name: { zh: "贫困村公示", en: "Notice of villages" }, room: "publish", of: ["townApproved"], villages: true },
  villageHelp:   { name: { zh: "贫困村结对、计划、登记表", en: "Villages: unit, plan, form" }, room: "villages", of: ["approved", "paired", "planned"], villages: true },
  villageEntry:  { name: { zh: "贫困村录入、上报", en: "Villages: entry and report" }, room: "entry", of: ["registered", "entered"], villages: true },
  villageTrial:  { name: { zh: "贫困村试运行检查", en: "Villages: trial run" }, room: "trial", of: ["reported"], villages: true },
  villageChange: { name: { zh: "贫困村变更审核", en: "Villages: changes" }, room: "changes", of: ["changeReview"], villages: true, only: decides },
} as const satisfies Record<string, TaskKind>;

/** `villages`: its rows are poor villages. */
export type TaskList = { key: string; name: Bilingual; room: string; villages: boolean; rows: Household[] };

const KINDS: [string, TaskKind][] = Object.entries(TASKS);

/** The states that wait for a role, and of which something is to be done. */
export function statusesOf(role: StaffRole): Status[] {
  const isHeld = (status: Status) => Track.options.some((track) => statusOf(track, status).holders.includes(role));
  return AnyStatus.options.filter((status) => isHeld(status) && KINDS.some(([, { of }]) => of.includes(status)));
}

/** What waits for a role among these, each list with the most urgent first; empty ones are left out. */
export function listTasks(role: StaffRole, applications: readonly Household[], uid: string): TaskList[] {
  return KINDS.flatMap(([key, { name, room, of, villages = false, only = () => true }]) => {
    const isOwn = (one: Household) => of.includes(one.status) && (one.track === "village") === villages && statusOf(one.track, one.status).holders.includes(role);
    const rows = applications.filter((one) => isOwn(one) && only(one, role, uid));
    return rows.length > 0 ? [{ key, name, room, villages, rows: rows.sort(byUrgency) }] : [];
  });
}
