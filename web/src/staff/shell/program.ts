import { redrawing } from "../../shared/redraw.ts";

/*
 * The program on this device: its files, kept by the service worker (web/worker/staffWorker.ts), so that every room
 * opens without a connection; and its place among the phone's other programs, once somebody installs it.
 */

const WORKER = "/staff-worker.js";
const SCOPE = "/staff";
const ASK_AGAIN_MS = 60 * 60_000;

/** Chromium's own question, which a page may ask once it was offered (no other browser lets a page ask). */
type InstallOffer = Event & { prompt: () => Promise<void> };

let newVersion: ServiceWorker | undefined;
let offer: InstallOffer | undefined;
let isTaking = false;
let started = false;
const { tell, useRedraw } = redrawing();

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    newVersion = registration.waiting;
    tell();
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  const ask = () => void registration.update().catch(() => undefined);
  window.addEventListener("online", ask);
  setInterval(ask, ASK_AGAIN_MS);
}

/** Keeps the files of every room on this device, once per page. Without service workers nothing is kept, and all else works. */
export function keepProgram(): void {
  if (started || !("serviceWorker" in navigator)) return;
  started = true;
  /* Only the window in which somebody asked for it changes to the new version; in others a form may be open. */
  navigator.serviceWorker.addEventListener("controllerchange", () => isTaking && location.reload());
  navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: "none" }).then(watch, () => undefined);
}

/** Whether every file of the program is on this device. */
export async function isProgramKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE);
  return registration?.active != null;
}

function takeVersion(): void {
  isTaking = true;
  newVersion?.postMessage("take");
}

/** Listens for the browser's offer to install, which may come before anything is drawn. */
export function awaitOffer(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    tell();
  });
  window.addEventListener("appinstalled", () => {
    offer = undefined;
    tell();
  });
}

async function install(): Promise<void> {
  const asked = offer;
  offer = undefined;
  tell();
  await asked?.prompt();
}

const isInstalled = (): boolean => matchMedia("(display-mode: standalone)").matches;

/** The program as it stands: a newer version that may be taken, and whether it may be installed from here. */
export function useProgram() {
  useRedraw();
  return { take: newVersion && takeVersion, install: offer && (() => void install()), isInstalled: isInstalled() };
}
