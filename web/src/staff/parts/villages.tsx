import type { AreaCode } from "@domain/areas.ts";
import { levelOf } from "@domain/areas.ts";
import { useRef, useState } from "preact/hooks";
import { say } from "../../shared/language.tsx";
import type { KnownCampaign } from "../data/campaigns.ts";
import { useDesk } from "../session/session.ts";

export const villageName = (campaign: KnownCampaign, code: AreaCode): string =>
  campaign.villages.find((village) => village.code === code)?.name ?? code;

/** A village and a group of it; a village without groups stands in for its own. */
export const withGroup = (village: string, group = ""): string => (group === "" || group === village ? village : `${village} ${group}`);

/**
 * The village on the desk: the office's own, else the one chosen or named in the address, else the first with work.
 * It stays when its work is done, so that one sees what became of it.
 */
export function useVillage(rows: readonly { village: AreaCode }[]): { village: AreaCode; choose: (code: AreaCode) => void; own: boolean } {
  const { office, campaign } = useDesk();
  const [chosen, choose] = useState(() => new URLSearchParams(location.search).get("village") ?? "");
  const first = useRef<AreaCode>(undefined);
  first.current ??= campaign.villages.find(({ code }) => rows.some(({ village }) => village === code))?.code;
  if (levelOf(office.area) === "village") return { village: office.area, choose, own: true };
  return { village: chosen || first.current || campaign.villages[0]?.code || "", choose, own: false };
}

/** For a room that also shows what waits for others: what I can act on where there is any, so that the room opens in a village with work for me. */
export function firstMine<T>(rows: readonly T[], isMine: (row: T) => boolean): readonly T[] {
  const mine = rows.filter(isMine);
  return mine.length > 0 ? mine : rows;
}

type VillageTabsProps = { rows: readonly { village: AreaCode }[]; village: AreaCode; choose: (code: AreaCode) => void };

/** One button for each village that has any of these rows, with how many; where there are none, for every village. */
export function VillageTabs({ rows, village, choose }: VillageTabsProps) {
  const { campaign } = useDesk();
  const many = (code: AreaCode) => rows.filter((row) => row.village === code).length;
  const shown = rows.length === 0 ? campaign.villages : campaign.villages.filter(({ code }) => many(code) > 0 || code === village);
  return (
    <div class="villageTabs" role="group" aria-label={say({ zh: "选择村", en: "Choose a village" })}>
      {shown.map(({ code, name }) => (
        <button key={code} type="button" class="villageTab" aria-pressed={code === village} onClick={() => choose(code)}>
          {name} <span class={many(code) > 0 ? "count" : "count zero"}>{many(code)}</span>
        </button>
      ))}
    </div>
  );
}
