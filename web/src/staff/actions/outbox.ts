import type { Outcome } from "@domain/action.ts";
import { useEffect } from "preact/hooks";
import { redrawing } from "../../shared/redraw.ts";
import { forgetOwn } from "../session/own.ts";
import { deliver } from "./deliver.ts";
import { followAction, undoneIn } from "./follow.ts";
import type { Parcel } from "./parcel.ts";
import { dropParcel, keepParcel, listParcels } from "./parcelStore.ts";
import { OUTBOX_WORDS } from "./words.ts";

/**
 * Where a parcel is: on this device, on its way, in the database, turned away at its door, or taken in and not carried
 * out (`undone`).
 */
export type Stage = "waiting" | "sending" | "arrived" | "refused" | "undone";

type Standing = { parcel: Parcel; stage: Stage };

const RETRY_MS = [3_000, 6_000, 15_000, 30_000, 60_000];

const standing = new Map<string, Standing>();
const { tell, useRedraw } = redrawing();
/** Parcels whose outcome a room on the screen tells itself. */
const watched = new Map<string, number>();
let running = false;
let failures = 0;
let nextTry: ReturnType<typeof setTimeout> | undefined;
let sender: string | undefined;

function put(parcel: Parcel, stage: Stage): void {
  standing.set(parcel.id, { parcel, stage });
  tell();
}

const inOrder = (wanted: (one: Standing) => boolean): Standing[] =>
  [...standing.values()].filter((one) => one.parcel.uid === sender && wanted(one)).sort((a, b) => a.parcel.order - b.parcel.order);

const nextOne = (): Parcel | undefined => inOrder(({ stage }) => stage === "waiting")[0]?.parcel;

/** Sends what waits, one after the other, and stops at the first that finds no connection. */
export async function sendWaiting(): Promise<void> {
  if (running) return;
  running = true;
  clearTimeout(nextTry);
  try {
    for (let parcel = nextOne(); parcel; parcel = nextOne()) {
      if (!(await sendOne(parcel))) break;
    }
  } finally {
    running = false;
  }
  if (nextOne()) nextTry = setTimeout(() => void sendWaiting(), RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
  else failures = 0;
}

async function sendOne(parcel: Parcel): Promise<boolean> {
  put(parcel, "sending");
  const delivery = navigator.onLine ? await deliver(parcel) : "unreachable";
  if (delivery === "unreachable") {
    put(parcel, "waiting");
    return false;
  }
  if (delivery === "arrived") await arrive(parcel);
  else {
    const refused = { ...parcel, refused: OUTBOX_WORDS.refused };
    await keepParcel(refused);
    put(refused, "refused");
  }
  return true;
}

/** What has arrived is no longer kept; of an action its name stays, until it is known what became of it. */
async function arrive({ otherwise: _gone, ...parcel }: Parcel): Promise<void> {
  const arrived: Parcel = { ...parcel, writes: [], arrived: true };
  if (parcel.kind === "evidence") await dropParcel(parcel.id);
  else await keepParcel(arrived);
  put(arrived, "arrived");
  if (parcel.kind === "action") follow(arrived);
}

function follow(parcel: Parcel): void {
  followAction(parcel.id, (outcome) => void settle(parcel, outcome));
}

/** What was typed is forgotten once it counts; what was not carried out is kept until somebody has read why. */
async function settle(parcel: Parcel, outcome: Outcome): Promise<void> {
  if (outcome.applied > 0 && parcel.keptAs) for (const key of [parcel.keptAs, `${parcel.keptAs}.round`]) forgetOwn(parcel.uid, key);
  const undone = undoneIn(outcome);
  if (undone.length === 0 || watched.has(parcel.id)) return dropParcel(parcel.id);
  const told = { ...parcel, undone };
  await keepParcel(told);
  put(told, "undone");
}

/** Keeps a parcel on this device, then sends it as soon as there is a connection. It takes the place of what failed before. @throws when the device is full. */
export async function dispatch(parcel: Parcel, picture?: Uint8Array): Promise<void> {
  await keepParcel(parcel, picture);
  const failed = parcel.keptAs ? holding(parcel.keptAs, ["refused", "undone"]) : [];
  put(parcel, "waiting");
  for (const { id } of failed) if (id !== parcel.id) await discard(id);
  void sendWaiting();
}

/** Sends a parcel once more that was turned away. */
export async function sendAgain({ refused: _gone, ...parcel }: Parcel): Promise<void> {
  await dispatch(parcel);
}

/** Gives up a parcel, or what is told of it; what it holds is lost, so somebody has to want it. Never one that is on its way. */
export async function discard(id: string): Promise<void> {
  if (standing.get(id)?.stage === "sending") return;
  standing.delete(id);
  tell();
  await dropParcel(id);
}

const stageOf = ({ refused, arrived, undone }: Parcel): Stage => (undone ? "undone" : arrived ? "arrived" : refused ? "refused" : "waiting");

function sendAtOnce(): void {
  failures = 0;
  void sendWaiting();
}

/** Takes up what this person left unsent on this device, and goes on sending while the page is open. */
export async function startOutbox(uid: string): Promise<void> {
  sender = uid;
  window.addEventListener("online", sendAtOnce);
  for (const parcel of await listParcels(uid)) {
    if (standing.has(parcel.id)) continue;
    const stage = stageOf(parcel);
    put(parcel, stage);
    if (stage === "arrived") follow(parcel);
  }
  tell();
  void sendWaiting();
}

/** Everything of this person that is not settled here: to be sent, turned away, or not carried out; in order. */
export function useUnsent(): Standing[] {
  useRedraw();
  return inOrder(({ stage }) => stage !== "arrived");
}

/** What this page has sent, the latest first. */
export function useSent(): Parcel[] {
  useRedraw();
  return inOrder(({ stage }) => stage === "arrived").map(({ parcel }) => parcel).reverse();
}

const holding = (keptAs: string, stages: readonly Stage[]): Parcel[] =>
  inOrder(({ parcel, stage }) => parcel.keptAs === keptAs && stages.includes(stage)).map(({ parcel }) => parcel);

/** The parcel that holds what was typed under a key and still waits here, so that it is not sent a second time. */
export function useQueued(keptAs: string | undefined): string | undefined {
  useRedraw();
  return keptAs && holding(keptAs, ["waiting", "sending", "refused"])[0]?.id;
}

/** Where one parcel is; undefined when this page knows nothing of it. */
export function useStage(id: string | undefined): Stage | undefined {
  useRedraw();
  return id === undefined ? undefined : standing.get(id)?.stage;
}

/** Where a parcel is, for a room that tells its outcome itself. */
export function useWatchedStage(id: string | undefined): Stage | undefined {
  useEffect(() => {
    if (id === undefined) return undefined;
    watched.set(id, (watched.get(id) ?? 0) + 1);
    return () => {
      const left = (watched.get(id) ?? 1) - 1;
      if (left > 0) watched.set(id, left);
      else watched.delete(id);
    };
  }, [id]);
  return useStage(id);
}
