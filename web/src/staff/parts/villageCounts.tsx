import type { AreaCode } from "@domain/areas.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { Status, Track } from "@domain/status.ts";
import { say } from "../../shared/language.tsx";
import { useVillages } from "../data/campaigns.ts";
import { valueOf } from "../data/live.ts";
import { useDesk } from "../session/session.ts";

type Counted = { track: Track; statuses: readonly Status[] };

/** How many of a track stand in certain states in each village, from the villages' own counters: one read a village. */
export function countsOf(villages: readonly VillageProgress[], { track, statuses }: Counted): Map<AreaCode, number> {
  const of = ({ counts }: VillageProgress) => statuses.reduce((sum, status) => sum + (counts[track][status]?.households ?? 0), 0);
  return new Map(villages.map((village) => [village.code, of(village)]));
}

/** The same for the campaign on the desk; also as rows, for `useVillage`. */
export function useVillageCounts(counted: Counted) {
  const { campaign } = useDesk();
  const live = useVillages(campaign.id);
  const counts = countsOf(valueOf(live, { rows: [], unread: 0 }).rows, counted);
  const rows = [...counts].flatMap(([village, many]) => (many > 0 ? [{ village }] : []));
  return { counts, rows, state: live.state };
}

/** How many stand in each village, in whatever state and on whatever list, but for drafts; also as rows, for `useVillage`. */
export function useAllCounts() {
  const { campaign } = useDesk();
  const live = useVillages(campaign.id);
  const { rows: villages } = valueOf(live, { rows: [], unread: 0 });
  const each = Track.options.map((track) => countsOf(villages, { track, statuses: Status.options }));
  const counts = new Map(villages.map(({ code }) => [code, each.reduce((sum, of) => sum + (of.get(code) ?? 0), 0)]));
  return { counts, rows: [...counts].flatMap(([village, many]) => (many > 0 ? [{ village }] : [])), state: live.state };
}

type CountedTabsProps = { counts: ReadonlyMap<AreaCode, number>; village: AreaCode; choose: (code: AreaCode) => void };

/** One button for each village of the campaign, with how many wait there. */
export function CountedTabs({ counts, village, choose }: CountedTabsProps) {
  const { campaign } = useDesk();
  return (
    <div class="villageTabs" role="group" aria-label={say({ zh: "选择村", en: "Choose a village" })}>
      {campaign.villages.map(({ code, name }) => (
        <button key={code} type="button" class="villageTab" aria-pressed={code === village} onClick={() => choose(code)}>
          {name} <span class={(counts.get(code) ?? 0) > 0 ? "count" : "count zero"}>{counts.get(code) ?? 0}</span>
        </button>
      ))}
    </div>
  );
}
