import type { Transaction } from "@google-cloud/firestore";
import { FieldValue } from "firebase-admin/firestore";
import type { Action } from "../domain/action.ts";
import type { ActionInput } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import type { Campaign } from "../domain/campaign.ts";
import type { Notice, NoticeRow, Round } from "../domain/notice/notice.ts";
import { periodEnd } from "../domain/notice/period.ts";
import { paths } from "../domain/paths.ts";
import type { Household, VillageRegister } from "../domain/records.ts";
import type { StaffRole } from "../domain/roles.ts";
import type { Track } from "../domain/status.ts";
import type { AtHand, Effect } from "../domain/workflow/case.ts";
import type { Decision } from "../domain/workflow/decide.ts";
import { database } from "../store/firestore.ts";
import type { Gathered, Target } from "./gather.ts";

type Taken = Target & { application: Application };
type Applied = Extract<Decision, { ok: true }>;
type Context = { tx: Transaction; id: string; action: Action; campaign: Campaign; gathered: Gathered };

/** Top-level parts of an application that differ: all that need be written. */
function changedParts(before: Application, after: Application): Partial<Application> {
  const keys = Object.keys(after) as (keyof Application)[];
  const begun = before.chain.length === 0;
  return Object.fromEntries(keys.filter((key) => begun || after[key] !== before[key]).map((key) => [key, after[key]]));
}

/**
 * Collects what an action's applied targets change, one write a household as it goes, and at the end the few
 * documents that all of them share: the village's counters, the notice.
 */
export class Writes {
  private readonly context: Context;
  private readonly moved = new Map<string, { households: number; people: number }>();
  private readonly list: NoticeRow[] = [];
  private readonly listed: string[] = [];
  private readonly people: Record<Track, number> = { identify: 0, exit: 0 };
  private readonly claimed = new Set<string>();
  private readonly reserved = new Set<string>();
  private entries = 0;

  constructor(context: Context) {
    this.context = context;
  }

  /** What the next household is decided with: the village's size as used so far, the next serial numbers. */
  countersFor(track: Track): AtHand {
    const { gathered } = this.context;
    const limit = gathered.village?.quota?.[track];
    return {
      evidenceMissing: gathered.evidenceMissing,
      noticeSerial: this.list.length + 1,
      entrySerial: (gathered.register?.nextSerial ?? 1) + this.entries,
      ...(limit !== undefined && { quota: { limit, used: gathered.used[track] + this.people[track] } }),
      ...(gathered.notice && { notice: gathered.notice }),
      ...(gathered.objection && { objection: gathered.objection }),
    };
  }

  /** Adds what earlier targets of this very action have taken: one person, or one register entry, is taken once. */
  withEarlierTargets({ form, entry, ...rest }: Partial<AtHand>, { household }: Application): Partial<AtHand> {
    const taken = form?.ok ? form.identities.filter((hash) => this.claimed.has(hash)).length : 0;
    return {
      ...rest,
      ...(form && { form: form.ok ? { ...form, taken: form.taken + taken } : form }),
      ...(entry && { entry: household && this.reserved.has(household) ? { ...entry, exit: "another" } : entry }),
    };
  }

  take(target: Taken, { next, effects }: Applied): void {
    const before = target.application;
    this.context.tx.update(target.ref, changedParts(before, next));
    this.count(before, -1);
    this.count(next, 1);
    for (const effect of effects) this.write(target, next, effect);
  }

  private count({ track, status, facts }: Application, sign: 1 | -1): void {
    if (status === "draft") return;
    const key = `counts.${track}.${status}`;
    const sum = this.moved.get(key) ?? { households: 0, people: 0 };
    this.moved.set(key, { households: sum.households + sign, people: sum.people + sign * (facts?.memberCount ?? 0) });
  }

