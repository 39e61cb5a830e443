import type { ActionInput } from "@domain/actionInputs.ts";
import type { Campaign, VillageProgress } from "@domain/campaign.ts";
import type { ProposedVillage } from "@domain/quota/villages.ts";

/** One village's mark as it is being set. */
export type TypedMark = { poor: boolean; reason: string };
export type TypedMarks = Record<string, TypedMark>;

/** Whether the villages were marked before: each then says so of itself. */
export const isMarked = (villages: readonly Pick<VillageProgress, "quota">[]): boolean => villages.some(({ quota }) => quota?.village !== undefined);

type Known = { proposed: readonly ProposedVillage[]; villages: readonly VillageProgress[]; reasons: Readonly<Record<string, string>> };

/** The marks to begin with: as they were set last, else as proposed. */
export function marksFrom({ proposed, villages, reasons }: Known): TypedMarks {
  const isSet = isMarked(villages);
  const markOf = ({ code, poor }: ProposedVillage) => (isSet ? villages.find((one) => one.code === code)?.quota?.village === 1 : poor);
  return Object.fromEntries(proposed.map((one) => [one.code, { poor: markOf(one), reason: reasons[one.code] ?? "" }]));
}

export const countOf = (typed: TypedMarks): number => Object.values(typed).filter(({ poor }) => poor).length;

/** Villages that are marked otherwise than proposed and of which nobody has said why. */
export function unexplainedIn(typed: TypedMarks, proposed: readonly ProposedVillage[]): string[] {
  return proposed.flatMap(({ code, poor }) => {
    const mark = typed[code];
    return mark && mark.poor !== poor && mark.reason.trim().length < 2 ? [code] : [];
  });
}

/** The action's rows: a reason goes only where it is asked for. */
export function rowsFrom(campaign: Pick<Campaign, "villages">, typed: TypedMarks, proposed: readonly ProposedVillage[]): ActionInput<"splitVillages">["rows"] {
  return campaign.villages.map(({ code }) => {
    const { poor = false, reason = "" } = typed[code] ?? {};
    const isOther = proposed.find((one) => one.code === code)?.poor !== poor;
    return { village: code, poor, reason: isOther ? reason.trim() : "" };
  });
}
