/** Being told to end: by Ctrl-C, by a signal, or by npm going away. */

/** An end that was asked for, as the reason of an aborted signal. */
export class EndRequested extends Error {
  override readonly name = "EndRequested";
}

/** How to hear that the process is to end. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Settles with what asked for the end. */
  readonly requested: Promise<string>;
  /** Rejects with `EndRequested` when the end comes before the work's. */
  during<T>(work: Promise<T>): Promise<T>;
}

/**
 * Listens from now on, once in a process. A repeated signal changes nothing: a terminal's Ctrl-C arrives
 * twice as it is, from the terminal and from npm.
 */
export function listenForEnd(): Interrupt {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<string>();
  const end = (cause: string): void => {
    controller.abort(new EndRequested(cause));
    resolve(cause);
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => end(name));
  if (process.env["npm_lifecycle_event"]) watchParent(() => end("npm has gone"));
  return {
    signal: controller.signal,
    requested: promise,
    during: (work) => Promise.race([work, promise.then((cause) => Promise.reject(new EndRequested(cause)))]),
  };
}

/** A killed npm passes nothing on; without this, its suite would stay up unseen. */
function watchParent(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}
