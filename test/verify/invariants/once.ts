import type { Application } from "@domain/application.ts";
import { presentMembers } from "@domain/forms/changes.ts";
import { personKey } from "@domain/forms/identityNumber.ts";
import { paths } from "@domain/paths.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";
import { standing } from "./versions.ts";

/** The people of a household in the register by their numbers: those still there by the form that stands, or those it was approved with. */
function peopleOf(material: Material, id: string, application: Application): string[] {
  const version = standing(material, application);
  const { household, registration } = application;
  const path = version && registration ? paths.versionPrivate(paths.household(household ?? ""), registration.year) : paths.applicationPrivate(id);
  const here = version && new Set(presentMembers(version).map((member) => String(member.id)));
  const numbers = Object.entries(material.numbers.get(path) ?? {}).filter(([key]) => {
    const [section, row = "", field] = key.split(".");
    return section === "members" && field === "idNo" && (!here || here.has(row));
  });
  return numbers.map(([, number]) => personKey(number));
}

/** Nobody stands in two households of the register at once, and a household counts just the people that are held for it. */
export function checkOnce(material: Material): Finding {
  const homes = new Map<string, string>();
  return finding((look) => {
    for (const [id, application] of material.applications) {
      const { track, status, facts, identities } = application;
      if (track !== "identify" || !SINCE_APPROVAL.some((one) => one === status)) continue;
      const others = peopleOf(material, id, application).flatMap((person) => {
        const other = homes.get(person);
        homes.set(person, id);
        return other ?? [];
      });
      look.look(
        paths.application(id),
        facts?.memberCount !== identities.length && `counts ${facts?.memberCount} people, ${identities.length} are held for it`,
        ...others.map((other) => `shares a person with ${paths.application(other)}`),
      );
    }
  });
}
