import type { Campaign } from "@domain/campaign.ts";
import type { AreaCode } from "@domain/areas.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue } from "../../../shared/form/value.ts";

const withoutEmpty = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== 0));

/** A village's application as it begins: what the campaign knows of the village, to be checked. */
export function beginApplication(campaign: Pick<Campaign, "villages">, village: AreaCode): FormValue {
  const known = campaign.villages.find(({ code }) => code === village);
  const { perCapita, collectiveIncomeWan, advance, population = 0, rate = 0 } = known ?? {};
  return {
    ...emptyValue(VILLAGE_APPLICATION),
    village: withoutEmpty({ villageName: known?.name, registeredRuralPopulation: population, poorPopulation: Math.round(population * rate) }),
    standard: { ...withoutEmpty({ perCapitaNetIncome: perCapita, wholeVillageAdvance: advance }), ...(collectiveIncomeWan !== undefined && { collectiveIncomeWan }) },
    pledge: { signedOn: shanghaiDate(new Date()) },
  };
}
