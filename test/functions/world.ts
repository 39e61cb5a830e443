import { Action } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { Draft, RequestKind } from "@domain/application.ts";
import { Campaign, VillageProgress } from "@domain/campaign.ts";
import { CHECKS } from "@domain/checks/checks.ts";
import { presentForm, presentMembers } from "@domain/forms/changes.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { Notice } from "@domain/notice/notice.ts";
import { kindsOpen, MeetingKind } from "@domain/meeting.ts";
import { paths } from "@domain/paths.ts";
import { Objection } from "@domain/records.ts";
import { Household } from "@domain/register.ts";
import { Batch } from "@domain/sheets/records.ts";
import type { Status } from "@domain/status.ts";
import { STATUSES } from "@domain/status.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { expect } from "vitest";
import { endNotice } from "../../functions/src/services/endNotice.ts";
import { withDates } from "../../functions/src/store/firestore.ts";
import { inventYearLater } from "../seed/inventRegistration.ts";
import { verify } from "../verify/verify.ts";
import type { Desk } from "./desk.ts";
import type { Move } from "./anyMove.ts";
import { HOUSEHOLDS } from "./anyMove.ts";
import type { Sample } from "./households.ts";
import { exitingHousehold, poorHousehold, writeRegister } from "./households.ts";
import type { Doing } from "./office.ts";
import { answer, appraisal, publication, survey } from "./office.ts";
import { Reference } from "./reference.ts";
import { assignment, confirmation, entering, handover, measure, measureDone, plan, registration, registrationOf, request, result, update, visit } from "./serviceDoings.ts";
import { receive } from "./serviceWay.ts";
import type { Seat } from "./town.ts";
import { ALL_SEATS, personAt, SEATS, staffOf } from "./town.ts";

/** An answer to whatever the checks may ask about a form. */
const ANSWERS = Object.fromEntries(CHECKS.household.map(({ id }) => [id, "已核实"]));
const HELPERS = ["helper", "helper2", "neighbourHelper", "unit"] as const satisfies readonly Seat[];

/** Nothing that the checks ask stands before a step here: the reference does not know what they ask. */
const NOTHING_BLOCKS = Object.fromEntries(CHECKS.household.map(({ id }) => [id, null]));

/** What all runs came to. */
export const tried = { runs: 0, actions: 0, applied: 0, refused: 0, codes: new Set<string>(), reached: new Set<string>() };

/** One run's world: ten households, two of them on last year's register, and two that name the same people. */
export class World {
  readonly mail: string[] = [];
  readonly desk: Desk;
  readonly samples: Sample[];
  readonly reference: Reference;
  readonly objections: string[] = [];
  readonly doubles = new Map<string, boolean>();

  private constructor(desk: Desk, samples: Sample[], reference: Reference) {
    this.desk = desk;
    this.samples = samples;
    this.reference = reference;
  }

  static async open(project: Desk): Promise<World> {
    const desk = await project.beside({ number: 11, seconds: 1, quota: { identify: 45, exit: 12 }, changes: { findings: { blocks: NOTHING_BLOCKS } } });
    const { town, db } = desk;
    const ids = await writeRegister(db, town, town.first, 2);
    const samples = Array.from({ length: HOUSEHOLDS }, (_, at) =>
      at < 2
        ? exitingHousehold({ village: town.first, seed: 1000 + at, memberCount: 3, household: ids[0] ?? "" })
        : poorHousehold({ village: town.first, seed: 1000 + (at === 9 ? 8 : at), memberCount: 3 }),
    );
    const campaign = Campaign.parse(withDates(await desk.look(paths.campaign(town.campaign))));
    const village = VillageProgress.parse(withDates(await desk.look(paths.village(town.campaign, town.first.code))));
    const entries = await Promise.all(ids.map(async (id) => [id, Household.parse(withDates(await desk.look(paths.household(id))))] as [string, Household]));
    const staff = new Map(ALL_SEATS.map((seat) => personAt(town, seat)).map((person) => [person.uid, staffOf(person)]));
    return new World(desk, samples, new Reference({ campaign, staff, limits: { identify: 0, exit: 0, village: 0, ...village.quota }, entries }));
  }

  statusOf({ id }: Sample): Status {
    return this.reference.applications.get(id)?.status ?? "draft";
  }

