import "../../service.css";
import { isInside } from "@domain/areas.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { MESSAGES } from "@domain/messages.ts";
import { ROLES } from "@domain/roles.ts";
import type { Status, Track } from "@domain/status.ts";
import { statusOf, Track as Tracks, TRACKS } from "@domain/status.ts";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Card, EmptyState, Page, Table, Tag } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dayOf } from "../../../shared/time.ts";
import { WORDS } from "../../../shared/words.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { isRead, useMessages, useReads } from "../../data/messages.ts";
import { Reading } from "../../parts/Reading.tsx";
import { useSearch } from "../../parts/useSearch.ts";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { STAFF_WORDS } from "../../words.ts";
import { ComplaintsDue } from "./ComplaintsDue.tsx";
import type { BoardRow } from "./standing.ts";
import { boardRows, listOf } from "./standing.ts";
import { BOARD_WORDS } from "./words.ts";

/** Each step by village: what is done, what waits, what is late, with whom and until when; a figure leads to its list. */
export function Board(_: RoomProps) {
  const { office, campaign } = useDesk();
  const live = useVillages(campaign.id);
  return (
    <Page title={say(BOARD_WORDS.title)} lead={say(BOARD_WORDS.lead)}>
      {office.role === "campaignOffice" && <Undelivered />}
      {office.role === "supervisor" && <ComplaintsDue />}
      <Reading live={live}>{({ rows }) => <Standing villages={rows.filter(({ code }) => isInside(code, office.area))} />}</Reading>
    </Page>
  );
}

/** What could not be delivered outwards, told to the office until it has read it. */
function Undelivered() {
  const { uid, office } = useDesk();
  const { rows } = valueOf(useMessages({ uid, ...office }), { rows: [], unread: 0 });
  const reads = useReads(uid);
  const last = rows.find((one) => one.kind === "outwardFailed" && !isRead(reads, one));
  return last ? <Alert tone="error" title={say(MESSAGES.outwardFailed)}>{say(MESSAGES.outwardFailed.text(last.facts))}</Alert> : null;
}

