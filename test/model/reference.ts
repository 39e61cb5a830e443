import type { Action, Hidden, TargetOutcome } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import type { Application } from "@domain/application.ts";
import { begin } from "@domain/application.ts";
import type { Campaign } from "@domain/campaign.ts";
import { canonical, digestAction } from "@domain/chain.ts";
import { presentForm, presentMembers, unexplained, unfounded } from "@domain/forms/changes.ts";
import { personKey } from "@domain/forms/identityNumber.ts";
import type { FormKind } from "@domain/forms/received.ts";
import { received } from "@domain/forms/received.ts";
import type { Notice } from "@domain/notice/notice.ts";
import { isWaitingFor, publishedBy } from "@domain/notice/waiting.ts";
import type { Objection, Staff } from "@domain/records.ts";
import type { Findings, HelpRecord, MemberChange } from "@domain/register.ts";
import { Household } from "@domain/register.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { malformed } from "@domain/problems.ts";
import type { Batch } from "@domain/sheets/records.ts";
import { statusOf, type Track } from "@domain/status.ts";
import type { AtHand, Effect, Living, ReadForm } from "@domain/workflow/case.ts";
import { admit, decide } from "@domain/workflow/decide.ts";
import { handbookCode, hashIdentity, receiptNumber, seal, sha256 } from "../../functions/src/secrets.ts";

/** Which form an action brings, and where in its input it lies; a draft's lies in the application. */
const FORMS: Partial<Record<ActionType, { kind: FormKind; content?: string }>> = {
  submit: { kind: "application" }, proposeExit: { kind: "exitProposal" }, recordSurvey: { kind: "survey", content: "survey" },
  assignHelper: { kind: "helper", content: "helper" }, adoptPlan: { kind: "plan", content: "plan" }, recordVisit: { kind: "visit", content: "visit" },
  recordMeasure: { kind: "measure", content: "measure" }, finishMeasure: { kind: "measureDone", content: "done" }, recordResult: { kind: "result", content: "result" },
  completeForm: { kind: "registration", content: "form" }, updateYear: { kind: "registration", content: "form" },
};
const KEEPS: readonly (FormKind | undefined)[] = ["survey", "registration"];
const NEED_ENTRY: readonly ActionType[] = [
  "proposeExit", "assignHelper", "adoptPlan", "recordMeasure", "recordResult", "completeForm", "printHandbook", "issueHandbook", "exportBatch", "reportToCounty", "passTrialRun", "updateYear", "requestChange",
];
/** A form of a year as far as who lives there goes. */
type OfYear = { form: unknown; changes: MemberChange[] };
type Members = Parameters<typeof unexplained>[0]["before"];

/**
 * The same campaign in memory: one action after the other by the pure `decide()` alone, without database, transactions
 * or increments. What the functions made of an action must be what this makes of it, link by link.
 */
export class Reference {
  readonly applications = new Map<string, Application>();
  readonly notices = new Map<string, Notice>();
  readonly objections = new Map<string, Objection>();
  readonly entries = new Map<string, Household>();
  readonly photos = new Set<string>();
  private readonly kept = new Map<string, Hidden>();
  private readonly people = new Map<string, string>();
  private readonly registered = new Map<string, string>();
  readonly help = new Map<string, HelpRecord>();
  /** Batches with what the national system answered, as they stand. */
  readonly batches = new Map<string, Batch>();
  private readonly findings = new Map<string, Findings>();
  private readonly versions = new Map<string, OfYear>();
  private readonly done = new Set<string>();
  /** Of each village's register. */
  private readonly serials = new Map<string, number>();
  private readonly campaign: Campaign;
  private readonly staff: Map<string, Staff>;
  /** Of each village. */
  private readonly limits: Map<string, Record<Track, number>>;

  constructor(world: { campaign: Campaign; staff: Map<string, Staff>; limits: Map<string, Record<Track, number>>; entries: [string, Household][] }) {
    this.campaign = world.campaign;
    this.staff = world.staff;
    this.limits = world.limits;
    this.entries = new Map(world.entries);
    for (const { village } of this.entries.values()) this.serials.set(village, this.nextSerial(village) + 1);
  }

  private nextSerial(village: string): number {
    return this.serials.get(village) ?? 1;
  }

  begin(id: string, draft: Parameters<typeof begin>[0]): void {
    this.applications.set(id, begin(draft));
  }

