import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { Household } from "@domain/register.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";

/** The number is the village's code and a serial that the village has given out; the id is the register's and the number. */
function wrongNumber(
  id: string,
  { no, register, village }: Household,
  { registers }: Material,
): string | false {
  if (no.slice(0, 12) !== village || id !== `${register}-${no}`) return "its number is not its village's";
  return Number(no.slice(12)) >= (registers.get(village)?.nextSerial ?? 1) && "its number was not given out yet";
}

/** Identified and approved, however far it has come since. */
function isRegistered({ track, status }: Application): boolean {
  return track === "identify" && (status === "ended" || SINCE_APPROVAL.some((one) => one === status));
}

/** Each entry that this campaign made stands on an approved application, and each approved application has one entry. */
export function checkEntries(material: Material): Finding {
  const { id: campaign, applications, entries } = material;
  return finding((look) => {
    const numbers = new Map<string, string>();
    for (const [id, entry] of entries) {
      const application = entry.application ? applications.get(entry.application) : undefined;
      const ours = entry.campaign === campaign && entry.application !== null;
      const unknown =
        entry.application !== null && !application && !material.elsewhere.has(entry.application);
      look.look(
        paths.household(id),
        wrongNumber(id, entry, material),
        unknown && "its application does not exist",
        ours &&
          application &&
          !isRegistered(application) &&
          `its application is ${application.status}`,
        ours && application && application.household !== id && "its application names another entry",
        ours &&
          application &&
          application.facts?.memberCount !== entry.memberCount &&
          "its people differ from its application's",
      );
    }
    for (const [id, application] of applications) {
      const { household } = application;
      if (!isRegistered(application)) continue;
      const before = numbers.get(household ?? "");
      numbers.set(household ?? "", id);
      look.look(
        paths.application(id),
        before && `has the same entry as ${paths.application(before)}`,
        entries.get(household ?? "")?.application !== id && "is approved but has no entry of its own",
      );
    }
  });
}

/** What an entry's end must come from: an exit, or the household's own application that a request ended. */
const endOf = ({ reason }: NonNullable<Household["ended"]>) => (reason === "exit" ? "exited" : "ended");

/** An entry ends by the exit that the county approved or by a request of the yearly update; one under way is reserved. */
export function checkEndings({ applications, entries, elsewhere }: Material): Finding {
  return finding((look) => {
    for (const [entryId, { status, ended, exit }] of entries) {
      const by = ended && applications.get(ended.application);
      const reserved = exit ? applications.get(exit) : undefined;
      look.look(
        paths.household(entryId),
        (status === "ended") !== (ended !== null) && "is ended without saying how, or the reverse",
        ended && !by && !elsewhere.has(ended.application) && "ended by an application that does not exist",
        by &&
          (by.status !== endOf(ended) || by.household !== entryId) &&
          "ended by an application that did not end it",
        exit && !reserved && !elsewhere.has(exit) && "is reserved for an exit that does not exist",
        reserved &&
          (reserved.household !== entryId || ["rejected", "withdrawn"].includes(reserved.status)) &&
          "is reserved for an exit that is over",
      );
    }
    for (const [id, { track, status, household }] of applications) {
      if (status === "ended" && track === "identify") {
        const ended = entries.get(household ?? "")?.ended;
        look.look(paths.application(id), ended?.reason !== "exit" && ended?.application !== id && "has ended but its entry goes on");
      }
      if (track !== "exit" || ["draft", "rejected", "withdrawn"].includes(status)) continue;
      const entry = entries.get(household ?? "");
      look.look(
        paths.application(id),
        status === "exited" && entry?.ended?.application !== id && "has exited but its entry goes on",
        status !== "exited" && entry?.exit !== id && "is under way but its entry is not reserved for it",
      );
    }
  });
}
