import type { Count, VillageProgress } from "@domain/campaign.ts";
import type { Status, Track } from "@domain/status.ts";
import { isApproved } from "./following.ts";

/** How far one track of a village, or of the town, has come. Households and people. */
export type Standing = {
  quota: number | null;
  /** Everything received and not withdrawn. */
  received: Count;
  /** On the way to the first notice. */
  earlier: Count;
  onNotice: Count;
  /** Listed since the first notice, and not yet decided: what takes up quota beside `approved`. */
  listed: Count;
  /** Decided by the county: those in service among them. */
  approved: Count;
  inService: Count;
};

const NONE: Count = { households: 0, people: 0 };
const add = (a: Count, b: Count): Count => ({ households: a.households + b.households, people: a.people + b.people });

const EARLIER: readonly Status[] = ["submitted", "surveyed", "nominated", "verified"];

const IN_SERVICE: readonly Status[] = ["inService", "changeReview"];

type Part = "received" | "earlier" | "onNotice" | "listed" | "approved" | "inService";
/** Whether a state takes up quota: `committed` of the domain's STATUSES. */
type IsCommitted = (status: Status) => boolean;

const IN: Record<Part, (status: Status, isCommitted: IsCommitted) => boolean> = {
  received: (status) => status !== "draft" && status !== "withdrawn",
  earlier: (status) => EARLIER.includes(status),
  onNotice: (status) => status === "villageNotice" || status === "townNotice",
  listed: (status, isCommitted) => isCommitted(status) && !IN.approved(status, isCommitted),
  approved: (status) => isApproved(status) || status === "exited",
  inService: (status) => IN_SERVICE.includes(status),
};

type Asked = { village: Pick<VillageProgress, "counts" | "quota">; track: Track; isCommitted: IsCommitted };

/** The public figures of a village's counters. */
export function standingOf({ village: { counts, quota }, track, isCommitted }: Asked): Standing {
  const kept = Object.entries(counts[track] ?? {}) as [Status, Count][];
  const sum = (part: Part) => kept.filter(([status]) => IN[part](status, isCommitted)).reduce((all, [, count]) => add(all, count), NONE);
  return {
    quota: quota?.[track] ?? null,
    received: sum("received"),
    earlier: sum("earlier"),
    onNotice: sum("onNotice"),
    listed: sum("listed"),
    approved: sum("approved"),
    inService: sum("inService"),
  };
}

/** The town's figures: those of its villages together. */
export function totalOf(standings: readonly Standing[]): Standing {
  const none: Standing = { quota: null, received: NONE, earlier: NONE, onNotice: NONE, listed: NONE, approved: NONE, inService: NONE };
  return standings.reduce(
    (all, one) => ({
      quota: one.quota === null ? all.quota : (all.quota ?? 0) + one.quota,
      received: add(all.received, one.received),
      earlier: add(all.earlier, one.earlier),
      onNotice: add(all.onNotice, one.onNotice),
      listed: add(all.listed, one.listed),
      approved: add(all.approved, one.approved),
      inService: add(all.inService, one.inService),
    }),
    none,
  );
}
