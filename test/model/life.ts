import { isDeepStrictEqual } from "node:util";
import type { Action, Hidden, Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { paths } from "@domain/paths.ts";
import type { Status } from "@domain/status.ts";
import { STATUSES } from "@domain/status.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import type { Firestore } from "@google-cloud/firestore";
import type { Sample } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import type { Person, Seat, Town } from "../functions/town.ts";
import { ALL_SEATS, personAt, SEATS } from "../functions/town.ts";
import type { Move } from "./anyMove.ts";
import { doing } from "./doings.ts";
import type { Reference } from "./reference.ts";

/** What comes of a move: somebody does something, or a listed household is left to the clock. */
export type Choice = { person: Person; doing: Doing } | { waits: Sample };

/** What runs came to. */
export type Tally = { runs: number; actions: number; applied: number; refused: number; codes: Map<string, number>; reached: Set<string> };
export const newTally = (): Tally => ({ runs: 0, actions: 0, applied: 0, refused: 0, codes: new Map(), reached: new Set() });

const MOVE: Move = { seat: "committee", type: "submit", households: [3], sound: false, forged: undefined, seen: undefined, late: false, twice: false, neighbour: false, chance: 1 };

/**
 * A town whose people do whatever comes into their heads, and the same town in memory, which decides by the pure
 * `decide()` alone. Where they act, and how it is delivered, is the heirs'.
 */
export abstract class Life {
  readonly town: Town;
  readonly samples: Sample[];
  readonly reference: Reference;
  readonly objections: string[] = [];
  private readonly tally: Tally;

  constructor({ town, samples, reference, tally }: Pick<Life, "town" | "samples" | "reference"> & { tally: Tally }) {
    this.town = town;
    this.samples = samples;
    this.reference = reference;
    this.tally = tally;
  }

  abstract play(move: Move): Promise<void>;
  /** Time passes: an objection to a listed household, or the end of its notice. */
  protected abstract clock(sample: Sample, move: Move): Promise<void>;

  statusOf({ id }: Sample): Status {
    return this.reference.applications.get(id)?.status ?? "draft";
  }

  /** Everybody goes as far ahead as wished, so that a run sees what comes after. */
  async hasten(pace: number): Promise<void> {
    for (const stretch of [() => this.hurry(), () => this.hurryOn(), () => this.hurryIn()].slice(0, pace)) await stretch();
  }

  /** Five households go as far as the first notice. */
  private async hurry(): Promise<void> {
    const all = [3, 4, 5, 6, 7];
    const step = (seat: Seat, type: ActionType, households: number[]) => this.play({ ...MOVE, seat, type, households });
    await step("committee", "submit", all);
    for (const at of all) await step("cadre", "recordSurvey", [at]);
    await step("committee", "recordAppraisal", all);
    for (const seat of ["officer", "cadre"] as const) await step(seat, "confirmMeeting", all);
    for (const seat of ["committee", "officer", "cadre"] as const) await step(seat, "verify", all);
    await step("committee", "publishNotice", all);
  }

  /** The same five on to the register, paired and planned: the years of help come next. */
  private async hurryOn(): Promise<void> {
    const base: Move = { ...MOVE, seat: "officer", type: "approve", households: [3, 4, 5, 6, 7] };
    const endFirst = () => this.clock(this.samples[3] as Sample, base);
    await endFirst();
    await this.play({ ...base, seat: "mayor" });
    await this.play({ ...base, type: "publishNotice" });
    await endFirst();
    await this.play({ ...base, seat: "county" });
    await this.play({ ...base, type: "assignHelper" });
    await this.play({ ...base, seat: "cadre", type: "adoptPlan", households: [3, 4] });
  }

  /** Two of them on to the register in service, where one of the second's people leaves for a household of their own. */
  private async hurryIn(): Promise<void> {
    const two = [3, 4];
    const base: Move = { ...MOVE, type: "completeForm", households: two };
    for (const at of two) await this.play({ ...base, households: [at] });
    for (const type of ["printHandbook", "issueHandbook", "exportBatch", "enterData"] as const) await this.play({ ...base, type });
    for (const type of ["reportToCounty", "runChecks", "passTrialRun"] as const) await this.play({ ...base, seat: "officer", type });
    await this.play({ ...base, type: "requestChange", households: [4], chance: 4 });
    await this.play({ ...base, seat: "mayor", type: "approve", households: [4] });
  }

  /** What the next step of a household is, and who of the cast may do it. */
  private next(sample: Sample, { chance }: Move): { type: ActionType; seat: Seat } | undefined {
    const rows = WORKFLOW[sample.draft.track].filter((row) => row.from.includes(this.statusOf(sample)) && !["withdraw", "reject", "return"].includes(row.action));
    const open = rows.filter(({ by }) => by.some((role) => role !== "public" && role !== "clock"));
    const row = open[chance % Math.max(1, open.length)];
    const seats = ALL_SEATS.filter((seat) => row?.by.some((role) => role === SEATS[seat][0]) && this.isAt(seat, sample));
    const seat = seats[(chance >> 3) % Math.max(1, seats.length)];
    return row && seat ? { type: row.action, seat } : undefined;
  }

  /** Somebody of another village has no part in it. */
  private isAt(seat: Seat, { village }: Sample): boolean {
    const [, at] = SEATS[seat];
    return at === "county" || at === "town" || this.town[at].code === village;
  }

  protected choose(move: Move): Choice | undefined {
    const chosen = [...new Set(move.households.map((at) => this.samples[at % this.samples.length]))].filter((one) => one !== undefined);
    const [first] = chosen;
    if (!first) return undefined;
    const status = this.statusOf(first);
    if (move.sound && STATUSES[status].holders.some((holder) => holder === "clock")) return { waits: first };
    const step = move.sound ? this.next(first, move) : undefined;
    const { type, seat } = step ?? move;
    const isAlike = (one: Sample) => this.statusOf(one) === status && one.village === first.village && (type === "publishNotice" || one.draft.track === first.draft.track);
    const done = doing(this, type, { samples: step ? this.samples.filter(isAlike) : chosen, move });
    return done && { person: personAt(this.town, seat), doing: done };
  }

  /** What the functions made of an action must be what the reference makes of it, at its turn. */
  protected judge(id: string, action: Action, hidden: Record<string, Hidden>): Outcome {
    const { outcome, ...asSent } = action;
    if (!outcome) throw new Error(`${id} has no outcome`);
    const expected = this.reference.decide(id, { ...asSent, pending: true }, hidden, outcome.at);
    const said = simple(outcome.problem ? { whole: outcome.problem.code } : outcome.targets);
    const ours = expected && simple(expected);
    if (!isDeepStrictEqual(said, ours)) throw new Error(`${action.type} by ${action.role} (${id}): the functions say ${JSON.stringify(said)}, decide() says ${JSON.stringify(ours)}`);
    this.count(outcome);
    return outcome;
  }

  private count({ applied, refused, targets, problem }: Outcome): void {
    const { tally } = this;
    const note = (code: string) => tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
    tally.actions += 1;
    tally.applied += applied;
    tally.refused += refused;
    if (problem) note(problem.code);
    for (const one of Object.values(targets)) if (one.applied) tally.reached.add(one.to);
    else note(one.problem.code);
  }

  /** What the functions wrote is what the reference holds. */
  protected async compareStates(db: Firestore): Promise<void> {
    for (const [id, { status, chain, openObjections, identities }] of this.reference.applications) {
      const written = (await db.doc(paths.application(id)).get()).data() ?? {};
      const ours = chain.length > 0 ? { status, chain, openObjections, identities } : { status };
      const theirs = Object.fromEntries(Object.keys(ours).map((key) => [key, written[key]]));
      if (!isDeepStrictEqual(theirs, ours)) throw new Error(`${id}: the functions wrote ${JSON.stringify(theirs)}, decide() comes to ${JSON.stringify(ours)}`);
    }
  }
}

/** An outcome without the words of its refusals. */
function simple(outcomes: object): unknown {
  if ("whole" in outcomes) return { whole: outcomes.whole };
  const each = Object.entries(outcomes as Record<string, { applied: boolean; problem?: { code: string } }>).map(([id, one]) => [id, one.applied ? one : one.problem?.code]);
  /* What is not there is not there, whether it was left out or is undefined. */
  return JSON.parse(JSON.stringify(Object.fromEntries(each)));
}
