import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useOwn } from "../session/own.ts";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * What somebody is typing, kept on this device for them alone under a key until it is forgotten: after a closed page, an
 * expired sign-in or a refused action it is there again. Until something is typed the value is what it begins with now.
 */
export function useKept<T extends object>(key: string, initial: T): [T, (next: T) => void, () => void] {
  const own = useOwn();
  const read = (): T | undefined => {
    const held = own.keptValue(key);
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
      own.keepValue(key, next);
      setTyped(next);
    },
    [own, key],
  );
  const drop = useCallback(() => {
    own.forget(key);
    setTyped(undefined);
  }, [own, key]);
  return [typed ?? initial, set, drop];
}

/** One text that somebody is typing, kept like the rest. */
export function useKeptText(key: string, initial = ""): [string, (text: string) => void, () => void] {
  const [{ text }, set, drop] = useKept(key, { text: initial });
  return [text, (next) => set({ text: next }), drop];
}
