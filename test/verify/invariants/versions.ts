import type { Application } from "@domain/application.ts";
import { presentMembers } from "@domain/forms/changes.ts";
import { MASKS } from "@domain/forms/masks.ts";
import { paths } from "@domain/paths.ts";
import type { Version } from "@domain/register.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material, Step } from "../material.ts";
import { histories } from "../material.ts";

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

/** The years of which a form was brought: the campaign's with the first, and that of each update. */
function yearsOf({ campaign }: Material, steps: readonly Step[]): number[] {
  const years = steps.flatMap(({ action: { type, input } }) => {
    if (type === "updateYear") return [Number((input as { year: unknown }).year)];
    return type === "completeForm" && campaign ? [campaign.year] : [];
  });
  const first = Math.min(...years);
  return years.length === 0 ? [] : Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at);
}

type Own = { id: string; steps: readonly Step[]; versions: ReadonlyMap<number, Version> };

/** One version of every year from the first form to the last; each by an action that was applied. */
function wrongYears(material: Material, { id, steps, versions }: Own): (string | false)[] {
  const years = yearsOf(material, steps);
  const foreign = [...versions].filter(([year, { application, action, year: said }]) => {
    const by = steps.find(({ actionId }) => actionId === action)?.action.type;
    return application === id && ((by !== "completeForm" && by !== "updateYear") || said !== year);
  });
  return [
    ...years.filter((year) => versions.get(year)?.application !== id).map((year) => `has no version of ${year}`),
    ...foreign.map(([year]) => `its version of ${year} was brought by no action`),
    Math.max(...versions.keys()) > Math.max(...years) && "has a version of a year that has not come",
  ];
}

/** Everybody who is registered has the version of its year, and one of each year before it. */
export function checkVersions(material: Material): Finding {
  const steps = histories(material);
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
        ...wrongYears(material, { id, steps: steps.get(id) ?? [], versions: own }),
      );
    }
  });
}

/** Whoever of a form's people has left since keeps the number behind the form's mask, and it is no longer the application's. */
const numbersOf = (numbers: Readonly<Record<string, string>>, version: Version) => {
  const here = new Set(presentMembers(version).map(({ id }) => `members.${String(id)}.idNo`));
  return Object.entries(numbers).filter(([path]) => !path.startsWith("members.") || here.has(path)).toSorted();
};

/** The numbers behind a form are those that its masks stand for, the application's own, and one each for its people. */
export function checkKept(material: Material): Finding {
  return finding((look) => {
    for (const [id, application] of material.applications) {
      const { track, household, registration, identities } = application;
      const version = standing(material, application);
      if (track !== "identify" || !isRegistered(application) || !registration || !version) continue;
      const path = paths.versionPrivate(paths.household(household ?? ""), registration.year);
      const [ofVersion, own] = [material.numbers.get(path) ?? {}, material.numbers.get(paths.applicationPrivate(id)) ?? {}];
      const numbers = presentMembers(version).map((member) => ({ member, number: ofVersion[`members.${String(member.id)}.idNo`] }));
      const masked = numbers.filter(({ member, number }) => number !== undefined && MASKS.identity?.mask(number) !== member.idNo).length;
      const missing = numbers.filter(({ number }) => number === undefined).length;
      look.look(
        path,
        missing > 0 && `${missing} of its people have no number behind their mask`,
        masked > 0 && `${masked} masks stand for other numbers`,
        JSON.stringify(numbersOf(ofVersion, version)) !== JSON.stringify(Object.entries(own).toSorted()) && "differs from the application's numbers",
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
      const people = presentMembers(version).length;
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
