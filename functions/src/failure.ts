import { logger } from "firebase-functions/v2";
import { HttpsError } from "firebase-functions/v2/https";

/** What may be told of an error: its own words may hold what somebody typed, so only its kind, its code and where it came from. */
export type Failure = { kind: string; code?: string | number; at: string[] };

const FRAMES = 6;

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: "unknown", at: [] };
  const { code } = error as { code?: unknown };
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at \S+ \(?\S+:\d+:\d+\)?$|^\s+at async /.test(line)).slice(0, FRAMES).map((line) => line.trim());
  return { kind: error.name, ...(typeof code === "string" || typeof code === "number" ? { code } : {}), at };
}

/**
 * Does the work of a trigger or a task. What fails is logged without its own words, which the platform would print, and
 * fails still, so that it is tried again. A refusal of ours goes through as it is.
 */
export async function discreetly<T>(what: string, about: Record<string, string | undefined>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HttpsError) throw error;
    logger.error(`${what} failed`, { ...about, ...failureOf(error) });
    throw new Error(`${what} failed`);
  }
}
