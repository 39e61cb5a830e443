import "../villages/villages.css";
import type { VillageProgress } from "@domain/campaign.ts";
import { actorsOf } from "@domain/workflow/offices.ts";
import type { Column } from "../../../shared/components.tsx";
import { Button, Card, Page, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import type { KnownFindings } from "../../data/service.ts";
import { useOpenFindings } from "../../data/service.ts";
import { Reading } from "../../parts/Reading.tsx";
import { countsOf } from "../../parts/villageCounts.tsx";
import { useVillage } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { RunProgress } from "./RunProgress.tsx";
import { CHECKABLE } from "./tally.ts";
import { useCheckRun } from "./useCheckRun.ts";
import { VillageTrial } from "./VillageTrial.tsx";
import { TRIAL_WORDS } from "./words.ts";

const RUNNERS: readonly string[] = actorsOf("runChecks");

/** Every check over every record of the campaign; what they ask is answered or corrected, then signed off. */
export function Trial() {
  const { campaign, office } = useDesk();
  const live = useVillages(campaign.id);
  return (
    <Page title={say(TRIAL_WORDS.title)} lead={say(TRIAL_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Desk villages={rows.filter(({ code }) => code.startsWith(office.area))} />}</Reading>
    </Page>
  );
}

type Row = { village: VillageProgress; records: number; withOpen: number; open: number; toSign: number; inService: number };

function rowsOf(villages: readonly VillageProgress[], findings: readonly KnownFindings[]): Row[] {
  const households = countsOf(villages, { track: "identify", statuses: CHECKABLE });
  const poor = countsOf(villages, { track: "village", statuses: CHECKABLE });
  const reported = countsOf(villages, { track: "identify", statuses: ["reported"] });
  const poorReported = countsOf(villages, { track: "village", statuses: ["reported"] });
  const inService = countsOf(villages, { track: "identify", statuses: ["inService"] });
  const poorInService = countsOf(villages, { track: "village", statuses: ["inService"] });
  const sum = (code: string, ...counts: ReadonlyMap<string, number>[]) => counts.reduce((all, one) => all + (one.get(code) ?? 0), 0);
  return villages.map((village) => {
    const own = findings.filter((one) => one.village === village.code);
    return {
      village, records: sum(village.code, households, poor), withOpen: own.length, open: own.reduce((all, { open }) => all + open, 0),
      toSign: sum(village.code, reported, poorReported), inService: sum(village.code, inService, poorInService),
    };
  });
}

function Desk({ villages }: { villages: VillageProgress[] }) {
  const { campaign, office } = useDesk();
  const findings = valueOf(useOpenFindings({ campaign: campaign.id, area: office.area }), { rows: [], unread: 0 }).rows;
  const rows = rowsOf(villages, findings);
  const { village, choose, own } = useVillage(rows.filter(({ records }) => records > 0).map(({ village: { code } }) => ({ village: code })));
  const { run, start, settle, checked, total, underWay } = useCheckRun();
  const mayRun = RUNNERS.includes(office.role) && campaign.status === "open";
  const toCheck = rows.filter(({ records }) => records > 0).map(({ village: { code } }) => code);
  return (
    <>
      <RunProgress run={run} checked={checked} total={total} underWay={underWay} settle={settle} />
      {!own && (
        <Card title={say(TRIAL_WORDS.town)} aside={mayRun && <Button busy={underWay} disabled={toCheck.length === 0} onClick={() => void start(toCheck)}>{say(TRIAL_WORDS.runAll)}</Button>}>
          <Table rows={rows} columns={columnsOf(village, choose)} caption={say(TRIAL_WORDS.town)} quiet rowKey={({ village: { code } }) => code} foot={<Total rows={rows} />} />
        </Card>
      )}
      <VillageTrial key={village} village={village} run={mayRun ? () => void start([village]) : undefined} isRunning={underWay} />
    </>
  );
}

function columnsOf(chosen: string, choose: (code: string) => void): Column<Row>[] {
  const figure = (key: "records" | "withOpen" | "open" | "toSign" | "inService"): Column<Row> => ({
    key, head: say(TRIAL_WORDS[key]), align: "end", cell: (row) => <span class={key === "open" && row.open > 0 ? "late" : undefined}>{row[key]}</span>,
  });
  return [
    {
      key: "name", head: say(WORDS.village), names: true,
      cell: ({ village: { code, name } }) => <button type="button" class="linkButton villageName" aria-pressed={code === chosen} onClick={() => choose(code)}>{name}</button>,
    },
    figure("records"), figure("withOpen"), figure("open"), figure("toSign"), figure("inService"),
  ];
}

function Total({ rows }: { rows: Row[] }) {
  const sum = (key: "records" | "withOpen" | "open" | "toSign" | "inService") => rows.reduce((all, row) => all + row[key], 0);
  return (
    <tr>
      <th scope="row">{say(WORDS.total)}</th>
      {(["records", "withOpen", "open", "toSign", "inService"] as const).map((key) => <td key={key} class="figure" data-label={say(TRIAL_WORDS[key])}>{sum(key)}</td>)}
    </tr>
  );
}
