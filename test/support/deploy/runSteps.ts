/** Carries out a list of shell commands, one after another, and stops at the first that fails, with the way out. */
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run, runHere, tail } from "../suite/childProcess.ts";
import { ROOT } from "../suite/places.ts";

/** One step. Commands are lines of a POSIX shell, as a person may type them. */
export interface Step {
  readonly says: string;
  /** Left out where only something has to be there: then `unless` must hold. */
  readonly command?: string;
  /** Holds when it succeeds and writes something: the step has been done before. */
  readonly unless?: string;
  /** Run instead of `command` when it has been done before. */
  readonly otherwise?: string;
  /** Run again and again until it writes nothing: something is still under way. */
  readonly untilSilent?: string;
  /** What a person can do when it fails, a line each. */
  readonly wayOut: readonly string[];
}

/** A step that did not succeed, and what can be done about it. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
  readonly wayOut: readonly string[];
  constructor(message: string, wayOut: readonly string[]) {
    super(message);
    this.wayOut = wayOut;
  }
}

/** How the steps are run. `pause` is what lies between two looks, in milliseconds. */
export interface Running {
  readonly say: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  readonly pause?: number;
}

/** Half an hour: an index over a full county. */
const MOST_LOOKS = 180;
const PAUSE = 10_000;

/** The lines that a step would run, for a person to read or to paste. */
export function linesOf({ says, command, unless, otherwise, untilSilent }: Step): string[] {
  const instead = otherwise ? `  # or, when it is there: ${otherwise}` : "";
  const lines = [
    ...(unless ? [`# ${command ? "only if this shows nothing" : "this must show something"}:`, unless] : []),
    ...(command ? [command + instead] : []),
    ...(untilSilent ? ["# until this shows nothing:", untilSilent] : []),
  ];
  return [`# ${says}`, ...lines.map((line) => `  ${line}`)];
}

/** Runs every step in its order. Any number of runs, one effect. @throws StepFailed at the first that does not succeed. */
export async function runSteps(steps: readonly Step[], { say, env = process.env, pause = PAUSE }: Running): Promise<void> {
  const program = (line: string) => ({ command: "sh", args: ["-c", line], cwd: ROOT, env: withOwnTools(env) });
  /* Only what a look finds counts: gcloud tells on the other stream that it found nothing. */
  const look = (line: string) => run(program(`{ ${line}; } 2>/dev/null`));
  for (const [at, step] of steps.entries()) {
    say(`[${at + 1}/${steps.length}] ${step.says}`);
    const before = step.unless ? await look(step.unless) : undefined;
    const isDone = before?.code === 0 && before.output.trim() !== "";
    const line = isDone ? step.otherwise : step.command;
    if (!isDone && !line && step.unless) throw failed(step, (await run(program(step.unless))).output);
    /* On this terminal: firebase-tools asks a person before it deletes a function or has one retried. */
    if (line && (await runHere(program(line))) !== 0) throw failed(step, line);
    if (isDone && !line) say("      there already");
    if (step.untilSilent) await silence(step, look, pause);
  }
}

async function silence(step: Step, look: (line: string) => Promise<{ code: number | null; output: string }>, pause: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { code, output } = await look(step.untilSilent ?? "true");
    if (code !== 0) throw failed(step, output);
    if (output.trim() === "") return;
    await sleep(pause);
  }
  throw failed(step, "It is still under way; run the same command again later.");
}

function failed({ says, wayOut }: Step, output: string): StepFailed {
  return new StepFailed(`${says}: did not succeed.\n${tail(output, 20)}`, wayOut);
}

/** The pinned firebase-tools come before any other on this machine. */
function withOwnTools(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: [env["LIKA_TOOLS"] ?? "", join(ROOT, "node_modules/.bin"), env["PATH"] ?? ""].filter(Boolean).join(delimiter) };
}
