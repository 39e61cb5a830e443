/*
 * The service worker of the staff's rooms: it keeps their code on the device, so that they open without a connection.
 * It keeps no data: what is read of the database stays in the database's own cache (staff/data/database.ts), and whatever
 * is not named here goes to the network as if there were no worker. Its scope is `/staff`: the public pages never meet it.
 *
 * The build puts two names before this file (shellFiles.ts): SHELL, every file of the rooms, and VERSION, their digest.
 */
declare const SHELL: readonly string[];
declare const VERSION: string;

/** Of the worker's own events only what is used here: the types of workers and of pages do not go together. */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asked = Event & { request: Request; respondWith: (answer: Promise<Response>) => void };

const CACHES = "lika-staff-";
const CACHE = CACHES + VERSION;
const PAGE = "/staff";
/** Which project this is: asked of the network first, for a moment; it names no person. */
const CONNECTION = "/__/firebase/init.";
const PATIENCE_MS = 3_000;

const worker = self as unknown as Window & typeof globalThis & { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> }; registration: ServiceWorkerRegistration };

/** Takes every file, those that did not change from the version before; all of them, or the version does not count. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    SHELL.map(async (file) => {
      const known = file.startsWith("/assets/") ? await caches.match(file) : undefined;
      const found = known ?? (await fetch(file, { cache: "reload" }));
      if (!found.ok) throw new Error(`${file}: ${found.status}`);
      await cache.put(file, found);
    }),
  );
}

/** The version before stays as long as this one is the present: a window that is still open may enter another room. */
async function clearOld(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

async function answerPage(): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(PAGE)) ?? fetch(PAGE);
}

async function answerFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function answerConnection(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const found = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (found.ok) await cache.put(request, found.clone());
    return found;
  } catch (error) {
    const known = await caches.match(request);
    if (known) return known;
    throw error;
  }
}

function answer(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return undefined;
  if (request.mode === "navigate") return answerPage();
  if (pathname.startsWith(CONNECTION)) return answerConnection(request);
  return pathname.startsWith("/assets/") || SHELL.includes(pathname) ? answerFile(request) : undefined;
}

worker.addEventListener("install", (event) => (event as Lasting).waitUntil(install()));
/* The first version serves the window that brought it at once; a later one waits until somebody asks for it (`take`). */
worker.addEventListener("activate", (event) => (event as Lasting).waitUntil(clearOld().then(() => worker.clients.claim())));
worker.addEventListener("message", ({ data }) => void (data === "take" && worker.skipWaiting()));
worker.addEventListener("fetch", (event) => {
  const { request, respondWith } = event as unknown as Asked;
  const answered = answer(request);
  if (answered) respondWith.call(event, answered);
});
