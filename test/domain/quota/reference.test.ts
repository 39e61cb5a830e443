import { emptyCounts } from "@domain/campaign.ts";
import type { Campaign } from "@domain/campaign.ts";
import { committed } from "@domain/quota/split.ts";
import { Status, TRACKS, type Track } from "@domain/status.ts";
import { describe, expect, it } from "vitest";
import { Reference } from "../../model/reference.ts";
import { household, standingAt } from "../workflow/sample.ts";

/** The reference of the random runs (test/model) and the village's counters take up the same of a village's size, in whichever state somebody is. */
describe("what counts against a village's size", () => {
  it.each(Object.keys(TRACKS) as Track[])("is the same for the reference as for the counters, in every state: %s", (track) => {
    for (const status of Status.options) {
      const reference = new Reference({ campaign: {} as Campaign, staff: new Map(), limits: new Map(), entries: [] });
      const one = { ...household(), ...standingAt(track, status), track, status };
      const people = one.facts?.memberCount ?? 0;
      reference.applications.set("one", one);
      const counts = { ...emptyCounts(), [track]: { [status]: { households: 1, people } } };
      expect(reference.used(one), status).toBe(committed(counts, track));
    }
  });
});