  /** What becomes of each target at this moment, or of the whole; undefined when it has been decided before. */
  decide(id: string, action: Action, hidden: Record<string, Hidden>, now: Date): Record<string, TargetOutcome> | { whole: string } | undefined {
    if (this.done.has(id)) return undefined;
    this.done.add(id);
    const staff = this.staff.get(action.by);
    const person = { uid: action.by, role: action.role, roles: staff?.roles ?? {}, disabled: staff?.disabled ?? false };
    /* What does not have the shape of its action is not even looked up: that refusal comes before all others. */
    const parsed = INPUTS[action.type].safeParse(action.input);
    const whole = parsed.success ? admit(action, person, this.campaign) : malformed(parsed.error);
    if (whole) return { whole: whole.code };
    const digest = digestAction(id, action, sha256);
    const outcomes: Record<string, TargetOutcome> = {};
    let listed = 0;
    const passedOver = this.passedOver(action);
    for (const target of action.targets) {
      const application = this.applications.get(target);
      if (!application) {
        outcomes[target] = { applied: false, problem: { code: "unknownTarget", zh: "", en: "" } };
        continue;
      }
      const input = action.input as ActionInput<ActionType>;
      const atHand = this.atHand(target, application, action, { hidden: hidden[target] ?? {}, listed, passedOver });
      const decision = decide({ actionId: id, action, digest, input, person, campaign: this.campaign, now, target, application, atHand, hash: sha256 });
      outcomes[target] = decision.ok ? decision.outcome : { applied: false, problem: decision.problem };
      if (!decision.ok) continue;
      this.applications.set(target, decision.next);
      for (const effect of decision.effects) this.take(target, effect, id, action);
      if (decision.effects.some(({ kind }) => kind === "listOnNotice")) listed += 1;
    }
    return outcomes;
  }

  private atHand(target: string, application: Application, action: Action, { hidden, listed, passedOver }: { hidden: Hidden; listed: number; passedOver: number }): AtHand {
    const { notice, objection, minutes = [], attendance = [], record, account, batch: named } = action.input as { notice?: string; objection?: string; minutes?: string[]; attendance?: string[]; record?: string; account?: string | null; batch?: string };
    const batch = this.batches.get(named ?? "");
    const findings = this.findings.get(target);
    const living = this.living(target, application);
    const help = this.help.get(`${target}/${record}`);
    const helper = this.staff.get(account ?? "");
    const about = this.objections.get(objection ?? "");
    const on = this.notices.get(action.type === "endNotice" ? (notice ?? "") : (about?.notice ?? ""));
    const form = this.form(target, application, action, hidden);
    const entry = this.entries.get(application.household ?? "");
    return {
      evidenceMissing: [...minutes, ...attendance].some((photo) => !this.photos.has(photo)),
      passedOver,
      noticeSerial: listed + 1,
      entrySerial: this.nextSerial(application.village),
      receiptNo: receiptNumber(target),
      quota: { limit: this.limits.get(application.village)?.[application.track] ?? 0, used: this.used(application) },
      handbookCode: handbookCode(target, (application.handbook?.version ?? 0) + 1),
      found: [],
      ...(batch && { batch }),
      ...(findings && { findings }),
      ...(living && { living }),
      ...(form && { form }),
      ...(entry && NEED_ENTRY.includes(action.type) && { entry }),
      ...(help && { help }),
      ...(helper && { helper }),
      ...(on && { notice: on }),
      ...(about && { objection: about }),
    };
  }

  private passedOver({ type, role, area, targets }: Action): number {
    const list = type === "publishNotice" ? publishedBy(role) : undefined;
    const waiting = [...this.applications].filter(([, one]) => list && one.village === area && isWaitingFor(list, one));
    return waiting.filter(([id]) => !targets.includes(id)).length;
  }

  /** What counts against a village's size: people, and of the village itself one. */
  used({ track, village }: Pick<Application, "track" | "village">): number {
    const counted = [...this.applications.values()].filter((one) => one.track === track && one.village === village && statusOf(track, one.status).committed);
    return counted.reduce((sum, { facts }) => sum + (track === "village" ? 1 : (facts?.memberCount ?? 0)), 0);
  }

  /** The form that stands of a household. */
  standing(target: string): OfYear | undefined {
    return this.versions.get(`${target}/${this.applications.get(target)?.registration?.year}`);
  }

  private living(target: string, { registration }: Application): Living | undefined {
    const version = registration ? this.standing(target) : undefined;
    return version && {
      form: version.form,
      members: presentMembers(version).map((values) => {
        const number = this.kept.get(target)?.[`members.${String(values.id)}.idNo`] ?? null;
        return { row: String(values.id), values, number, identity: number && hashIdentity(personKey(number)) };
      }),
    };
  }

