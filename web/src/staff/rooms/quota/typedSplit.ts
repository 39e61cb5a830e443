import type { ActionInput } from "@domain/actionInputs.ts";
import type { Campaign } from "@domain/campaign.ts";
import type { HouseholdTrack } from "@domain/status.ts";

/** One village's figures as typed. */
export type TypedRow = { identify: string; exit: string; reason: string };
export type TypedSplit = Record<string, TypedRow>;

type Figures = Record<string, Partial<Record<HouseholdTrack, number>>>;

/** Rows that begin with these figures, and no reasons but those given before. */
export function typedFrom(campaign: Campaign, figures: Figures, reasons: Record<string, string>): TypedSplit {
  return Object.fromEntries(
    campaign.villages.map(({ code }) => {
      const { identify = 0, exit = 0 } = figures[code] ?? {};
      return [code, { identify: String(identify), exit: String(exit), reason: reasons[code] ?? "" }];
    }),
  );
}

/** A whole number as typed, with full-width digits and thousands' commas; undefined when it is none. */
export function wholePeople(text: string): number | undefined {
  const clean = text.normalize("NFKC").replace(/[\s,]/g, "");
  return /^\d{1,7}$/.test(clean) ? Number(clean) : undefined;
}

export const sumOf = (typed: TypedSplit, track: HouseholdTrack): number => Object.values(typed).reduce((sum, row) => sum + (wholePeople(row[track]) ?? 0), 0);

/** The action's rows, or undefined while a figure is none. */
export function readSplit(campaign: Campaign, typed: TypedSplit): ActionInput<"splitQuota">["rows"] | undefined {
  const rows = campaign.villages.map(({ code }) => {
    const row = typed[code];
    return { village: code, identify: wholePeople(row?.identify ?? ""), exit: wholePeople(row?.exit ?? ""), reason: row?.reason.trim() ?? "" };
  });
  return rows.every(({ identify, exit }) => identify !== undefined && exit !== undefined) ? (rows as ActionInput<"splitQuota">["rows"]) : undefined;
}
