import type { Member } from "../seed/cast.ts";
import { COUNTY, TOWN, VILLAGES } from "../seed/campaign2013.ts";

/** People who are there for the rehearsal alone, beside the town's own (seed/cast.ts). All invented. */
const extra = (key: string, name: string, roles: Member["roles"]): Member => ({
  key,
  name,
  email: `${key}@demo.lika.test`,
  roles,
});

/** Each village's clerk, who applies on the farmers' behalf, so that the committee's head verifies as another person. */
export const clerkOf = (village: string): Member =>
  extra(`clerk${village.slice(-3)}`, "文书小何", { villageCommittee: [village] });

/** Sits in a village's committee and in the town's government: must not review what he published. */
export const doubled = (village: string): Member =>
  extra(`doubled${village.slice(-3)}`, "两头兼职的许某", {
    villageCommittee: [village],
    townGovernment: [TOWN],
  });

/** Reviewed in town, then moved to the county's office: must not review the same households again. */
export const CLIMBED: Member = extra("climbed", "调到县里的曹某", {
  townGovernment: [TOWN],
  countyOffice: [COUNTY],
});

export const EXTRAS: readonly Member[] = [
  ...VILLAGES.flatMap(({ code }) => [clerkOf(code), doubled(code)]),
  CLIMBED,
];