function Standing({ villages }: { villages: readonly VillageProgress[] }) {
  const { campaign } = useDesk();
  const [{ track: wanted, village }, change] = useSearch({ track: "identify", village: "" });
  const track = Tracks.safeParse(wanted).data ?? "identify";
  const chosen = village ? villages.filter(({ code }) => code === village) : villages;
  const all = boardRows(campaign, chosen, track);
  const rows = all.filter(({ waiting, done }) => waiting + done > 0);
  const isOverview = !village && villages.length > 1 && rows.length > 0;
  return (
    <>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <Field id="boardTrack" label={say(BOARD_WORDS.list)} required>
          {(aria) => (
            <select {...aria} aria-required={undefined} value={track} onChange={(event) => change({ track: event.currentTarget.value })}>
              {Tracks.options.map((one) => <option key={one} value={one}>{say(TRACKS[one])}</option>)}
            </select>
          )}
        </Field>
        {villages.length > 1 && (
          <Field id="boardVillage" label={say(WORDS.village)} required>
            {(aria) => (
              <select {...aria} aria-required={undefined} value={village} onChange={(event) => change({ village: event.currentTarget.value })}>
                <option value="">{say(STAFF_WORDS.allVillages)}</option>
                {villages.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
              </select>
            )}
          </Field>
        )}
      </form>
      {isOverview && <ByVillage villages={villages} track={track} choose={(code) => change({ village: code })} />}
      {rows.length === 0
        ? <EmptyState title={say(BOARD_WORDS.none)} />
        : <Card title={say(BOARD_WORDS.byStep)}><Table rows={rows} columns={columnsOf(track, village)} caption={say(BOARD_WORDS.byStep)} quiet rowKey={({ status }) => status} onPhone="stack" /><p class="soft">{say(BOARD_WORDS.lateNote)}</p></Card>}
      {isOverview && <div class="onDesk stepGrid"><Grid villages={villages} states={rows.filter(({ waiting }) => waiting > 0).map(({ status }) => status)} track={track} /></div>}
    </>
  );
}

function columnsOf(track: Track, village: string): Column<BoardRow>[] {
  const names = (holders: BoardRow["holders"]) => holders.map((holder) => say(ROLES[holder])).join(say({ zh: "、", en: ", " }));
  return [
    { key: "step", head: say(BOARD_WORDS.step), names: true, cell: ({ status }) => say(statusOf(track, status)) },
    { key: "done", head: say(BOARD_WORDS.done), align: "end", cell: ({ done }) => done },
    { key: "waiting", head: say(BOARD_WORDS.waiting), align: "end", cell: ({ waiting, status }) => (waiting > 0 ? <Link href={listOf(track, status, village)}>{String(waiting)}</Link> : 0) },
    { key: "late", head: say(BOARD_WORDS.late), align: "end", cell: ({ late }) => (late > 0 ? <span class="late">{late}</span> : 0) },
    { key: "by", head: say(BOARD_WORDS.by), cell: ({ by }) => (by ? say(dayOf(by)) : "—") },
    { key: "owner", head: say(BOARD_WORDS.owner), cell: ({ holders, unowned }) => <>{names(holders)}{unowned.length > 0 && <> <Tag tone="held">{say(BOARD_WORDS.unowned)}{say({ zh: "：", en: ": " })}{names(unowned)}</Tag></>}</> },
  ];
}

/** Every village in one line: what waits there, what is late, whether somebody is missing; its name leads to its states. */
function ByVillage({ villages, track, choose }: { villages: readonly VillageProgress[]; track: Track; choose: (village: string) => void }) {
  const { campaign } = useDesk();
  const sum = (village: VillageProgress, part: "waiting" | "late") => boardRows(campaign, [village], track).filter(({ status }) => status !== "inService").reduce((all, row) => all + row[part], 0);
  const columns: Column<VillageProgress>[] = [
    { key: "village", head: say(WORDS.village), names: true, cell: ({ code, name }) => <button type="button" class="linkButton villageName" onClick={() => choose(code)}>{name}</button> },
    { key: "waiting", head: say(BOARD_WORDS.waiting), align: "end", cell: (village) => sum(village, "waiting") },
    { key: "late", head: say(BOARD_WORDS.late), align: "end", cell: (village) => { const late = sum(village, "late"); return late > 0 ? <span class="late">{late}</span> : 0; } },
    { key: "unowned", head: say(BOARD_WORDS.owner), cell: ({ unowned }) => (unowned.length > 0 ? <Tag tone="held">{say(BOARD_WORDS.unowned)}{say({ zh: "：", en: ": " })}{unowned.map((role) => say(ROLES[role])).join(say({ zh: "、", en: ", " }))}</Tag> : say(BOARD_WORDS.owned)) },
  ];
  return <Card title={say(BOARD_WORDS.byVillage)}><Table rows={[...villages]} columns={columns} caption={say(BOARD_WORDS.byVillage)} quiet rowKey={({ code }) => code} /></Card>;
}

/** Every village beside the states in which somebody waits. */
function Grid({ villages, states, track }: { villages: readonly VillageProgress[]; states: readonly Status[]; track: Track }) {
  const cell = (status: Status) => ({ code, counts, late }: VillageProgress) => {
    const waiting = counts[track][status]?.households ?? 0;
    const over = late[track][status]?.households ?? 0;
    if (waiting === 0) return <span class="soft">—</span>;
    return <><Link href={listOf(track, status, code)}>{String(waiting)}</Link>{over > 0 && <span class="late">{say({ zh: `（${over}）`, en: ` (${over})` })}</span>}</>;
  };
  const columns: Column<VillageProgress>[] = [
    { key: "village", head: say(WORDS.village), names: true, cell: ({ name, unowned }) => <>{name}{unowned.length > 0 && <> <Tag tone="held">{say(BOARD_WORDS.unowned)}</Tag></>}</> },
    ...states.map((status): Column<VillageProgress> => ({ key: status, head: say(statusOf(track, status)), align: "end", cell: cell(status) })),
  ];
  return <Card title={say(BOARD_WORDS.grid)}><Table rows={[...villages]} columns={columns} caption={say(BOARD_WORDS.grid)} quiet rowKey={({ code }) => code} onPhone="stack" /></Card>;
}
