/** A campaign of its own for each measurement, so that none finds what another left. */
import type { CampaignSettings } from "@domain/campaign.ts";
import { CHECKS } from "@domain/checks/checks.ts";
import type { Period } from "@domain/notice/period.ts";
import { rehearsal, TOWN } from "../../seed/campaign2013.ts";
import { newId } from "../../play/player.ts";
import type { Player } from "../../play/player.ts";

/** Longer than any measurement, so that nothing ends by itself. */
export const LONG: Period = { unit: "calendarDays", count: 7 };

/** Findings are looked for and written, but hold nobody up: a measure cannot wait for a person's answer. */
const NOTHING_BLOCKS = Object.fromEntries(CHECKS.household.map(({ id }) => [id, null]));

/** The town's campaign as a rehearsal, with notices that hang so long. */
export function settingsOf(campaign: string, period: Period): CampaignSettings {
  const findings = { blocks: NOTHING_BLOCKS };
  return { ...rehearsal(campaign, new Date(), 1), notice: { village: period, town: period }, findings };
}

export const newCampaign = (): string => `bench-${newId().toLowerCase()}`;

/** Opens a campaign as the town's office does, by its own action. */
export async function openCampaign(office: Player, period: Period): Promise<string> {
  const campaign = newCampaign();
  const input = { settings: settingsOf(campaign, period), open: true };
  const { applied, problem } = await office.send({
    type: "saveCampaign",
    campaign,
    area: TOWN,
    targets: [campaign],
    input,
  });
  if (applied !== 1) throw new Error(`The campaign was not opened: ${problem?.en ?? "no reason given"}`);
  return campaign;
}
