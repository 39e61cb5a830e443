import { FieldValue } from "firebase-admin/firestore";
import type { Transaction } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import type { ActionInput } from "../domain/actionInputs.ts";
import { INPUTS } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import type { Campaign } from "../domain/campaign.ts";
import type { Notice, NoticeRow, Round } from "../domain/notice/notice.ts";
import { periodEnd } from "../domain/notice/period.ts";
import { paths } from "../domain/paths.ts";
import type { PlaceKind } from "../domain/records.ts";
import type { HelpSum, VillageRegister } from "../domain/register.ts";
import { helperKey } from "../domain/register.ts";
import type { StaffRole } from "../domain/roles.ts";
import type { Batch } from "../domain/sheets/records.ts";
import type { Track } from "../domain/status.ts";
import type { Concerned } from "../domain/workflow/case.ts";
import { database } from "../store/firestore.ts";
import type { Gathered } from "./gather.ts";
import { recheckActions } from "./recheck.ts";

export type Context = { tx: Transaction; id: string; action: Action; campaign: Campaign; gathered: Gathered };

/** What the targets of one action have in common: gathered target by target, written once at the end. */
export class Shared {
  readonly moved = new Map<string, { households: number; people: number }>();
  readonly list: NoticeRow[] = [];
  readonly listed: string[] = [];
  /** What this action itself has used of the village's sizes. */
  readonly used: Record<Track, number> = { identify: 0, exit: 0, village: 0 };
  readonly claimed = new Set<string>();
  readonly reserved = new Set<string>();
  readonly adopted = new Set<string>();
  readonly lines: Batch["lines"] = [];
  private readonly places = new Map<string, { kind?: PlaceKind; households: Map<string, string | null> }>();
  private readonly concerned = new Map<string, Concerned>();
  private readonly help = new Map<string, number>();
  private readonly loads = new Map<string, { name: string; households: number }>();
  entries = 0;
  /** How the village itself stands from now on; undefined when the action does not touch that. */
  poor: VillageRegister["poor"] | undefined;

  /** Counts a household where it stands, and once more where it was told of as late there. */
  count({ track, status, facts, escalated }: Application, sign: 1 | -1): void {
    if (status === "draft") return;
    this.add(`counts.${track}.${status}`, facts, sign);
    if (escalated) this.add(`late.${track}.${status}`, facts, sign);
  }

  private add(key: string, facts: Application["facts"], sign: 1 | -1): void {
    const sum = this.moved.get(key) ?? { households: 0, people: 0 };
    this.moved.set(key, { households: sum.households + sign, people: sum.people + sign * (facts?.memberCount ?? 0) });
  }

  /** Counts a household in a place; those that this very action brought there before are concerned as well. */
  enterPlace({ hash, kind, application, village }: { hash: string; kind: PlaceKind; application: string; village: string }): void {
    const place = this.places.get(hash) ?? { households: new Map<string, string | null>() };
    const here = [...place.households].flatMap(([id, other]) => (other ? [{ application: id, village: other }] : []));
    if (here.length > 0) this.recheck([...here, { application, village }]);
    this.places.set(hash, { kind, households: place.households.set(application, village) });
  }

  leavePlace(hash: string, application: string): void {
    const place = this.places.get(hash) ?? { households: new Map<string, string | null>() };
    this.places.set(hash, { ...place, households: place.households.set(application, null) });
  }

  /** Households to be checked anew by the clock, once this action is through. */
  recheck(concerned: readonly Concerned[]): void {
    for (const one of concerned) this.concerned.set(one.application, one);
  }

  addHelp(cause: string, add: Partial<HelpSum>): void {
    for (const [key, value] of Object.entries(add)) this.help.set(`help.${cause}.${key}`, (this.help.get(`help.${cause}.${key}`) ?? 0) + value);
  }

  /** One household more, or less, for a helper; a village's support unit has no households. */
  addLoad(track: Track, helper: { account: string | null; name: string }, sign: 1 | -1): void {
    if (track === "village") return;
    const key = helperKey(helper);
    const before = this.loads.get(key);
    this.loads.set(key, { name: sign > 0 || !before ? helper.name : before.name, households: (before?.households ?? 0) + sign });
  }

