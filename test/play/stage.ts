import type { Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { paths } from "@domain/paths.ts";
import type { Problem, ProblemCode } from "@domain/problems.ts";
import type { Limiter } from "./limiter.ts";
import { limiter } from "./limiter.ts";
import type { Player, Sending } from "./player.ts";
import type { OnProgress, StageName } from "./progress.ts";

/** A refusal that should not have come, or one that did not come. */
export class BrokenPlay extends Error {
  override readonly name = "BrokenPlay";
}

/** How the rules refuse, before any function sees it. */
export const BY_THE_RULES = "permission-denied";
export type RefusalName = ProblemCode | typeof BY_THE_RULES;

/** Somebody who acts on a stage. */
export type Hand = { stage: Stage; player: Player };

type Addresses = { hosting: string; functionsBaseUrl: string };
export type Part<T extends ActionType> = Omit<Sending<T>, "campaign">;

/** Where players act: it holds them to the campaign, sees that each outcome is the expected one, and keeps count. */
export class Stage {
  readonly campaign: string;
  readonly suite: Addresses;
  /** Households refused as expected, by the refusal's name. */
  readonly refusals = new Map<RefusalName, number>();
  readonly counts = { actions: 0, objections: 0, upheld: 0, returns: 0, notices: 0 };
  private readonly limit: Limiter;
  private readonly oneCall = limiter(1);
  private readonly bars = new Map<StageName, { done: number; total: number }>();
  private readonly onProgress: OnProgress;

  constructor({
    campaign,
    suite,
    limit,
    onProgress = () => {},
  }: {
    campaign: string;
    suite: Addresses;
    limit: Limiter;
    onProgress?: OnProgress;
  }) {
    this.campaign = campaign;
    this.suite = suite;
    this.limit = limit;
    this.onProgress = onProgress;
  }

  by(player: Player): Hand {
    return { stage: this, player };
  }

  /** Announces so many more households for a stage. */
  expect(stage: StageName, households: number): void {
    this.progress(stage, 0, households);
  }

  done(stage: StageName, households: number): void {
    this.progress(stage, households, 0);
  }

  private progress(stage: StageName, done: number, total: number): void {
    const bar = this.bars.get(stage) ?? { done: 0, total: 0 };
    const next = { done: bar.done + done, total: bar.total + total };
    this.bars.set(stage, next);
    this.onProgress(stage, next.done, next.total);
  }

  /** Sends an action and waits for its outcome: `refused` of its targets by these names, every other applied. */
  async act<T extends ActionType>(
    player: Player,
    part: Part<T>,
    refused: Record<string, ProblemCode> = {},
  ): Promise<Outcome> {
    const outcome = await this.send(player, part);
    if (outcome.problem)
      throw new BrokenPlay(
        `${part.type} by ${player.role} was refused whole: ${outcome.problem.code} ${details(outcome.problem)}`,
      );
    for (const target of part.targets)
      this.compare(part.type, { target, outcome, expected: refused[target] });
    return outcome;
  }

  /** Sends an action that must be refused, as a whole or at every target, by this name. */
  async isRefused<T extends ActionType>(player: Player, part: Part<T>, name: ProblemCode): Promise<void> {
    const outcome = await this.send(player, part);
    if (!outcome.problem)
      return part.targets.forEach((target) => this.compare(part.type, { target, outcome, expected: name }));
    if (outcome.problem.code !== name)
      throw new BrokenPlay(
        `${part.type} by ${player.role} was to be refused as ${name}, not as ${outcome.problem.code}`,
      );
    this.refusedAs(name);
  }

  /** Sends an action of which either outcome is right; the caller looks at it. */
  offer<T extends ActionType>(player: Player, part: Part<T>): Promise<Outcome> {
    return this.send(player, part);
  }

  /** Tries what the security rules forbid. */
  async isForbidden(what: string, attempt: () => Promise<unknown>): Promise<void> {
    const code = await this.limit(attempt).then(
      () => undefined,
      (error: { code?: string }) => error.code ?? "",
    );
    if (code !== BY_THE_RULES)
      throw new BrokenPlay(`the rules let ${what} through${code ? ` (${code})` : ""}`);
    this.refusedAs(BY_THE_RULES);
  }

  refusedAs(name: RefusalName): void {
    this.refusals.set(name, (this.refusals.get(name) ?? 0) + 1);
  }

  /** The clock's action that ended a notice, once the notice is closed. Objections hold those named. */
  async ending(player: Player, notice: string, seconds: number): Promise<Outcome> {
    const closed = await player.until(paths.notice(notice), (data) => data.status === "closed", seconds);
    const closesAt = closed.closesAt as { toMillis(): number };
    return player.outcomeOf(`end-${notice}-${closesAt.toMillis()}`);
  }

  /** A call by HTTP, one at a time: the emulator starts a worker for each that finds none idle. */
  byHttp<T>(work: () => Promise<T>): Promise<T> {
    return this.oneCall(work);
  }

  /** Work beside actions, held to the same number at a time. */
  beside<T>(work: () => Promise<T>): Promise<T> {
    return this.limit(work);
  }

  private async send<T extends ActionType>(player: Player, part: Part<T>): Promise<Outcome> {
    this.counts.actions += 1;
    return this.limit(() => player.send({ ...part, campaign: this.campaign } as Sending<T>)).catch(
      (error: { code?: string; message: string }) => {
        throw error.code ? new BrokenPlay(`${part.type} by ${player.role} failed: ${error.code}`) : error;
      },
    );
  }

  private compare(
    type: ActionType,
    { target, outcome, expected }: { target: string; outcome: Outcome; expected: ProblemCode | undefined },
  ): void {
    const got = outcome.targets[target];
    const code = got?.applied === false ? got.problem.code : undefined;
    if (got && code === expected) return expected && this.refusedAs(expected);
    const came =
      got?.applied === false
        ? `${got.problem.code} ${details(got.problem)}`
        : got
          ? "applied"
          : "without an answer";
    throw new BrokenPlay(`${type} of ${target}: expected ${expected ?? "applied"}, it was ${came}`);
  }
}

/** Counts and field names of a refusal; never what somebody typed. */
function details({ details: counted = {}, fields = [] }: Pick<Problem, "details" | "fields">): string {
  return JSON.stringify({ counted, fields: fields.map(({ path, code }) => `${path} ${code}`) });
}
