import { levelOf } from "@domain/areas.ts";
import { HOUSEHOLD_TRACKS, Status, STATUSES, TRACKS } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Card, EmptyState, Page, Table } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf, peopleOf, WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { MOST_LISTED } from "../../data/applications.ts";
import { useAllApplications } from "../../data/service.ts";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import { Pager } from "../../parts/Pager.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { byPlace } from "../../parts/order.ts";
import { Due, householderOf, StatusTags, trackName } from "../../parts/status.tsx";
import { useSearch } from "../../parts/useSearch.ts";
import { villageName, withGroup } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { STAFF_WORDS } from "../../words.ts";
import { HOUSEHOLD_WORDS } from "./words.ts";

const PAGE_ROWS = 50;
const NOTHING = { village: "", status: "", track: "", text: "", sort: "place", page: "1" };
type Filter = typeof NOTHING;

/** Every household of the area, to be found by village, state, list, name, group or receipt number. */
export function Households(_: RoomProps) {
  const { office, campaign } = useDesk();
  const [filter, change] = useSearch(NOTHING);
  const village = levelOf(office.area) === "village" ? office.area : filter.village;
  const live = useAllApplications({ campaign: campaign.id, area: office.area, village });
  return (
    <Page title={say(HOUSEHOLD_WORDS.title)}>
      <Reading live={live}>
        {({ rows, unread }) => (
          <>
            {village === "" && rows.length + unread >= MOST_LISTED && <Alert tone="warning">{say(STAFF_WORDS.tooMany)}</Alert>}
            <Found all={rows} filter={filter} change={change} />
          </>
        )}
      </Reading>
    </Page>
  );
}

function fits(household: Household, { village, status, track, text }: Filter): boolean {
  if (village && household.village !== village) return false;
  if (status && household.status !== status) return false;
  if (track && household.track !== track) return false;
  const wanted = text.trim().toUpperCase();
  if (wanted === "") return true;
  const words = [householderOf(household), household.facts?.groupName, household.receiptNo, household.household];
  return words.some((word) => word?.toUpperCase().includes(wanted));
}

/** The list: sorted once for as long as its households stay the same, not at every key that is typed. */
function Found({ all, filter, change }: Omit<FiltersProps, "rows"> & { all: Household[] }) {
  const { campaign } = useDesk();
  const rows = useMemo(() => all.filter(({ track }) => track !== "village"), [all]);
  const sorted = useMemo(() => [...rows].sort(inOrder(filter.sort)), [rows, filter.sort]);
  const found = useMemo(() => sorted.filter((row) => fits(row, filter)), [sorted, filter]);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(pages, Math.max(1, Number(filter.page) || 1));
  const people = found.reduce((sum, { facts }) => sum + (facts?.memberCount ?? 0), 0);
  const columns = useMemo(() => columnsOf((code) => villageName(campaign, code)), [campaign]);
  if (rows.length === 0 && !filter.village) return <EmptyState title={say(HOUSEHOLD_WORDS.none)}><p>{say(HOUSEHOLD_WORDS.noneLead)}</p></EmptyState>;
  return (
    <>
      <Filters rows={rows} filter={filter} change={(part) => change({ page: "1", ...part })} />
      <p class="soft" role="status">{say({ zh: `共 ${householdsOf(found.length).zh}，${peopleOf(people).zh}`, en: `${householdsOf(found.length).en}, ${peopleOf(people).en}` })}</p>
      {found.length === 0
        ? <EmptyState title={say(HOUSEHOLD_WORDS.noneFits)} />
        : <Card><Table rows={found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)} columns={columns} caption={say(HOUSEHOLD_WORDS.title)} quiet rowKey={({ id }) => id} onPhone="stack" /></Card>}
      <Pager page={page} pages={pages} go={(next) => change({ page: String(next) })} />
    </>
  );
}

type Order = (a: Household, b: Household) => number;

const LAST = Number.MAX_SAFE_INTEGER;

/** The orders of the list; what is not known comes last. */
const ORDERS = {
  place:  { name: HOUSEHOLD_WORDS.byPlace,  order: byPlace },
  due:    { name: HOUSEHOLD_WORDS.byDue,    order: (a, b) => (a.dueAt?.getTime() ?? LAST) - (b.dueAt?.getTime() ?? LAST) },
  income: { name: HOUSEHOLD_WORDS.byIncome, order: (a, b) => (a.facts?.perCapitaNetIncome ?? LAST) - (b.facts?.perCapitaNetIncome ?? LAST) },
  people: { name: HOUSEHOLD_WORDS.byPeople, order: (a, b) => (b.facts?.memberCount ?? 0) - (a.facts?.memberCount ?? 0) },
} as const satisfies Record<string, { name: Bilingual; order: Order }>;
const isOrder = (key: string): key is keyof typeof ORDERS => Object.hasOwn(ORDERS, key);

