import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { forget, keepValue, keptValue } from "../../shared/kept.ts";

/**
 * What somebody is typing, kept on this device under a key until it is forgotten: after a closed page, an expired
 * sign-in or a refused action it is there again.
 */
export function useKept<T extends object>(key: string, initial: T): [T, (next: T) => void, () => void] {
  const begin = (): T => {
    const held = keptValue(key);
    return typeof held === "object" && held !== null ? { ...initial, ...held } : initial;
  };
  const [value, setValue] = useState(begin);
  const at = useRef(key);
  useEffect(() => {
    if (at.current === key) return;
    at.current = key;
    setValue(begin());
  }, [key]);
  const set = useCallback(
    (next: T) => {
      keepValue(key, next);
      setValue(next);
    },
    [key],
  );
  const drop = useCallback(() => {
    forget(key);
    setValue(initial);
  }, [key]);
  return [value, set, drop];
}
