/** Running other programs: to their end, or in the background until they are stopped. */
import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** How a program that was run to its end came out. `code` is null when a signal ended it. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** What to run, and how long to wait for it. Times are milliseconds. */
export interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  /** Each line of output as it comes, for progress. */
  readonly onLine?: (line: string) => void;
}

/**
 * Runs a program to its end and keeps what it wrote; throws only when it cannot be run, or takes too long.
 */
export function run(what: Run): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(what.command, what.args, {
      cwd: what.cwd,
      env: what.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      signal: what.signal,
    });
    let output = "";
    const read = (chunk: Buffer): void => {
      const text = chunk.toString();
      output = (output + text).slice(-200_000);
      for (const line of text.split("\n")) if (line.trim() && what.onLine) what.onLine(line.trim());
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    const late = what.timeout
      ? setTimeout(() => {
        child.kill("SIGKILL");
        reject(new Error(`${what.command} took longer than ${Math.round((what.timeout ?? 0) / 1000)} s`));
      }, what.timeout)
      : undefined;
    child.on("error", (error) => (clearTimeout(late), reject(error)));
    child.on("close", (code) => (clearTimeout(late), resolve({ code, output })));
  });
}

/** Runs a program on this terminal, for what a person is to read as it comes; gives its exit code. */
export function runHere(what: Omit<Run, "onLine" | "timeout">): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(what.command, what.args, {
      cwd: what.cwd,
      env: what.env ?? process.env,
      stdio: "inherit",
      signal: what.signal,
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** The last lines of a text, for a message that must stay readable. */
export function tail(text: string, lines: number): string {
  return text.trimEnd().split("\n").slice(-lines).join("\n");
}

/** Whether a process, or with a minus a process group, is still there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Sends a signal to a process, or with a minus to a group; one that has gone is no error. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, which is what the caller wants.
  }
}

/** Waits until something holds; false when it did not within `within` milliseconds. */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  { within, every = 50, signal }: { within: number; every?: number; signal?: AbortSignal | undefined },
): Promise<boolean> {
  const end = Date.now() + within;
  while (!(await holds())) {
    signal?.throwIfAborted();
    if (Date.now() > end) return false;
    await sleep(every);
  }
  return true;
}

/** The code with which a background process ends; it may have ended already. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}