  /** Writes what the targets share. Returns the notice that was published, if one was. */
  flush(context: Context): { id: string; closesAt: Date } | undefined {
    const { tx, action } = context;
    const changes: [string, unknown][] = [...this.moved]
      .filter(([, { households, people }]) => households !== 0 || people !== 0)
      .flatMap(([key, { households, people }]) => [
        [`${key}.households`, FieldValue.increment(households)],
        [`${key}.people`, FieldValue.increment(people)],
      ]);
    if (changes.length > 0) tx.update(database().doc(paths.village(action.campaign, action.area)), Object.fromEntries(changes));
    this.writePlaces(context);
    const { gathered: { now } } = context;
    for (const { id, action: check } of recheckActions({ cause: context.id, campaign: action.campaign, now }, [...this.concerned.values()]))
      tx.create(database().doc(paths.action(id)), check);
    this.writeRegister(context);
    if (this.lines.length > 0) this.openBatch(context);
    if (action.type === "endNotice") close(context);
    return this.list.length > 0 ? publish(context, this) : undefined;
  }

  /** The village in its register: the next free number, the sums of help, who helps how many, its own standing as a poor village. */
  private writeRegister({ tx, action, campaign, gathered }: Context): void {
    if (this.entries === 0 && this.help.size === 0 && this.loads.size === 0 && this.poor === undefined) return;
    const { register } = campaign;
    const head = { register, village: action.area, areas: action.areas };
    const nextSerial = this.entries > 0 ? { nextSerial: (gathered.register?.nextSerial ?? 1) + this.entries } : {};
    const help = nested([...this.help].map(([key, value]) => [key, FieldValue.increment(value)]));
    const loads = [...this.loads].map(([key, { name, households }]) => [key, { name, households: FieldValue.increment(households) }]);
    const helpers = loads.length > 0 ? { helpers: Object.fromEntries(loads) } : {};
    const poor = this.poor === undefined ? {} : { poor: this.poor };
    tx.set(database().doc(paths.villageRegister(register, action.area)), { ...head, ...nextSerial, ...poor, ...help, ...helpers }, { merge: true });
  }

  private writePlaces({ tx, action: { campaign } }: Context): void {
    for (const [hash, { kind, households }] of this.places) {
      const changed = Object.fromEntries([...households].map(([id, village]) => [id, village ?? FieldValue.delete()]));
      tx.set(database().doc(paths.place(campaign, hash)), { campaign, ...(kind && { kind }), households: changed }, { merge: true });
    }
  }

  private openBatch({ tx, id, action, gathered }: Context): void {
    const track = gathered.targets[0]?.application?.track ?? "identify";
    const { campaign, area: village, areas, by } = action;
    const batch: Batch = { campaign, village, areas, track, at: gathered.now, by, lines: this.lines, receipt: null };
    tx.create(database().doc(paths.batch(id)), batch);
  }
}

/** Dotted keys as nested objects, which a merge adds to what is there. */
function nested(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    const parts = key.split(".");
    const last = parts.pop() ?? "";
    let at = whole;
    for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return whole;
}

/** The notice itself ends with its period; households held by an objection stay behind, alone. */
function close({ tx, action, gathered: { notice, now } }: Context): void {
  const { notice: id } = action.input as ActionInput<"endNotice">;
  if (notice?.status !== "open" || now < notice.closesAt) return;
  tx.update(database().doc(paths.notice(id)), { status: "closed", closedAt: now });
}

function publish({ tx, id, action, campaign, gathered: { now } }: Context, { list, listed }: Shared): { id: string; closesAt: Date } {
  const { place, phone, boardPhotos } = INPUTS.publishNotice.parse(action.input);
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
    ofVillage: list.some(({ track }) => track === "village"),
    list,
    opensAt: now,
    closesAt,
    status: "open",
    closedAt: null,
    reminded: null,
    place,
    phone,
    boardPhotos: boardPhotos.map((evidence) => ({ evidence, at: now, by: action.by })),
    extensions: [],
    publishedBy: { uid: action.by, role: action.role as StaffRole, action: id },
  };
  tx.create(database().doc(paths.notice(id)), notice);
  tx.create(database().doc(paths.noticeHouseholds(id)), { applications: listed });
  return { id, closesAt };
}
