import type { Hidden } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { StaffRole } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { newId } from "../../shared/ids.ts";
import { dispatch } from "./outbox.ts";
import type { Parcel, Write } from "./parcel.ts";
import { PHOTO_WORDS } from "./words.ts";

/** Who sends something, as what, in which campaign. */
export type Signer = { uid: string; role: StaffRole; campaign: string };

/** A draft written on a household's behalf, as it goes out with its action. */
export type DraftToSend = { id: string; track: Track; village: AreaCode; form: unknown; household: string | null; saved: boolean };

/** One action, as a room orders it. */
export type Order<T extends ActionType = ActionType> = {
  type: T;
  /** The village, or for the campaign's own actions the town. */
  area: AreaCode;
  targets: string[];
  input: ActionInput<T>;
  hidden?: Record<string, Hidden>;
  seen?: Record<string, number>;
  draft?: DraftToSend;
  /** Whom or what it is about, for the list of what is not sent yet. */
  about?: string;
  /** Where this device keeps what was typed: forgotten once it has been carried out, wherever one is by then. */
  keptAs?: string;
  /** Where one goes when it is not carried out. */
  room?: string;
  /** Another campaign than the one on the desk: one that is only about to be made. */
  campaign?: string;
};

/** Later parcels get a greater number, also within one millisecond and after the page was opened anew. */
let last = 0;
const nextOrder = (): number => (last = Math.max(last + 1, Date.now()));

/** The write that begins a draft, and the one that changes it when it is already there. */
export function draftWrites(draft: DraftToSend, { uid, campaign }: Signer): { create: Write; change: Write } {
  const { id, track, village, form, household } = draft;
  const path = paths.application(id);
  const data = { campaign, track, village, areas: areasOf(village), status: "draft", applicant: null, createdBy: uid, form, household };
  return { create: { path, how: "create", data, now: ["createdAt"] }, change: { path, how: "change", data: { form } } };
}

function actionWrites<T extends ActionType>(id: string, { type, area, targets, input, hidden = {}, seen }: Order<T>, signer: Signer): Write[] {
  const { uid: by, role, campaign } = signer;
  const data = { type, campaign, area, areas: areasOf(area), by, role, targets, input, pending: true, ...(seen && { seen }) };
  const kept = Object.entries(hidden).filter(([, values]) => Object.keys(values).length > 0);
  return [
    { path: paths.action(id), how: "create", data, now: ["at"] },
    ...kept.map(([target, values]): Write => ({ path: paths.actionPrivate(id, target), how: "create", data: values })),
  ];
}

/** Sends an action: one commit with its draft and its hidden numbers. Returns its id, by which to follow it. */
export async function postAction<T extends ActionType>(order: Order<T>, desk: Signer): Promise<string> {
  const signer = { ...desk, campaign: order.campaign ?? desk.campaign };
  const id = newId();
  const own = actionWrites(id, order, signer);
  const label = ACTIONS[order.type];
  const about = order.about ? { zh: `${label.zh}：${order.about}`, en: `${label.en}: ${order.about}` } : label;
  const { targets, keptAs, room } = order;
  const parcel: Parcel = { id, uid: signer.uid, order: nextOrder(), kind: "action", label: about, proof: paths.action(id), writes: own, targets, ...(keptAs && { keptAs }), ...(room && { room }) };
  if (!order.draft) await dispatch(parcel);
  else {
    const { create, change } = draftWrites(order.draft, signer);
    const [first, second] = order.draft.saved ? [change, create] : [create, change];
    await dispatch({ ...parcel, writes: [first, ...own], otherwise: [second, ...own] });
  }
  return id;
}

export type EvidenceKind = "minutes" | "board" | "house" | "other";
export type Photo = { village: AreaCode; kind: EvidenceKind; data: Uint8Array };

/** Sends a photo by itself, ahead of the action that will name it. Returns its id. */
export async function postPhoto({ village, kind, data }: Photo, { uid, campaign }: Signer): Promise<string> {
  const id = newId();
  const fields = { campaign, village, areas: areasOf(village), kind, contentType: "image/jpeg", by: uid };
  const write: Write = { path: paths.evidence(id), how: "create", data: fields, now: ["at"], picture: "data" };
  await dispatch({ id, uid, order: nextOrder(), kind: "evidence", label: PHOTO_WORDS[kind], proof: paths.evidence(id), writes: [write] }, data);
  return id;
}
