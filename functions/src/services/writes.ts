import type { Application } from "../domain/application.ts";
import type { Track } from "../domain/status.ts";
import type { AtHand } from "../domain/workflow/case.ts";
import type { Decision } from "../domain/workflow/decide.ts";
import type { Aftermath } from "./applyAction.ts";
import { writeEffect } from "./effectWrites.ts";
import type { Moved } from "../domain/workflow/tellings.ts";
import type { Target } from "./gather.ts";
import { writeMessages } from "./messages.ts";
import type { Context } from "./shared.ts";
import { askVillage } from "./evenness.ts";
import { Shared } from "./shared.ts";

type Taken = Target & { application: Application };
type Applied = Extract<Decision, { ok: true }>;

/** Top-level parts of an application that differ: all that need be written. */
function changedParts(before: Application, after: Application): Partial<Application> {
  const keys = Object.keys(after) as (keyof Application)[];
  const begun = before.chain.length === 0;
  return Object.fromEntries(keys.filter((key) => begun || after[key] !== before[key]).map((key) => [key, after[key]]));
}

/**
 * Collects what an action's applied targets change, one write a household as it goes, and at the end the few
 * documents that all of them share: the village's counters, the notice, the register, the batch.
 */
export class Writes {
  private readonly context: Context;
  private readonly shared = new Shared();
  private readonly moved: Moved[] = [];

  constructor(context: Context) {
    this.context = context;
  }

  /** What the next household is decided with: the village's size as used so far, the next serial numbers. */
  countersFor(track: Track): AtHand {
    const { gathered } = this.context;
    /* A village that annex 8 does not mark is not to be listed; a list of people that is not split yet has no limit. */
    const limit = gathered.village?.quota?.[track] ?? (track === "village" ? 0 : undefined);
    return {
      evidenceMissing: gathered.evidenceMissing,
      passedOver: gathered.passedOver,
      noticeSerial: this.shared.list.length + 1,
      entrySerial: (gathered.register?.nextSerial ?? 1) + this.shared.entries,
      ...(limit !== undefined && { quota: { limit, used: gathered.used[track] + this.shared.used[track] } }),
      ...(gathered.notice && { notice: gathered.notice }),
      ...(gathered.objection && { objection: gathered.objection }),
    };
  }

  /** Adds what earlier targets of this very action have taken: one person, or one register entry, is taken once. */
  withEarlierTargets({ form, entry, ...rest }: Partial<AtHand>, { household, former }: Application): Partial<AtHand> {
    const { claimed, reserved, adopted } = this.shared;
    const taken = form?.ok ? form.identities.filter((hash) => claimed.has(hash)).length : 0;
    return {
      ...rest,
      ...(form && { form: form.ok ? { ...form, taken: form.taken + taken } : form }),
      ...(entry && {
        entry: {
          ...entry,
          ...(household && reserved.has(household) && { exit: "another" }),
          ...(former && adopted.has(former) && { application: "another" }),
        },
      }),
    };
  }

  take(target: Taken, { next, effects }: Applied): void {
    const before = target.application;
    this.context.tx.update(target.ref, changedParts(before, next));
    this.shared.count(before, -1);
    this.shared.count(next, 1);
    const asked = effects.find((effect) => effect.kind === "keepFindings")?.findings.open;
    this.moved.push({ before, next, ...(asked !== undefined && { asked }) });
    for (const effect of effects) writeEffect({ context: this.context, shared: this.shared, target, next }, effect);
  }

  /** Writes what the households share. Returns the notice that was published, if one was, and the messages that go outwards. */
  flush(): Pick<Aftermath, "notice" | "outwards"> {
    const outwards = writeMessages(this.context, this.moved);
    const { tx, action, gathered: { village: progress, together, now } } = this.context;
    askVillage(tx, { action, progress, applications: this.moved.map(({ next }) => next) }, together, now);
    const notice = this.shared.flush(this.context);
    return { ...(notice && { notice }), ...(outwards.length > 0 && { outwards }) };
  }
}
