import type { Application } from "@domain/application.ts";
import type { EntryReceipt, FieldDifference } from "@domain/sheets/records.ts";

export type Sum = { key: string; households: number; people: number };
export type Sums = { households: number; people: number; byAttribute: Sum[]; byCause: Sum[] };

type Counted = Pick<Application, "facts">;

const peopleOf = (rows: readonly Counted[]): number => rows.reduce((sum, { facts }) => sum + (facts?.memberCount ?? 0), 0);

function by(rows: readonly Counted[], key: "attribute" | "mainCause"): Sum[] {
  const groups = Map.groupBy(rows, ({ facts }) => facts?.[key] ?? "");
  return [...groups]
    .map(([name, own]) => ({ key: name, households: own.length, people: peopleOf(own) }))
    .sort((a, b) => b.people - a.people || a.key.localeCompare(b.key));
}

/** What a report to the county comes to: households and people, by kind of household and by main cause. */
export function sumsOf(rows: readonly Counted[]): Sums {
  return { households: rows.length, people: peopleOf(rows), byAttribute: by(rows, "attribute"), byCause: by(rows, "mainCause") };
}

type Line = { application: string; householder: string; no: string };
export type DifferenceGroup = Line & { differences: FieldDifference[] };

/** The differences of a receipt, household by household, in the batch's order. */
export function groupsOf(lines: readonly Line[], receipt: EntryReceipt | null): DifferenceGroup[] {
  const groups = Map.groupBy(receipt?.differences ?? [], ({ application }) => application);
  return lines.flatMap((line) => {
    const differences = groups.get(line.application);
    return differences ? [{ ...line, differences }] : [];
  });
}

type InBatch = Pick<Application, "batch" | "status"> & { id: string };
/** What became of a batch: those still to be entered by it, those of them that agree, those that have left it. */
export type BatchStanding<Row> = { waiting: Row[]; agreed: Row[]; entered: number; left: Line[] };

const ENTERED = ["entered", "reported", "inService", "changeReview", "ended"];

/** Where the lines of a batch stand now; `before` is the state from which they are entered. */
export function standingOf<Row extends InBatch>(batch: { id: string; lines: readonly Line[]; receipt: EntryReceipt | null }, rows: readonly Row[], before: string): BatchStanding<Row> {
  const known = new Map(rows.map((row) => [row.id, row]));
  const own = batch.lines.flatMap(({ application }) => known.get(application) ?? []);
  const waiting = own.filter((row) => row.batch === batch.id && row.status === before);
  const taken = new Set(batch.receipt?.taken);
  const entered = own.filter((row) => row.batch === batch.id && ENTERED.includes(row.status));
  const still = new Set([...waiting, ...entered].map(({ id }) => id));
  const left = batch.lines.filter(({ application }) => known.has(application) && !still.has(application));
  return { waiting, agreed: waiting.filter(({ id }) => taken.has(id)), entered: entered.length, left };
}
