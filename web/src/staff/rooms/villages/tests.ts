import type { Campaign } from "@domain/campaign.ts";
import type { Values } from "@domain/forms/field.ts";
import { isValues } from "@domain/forms/tidy.ts";
import { povertyRateOf } from "@domain/forms/villageApplication.ts";
import { WAN, YUAN } from "@domain/forms/units.ts";
import type { VillageFacts, VillageTest } from "@domain/quota/villages.ts";
import { villageTests } from "@domain/quota/villages.ts";
import { say } from "../../../shared/language.tsx";

const partOf = (form: unknown, key: string): Values => {
  const part: unknown = isValues(form) ? form[key] : undefined;
  return isValues(part) ? part : {};
};

const figure = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const given = (facts: Record<string, number | undefined>): VillageFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

/** What a village's application says of the three tests. The form's rate is in percent, the tests' a share. */
export function factsIn(form: unknown): VillageFacts {
  const standard = partOf(form, "standard");
  const percent = povertyRateOf(partOf(form, "village"));
  return given({
    rate: percent === undefined ? undefined : percent / 100,
    perCapita: figure(standard.perCapitaNetIncome),
    collectiveIncomeWan: figure(standard.collectiveIncomeWan),
  });
}

/** A figure in the unit of its test: percent, yuan, 10,000 yuan. */
export function inUnit(key: VillageTest["key"], value: number): string {
  if (key === "rate") return `${Number((value * 100).toFixed(2))}%`;
  return `${value.toLocaleString("en")} ${say(key === "perCapita" ? YUAN : WAN)}`;
}

/** How a threshold is told: above a rate, below an income, no more than a collective income. */
export const SIGNS = { rate: ">", perCapita: "<", collectiveIncomeWan: "≤" } as const satisfies Record<VillageTest["key"], string>;

/** The three tests of what a village's application says, by the campaign's thresholds. */
export const testsOf = (form: unknown, { villageTests: thresholds }: Pick<Campaign, "villageTests">): VillageTest[] => villageTests(factsIn(form), thresholds);
