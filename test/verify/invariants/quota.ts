import type { Application } from "@domain/application.ts";
import type { Campaign, Count, VillageProgress } from "@domain/campaign.ts";
import { emptyCounts } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import { committed } from "@domain/quota/split.ts";
import { HOUSEHOLD_TRACKS, Status, Track } from "@domain/status.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";

const NONE: Count = { households: 0, people: 0 };

/** Counts the applications of every village anew, or only those that were told of as late. */
function recount({ applications }: Material, isCounted: (application: Application) => boolean = () => true): Map<string, VillageProgress["counts"]> {
  const villages = new Map<string, VillageProgress["counts"]>();
  for (const application of applications.values()) {
    const { village, track, status, facts } = application;
    if (status === "draft" || !isCounted(application)) continue;
    const counts = villages.get(village) ?? emptyCounts();
    const { households, people } = counts[track][status] ?? NONE;
    counts[track][status] = { households: households + 1, people: people + (facts?.memberCount ?? 0) };
    villages.set(village, counts);
  }
  return villages;
}

function differing(what: string, counts: VillageProgress["counts"], counted = emptyCounts()): string[] {
  return Track.options.flatMap((track) =>
    Status.options.flatMap((status) => {
      const said = counts[track][status] ?? NONE;
      const is = counted[track][status] ?? NONE;
      const same = said.households === is.households && said.people === is.people;
      return same ? [] : [`${what}${track} ${status}: says ${said.households} households, ${said.people} people; there are ${is.households}, ${is.people}`];
    }),
  );
}

/** What a village's counters say, state by state, is what its applications are. */
export function checkCounters(material: Material): Finding {
  const counted = recount(material);
  const told = recount(material, ({ escalated }) => escalated !== null);
  return finding((look) => {
    for (const [code, { counts, late }] of material.villages)
      look.look(paths.village(material.id, code), ...differing("", counts, counted.get(code)), ...differing("late, ", late, told.get(code)));
    for (const code of counted.keys())
      if (!material.villages.has(code))
        look.look(paths.village(material.id, code), "has applications but no counters");
  });
}

/** In hard mode nobody is on a notice, or further, beyond the village's size: recounted, not by the counters. */
export function checkQuota(material: Material): Finding {
  const counted = recount(material);
  if (material.campaign?.quotaMode !== "hard") return { checked: 0, broken: [] };
  return finding((look) => {
    for (const [code, { quota }] of material.villages) {
      const beyond = Track.options.flatMap((track) => {
        const used = committed(counted.get(code) ?? emptyCounts(), track);
        const limit = quota?.[track];
        return limit !== undefined && used > limit
          ? [`${track}: ${used} ${track === "village" ? "villages" : "people"} are listed, the size is ${limit}`]
          : [];
      });
      look.look(paths.village(material.id, code), ...beyond);
    }
  });
}

const sizeOf = ({ quota }: Campaign, track: Track) => (track === "village" ? quota.villages : quota[track]);

/** The split over the villages adds up to the town's figures, to the person (step 1) and to the village (annex 8). */
export function checkSplitExact({ id, campaign, villages }: Material): Finding {
  const shares = [...villages.values()].map(({ quota }) => quota);
  const areMarked = shares.some((share) => share?.village !== undefined);
  if (!campaign || (!campaign.split && !areMarked)) return { checked: 0, broken: [] };
  const split = [...(campaign.split ? HOUSEHOLD_TRACKS : []), ...(areMarked ? (["village"] as const) : [])];
  return finding((look) => {
    const differing = split.flatMap((track) => {
      const without = campaign.villages
        .filter(({ code }) => villages.get(code)?.quota?.[track] === undefined)
        .map(({ code }) => `${code} has no size (${track})`);
      const sum = shares.reduce((all, share) => all + (share?.[track] ?? 0), 0);
      const size = sizeOf(campaign, track);
      return sum === size ? without : [...without, `${track}: the villages add up to ${sum}, the town's size is ${size}`];
    });
    look.look(paths.campaign(id), ...differing);
  });
}
