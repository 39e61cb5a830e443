import { useMemo } from "preact/hooks";
import { forget, keep, keepValue, kept, keptValue } from "../../shared/kept.ts";
import { useSession } from "./session.ts";

const ownKey = (uid: string, key: string): string => `${uid}.${key}`;

/** Forgets what this device keeps for one person. */
export const forgetOwn = (uid: string, key: string): void => forget(ownKey(uid, key));

/** What this device keeps for whoever is signed in: nobody else who signs in on it is shown that. */
export function useOwn() {
  const { uid } = useSession();
  return useMemo(
    () => ({
      kept: (key: string) => kept(ownKey(uid, key)),
      keptValue: (key: string) => keptValue(ownKey(uid, key)),
      keep: (key: string, text: string) => keep(ownKey(uid, key), text),
      keepValue: (key: string, value: unknown) => keepValue(ownKey(uid, key), value),
      forget: (key: string) => forgetOwn(uid, key),
    }),
    [uid],
  );
}
