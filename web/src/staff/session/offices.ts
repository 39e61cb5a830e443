import type { AreaCode, Roles } from "@domain/areas.ts";
import { levelOf } from "@domain/areas.ts";
import type { Campaign } from "@domain/campaign.ts";
import type { StaffRole } from "@domain/roles.ts";
import { StaffRole as Role, ROLES } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";

/** One role for one area: what somebody sits down as. */
export type Office = { role: StaffRole; area: AreaCode };

/** Every office that an account holds, in the order of the roles. */
export function officesOf(roles: Roles): Office[] {
  return Role.options.flatMap((role) => (roles[role] ?? []).map((area) => ({ role, area })));
}

export const officeKey = ({ role, area }: Office): string => `${role}@${area}`;

const LEVEL_WORDS = {
  county:  { zh: "本县", en: "the county" },
  town:    { zh: "本镇", en: "the town" },
  village: { zh: "本村", en: "the village" },
} as const satisfies Record<string, Bilingual>;

/** The name of an area, as the campaign knows it; until that is there, what kind of area it is. */
export function areaName(area: AreaCode, campaign: Campaign | undefined): Bilingual {
  if (campaign?.town.code === area) return campaign.town;
  if (campaign?.county.code === area) return campaign.county;
  const village = campaign?.villages.find(({ code }) => code === area)?.name;
  return village ? { zh: village, en: village } : LEVEL_WORDS[levelOf(area)];
}

/** 拉干村 · 村两委. */
export function officeName({ role, area }: Office, campaign: Campaign | undefined): Bilingual {
  const where = areaName(area, campaign);
  return { zh: `${where.zh} · ${ROLES[role].zh}`, en: `${where.en} · ${ROLES[role].en}` };
}
