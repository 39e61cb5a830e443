import { levelOf } from "@domain/areas.ts";
import { findCode } from "@domain/forms/codeList.ts";
import { CAUSES } from "@domain/forms/codes2014.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { HOUSEHOLD_TRACKS, Status, statusOf, STATUSES, TRACKS } from "@domain/status.ts";
import { useMemo } from "preact/hooks";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { MOST_LISTED } from "../../data/applications.ts";
import { useAllApplications } from "../../data/service.ts";
import { byPlace } from "../../parts/order.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useSearch } from "../../parts/useSearch.ts";
import { villageName } from "../../parts/villages.tsx";
import { dayInChinese } from "../../print/chinese.ts";
import { HouseholdList } from "../../print/lists/HouseholdList.tsx";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import { Chooser } from "../../parts/Chooser.tsx";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

const ALL = { village: "", track: "", status: "" };

/** A plain list of households, by village, list and state. */
export function ListPrint() {
  const { campaign, office } = useDesk();
  const [filter, change] = useSearch(ALL);
  const village = levelOf(office.area) === "village" ? office.area : filter.village;
  const live = useAllApplications({ campaign: campaign.id, area: office.area, village });
  return (
    <Reading live={live}>
      {({ rows, unread }) => <Chosen rows={rows} filter={filter} change={change} whole={village !== "" || rows.length + unread < MOST_LISTED} />}
    </Reading>
  );
}

type ChosenProps = { rows: readonly Household[]; filter: typeof ALL; change: (part: Partial<typeof ALL>) => void; whole: boolean };

function Chosen({ rows, filter, change, whole }: ChosenProps) {
  const { campaign, office } = useDesk();
  const isOwn = office.area.length === 12;
  const village = isOwn ? office.area : filter.village;
  const households = useMemo(() => rows.filter((row) => HOUSEHOLD_TRACKS.some((track) => track === row.track)), [rows]);
  const found = households
    .filter((row) => (!village || row.village === village) && (!filter.track || row.track === filter.track) && (!filter.status || row.status === filter.status))
    .sort(byPlace);
  const statuses = Status.options.filter((status) => households.some((row) => row.status === status));
  const all = ["", say(WORDS.all)] as const;
  const where = village ? villageName(campaign, village) : "";
  const what = HOUSEHOLD_TRACKS.find((track) => track === filter.track);
  return (
    <PrintFrame
      title={say(PRINT_WORDS.list)}
      tools={
        <div class="filters">
          {!whole && <p class="late">{say(STAFF_WORDS.tooMany)}</p>}
          {!isOwn && <Chooser id="listVillage" label={say(WORDS.village)} value={filter.village} options={[["", say(STAFF_WORDS.allVillages)], ...campaign.villages.map(({ code, name }) => [code, name] as const)]} pick={(value) => change({ village: value })} />}
          <Chooser id="listTrack" label={say(STAFF_WORDS.track)} value={filter.track} options={[all, ...HOUSEHOLD_TRACKS.map((track) => [track, say(TRACKS[track])] as const)]} pick={(value) => change({ track: value })} />
          <Chooser id="listStatus" label={say(STAFF_WORDS.status)} value={filter.status} options={[all, ...statuses.map((status) => [status, say(STATUSES[status])] as const)]} pick={(value) => change({ status: value })} />
        </div>
      }
    >
      <HouseholdList
        title={`${campaign.town.zh}${where}${what ? TRACKS[what].zh : "农户"}名单`}
        head={[`${campaign.year}年度`, dayInChinese(shanghaiDate(new Date()))]}
        isOneVillage={village !== ""}
        rows={found.map((row) => ({
          id: row.id, village: villageName(campaign, row.village), group: row.facts?.groupName ?? "", householder: householderOf(row), people: row.facts?.memberCount ?? null,
          perCapitaNetIncome: row.facts?.perCapitaNetIncome ?? null, cause: findCode(CAUSES, row.facts?.mainCause)?.zh ?? "", track: TRACKS[row.track].zh, status: statusOf(row.track, row.status).zh,
        }))}
      />
    </PrintFrame>
  );
}
