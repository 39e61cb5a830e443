import * as z from "zod";
import type { Bilingual } from "./text.ts";

/** Roles that an account of the staff may hold (design.md, section 1). */
export const StaffRole = z.enum([
  "villageCommittee",
  "villageCadre",
  "povertyOfficer",
  "townGovernment",
  "countyOffice",
  "countyLeadingGroup",
  "helper",
  "supportUnit",
  "supervisor",
  "campaignOffice",
]);
export type StaffRole = z.infer<typeof StaffRole>;

/**
 * Everybody who can stand behind an action: the staff, the farmer, the public (an objection) and the clock
 * (the end of a notice). The rules let nobody sign as `public` or `clock`; only functions do.
 */
export const Actor = z.enum([...StaffRole.options, "applicant", "public", "clock"]);
export type Actor = z.infer<typeof Actor>;

export const Level = z.enum(["county", "town", "village"]);
export type Level = z.infer<typeof Level>;

/** Name of each actor, and the levels of area that a claim of the role may name (none: not a staff role). */
export const ROLES = {
  applicant:          { zh: "农户",           en: "applicant",            levels: [] },
  villageCommittee:   { zh: "村两委",         en: "village committee",    levels: ["village"] },
  villageCadre:       { zh: "包村干部",       en: "village cadre",        levels: ["village"] },
  povertyOfficer:     { zh: "镇扶贫专干",     en: "town poverty officer", levels: ["town"] },
  townGovernment:     { zh: "镇政府",         en: "town government",      levels: ["town"] },
  countyOffice:       { zh: "县扶贫办",       en: "county office",        levels: ["county"] },
  countyLeadingGroup: { zh: "县扶贫开发领导小组", en: "county leading group", levels: ["county"] },
  helper:             { zh: "帮扶责任人",     en: "helper",               levels: ["village"] },
  supportUnit:        { zh: "帮扶单位",       en: "support unit",         levels: ["village"] },
  supervisor:         { zh: "监督",           en: "supervisor",           levels: ["town", "county"] },
  campaignOffice:     { zh: "领导小组办公室", en: "campaign office",      levels: ["town", "county"] },
  public:             { zh: "群众",           en: "the public",           levels: [] },
  clock:              { zh: "系统计时",       en: "the clock",            levels: [] },
} as const satisfies Record<Actor, Bilingual & { levels: readonly Level[] }>;

/** Those who check a number against a card or another list, and so may have one shown or printed whole, recorded. */
export const NUMBER_READERS = [
  "villageCommittee", "villageCadre", "povertyOfficer", "townGovernment", "countyOffice",
] as const satisfies readonly StaffRole[];

/** Who fills in forms and keeps them up to date (the plan, steps 5 to 10). */
export const FORM_FILLERS = ["villageCommittee", "povertyOfficer", "villageCadre"] as const satisfies readonly StaffRole[];

/** Staff who read every household of their area; a helper and a support unit see only those they are paired with. */
export const AREA_READERS = [
  "villageCommittee",
  "villageCadre",
  "povertyOfficer",
  "townGovernment",
  "countyOffice",
  "countyLeadingGroup",
  "supervisor",
  "campaignOffice",
] as const satisfies readonly StaffRole[];
