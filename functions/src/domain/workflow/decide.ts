import type { Action, TargetOutcome } from "../action.ts";
import type { ActionType } from "../actionInputs.ts";
import { INPUTS } from "../actionInputs.ts";
import type { Application } from "../application.ts";
import { holds } from "../areas.ts";
import type { Campaign } from "../campaign.ts";
import { nextLink } from "../chain.ts";
import { entering } from "../deadline.ts";
import type { Problem } from "../problems.ts";
import { malformed, problem } from "../problems.ts";
import type { Actor } from "../roles.ts";
import { ROLES } from "../roles.ts";
import { statusOf } from "../status.ts";
import type { Case, CaseAtRow, Effect, Person } from "./case.ts";
import { EFFECTS } from "./effects.ts";
import { EVERY_ROW, GUARDS, overQuota } from "./guards.ts";
import { WORKFLOW } from "./tracks.ts";
import { actorsOf, isOfficeAction, isStaffRole } from "./offices.ts";
import { RESOLVERS } from "./resolvers.ts";
import type { Transition } from "./transition.ts";
import { ACTIONS } from "./transition.ts";

export type Decision =
  | { ok: true; next: Application; outcome: TargetOutcome; effects: Effect[] }
  | { ok: false; problem: Problem };

const names = (actors: readonly Actor[]) => ({
  rolesZh: actors.map((actor) => ROLES[actor].zh).join("、"),
  rolesEn: actors.map((actor) => ROLES[actor].en).join(", "),
});

function roleNotAllowed(role: Actor, allowed: readonly Actor[]): Problem {
  return problem("roleNotAllowed", { roleZh: ROLES[role].zh, roleEn: ROLES[role].en, ...names(allowed) });
}

function wrongStatus({ track, status }: Application, type: ActionType): Problem {
  const { zh: statusZh, en: statusEn, holders } = statusOf(track, status);
  const { zh: actionZh, en: actionEn } = ACTIONS[type];
  const held = names(holders);
  const [holderZh, holderEn] =
    holders.length > 0 ? [`现由${held.rolesZh}办理。`, `It is with: ${held.rolesEn}.`] : ["这一户已办结。", "Its procedure is over."];
  return problem("wrongStatus", { statusZh, statusEn, actionZh, actionEn, holderZh, holderEn });
}

/** Whether the person may send this action at all: the campaign, the role, the area, the input's shape. */
export function admit(action: Action, person: Person & { disabled: boolean }, campaign: Campaign | undefined): Problem | undefined {
  if (!campaign) return problem("wrongCampaign");
  if (campaign.status !== "open" && action.type !== "saveCampaign" && action.role !== "clock") return problem("campaignNotOpen");
  if (person.disabled) return problem("accountDisabled");
  const allowed = actorsOf(action.type);
  if (!allowed.includes(action.role)) return roleNotAllowed(action.role, allowed);
  if (!isOfficeAction(action.type) && !campaign.villages.some(({ code }) => code === action.area)) return problem("wrongVillage");
  if (isStaffRole(action.role) && !holds(person.roles, action.role, action.area)) return problem("notHeld");
  const parsed = INPUTS[action.type].safeParse(action.input);
  return parsed.success ? undefined : malformed(parsed.error);
}

/** The row that this action takes at this household, or why there is none. */
export function findRow(application: Application, type: ActionType, role: Actor): Transition | Problem {
  const rows = WORKFLOW[application.track].filter((row) => row.action === type && row.from.includes(application.status));
  if (rows.length === 0) return wrongStatus(application, type);
  return rows.find((row) => row.by.includes(role)) ?? roleNotAllowed(role, rows.flatMap((row) => row.by));
}

/** The checks that come before the row's own: the right campaign and village, and nothing new since it was looked at. */
function notThisOne({ action, application, target }: Case): Problem | undefined {
  if (application.campaign !== action.campaign) return problem("wrongCampaign");
  if (application.village !== action.area) return problem("wrongVillage");
  const seen = action.seen?.[target];
  const { chain, told } = application;
  const fresh = told?.length === chain.length ? told.fresh : chain.length;
  return seen !== undefined && (seen < fresh || seen > chain.length) ? problem("stale") : undefined;
}

function apply(c: CaseAtRow): Decision {
  const { application, row, campaign, now } = c;
  const to = typeof row.to === "string" ? row.to : RESOLVERS[row.to.decidedBy](c);
  const changes = row.effects.map((effect) => EFFECTS[effect](c));
  const moved = to === application.status ? {} : entering(campaign, application.track, to, now);
  const seq = application.chain.length + 1;
  const quota = row.guards.includes("withinQuota") && campaign.quotaMode === "advisory" ? c.atHand.quota : undefined;
  const warning = quota && overQuota(application, quota);
  const core = Object.assign(
    { applied: true as const, to, seq },
    ...changes.map((change) => change.outcome),
    warning && { warning },
  ) as Omit<Extract<TargetOutcome, { applied: true }>, "hash">;
  const hash = nextLink(application.chain.hash, c.digest, c.target, core, c.hash);
  return {
    ok: true,
    next: Object.assign({}, application, moved, ...changes.map((change) => change.patch), { chain: { length: seq, hash } }),
    outcome: { ...core, hash },
    effects: changes.flatMap((change) => change.effects),
  };
}

/**
 * Decides one household under one action, from what is at hand and nothing else: no clock, no database. The action
 * as a whole has been admitted (`admit`) before.
 */
export function decide(c: Case): Decision {
  const elsewhere = notThisOne(c);
  if (elsewhere) return { ok: false, problem: elsewhere };
  const row = findRow(c.application, c.action.type, c.person.role);
  if ("code" in row) return { ok: false, problem: row };
  const atRow = { ...c, row };
  for (const guard of [...EVERY_ROW, ...row.guards]) {
    const refused = GUARDS[guard](atRow);
    if (refused) return { ok: false, problem: refused };
  }
  return apply(atRow);
}
