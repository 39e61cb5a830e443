import type { Action } from "../action.ts";
import type { ActionInput, ActionType } from "../actionInputs.ts";
import type { Application } from "../application.ts";
import type { MessageKind } from "../messages.ts";
import type { Actor, StaffRole } from "../roles.ts";
import { ROLES } from "../roles.ts";
import { statusOf } from "../status.ts";
import { ANSWERED_BY } from "../records.ts";
import { isStaffRole } from "./offices.ts";

/** One household that an action changed, and how many open questions of the checks it was left with. */
export type Moved = { before: Application; next: Application; asked?: number };

/** What an action says to whom: to a role of the village's areas, or to an account, about these households. */
export type Told = { to: { role: StaffRole } | { account: string }; kind: MessageKind; about: Moved[] };

type Telling = (moved: readonly Moved[], action: Action) => Told[];

const to = (kind: MessageKind, roles: readonly StaffRole[], about: readonly Moved[]): Told[] => roles.map((role) => ({ to: { role }, kind, about: [...about] }));

/** One for each account that is named, about all of its own. */
const toAccounts = (kind: MessageKind, moved: readonly Moved[], accountOf: (one: Moved) => string | null | undefined): Told[] =>
  [...Map.groupBy(moved, accountOf)].flatMap(([account, about]) => (account ? [{ to: { account }, kind, about }] : []));

const holdersOf = ({ track, status }: Application): readonly Actor[] => statusOf(track, status).holders;
const HELPING: readonly Actor[] = ["helper", "supportUnit"];

/** Whoever holds them: the roles of their first state, and each one's own helper. */
function toHolders(kind: MessageKind, moved: readonly Moved[]): Told[] {
  const [first] = moved;
  if (!first) return [];
  const holders = holdersOf(first.next);
  const roles = holders.filter(isStaffRole).filter((role) => !HELPING.includes(role));
  const helped = holders.some((holder) => HELPING.includes(holder)) ? toAccounts(kind, moved, ({ next }) => next.helper?.account) : [];
  return [...to(kind, roles, moved), ...helped];
}

const VILLAGE_HANDS = ["villageCommittee", "villageCadre"] as const satisfies readonly StaffRole[];
const cameBack = ({ before, next }: Moved): boolean => next.returned !== null && next.returned !== before.returned;

const TELLINGS: Partial<Record<ActionType, Telling>> = {
  return: (moved) => to("returned", VILLAGE_HANDS, moved),
  raiseObjection: (moved) => moved.slice(0, 1).flatMap(({ next }) => to("objection", [ANSWERED_BY[next.notice?.round === "town" ? "county" : "town"]], moved)),
  answerObjection: (moved) => [...to("objectionAnswered", ["villageCommittee"], moved), ...to("returned", VILLAGE_HANDS, moved.filter(cameBack))],
  warn: (moved) => toHolders("deadlineSoon", moved),
  escalate: (moved, { input }) => [...toHolders("late", moved), ...to("escalated", [ANSWERED_BY[(input as ActionInput<"escalate">).to]], moved)],
  /* Whoever ran the checks sees what they ask; the village, whose answers are wanted, is told of anybody else's. */
  runChecks: (moved, { role }) => (role === "villageCommittee" ? [] : to("findingAsked", ["villageCommittee"], moved.filter(({ asked = 0 }) => asked > 0))),
  assignHelper: (moved) => [
    ...toAccounts("helperAssigned", moved, ({ next }) => next.helper?.account),
    ...toAccounts("helperChanged", moved, ({ before }) => before.helper?.account),
  ],
};

const levelsOf = (actor: Actor): readonly string[] => ROLES[actor].levels;

/** What came to another level than the one that sent it; within one level everybody sees the tasks, and a farmer's own steps are there at once. */
function handedOver(moved: readonly Moved[], { role }: Action): Told[] {
  const [first] = moved;
  if (!first || role === "applicant" || first.before.status === first.next.status || cameBack(first) || first.next.status === "inService") return [];
  const fresh = holdersOf(first.next).filter(isStaffRole).filter((holder) => !HELPING.includes(holder));
  const stays = fresh.some((holder) => levelsOf(holder).some((level) => levelsOf(role).includes(level)));
  return stays ? [] : to("handedOver", fresh, moved);
}

/** Everything that an action says, one for each recipient and kind however many households it is about. */
export function tellingsOf(action: Action, moved: readonly Moved[]): Told[] {
  const told = [...(TELLINGS[action.type]?.(moved, action) ?? []), ...handedOver(moved, action)];
  return told.filter(({ about }) => about.length > 0);
}