  /** Who came or went since the year before without a change that says so, or the reverse. */
  private untold(target: string, after: unknown, { year, changes = [] }: { year?: number; changes?: MemberChange[] }): FieldProblem[] {
    const before = year === undefined ? undefined : this.versions.get(`${target}/${year - 1}`);
    if (!before || year === undefined) return [];
    const both = { before: presentForm(before) as Members, after: after as Members, changes };
    return [...unexplained({ ...both, year }), ...unfounded(both)].map(({ row }) => ({ path: row, code: "", zh: "", en: "" }));
  }

  private form(target: string, { track, form, village }: Application, { type, input }: Action, hidden: Hidden): ReadForm | undefined {
    const { kind, content: at } = FORMS[type] ?? {};
    if (!kind) return undefined;
    const content = at ? (input as Record<string, unknown>)[at] : form;
    const read = received({ kind, track, content, hidden: { ...(KEEPS.includes(kind) ? this.kept.get(target) : {}), ...hidden } });
    if (!read.ok) return read;
    /* A village applies once, as a person belongs to one household. */
    const identities = track === "village" && kind === "application" ? [`village-${village}`] : [...new Set(read.people.map(hashIdentity))];
    const taken = identities.filter((hash) => (this.people.get(hash) ?? target) !== target).length;
    const former = type === "submit" ? (identities.map((hash) => this.registered.get(hash)).find((entry) => entry !== undefined) ?? null) : null;
    return { ...read, identities, taken, former, inRegister: false, found: [], places: [], left: [], hits: [], unexplained: type === "updateYear" ? this.untold(target, read.shown, input as object) : [], seal: seal(canonical(read.hidden)) };
  }

  private open(target: string, { household, no, facts, former }: Extract<Effect, { kind: "openEntry" }>): void {
    const { village, areas, identities, campaign } = this.applications.get(target) as Application;
    this.serials.set(village, this.nextSerial(village) + 1);
    for (const hash of identities) this.registered.set(hash, household);
    const { householder, groupName, memberCount, mainCause } = facts;
    const register = this.campaign.register;
    this.entries.set(household, Household.parse({ register, no, campaign, application: target, village, areas, householder, groupName, memberCount, mainCause, status: "registered", since: new Date(0), exit: null, former, ended: null }));
  }

  private openSplit({ id, application, no, hidden }: Extract<Effect, { kind: "openSplit" }>): void {
    const { facts, household, former } = application;
    if (!facts || !household) throw new Error("a household of its own has its number and its facts");
    this.applications.set(id, application);
    this.kept.set(id, hidden);
    for (const hash of application.identities) this.people.set(hash, id);
    this.open(id, { kind: "openEntry", household, no, facts, former });
  }

  private take(target: string, effect: Effect, id: string, { campaign }: Action): void {
    if (effect.kind === "claimIdentities") {
      for (const hash of effect.claim) this.people.set(hash, target);
      for (const hash of effect.release) this.people.delete(hash);
    }
    if (effect.kind === "keepPrivate") this.kept.set(target, effect.hidden);
    if (effect.kind === "openEntry") this.open(target, effect);
    if (effect.kind === "keepFindings") this.findings.set(target, effect.findings);
    if (effect.kind === "keepVersion") {
      this.versions.set(`${target}/${effect.year}`, { form: effect.form.shown, changes: effect.changes });
      this.kept.set(target, effect.form.hidden);
    }
    if (effect.kind === "letGo") {
      this.versions.get(`${target}/${effect.year}`)?.changes.push(...effect.changes);
      this.kept.set(target, Object.fromEntries(Object.entries(this.kept.get(target) ?? {}).filter(([path]) => !effect.numbers.includes(path))));
    }
    if (effect.kind === "openSplit") this.openSplit(effect);
    if (effect.kind === "keepHelp") this.help.set(`${target}/${id}`, effect.record);
    if (effect.kind === "patchHelp") this.change(this.help, `${target}/${effect.record}`, effect.patch);
    if (effect.kind === "reserveEntry") this.change(this.entries, effect.household, { exit: effect.exit });
    if (effect.kind === "endEntry") this.change(this.entries, effect.household, { status: "ended", campaign });
    if (effect.kind === "markHeld") this.change(this.objections, effect.objection, { held: true });
    if (effect.kind === "settleObjection") this.change(this.objections, effect.objection, { status: effect.status });
  }

  private change<T>(map: Map<string, T>, id: string, patch: Partial<T>): void {
    const before = map.get(id);
    if (before) map.set(id, { ...before, ...patch });
  }
}
