/** The SDK waits for its answer as long as it takes; nobody is told "saving" for longer than this. */
const PATIENCE_MS = 15_000;

/** What the work comes to. @throws when there is no answer in time; it may still arrive, and does no harm then. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
