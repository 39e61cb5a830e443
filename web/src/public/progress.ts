import type { Count, VillageProgress } from "@domain/campaign.ts";
import type { Status, Track } from "@domain/status.ts";
import { STATUSES } from "lika:tables";

/** How far one track of a village, or of the town, has come. Households and people. */
export type Standing = {
  quota: number | null;
  /** Everything received and not withdrawn. */
  received: Count;
  onNotice: Count;
  /** Listed since the first notice, and not yet decided: what takes up quota beside `approved`. */
  listed: Count;
  approved: Count;
};

const NONE: Count = { households: 0, people: 0 };
const add = (a: Count, b: Count): Count => ({ households: a.households + b.households, people: a.people + b.people });

const IN: Record<"received" | "onNotice" | "listed" | "approved", (status: Status) => boolean> = {
  received: (status) => status !== "draft" && status !== "withdrawn",
  onNotice: (status) => status === "villageNotice" || status === "townNotice",
  listed: (status) => STATUSES[status].committed && !IN.approved(status),
  approved: (status) => status === "approved" || status === "exited",
};

/** The public figures of a village's counters. */
export function standingOf({ counts, quota }: Pick<VillageProgress, "counts" | "quota">, track: Track): Standing {
  const kept = Object.entries(counts[track] ?? {}) as [Status, Count][];
  const sum = (part: keyof typeof IN) => kept.filter(([status]) => IN[part](status)).reduce((all, [, count]) => add(all, count), NONE);
  return { quota: quota?.[track] ?? null, received: sum("received"), onNotice: sum("onNotice"), listed: sum("listed"), approved: sum("approved") };
}

/** The town's figures: those of its villages together. */
export function totalOf(standings: readonly Standing[]): Standing {
  const none: Standing = { quota: null, received: NONE, onNotice: NONE, listed: NONE, approved: NONE };
  return standings.reduce(
    (all, one) => ({
      quota: one.quota === null ? all.quota : (all.quota ?? 0) + one.quota,
      received: add(all.received, one.received),
      onNotice: add(all.onNotice, one.onNotice),
      listed: add(all.listed, one.listed),
      approved: add(all.approved, one.approved),
    }),
    none,
  );
}
