import type { Application } from "@domain/application.ts";
import { MASKS } from "@domain/forms/masks.ts";
import { paths } from "@domain/paths.ts";
import type { Version } from "@domain/register.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";

const REGISTERED = SINCE_APPROVAL.filter((status) => !["approved", "paired", "planned"].includes(status));
export const isRegistered = ({ status }: Application) => REGISTERED.some((one) => one === status);

/** Where an application's yearly versions lie. */
export function homeOf({ campaign }: Material, { track, village, household }: Application): string {
  return track === "village" ? paths.villageRegister(campaign?.register ?? "", village) : paths.household(household ?? "");
}

/** The version that a registered application stands on; undefined where there is none. */
export function standing(material: Material, application: Application): Version | undefined {
  return material.versions.get(homeOf(material, application))?.get(application.registration?.year ?? 0);
}

/** One version of every year from the first to the present one; each by an action that was applied to it. */
function wrongYears({ actions }: Material, id: string, own: ReadonlyMap<number, Version>, present: number): (string | false)[] {
  const mine = [...own].filter(([, { application }]) => application === id);
  const first = Math.min(...mine.map(([year]) => year));
  const missing = Array.from({ length: present - first }, (_, at) => first + at).filter((year) => own.get(year)?.application !== id);
  const foreign = mine.filter(([year, { action, year: said }]) => {
    const by = actions.get(action ?? "");
    const brought = by?.outcome?.targets[id]?.applied && (by.type === "completeForm" || by.type === "updateYear");
    return !brought || said !== year;
  });
  return [
    ...missing.map((year) => `has no version of ${year}`),
    ...foreign.map(([year]) => `its version of ${year} was brought by no action`),
    Math.max(...own.keys()) > present && "has a version of a year that has not come",
  ];
}

/** Everybody who is registered has the version of its year, and one of each year before it. */
export function checkVersions(material: Material): Finding {
  return finding((look) => {
    for (const [id, application] of material.applications) {
      if (!isRegistered(application)) continue;
      const { registration, track, household } = application;
      const own = material.versions.get(homeOf(material, application)) ?? new Map<number, Version>();
      const version = standing(material, application);
      const entry = material.entries.get(household ?? "");
      look.look(
        paths.application(id),
        registration === null && "is registered without a form",
        registration !== null && !version && `has no version of ${registration.year}`,
        version && version.action !== registration?.action && "its version is another action's than it says",
        version && version.application !== id && "its version is another household's",
        track === "identify" && entry?.year !== registration?.year && "its entry names another year",
        ...(registration && version ? wrongYears(material, id, own, registration.year) : []),
      );
    }
  });
}

type Row = { id?: unknown; idNo?: unknown };
const membersOf = ({ form }: Version): Row[] => (form as { members?: Row[] }).members ?? [];

/** The numbers behind a form are those that its masks stand for, the application's own, and one each for its people. */
export function checkKept(material: Material): Finding {
  return finding((look) => {
    for (const [id, application] of material.applications) {
      const { track, household, registration, identities } = application;
      const version = standing(material, application);
      if (track !== "identify" || !isRegistered(application) || !registration || !version) continue;
      const path = paths.versionPrivate(paths.household(household ?? ""), registration.year);
      const [ofVersion, own] = [material.numbers.get(path) ?? {}, material.numbers.get(paths.applicationPrivate(id)) ?? {}];
      const numbers = membersOf(version).map((member) => ({ member, number: ofVersion[`members.${String(member.id)}.idNo`] }));
      const masked = numbers.filter(({ member, number }) => number !== undefined && MASKS.identity?.mask(number) !== member.idNo).length;
      const missing = numbers.filter(({ number }) => number === undefined).length;
      look.look(
        path,
        missing > 0 && `${missing} of its people have no number behind their mask`,
        masked > 0 && `${masked} masks stand for other numbers`,
        JSON.stringify(Object.entries(ofVersion).toSorted()) !== JSON.stringify(Object.entries(own).toSorted()) && "differs from the application's numbers",
        numbers.length !== identities.length && `holds ${numbers.length} people, ${identities.length} are held for the application`,
      );
    }
  });
}

/** Households' forms, applications and entries tell the same number of people; and so, village by village, do the counters. */
export function checkFormSums(material: Material): Finding {
  const sums = new Map<string, number>();
  return finding((look) => {
    for (const [id, application] of material.applications) {
      const version = standing(material, application);
      if (application.track !== "identify" || !isRegistered(application) || !version) continue;
      const people = membersOf(version).length;
      sums.set(application.village, (sums.get(application.village) ?? 0) + people);
      look.look(
        paths.application(id),
        people !== application.facts?.memberCount && `its form has ${people} people, it says ${application.facts?.memberCount}`,
        people !== material.entries.get(application.household ?? "")?.memberCount && "its form and its entry differ in people",
      );
    }
    for (const [code, { counts }] of material.villages) {
      const counted = REGISTERED.reduce((sum, status) => sum + (counts.identify[status]?.people ?? 0), 0);
      look.look(
        paths.village(material.id, code),
        counted !== (sums.get(code) ?? 0) && `counts ${counted} registered people, its forms hold ${sums.get(code) ?? 0}`,
      );
    }
  });
}
