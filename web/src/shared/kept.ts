/*
 * What stays on this device, by key, in localStorage. A browser may refuse it (private windows, a full disk): then
 * everything still works, and only the memory is lost.
 */

const PREFIX = "lika.";

/** The text kept under a key, or undefined. */
export function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text. @returns false when the browser refuses. */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(PREFIX + key, text);
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept under a key. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    /* Nothing was kept. */
  }
}

/** The value kept as JSON, or undefined when there is none or it is no longer JSON. */
export function keptValue(key: string): unknown {
  const text = kept(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps a value as JSON. @returns false when the browser refuses. */
export function keepValue(key: string, value: unknown): boolean {
  return keep(key, JSON.stringify(value));
}
