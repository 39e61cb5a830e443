import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { forget, keepValue, keptValue } from "../../shared/kept.ts";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * What somebody is typing, kept on this device under a key until it is forgotten: after a closed page, an expired
 * sign-in or a refused action it is there again. Until something is typed the value is what it begins with now.
 */
export function useKept<T extends object>(key: string, initial: T): [T, (next: T) => void, () => void] {
  const read = (): T | undefined => {
    const held = keptValue(key);
    return isObject(held) ? { ...initial, ...held } : undefined;
  };
  const [typed, setTyped] = useState(read);
  const at = useRef(key);
  useEffect(() => {
    if (at.current === key) return;
    at.current = key;
    setTyped(read());
  }, [key]);
  const set = useCallback(
    (next: T) => {
      keepValue(key, next);
      setTyped(next);
    },
    [key],
  );
  const drop = useCallback(() => {
    forget(key);
    setTyped(undefined);
  }, [key]);
  return [typed ?? initial, set, drop];
}

/** One text that somebody is typing, kept like the rest. */
export function useKeptText(key: string, initial = ""): [string, (text: string) => void, () => void] {
  const [{ text }, set, drop] = useKept(key, { text: initial });
  return [text, (next) => set({ text: next }), drop];
}