/** The chosen order; households that are alike in it stand by their place. */
const inOrder = (sort: string): Order => (a, b) => ORDERS[isOrder(sort) ? sort : "place"].order(a, b) || byPlace(a, b);

function columnsOf(nameOfVillage: (code: string) => string): Column<Household>[] {
  return [
    { key: "name", head: say(STAFF_WORDS.householder), names: true, cell: (row) => <HouseholdLink household={row} /> },
    { key: "village", head: say(WORDS.village), cell: ({ village, facts }) => withGroup(nameOfVillage(village), facts?.groupName) },
    { key: "track", head: say(STAFF_WORDS.track), cell: trackName },
    { key: "people", head: say(WORDS.people), align: "end", cell: ({ facts }) => facts?.memberCount ?? "—" },
    { key: "income", head: say({ zh: "人均纯收入（元）", en: "Income per head (yuan)" }), align: "end", cell: ({ facts }) => facts?.perCapitaNetIncome?.toLocaleString("en") ?? "—" },
    { key: "status", head: say(STAFF_WORDS.status), cell: (row) => <StatusTags application={row} /> },
    { key: "due", head: say(STAFF_WORDS.due), cell: ({ dueAt }) => <Due at={dueAt} /> },
  ];
}

type FiltersProps = { rows: Household[]; filter: Filter; change: (part: Partial<Filter>) => void };

function Filters({ rows, filter, change }: FiltersProps) {
  const { campaign, office } = useDesk();
  const many = useMemo(() => countBy(rows), [rows]);
  const statuses = Status.options.filter((status) => many[status]);
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {office.area.length < 12 && (
        <Choice id="filterVillage" label={say(WORDS.village)} all={say(STAFF_WORDS.allVillages)} value={filter.village} pick={(village) => change({ village })}>
          {campaign.villages.map(({ code, name }) => <option key={code} value={code}>{filter.village ? name : `${name}（${many[code] ?? 0}）`}</option>)}
        </Choice>
      )}
      <Choice id="filterStatus" label={say(STAFF_WORDS.status)} all={say(WORDS.all)} value={filter.status} pick={(status) => change({ status })}>
        {statuses.map((status) => <option key={status} value={status}>{`${say(STATUSES[status])}（${many[status]}）`}</option>)}
      </Choice>
      <Choice id="filterTrack" label={say(STAFF_WORDS.track)} all={say(WORDS.all)} value={filter.track} pick={(track) => change({ track })}>
        {HOUSEHOLD_TRACKS.map((track) => <option key={track} value={track}>{`${say(TRACKS[track])}（${many[track] ?? 0}）`}</option>)}
      </Choice>
      <Field id="filterSort" label={say(HOUSEHOLD_WORDS.sort)} required>
        {(aria) => (
          <select {...aria} aria-required={undefined} value={filter.sort} onChange={(event) => change({ sort: event.currentTarget.value })}>
            {Object.entries(ORDERS).map(([key, { name }]) => <option key={key} value={key}>{say(name)}</option>)}
          </select>
        )}
      </Field>
      <Field id="filterText" label={say(HOUSEHOLD_WORDS.text)} required>
        {(aria) => <input {...aria} aria-required={undefined} class="input" type="search" value={filter.text} onInput={(event) => change({ text: event.currentTarget.value })} />}
      </Field>
    </form>
  );
}

/** How many households there are in each village, state and list. */
function countBy(rows: Household[]): Record<string, number> {
  const many: Record<string, number> = {};
  for (const { village, status, track } of rows) for (const key of [village, status, track]) many[key] = (many[key] ?? 0) + 1;
  return many;
}

type ChoiceProps = { id: string; label: string; all: string; value: string; pick: (value: string) => void; children: ComponentChildren };

function Choice({ id, label, all, value, pick, children }: ChoiceProps) {
  return (
    <Field id={id} label={label} required>
      {(aria) => (
        <select {...aria} aria-required={undefined} value={value} onChange={(event) => pick(event.currentTarget.value)}>
          <option value="">{all}</option>
          {children}
        </select>
      )}
    </Field>
  );
}
