import type { ActionType } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import type { Actor } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import { isOfficeAction, OFFICE_ACTIONS } from "@domain/workflow/offices.ts";
import type { Fields } from "./rest.ts";
import { REQUEST_TIME } from "./rest.ts";
import type { Persona, Place } from "./people.ts";
import { AREA } from "./people.ts";

/** What an honest client sends. The matrix sends these; an attack is one of them with something forged. */

export const CAMPAIGN = "campaign-2014";
let made = 0;
/** A client's identifier that no earlier test of this run has used. */
export const newId = (what: string) => `${what}-${process.pid}-${Date.now().toString(36)}-${made++}`;

const uidOf = ({ uid }: Persona) => uid ?? "nobody";

export function draft(persona: Persona, place: Place, track: Track, onBehalf: boolean): Fields {
  const village = AREA[place];
  return {
    campaign: CAMPAIGN,
    track,
    village,
    areas: areasOf(village),
    status: "draft",
    applicant: onBehalf ? null : uidOf(persona),
    createdBy: uidOf(persona),
    createdAt: REQUEST_TIME,
    form: { householder: { name: "测试户" }, members: [{ name: "测试户", relation: "01" }] },
    household: track === "exit" ? `main-${village}0001` : null,
  };
}

/** The area that an action of the type is done in: the campaign's own in the town, every other in the village. */
export function areaOf(type: ActionType, place: Place): string {
  const uponCampaign = isOfficeAction(type) && OFFICE_ACTIONS[type].on === "campaign";
  return uponCampaign ? AREA[place].slice(0, 9) : AREA[place];
}

/** A form that is being filled in after the approval (`applications/{application}/drafts/{kind}`). */
export function formDraft(persona: Persona, place: Place): Fields {
  return { areas: areasOf(AREA[place]), by: uidOf(persona), at: REQUEST_TIME, form: { members: [{ name: "测试户" }] } };
}

export function action(persona: Persona, place: Place, type: ActionType, role: Actor): Fields {
  const area = areaOf(type, place);
  return {
    type,
    campaign: CAMPAIGN,
    area,
    areas: areasOf(area),
    by: uidOf(persona),
    role,
    at: REQUEST_TIME,
    targets: ["application-0001"],
    input: {},
    pending: true,
  };
}

export function evidence(persona: Persona, place: Place): Fields {
  const village = AREA[place];
  return {
    campaign: CAMPAIGN,
    village,
    areas: areasOf(village),
    kind: "house",
    contentType: "image/jpeg",
    data: new Uint8Array([0xff, 0xd8, 0xff]),
    by: uidOf(persona),
    at: REQUEST_TIME,
  };
}
