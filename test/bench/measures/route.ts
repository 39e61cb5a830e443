/**
 * A household's way from its submission to its approval, as actions of the staff, and the bare documents
 * of each.
 */
import type { Hidden } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import type { Draft, Sending } from "../../play/player.ts";
import { newId } from "../../play/player.ts";
import type { Member } from "../../seed/cast.ts";
import { cadreOf, castMember, committeeOf } from "../../seed/cast.ts";
import type { Household } from "../support/households.ts";
import { formsOf } from "../support/households.ts";

type Part = { id?: string; input: unknown; hidden?: Record<string, Hidden>; drafts?: Draft[]; photos?: string[] };

/** One step of the way. */
export type Step = {
  type: ActionType;
  by: (village: string) => Member;
  /**
   * `one` at a time by its nature, a whole `village` at once by its nature, or `either`, as the run wants
   * it.
   */
  how: "one" | "village" | "either";
  part: (list: readonly Household[]) => Part;
  /** A notice: the way goes on when it has ended. */
  hangs?: true;
  /**
   * Documents a household that come with the action and that applying it leaves, whoever does it: the
   * floor writes them.
   */
  bare: { brought: number; left: number };
};

const nothing = (): Part => ({ input: {} });
const staff = (key: string) => () => castMember(key);
const notice = (): Part => ({ input: { place: "村委会", phone: "0935-0000000", boardPhotos: [] } });

function submission(list: readonly Household[]): Part {
  const forms = list.map((household) => ({ id: household.id, form: formsOf(household).application }));
  return {
    input: {},
    drafts: forms.map(({ id, form }) => ({ id, track: "identify", form: form.shown })),
    hidden: Object.fromEntries(forms.map(({ id, form }) => [id, form.hidden])),
  };
}

function survey([household]: readonly Household[]): Part {
  if (!household) throw new Error("a survey without a household");
  const { shown, hidden } = formsOf(household).survey;
  return { input: { survey: shown }, hidden: { [household.id]: hidden } };
}

/** Which action recorded a household's meeting. */
const meetings = new Map<string, string>();

/** Everybody came, and all but three voted for everybody. */
function meeting(list: readonly Household[]): Part {
  const [id, minutes, attendance] = [newId(), newId(), newId()];
  for (const household of list) meetings.set(household.id, id);
  const input: ActionInput<"recordAppraisal"> = {
    kind: "regular",
    reason: "",
    heldOn: "2014-06-20",
    place: "村委会",
    chair: "某",
    recorder: "某",
    tellers: ["某"],
    method: "secretBallot",
    expected: 36,
    present: 33,
    minutes: [minutes],
    attendance: [attendance],
    discussion: "",
    votes: Object.fromEntries(list.map(({ id }) => [id, { yes: 30, no: 2, abstain: 1, recused: [] }])),
  };
  return { id, input, photos: [minutes, attendance] };
}

/** Somebody else confirms the record of the first household's meeting: the same for the whole list. */
const confirmation = ([household]: readonly Household[]): Part => ({ input: { meeting: meetings.get(household?.id ?? "") } });

/**
 * The plan's steps 2 and 3. A survey's people are about four, so it leaves that many claims of an
 * identity.
 */
export const ROUTE: readonly Step[] = [
  { type: "submit",          by: committeeOf,      how: "either",  part: submission, bare: { brought: 2, left: 4 } },
  { type: "recordSurvey",    by: cadreOf,          how: "one",     part: survey,     bare: { brought: 1, left: 7 } },
  { type: "recordAppraisal", by: committeeOf,      how: "village", part: meeting,    bare: { brought: 0, left: 1 } },
  { type: "confirmMeeting",  by: cadreOf,          how: "either",  part: confirmation, bare: { brought: 0, left: 1 } },
  { type: "confirmMeeting",  by: staff("officer"), how: "either",  part: confirmation, bare: { brought: 0, left: 1 } },
  { type: "verify",          by: committeeOf,      how: "either",  part: nothing,    bare: { brought: 0, left: 1 } },
  { type: "verify",          by: cadreOf,          how: "either",  part: nothing,    bare: { brought: 0, left: 1 } },
  { type: "verify",          by: staff("officer"), how: "either",  part: nothing,    bare: { brought: 0, left: 1 } },
  { type: "publishNotice",   by: committeeOf,      how: "village", part: notice,     bare: { brought: 0, left: 2 }, hangs: true },
  { type: "approve",         by: staff("town"),    how: "either",  part: nothing,    bare: { brought: 0, left: 1 } },
  { type: "publishNotice",   by: staff("officer"), how: "village", part: notice,     bare: { brought: 0, left: 2 }, hangs: true },
  { type: "approve",         by: staff("county"),  how: "either",  part: nothing,    bare: { brought: 0, left: 2 } },
];

/** How households are taken: one by one where a step can, or by villages where it can. */
export type Manner = "singles" | "lists";

/** The lists of one step: each is one action, and within one village. */
export function listsOf({ how }: Step, households: readonly Household[], manner: Manner): Household[][] {
  const single = how === "one" || (how === "either" && manner === "singles");
  if (single) return households.map((household) => [household]);
  return [...Map.groupBy(households, ({ village }) => village).values()];
}

/** The action of one list, as the web client sends it. */
export function sendingOf(
  { type, part }: Step,
  list: readonly Household[],
  campaign: string,
): Sending<ActionType> {
  const { input, ...brought } = part(list);
  return {
    type,
    campaign,
    area: list[0]?.village ?? "",
    targets: list.map(({ id }) => id),
    input: input as ActionInput<ActionType>,
    ...brought,
  };
}
