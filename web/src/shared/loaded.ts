import { useEffect, useState } from "preact/hooks";

/** Something being fetched: not there yet, not to be had, or there. */
export type Loaded<T> = { state: "loading" } | { state: "failed"; retry: () => void } | { state: "ready"; value: T; reload: () => void };

/** Fetches when the component appears and whenever a key changes; an answer that comes too late is dropped. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [round, setRound] = useState(0);
  const [result, setResult] = useState<Loaded<T>>({ state: "loading" });
  useEffect(() => {
    let wanted = true;
    const again = () => {
      setResult({ state: "loading" });
      setRound((count) => count + 1);
    };
    const reload = () => setRound((count) => count + 1);
    load().then(
      (value) => wanted && setResult({ state: "ready", value, reload }),
      () => wanted && setResult({ state: "failed", retry: again }),
    );
    return () => {
      wanted = false;
    };
  }, [round, ...keys]);
  return result;
}
