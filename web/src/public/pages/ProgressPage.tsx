import type { Count, VillageProgress } from "@domain/campaign.ts";
import type { Status, Track } from "@domain/status.ts";
import type { Column } from "../../shared/components.tsx";
import { Card, EmptyState, Loading, LoadFailed, Page, Table } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { WORDS } from "../../shared/words.ts";
import { STATUSES, TRACKS } from "lika:tables";
import type { OpenCampaign } from "../data.ts";
import { listVillages } from "../data.ts";
import type { Standing } from "../progress.ts";
import { standingOf, totalOf } from "../progress.ts";
import { PUBLIC } from "../words.ts";

const PARTS = {
  inService: { zh: "已在册帮扶", en: "in service" },
  approved: { zh: "已确定", en: "decided" },
  listed: { zh: "已列入公示名单", en: "listed on a notice" },
  earlier: { zh: "正在调查评议", en: "in survey and appraisal" },
  quota: { zh: "分解规模", en: "size set for the village" },
} as const;

/* Whoever leaves poverty is not helped on: there is nothing in service among exits. */
const PARTS_OF_EXITS = ["approved", "listed", "earlier", "quota"] as const;
const PARTS_OF_POOR = ["inService", ...PARTS_OF_EXITS] as const;

/** How far each village is: for everyone, without a single name. */
export function ProgressPage({ campaign }: { campaign: OpenCampaign }) {
  const villages = useLoaded(() => listVillages(campaign), [campaign.id]);
  return (
    <Page
      title={say(PUBLIC.progress)}
      lead={say({
        zh: "各村受理、公示和确定的户数、人数，随办理随时更新。",
        en: "Households and people received, on notice and decided in each village, kept up to date.",
      })}
    >
      {villages.state === "loading" && <Loading />}
      {villages.state === "failed" && <LoadFailed retry={villages.retry} />}
      {villages.state === "ready" &&
        (villages.value.length === 0 ? (
          <EmptyState title={say({ zh: "还没有进展数据", en: "No figures yet" })} />
        ) : (
          (["identify", "exit"] as const).map((track) => (
            <TrackProgress key={track} track={track} campaign={campaign} villages={villages.value} />
          ))
        ))}
    </Page>
  );
}

type Row = { code: string; name: string; standing: Standing };
type TrackProps = { track: Track; campaign: OpenCampaign; villages: readonly VillageProgress[] };

function TrackProgress({ track, campaign, villages }: TrackProps) {
  const isCommitted = (status: Status) => STATUSES[status].committed;
  const rows: Row[] = villages.map((village) => ({
    code: village.code,
    name: village.name,
    standing: standingOf({ village, track, isCommitted }),
  }));
  const town: Row = {
    code: "",
    name: say({ zh: `${campaign.town.zh}合计`, en: `${campaign.town.en}, total` }),
    standing: totalOf(rows.map(({ standing }) => standing)),
  };
  return (
    <Card title={say(TRACKS[track])}>
      <Legend track={track} />
      <ul class="bars">
        {[town, ...rows].map((row) => (
          <Bar key={row.code} row={row} />
        ))}
      </ul>
      <details class="figures">
        <summary>{say({ zh: "用表格看户数和人数", en: "Households and people as a table" })}</summary>
        <Figures track={track} rows={[...rows, town]} />
      </details>
    </Card>
  );
}

function Legend({ track }: { track: Track }) {
  const parts = track === "exit" ? PARTS_OF_EXITS : PARTS_OF_POOR;
  return (
    <p class="legend">
      {parts.map((part) => (
        <span key={part}>
          <i class={`swatch ${part}`} aria-hidden="true" />
          {say(PARTS[part])}
        </span>
      ))}
    </p>
  );
}

/** People of one village as a bar against its size; what passes the size stands beyond the mark. */
function Bar({ row: { name, code, standing } }: { row: Row }) {
  const { quota, received, earlier, listed, approved, inService } = standing;
  const drawn = earlier.people + listed.people + approved.people;
  const whole = Math.max(quota ?? 0, drawn, 1);
  const width = (people: number) => ({ width: `${(people / whole) * 100}%` });
  const size = quota === null ? PUBLIC_QUOTA_OPEN : { zh: `规模 ${quota} 人`, en: `size ${quota}` };
  const served = inService.people > 0 ? { zh: `（在册帮扶 ${inService.people} 人）`, en: ` (${inService.people} in service)` } : { zh: "", en: "" };
  const words = {
    zh: `已受理 ${received.people} 人，其中已列入公示 ${listed.people} 人、已确定 ${approved.people} 人${served.zh}；${size.zh}`,
    en: `${received.people} people received, of them ${listed.people} listed and ${approved.people} decided${served.en}; ${size.en}`,
  };
  return (
    <li class={code === "" ? "bar town" : "bar"}>
      <span class="barName">{name}</span>
      <span class="barTrack" aria-hidden="true">
        <i class="inService" style={width(inService.people)} />
        <i class="approved" style={width(approved.people - inService.people)} />
        <i class="listed" style={width(listed.people)} />
        <i class="earlier" style={width(earlier.people)} />
        {quota !== null && <b style={{ insetInlineStart: `${(quota / whole) * 100}%` }} />}
      </span>
      <span class="barWords">{say(words)}</span>
    </li>
  );
}

const PUBLIC_QUOTA_OPEN = { zh: "规模尚未分解", en: "size not set yet" };

function Figures({ track, rows }: { track: Track; rows: readonly Row[] }) {
  const count = (part: (standing: Standing) => Count, unit: keyof Count) => (row: Row) =>
    part(row.standing)[unit];
  const pair = (
    key: string,
    head: { zh: string; en: string },
    part: (standing: Standing) => Count,
  ): Column<Row>[] => [
    {
      key: `${key}Households`,
      head: say({ zh: `${head.zh}户数`, en: `${head.en}, households` }),
      cell: count(part, "households"),
      align: "end",
    },
    {
      key: `${key}People`,
      head: say({ zh: `${head.zh}人数`, en: `${head.en}, people` }),
      cell: count(part, "people"),
      align: "end",
    },
  ];
  const columns: Column<Row>[] = [
    { key: "name", head: say(WORDS.village), cell: ({ name }) => name, names: true },
    {
      key: "quota",
      head: say({ zh: "规模人数", en: "Size, people" }),
      cell: ({ standing }) => standing.quota ?? "—",
      align: "end",
    },
    ...pair("received", { zh: "受理", en: "Received" }, ({ received }) => received),
    ...pair("onNotice", { zh: "公示中", en: "On notice" }, ({ onNotice }) => onNotice),
    ...pair("approved", { zh: "已确定", en: "Decided" }, ({ approved }) => approved),
    ...(track === "identify" ? pair("inService", { zh: "在册帮扶", en: "In service" }, ({ inService }) => inService) : []),
  ];
  return (
    <Table
      rows={rows}
      columns={columns}
      caption={say({ zh: `各村${TRACKS[track].zh}进展`, en: `Progress by village: ${TRACKS[track].en}` })}
      rowKey={({ code }) => code || "town"}
    />
  );
}
