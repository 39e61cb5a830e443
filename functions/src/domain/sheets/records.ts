import * as z from "zod";
import { AreaCode, VillageCode } from "../areas.ts";
import { Instant } from "../instant.ts";
import { Track } from "../status.ts";
import type { ListColumn } from "./readList.ts";
import type { SheetProblem } from "./sheetProblems.ts";

/** One field in which the national system differs from the register; private numbers only as masks. */
export const FieldDifference = z.strictObject({ application: z.string(), field: z.string(), ours: z.string(), theirs: z.string() });
export type FieldDifference = z.infer<typeof FieldDifference>;

/** What the national system says it took in: the last one counts. */
export const EntryReceipt = z.strictObject({
  at: Instant,
  by: z.string(),
  /** Applications without a difference. */
  taken: z.array(z.string()),
  differences: z.array(FieldDifference),
  /** Lines that stand for nobody of the batch. */
  strangers: z.int().min(0),
});
export type EntryReceipt = z.infer<typeof EntryReceipt>;

/** `batches/{action}`: households, or the village, that go to the national system together. */
export const Batch = z.strictObject({
  campaign: z.string(),
  village: VillageCode,
  areas: z.array(AreaCode),
  track: Track,
  at: Instant,
  by: z.string(),
  lines: z.array(z.strictObject({ application: z.string(), no: z.string(), householder: z.string() })).max(500),
  receipt: EntryReceipt.nullable(),
});
export type Batch = z.infer<typeof Batch>;

export const ImportCounts = z.strictObject({
  rows: z.int(),
  people: z.int(),
  households: z.int(),
  /** Entered now, there already and the same, there already and otherwise (left alone), kept apart. */
  entered: z.int(),
  unchanged: z.int(),
  different: z.int(),
  heldBack: z.int(),
  duplicates: z.int(),
  withoutNumber: z.int(),
  errors: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** `imports/{id}`: how far an import is; the id is the client's, so that asking again goes on with the same one. */
export const ImportRun = z.strictObject({
  campaign: z.string(),
  register: z.string(),
  areas: z.array(AreaCode),
  by: z.string(),
  at: Instant,
  name: z.string(),
  /** Households to enter, and how many are dealt with. */
  total: z.int(),
  done: z.int(),
  state: z.enum(["reading", "writing", "done", "failed"]),
  counts: ImportCounts,
  changedAt: Instant,
});
export type ImportRun = z.infer<typeof ImportRun>;

/** What an outside list says and what became of it: never who stands in it. Errors are its first 500; `byCode` counts all. */
export type ListReport = {
  committed: boolean;
  /** Where the numbers stand, and what else may be chosen. */
  column: ListColumn | null;
  columns: ListColumn[];
  counts: { rows: number; people: number; repeated: number; empty: number; errors: number; matched: number };
  /** Of a list of relatives: people whose cadre has an account here and is kept away, and people of whom no cadre is known. */
  kin: { recusing: number; nameless: number } | null;
  byCode: Record<string, number>;
  errors: SheetProblem[];
};

/** A household that is there otherwise than the file says: left alone. Headers only. */
export type Different = { row: number; no: string; fields: string[] };

/** What a file says and what became of it. Lists hold their first 500; `counts` and `byCode` count all. */
export type ImportReport = {
  committed: boolean;
  year: number;
  counts: ImportCounts;
  byCode: Record<string, number>;
  errors: SheetProblem[];
  duplicates: SheetProblem[];
  withoutNumber: SheetProblem[];
  /** People or numbers that the register has elsewhere: those households stayed out. */
  conflicts: SheetProblem[];
  different: Different[];
};
