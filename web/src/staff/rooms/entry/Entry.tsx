import "../villages/villages.css";
import type { Status } from "@domain/status.ts";
import { EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import type { KnownBatch } from "../../data/service.ts";
import { useBatches, useVillageApplications } from "../../data/service.ts";
import { Reading } from "../../parts/Reading.tsx";
import { CountedTabs, countsOf } from "../../parts/villageCounts.tsx";
import { useVillage } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { BatchList } from "./BatchCard.tsx";
import { Ready } from "./Ready.tsx";
import { Report } from "./Report.tsx";
import { standingOf } from "./sums.ts";
import { ENTRY_WORDS } from "./words.ts";

const STATUSES: readonly Status[] = ["registered", "handbookIssued", "entered", "reported", "inService"];

/** The state from which each track is entered: a village has no handbook. */
export const BEFORE_ENTRY = { identify: "handbookIssued", exit: "handbookIssued", village: "registered" } as const satisfies Record<Household["track"], Status>;

/** From the handbook to the county: export, receipt, entry and report, village by village. */
export function Entry() {
  const { campaign } = useDesk();
  const villages = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows;
  const households = countsOf(villages, { track: "identify", statuses: ["handbookIssued", "entered"] });
  const poor = countsOf(villages, { track: "village", statuses: ["registered", "entered"] });
  const counts = new Map([...households].map(([code, many]) => [code, many + (poor.get(code) ?? 0)]));
  const { village, choose, own } = useVillage([...counts].flatMap(([code, many]) => (many > 0 ? [{ village: code }] : [])));
  return (
    <Page title={say(ENTRY_WORDS.title)} lead={say(ENTRY_WORDS.lead)}>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <OfVillage key={village} village={village} />
    </Page>
  );
}

function OfVillage({ village }: { village: string }) {
  const { campaign } = useDesk();
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: STATUSES } : undefined);
  const batches = useBatches(village ? { campaign: campaign.id, village } : undefined);
  return (
    <Reading live={live}>
      {({ rows }) => <Reading live={batches}>{(known) => <Desk village={village} rows={rows} batches={known.rows} />}</Reading>}
    </Reading>
  );
}

const isReady = ({ track, status, batch }: Household): boolean => status === BEFORE_ENTRY[track] && batch === null;

function Desk({ village, rows, batches }: { village: string; rows: Household[]; batches: KnownBatch[] }) {
  const ready = rows.filter(isReady);
  const entered = rows.filter(({ status }) => status === "entered");
  const standings = batches.map((batch) => ({ batch, standing: standingOf(batch, rows, BEFORE_ENTRY[batch.track]) }));
  const open = standings.filter(({ standing }) => standing.waiting.length > 0);
  const agreed = open.reduce((sum, { standing }) => sum + standing.agreed.length, 0);
  const waiting = open.reduce((sum, { standing }) => sum + standing.waiting.length, 0);
  const isEmpty = ready.length + entered.length + batches.length === 0;
  return (
    <>
      {isEmpty && <EmptyState title={say(ENTRY_WORDS.none)}><p>{say(ENTRY_WORDS.noneLead)}</p></EmptyState>}
      {!isEmpty && (
        <Flow counts={[
          { name: say(ENTRY_WORDS.ready), many: ready.length },
          { name: say(ENTRY_WORDS.inBatch), many: waiting - agreed },
          { name: say(ENTRY_WORDS.agree), many: agreed },
          { name: say(ENTRY_WORDS.entered), many: entered.length },
          { name: say(ENTRY_WORDS.reported), many: rows.filter(({ status }) => status === "reported" || status === "inService").length, isPast: true },
        ]} />
      )}
      {/* Each track goes by itself: a village's sheet is of another kind than the households'. */}
      <Ready village={village} track="identify" rows={ready.filter(({ track }) => track !== "village")} />
      <Ready village={village} track="village" rows={ready.filter(({ track }) => track === "village")} />
      <BatchList village={village} standings={standings} />
      <Report village={village} track="identify" rows={entered.filter(({ track }) => track !== "village")} />
      <Report village={village} track="village" rows={entered.filter(({ track }) => track === "village")} />
    </>
  );
}

/** How many stand at each stage of the entry. */
function Flow({ counts }: { counts: { name: string; many: number; isPast?: true }[] }) {
  return (
    <ol class="flow">
      {counts.map(({ name, many, isPast }) => <li key={name} class={many > 0 && !isPast ? "waits" : undefined}><span class="soft">{name}</span><strong>{many}</strong></li>)}
    </ol>
  );
}