  /** Five households go as far as the first notice, so that a run sees what comes after. */
  async hurry(): Promise<void> {
    const five = this.samples.slice(3, 8);
    const first: Move = { seat: "committee", type: "submit", households: [3], sound: false, forged: undefined, seen: undefined, late: false, twice: false, neighbour: false, chance: 1 };
    const step = (seat: Seat, type: ActionType, households: number[]) => this.play({ ...first, seat, type, households });
    const all = five.map((_, at) => at + 3);
    await step("committee", "submit", all);
    for (const at of all) await step("cadre", "recordSurvey", [at]);
    await step("committee", "recordAppraisal", all);
    for (const seat of ["officer", "cadre"] as const) await step(seat, "confirmMeeting", all);
    for (const seat of ["committee", "officer", "cadre"] as const) await step(seat, "verify", all);
    await step("committee", "publishNotice", all);
  }

  /** The same five on to the register, paired and planned, so that a run sees the years of help too. */
  async hurryOn(): Promise<void> {
    const all = [3, 4, 5, 6, 7];
    const base: Move = { seat: "officer", type: "approve", households: all, sound: false, forged: undefined, seen: undefined, late: false, twice: false, neighbour: false, chance: 1 };
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
  async hurryIn(): Promise<void> {
    const two = [3, 4];
    const base: Move = { seat: "committee", type: "completeForm", households: two, sound: false, forged: undefined, seen: undefined, late: false, twice: false, neighbour: false, chance: 1 };
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
    const seats = ALL_SEATS.filter((seat) => row?.by.some((role) => role === SEATS[seat][0]) && !seat.startsWith("neighbour"));
    const seat = seats[(chance >> 3) % Math.max(1, seats.length)];
    return row && seat ? { type: row.action, seat } : undefined;
  }

  async play(move: Move): Promise<void> {
    const chosen = move.households.map((at) => this.samples[at]).filter((one) => one !== undefined);
    const [first] = chosen;
    if (!first) return;
    const status = this.statusOf(first);
    if (move.sound && STATUSES[status].holders.some((holder) => holder === "clock")) return this.clock(first, move);
    const step = move.sound ? this.next(first, move) : undefined;
    const { type, seat } = step ?? move;
    const alike = step ? this.samples.filter((one) => this.statusOf(one) === status && (type === "publishNotice" || one.draft.track === first.draft.track)) : chosen;
    const doing = this.doing(type, alike, move);
    if (!doing) return;
    const person = personAt(this.desk.town, seat);
    const id = await this.desk.append({ uid: person.uid, role: move.forged ?? person.role }, doing);
    for (const photo of doing.photos ?? []) this.reference.photos.add(photo);
    for (const { id: draft } of doing.drafts ?? []) this.reference.begin(draft, Draft.parse(withDates(await this.desk.look(paths.application(draft)))));
    await this.post(id, move);
  }

  /** Time passes: an objection to a listed household, or the end of its notice. */
  private async clock(sample: Sample, move: Move): Promise<void> {
    const on = this.reference.applications.get(sample.id)?.notice;
    if (!on) return;
    if (move.chance % 3 === 0) {
      const objection = await this.desk.object(on.id, on.serial).catch(() => undefined);
      if (!objection) return;
      this.reference.objections.set(objection, Objection.parse(withDates(await this.desk.look(paths.objection(objection)))));
      this.objections.push(objection);
      return this.post(`objection-${objection}`, move);
    }
    let ending = await endNotice(on.id);
    while (ending === "tooEarly") ending = await endNotice(on.id);
    if (ending === "ended") await this.post(`end-${on.id}-${this.reference.notices.get(on.id)?.closesAt.getTime()}`, move);
  }

  private doing(type: ActionType, samples: Sample[], { neighbour, seen, chance }: Move): Doing | undefined {
    const [first] = samples;
    if (!first) return undefined;
    const targets = samples.map(({ id }) => id);
    const drafts = type === "submit" || type === "proposeExit" ? samples.filter(({ id }) => !this.reference.applications.has(id)).map(({ draft }) => draft) : [];
    const common = { targets, drafts, area: this.desk.town[neighbour ? "second" : "first"].code, ...(seen !== undefined && { seen: { [first.id]: seen } }) };
    const objection = this.objections[chance % Math.max(1, this.objections.length)] ?? "no-such-objection";
    const about = this.samples.find(({ id }) => id === this.reference.objections.get(objection)?.application) ?? first;
    const table: Partial<Record<ActionType, () => Doing>> = {
      submit: () => ({ type, input: {}, hidden: Object.fromEntries(samples.map(({ id, hidden }) => [id, hidden])), ...common }),
      recordSurvey: () => ({ ...survey(first), ...common, targets: [first.id] }),
      recordAppraisal: () => ({ ...appraisal(samples, { yes: chance % 4 === 0 ? 15 : 25, changes: this.again(first, chance) }), ...common }),
      confirmMeeting: () => ({ type, input: { meeting: this.reference.applications.get(first.id)?.appraisal?.action ?? "no-such-meeting" }, ...common }),
      leaveOff: () => ({ type, input: { reasons: chance % 5 === 0 ? {} : Object.fromEntries(targets.map((id) => [id, "规模已用完"])) }, ...common }),
      publishNotice: () => ({ ...publication(samples), ...common }),
      answerObjection: () => ({ ...answer(about, objection, chance % 2 === 0 ? "dismiss" : "uphold"), area: common.area }),
      assignHelper: () => ({ ...assignment([first], chance % 5 === 0 ? null : personAt(this.desk.town, HELPERS[chance % HELPERS.length] ?? "helper").uid, 5000 + chance), ...common }),
      adoptPlan: () => ({ ...plan([first]), ...common }),
      recordVisit: () => ({ ...visit([first]), ...common }),
      recordMeasure: () => ({ ...measure([first]), ...common }),
      recordResult: () => ({ ...result([first]), ...common }),
      finishMeasure: () => ({ ...measureDone(first, this.recordOf(first, chance)), ...common }),
      confirmResult: () => ({ ...confirmation(first, this.recordOf(first, chance)), ...common }),
      endNotice: () => ({ type, input: { notice: this.reference.applications.get(first.id)?.notice?.id ?? "no-such-notice" }, ...common }),
      completeForm: () => ({ ...registration(first, { answers: ANSWERS }), ...common, targets: [first.id] }),
      issueHandbook: () => ({ ...handover(samples), ...common }),
      enterData: () => ({ ...entering(samples, this.reference.applications.get(first.id)?.batch ?? "no-such-batch"), ...common }),
      updateYear: () => ({ ...this.yearOf(first, chance), ...common, targets: [first.id] }),
      requestChange: () => ({ ...this.requestOf(first, chance), ...common, targets: [first.id] }),
      raiseObjection: () => ({ type, input: { objection, notice: this.reference.objections.get(objection)?.notice ?? "no-such-notice" }, ...common, targets: [about.id] }),
    };
    const input: Doing["input"] = ["return", "reject", "withdraw"].includes(type) ? { reasons: "情况有变" } : {};
    return table[type]?.() ?? { type, input, ...common };
  }

  /** A meeting of the kind that the household may have; now and then another, or one without its reason. */
  private again({ id }: Sample, chance: number): { kind?: MeetingKind; reason?: string } {
    const application = this.reference.applications.get(id);
    const open = application ? kindsOpen(application) : [];
    const kind = chance % 7 === 0 ? MeetingKind.options[chance % 3] : open[chance % Math.max(1, open.length)];
    return { ...(kind && { kind }), reason: chance % 5 === 0 ? "" : "有新的情况" };
  }

  /** The form of the next year, now and then of this one or a later one, told of with whom it has come to by then. */
  private yearOf(sample: Sample, chance: number): Doing<"updateYear"> {
    const version = this.reference.standing(sample.id);
    const known = version ? (presentForm(version) as Registration) : registrationOf(sample);
    const year = (this.reference.applications.get(sample.id)?.registration?.year ?? 2013) + ([0, 2][chance % 8] ?? 1);
    return update(sample, { year, answers: ANSWERS, ...inventYearLater({ seed: sample.seed + chance, registration: known, year }) });
  }

  /** Any of the four; a split of the last of them, of the householder, or of nobody who is there. */
  private requestOf(sample: Sample, chance: number): Doing<"requestChange"> {
    const kind = RequestKind.options[chance % RequestKind.options.length] ?? "split";
    const members = presentMembers(this.reference.standing(sample.id) ?? { form: registrationOf(sample), changes: [] });
    const leaver = chance % 5 === 0 ? members[0] : members.at(-1);
    return request(sample, kind === "split" ? { kind, people: [chance % 7 === 0 ? "m99" : String(leaver?.id)], householder: String(leaver?.name) } : { kind });
  }

  /** One of the household's records of help; of a kind that need not fit. */
  private recordOf({ id }: Sample, chance: number): string {
    const own = [...this.reference.help.keys()].filter((key) => key.startsWith(`${id}/`));
    return own[chance % Math.max(1, own.length)]?.split("/")[1] ?? "no-such-record";
  }

  private async post(id: string, { late, twice }: Move): Promise<void> {
    this.doubles.set(id, twice);
    this.mail.push(id);
    if (!late) await this.deliver(this.mail.length - 1);
  }

  /** Delivers one waiting action, perhaps twice, and lets the reference decide it as well. */
  async deliver(at: number): Promise<void> {
    const [id] = this.mail.splice(at, 1);
    if (!id) return;
    const stored = (await this.desk.look(paths.action(id))) as Record<string, unknown>;
    const hidden = await this.hiddenOf(id, stored["targets"] as string[]);
    await Promise.all(Array.from({ length: this.doubles.get(id) ? 2 : 1 }, () => this.desk.deliver(id)));
    await this.desk.deliver(id);
    const action = Action.parse(withDates(await this.desk.look(paths.action(id))));
    const { outcome, ...asSent } = action;
    if (!outcome) throw new Error(`${id} has no outcome`);
    const expected = this.reference.decide(id, { ...asSent, pending: true }, hidden, outcome.at);
    const said = outcome.problem ? { whole: outcome.problem.code } : simple(outcome.targets);
    expect(said, `${action.type} by ${action.role}`).toEqual(expected && simple(expected));
    this.count(outcome);
    const notice = action.type === "publishNotice" && (await this.desk.look(paths.notice(id)));
    if (notice) this.reference.notices.set(id, Notice.parse(withDates(notice)));
    if (action.type === "exportBatch" && outcome.applied > 0) await this.receive(id, outcome);
    if (action.type === "endNotice") await this.refresh(String((action.input as { notice: string }).notice));
  }

  /** The national system has taken in all of a batch, or all but the first. */
  private async receive(id: string, { targets }: NonNullable<Action["outcome"]>): Promise<void> {
    const applied = Object.keys(targets).filter((target) => targets[target]?.applied);
    await receive(this.desk, id, { taken: applied.length % 3 === 0 ? applied.slice(1) : applied });
    this.reference.batches.set(id, Batch.parse(withDates(await this.desk.look(paths.batch(id)))));
  }

  private async refresh(notice: string): Promise<void> {
    const now = await this.desk.look(paths.notice(notice));
    if (now) this.reference.notices.set(notice, Notice.parse(withDates(now)));
  }

  private async hiddenOf(id: string, targets: string[]) {
    const parts = await this.desk.db.getAll(...targets.map((target) => this.desk.db.doc(paths.actionPrivate(id, target))));
    return Object.fromEntries(parts.flatMap((part) => (part.exists ? [[part.id, part.data() as Record<string, string>]] : [])));
  }

  private count({ applied, refused, targets, problem }: NonNullable<Action["outcome"]>): void {
    tried.actions += 1;
    tried.applied += applied;
    tried.refused += refused;
    if (problem) tried.codes.add(problem.code);
    for (const one of Object.values(targets)) if (one.applied) tried.reached.add(one.to);
      else tried.codes.add(one.problem.code);
  }

  /** What the functions wrote is what the reference holds, and every promise is kept. */
  async check(): Promise<void> {
    while (this.mail.length > 0) await this.deliver(this.mail.length - 1);
    for (const [id, { status, chain, openObjections, identities }] of this.reference.applications) {
      const written = await this.desk.look(paths.application(id));
      if (chain.length > 0) expect(written).toMatchObject({ status, chain, openObjections, identities });
      else expect(written).toMatchObject({ status });
    }
    const { invariants } = await verify({ projectId: this.desk.projectId, firestore: this.desk.suite.firestore }, { campaign: this.desk.town.campaign });
    expect(invariants.filter(({ broken }) => broken.length > 0).map(({ id, broken }) => ({ id, broken }))).toEqual([]);
  }
}

/** An outcome without the words of its refusals. */
function simple(outcomes: object): Record<string, unknown> {
  if ("whole" in outcomes) return { whole: outcomes.whole };
  return Object.fromEntries(
    Object.entries(outcomes as Record<string, { applied: boolean; problem?: { code: string } }>).map(([id, one]) => [id, one.applied ? one : one.problem?.code]),
  );
}
