import "../villages/villages.css";
import type { Status } from "@domain/status.ts";
import { actorsOf } from "@domain/workflow/offices.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { ButtonLink, Card, EmptyState, Facts, Page, Table } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { useStaffNames } from "../../data/names.ts";
import { useVillageApplications, useYears } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { householdColumns } from "../../parts/columns.tsx";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import { Pager } from "../../parts/Pager.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { Due, householderOf, StatusTags, trackName } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { CountedTabs, countsOf } from "../../parts/villageCounts.tsx";
import { useVillage, villageName, withGroup } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { Decide } from "../household/Decide.tsx";
import { membersIn } from "./request.ts";
import { CHANGE_WORDS, decidedBy, kindWords } from "./words.ts";

const WAITING: readonly Status[] = ["changeReview"];
const IN_SERVICE: readonly Status[] = ["inService"];
const ASKERS: readonly string[] = actorsOf("requestChange");

/** Requests of change: those that wait for a decision, and for whoever may ask, the way to a new one. */
export function Changes() {
  const { campaign, office } = useDesk();
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses: WAITING });
  return (
    <Page title={say(CHANGE_WORDS.title)} lead={say(CHANGE_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Waiting rows={[...rows].sort(byUrgency)} />}</Reading>
      {ASKERS.includes(office.role) && campaign.status === "open" && <Ask />}
    </Page>
  );
}

function Waiting({ rows }: { rows: Household[] }) {
  /* One that has just been decided stays, so that its outcome is seen. */
  const [decided, setDecided] = useState<readonly Household[]>([]);
  const shown = [...rows, ...decided.filter((one) => !rows.some(({ id }) => id === one.id))];
  const names = useStaffNames(shown.flatMap(({ request }) => (request ? [request.by] : [])));
  if (shown.length === 0) return <EmptyState title={say(CHANGE_WORDS.none)} />;
  return (
    <>
      <h2 class="listHead">{say(CHANGE_WORDS.waiting)} <span class="count">{rows.length}</span></h2>
      {shown.map((row) => <Request key={row.id} application={row} who={row.request ? names[row.request.by] : undefined} sent={() => setDecided((before) => [...before, row])} isOver={!rows.some(({ id }) => id === row.id)} />)}
    </>
  );
}

type RequestProps = { application: Household; who: string | undefined; sent: () => void; isOver: boolean };
const DECISIONS = (["approve", "return"] as const).map((action) => ({ action, word: CHANGE_WORDS[action], heard: CHANGE_WORDS[action] }));

function Request({ application, who, sent, isOver }: RequestProps) {
  const desk = useDesk();
  const { village, request, facts, dueAt } = application;
  const versions = valueOf(useYears(request?.kind === "split" ? application : undefined, desk.campaign.register), { rows: [], unread: 0 }).rows;
  if (!request) return null;
  const kind = kindWords(request.kind, application.track);
  const members = membersIn(versions);
  const leaving = request.people.map((row) => members.find((member) => member.row === row)?.name ?? "…");
  const off = isOver ? "notNow" : whyNot(application, "approve", desk);
  const where = `${withGroup(villageName(desk.campaign, village), facts?.groupName)} · ${trackName(application)}`;
  return (
    <Card title={<>{say(kind)}{say({ zh: "：", en: ": " })}<HouseholdLink household={application} /></>} aside={!isOver && <StatusTags application={application} />}>
      <p class="soft">{where}</p>
      <p class="quoted">{request.reason}</p>
      <Facts
        rows={[
          ...(request.kind === "split" ? [[say(CHANGE_WORDS.people), leaving.join(say({ zh: "、", en: ", " }))] as const, [say(CHANGE_WORDS.householder), request.householder ?? "—"] as const] : []),
          [say(CHANGE_WORDS.by), `${who ?? ""} ${say(dateTimeOf(request.at))}`],
          [say(CHANGE_WORDS.decides), say(decidedBy(request.kind))],
          ...(dueAt ? [[say({ zh: "办理期限", en: "Due" }), <Due key="due" at={dueAt} />] as const] : []),
        ]}
      />
      <p class="soft">{say(kind.lead)}</p>
      <Decide application={application} name={householderOf(application)} decisions={DECISIONS} off={off} sent={sent} />
    </Card>
  );
}

const PAGE_ROWS = 25;

/** Those in service of a village, each of which a change may be asked for. */
function Ask() {
  const { campaign } = useDesk();
  const villages = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows;
  const [households, poor] = (["identify", "village"] as const).map((track) => countsOf(villages, { track, statuses: IN_SERVICE }));
  const counts = new Map([...(households ?? [])].map(([code, many]) => [code, many + (poor?.get(code) ?? 0)]));
  const { village, choose, own } = useVillage([...counts].flatMap(([code, many]) => (many > 0 ? [{ village: code }] : [])));
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: IN_SERVICE } : undefined);
  return (
    <Card title={say(CHANGE_WORDS.ask)}>
      <p class="soft">{say(CHANGE_WORDS.askLead)}</p>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <Reading live={live}>{({ rows }) => <Choose key={village} rows={[...rows].sort(byUrgency)} />}</Reading>
    </Card>
  );
}

function Choose({ rows }: { rows: Household[] }) {
  const { campaign } = useDesk();
  const [text, setText] = useState("");
  const [page, setPage] = useState(1);
  const wanted = text.trim();
  const found = rows.filter((row) => [householderOf(row), row.facts?.groupName ?? ""].some((word) => word.includes(wanted)));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const at = Math.min(page, pages);
  const { name, people, cause } = householdColumns(campaign.line);
  const doing: Column<Household> = { key: "do", head: "", cell: (row) => <Doing row={row} /> };
  if (rows.length === 0) return <p class="soft">{say(CHANGE_WORDS.askNone)}</p>;
  return (
    <>
      <Field id="changeFind" label={say(CHANGE_WORDS.find)} required>
        {(aria) => <input {...aria} aria-required={undefined} class="input" type="search" value={text} onInput={(event) => (setText(event.currentTarget.value), setPage(1))} />}
      </Field>
      <Table rows={found.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS)} columns={[name, doing, people, cause]} caption={say(CHANGE_WORDS.ask)} quiet rowKey={({ id }) => id} onPhone="stack" />
      <Pager page={at} pages={pages} go={setPage} />
    </>
  );
}

function Doing({ row }: { row: Household }) {
  const off = whyNot(row, "requestChange", useDesk());
  if (off) return <span class="soft wraps">{off === "notNow" ? "" : say(off)}</span>;
  return <ButtonLink href={`/staff/changes/${row.id}`}>{say(CHANGE_WORDS.ask)}<span class="unseen"> {householderOf(row)}</span></ButtonLink>;
}