  private write(target: Taken, next: Application, effect: Effect): void {
    const { tx, action, id, gathered } = this.context;
    const db = database();
    const identity = (hash: string) => db.doc(paths.identity(action.campaign, hash));
    switch (effect.kind) {
      case "claimIdentities":
        for (const hash of effect.claim) {
          this.claimed.add(hash);
          tx.set(identity(hash), { campaign: action.campaign, application: target.id, track: next.track });
        }
        for (const hash of effect.release) tx.delete(identity(hash));
        return;
      case "keepPrivate":
        tx.set(db.doc(paths.applicationPrivate(target.id)), effect.hidden);
        return;
      case "keepSurvey":
        tx.set(db.doc(paths.surveyForm(target.id)), { areas: next.areas, applicant: next.applicant, action: id, at: gathered.now, survey: effect.shown });
        return;
      case "giveReceipt":
        tx.set(db.doc(paths.receipt(effect.number)), { application: target.id });
        return;
      case "listOnNotice":
        this.list.push(effect.line);
        this.listed.push(target.id);
        this.people[next.track] += effect.line.people;
        return;
      case "markHeld":
        tx.update(db.doc(paths.objection(effect.objection)), { held: true });
        return;
      case "settleObjection":
        tx.update(db.doc(paths.objection(effect.objection)), {
          status: effect.status,
          answer: { reasons: effect.reasons, at: gathered.now, action: id, by: action.by },
        });
        return;
      case "openEntry": {
        this.entries += 1;
        const { householder, groupName, memberCount, mainCause } = effect.facts;
        const { village, areas } = next;
        const entry: Household = {
          register: this.context.campaign.register, no: effect.no, campaign: action.campaign, application: target.id, village, areas, householder, groupName, memberCount, mainCause,
          status: "registered", since: gathered.now, exit: null, ended: null,
        };
        tx.create(db.doc(paths.household(effect.household)), entry);
        return;
      }
      case "reserveEntry":
        if (effect.exit) this.reserved.add(effect.household);
        tx.update(db.doc(paths.household(effect.household)), { exit: effect.exit });
        return;
      case "endEntry":
        tx.update(db.doc(paths.household(effect.household)), {
          status: "ended",
          ended: { at: gathered.now, reason: "exit", application: target.id, action: id },
        });
        return;
      default:
        effect satisfies never;
    }
  }

  /** Writes what the households share. Returns the notice that was published, if one was. */
  flush(): { id: string; closesAt: Date } | undefined {
    const { tx, action, gathered } = this.context;
    const changes: [string, unknown][] = [...this.moved]
      .filter(([, { households, people }]) => households !== 0 || people !== 0)
      .flatMap(([key, { households, people }]) => [
        [`${key}.households`, FieldValue.increment(households)],
        [`${key}.people`, FieldValue.increment(people)],
      ]);
    if (changes.length > 0) tx.update(database().doc(paths.village(action.campaign, action.area)), Object.fromEntries(changes));
    if (this.entries > 0) this.advanceRegister();
    if (action.type === "endNotice") this.close(gathered.now);
    return this.list.length > 0 ? this.publish(gathered.now) : undefined;
  }

  private advanceRegister(): void {
    const { tx, action, campaign, gathered } = this.context;
    const { register } = campaign;
    const nextSerial = (gathered.register?.nextSerial ?? 1) + this.entries;
    const entry: VillageRegister = { register, village: action.area, areas: action.areas, nextSerial };
    tx.set(database().doc(paths.villageRegister(register, action.area)), entry);
  }

  /** The notice itself ends with its period; households held by an objection stay behind, alone. */
  private close(now: Date): void {
    const { notice } = this.context.gathered;
    const { notice: id } = this.context.action.input as ActionInput<"endNotice">;
    if (notice?.status !== "open" || now < notice.closesAt) return;
    this.context.tx.update(database().doc(paths.notice(id)), { status: "closed", closedAt: now });
  }

  private publish(now: Date): { id: string; closesAt: Date } {
    const { tx, id, action, campaign } = this.context;
    const { place, phone, boardPhotos } = action.input as ActionInput<"publishNotice">;
    const round: Round = action.role === "povertyOfficer" ? "town" : "village";
    const closesAt = periodEnd(now, campaign.notice[round], campaign.calendar);
    const notice: Notice = {
      campaign: action.campaign,
      rehearsal: campaign.rehearsal,
      year: campaign.year,
      village: action.area,
      villageName: campaign.villages.find(({ code }) => code === action.area)?.name ?? action.area,
      townName: campaign.town.zh,
      areas: action.areas,
      round,
      list: this.list,
      opensAt: now,
      closesAt,
      status: "open",
      closedAt: null,
      place,
      phone,
      boardPhotos: boardPhotos.map((evidence) => ({ evidence, at: now, by: action.by })),
      extensions: [],
      publishedBy: { uid: action.by, role: action.role as StaffRole, action: id },
    };
    tx.create(database().doc(paths.notice(id)), notice);
    tx.create(database().doc(paths.noticeHouseholds(id)), { applications: this.listed });
    return { id, closesAt };
  }
}
