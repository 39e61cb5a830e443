import { useEffect, useState } from "preact/hooks";
import { deliver } from "./deliver.ts";
import type { Parcel } from "./parcel.ts";
import { dropParcel, keepParcel, listParcels } from "./parcelStore.ts";
import { OUTBOX_WORDS } from "./words.ts";

/** Where a parcel is: on this device, on its way, there, or turned away. */
export type Stage = "waiting" | "sending" | "arrived" | "refused";

type Standing = { parcel: Parcel; stage: Stage };

const RETRY_MS = [3_000, 6_000, 15_000, 30_000, 60_000];

const standing = new Map<string, Standing>();
const listeners = new Set<() => void>();
let running = false;
let failures = 0;
let nextTry: ReturnType<typeof setTimeout> | undefined;
let sender: string | undefined;

function put(parcel: Parcel, stage: Stage): void {
  standing.set(parcel.id, { parcel, stage });
  for (const listener of listeners) listener();
}

const nextOne = (): Parcel | undefined =>
  [...standing.values()]
    .filter(({ stage, parcel }) => stage === "waiting" && parcel.uid === sender)
    .sort((a, b) => a.parcel.order - b.parcel.order)[0]?.parcel;

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
  if (delivery === "arrived") {
    await dropParcel(parcel.id);
    put({ ...parcel, writes: [] }, "arrived");
    return true;
  }
  const refused = { ...parcel, refused: OUTBOX_WORDS.refused };
  await keepParcel(refused);
  put(refused, "refused");
  return true;
}

/** Keeps a parcel on this device, then sends it as soon as there is a connection. */
export async function dispatch(parcel: Parcel): Promise<void> {
  await keepParcel(parcel);
  put(parcel, "waiting");
  void sendWaiting();
}

/** Sends a parcel once more that was turned away. */
export async function sendAgain({ refused: _gone, ...parcel }: Parcel): Promise<void> {
  await dispatch(parcel);
}

/** Gives up a parcel; what it holds is lost, so somebody has to want it. */
export async function discard(id: string): Promise<void> {
  await dropParcel(id);
  standing.delete(id);
  for (const listener of listeners) listener();
}

/** Takes up what this person left unsent on this device, and goes on sending while the page is open. */
export async function startOutbox(uid: string): Promise<void> {
  sender = uid;
  window.addEventListener("online", () => {
    failures = 0;
    void sendWaiting();
  });
  for (const parcel of await listParcels(uid)) if (!standing.has(parcel.id)) put(parcel, parcel.refused ? "refused" : "waiting");
  void sendWaiting();
}

function useRedraw(): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = () => redraw((count) => count + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}

/** Everything of this person that has not arrived, in order. */
export function useUnsent(): Standing[] {
  useRedraw();
  return [...standing.values()]
    .filter(({ stage, parcel }) => stage !== "arrived" && parcel.uid === sender)
    .sort((a, b) => a.parcel.order - b.parcel.order);
}

/** Where one parcel is; undefined when this page knows nothing of it. */
export function useStage(id: string | undefined): Stage | undefined {
  useRedraw();
  return id === undefined ? undefined : standing.get(id)?.stage;
}
