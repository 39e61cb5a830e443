import "../../service.css";
import { SINCE_APPROVAL } from "@domain/status.ts";
import { useMemo, useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Card, EmptyState, Page, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dayOf } from "../../../shared/time.ts";
import { householdsOf, peopleOf, WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { usePairings } from "../../data/help.ts";
import { useStaffOf } from "../../data/records.ts";
import { useVillageApplications } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { householdColumns } from "../../parts/columns.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTag } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useTicked } from "../../parts/useTicked.ts";
import { CountedTabs, useVillageCounts } from "../../parts/villageCounts.tsx";
import { useVillage } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { STAFF_WORDS } from "../../words.ts";
import { ChooseHelper } from "./ChooseHelper.tsx";
import type { KnownHelper } from "./helpers.ts";
import { helpersFrom, kindName } from "./helpers.ts";
import { PAIRING_WORDS } from "./words.ts";

const ASSIGNERS: readonly string[] = ["povertyOfficer", "villageCadre"];

/** Every approved household a helper: who has none yet, who helps whom, and how much each helper has. */
export function Pairing(_: RoomProps) {
  const { office } = useDesk();
  const { counts, rows } = useVillageCounts({ track: "identify", statuses: ["approved"] });
  const { village, choose, own } = useVillage(rows);
  return (
    <Page title={say(PAIRING_WORDS.title)} lead={say(ASSIGNERS.includes(office.role) ? PAIRING_WORDS.lead : PAIRING_WORDS.leadRead)}>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <VillageBoard key={village} village={village} />
    </Page>
  );
}

function VillageBoard({ village }: { village: string }) {
  const { campaign } = useDesk();
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: SINCE_APPROVAL } : undefined);
  return <Reading live={live}>{({ rows }) => <Board village={village} rows={rows.filter(({ track }) => track === "identify")} />}</Reading>;
}

function Board({ village, rows }: { village: string; rows: Household[] }) {
  const { campaign, office } = useDesk();
  const pairings = usePairings({ campaign: campaign.id, village });
  const mayPair = ASSIGNERS.includes(office.role) && campaign.status === "open";
  const staff = useStaffOf(mayPair ? office.area : undefined);
  const wanted = new URLSearchParams(location.search).get("household");
  const [chosen, setChosen] = useTicked(`pairing.${campaign.id}.${village}.${wanted ?? ""}`, wanted ? [wanted] : []);
  const [unpaired, paired] = useMemo(() => [rows.filter(({ helper }) => !helper).sort(byUrgency), rows.filter(({ helper }) => helper).sort(byUrgency)], [rows]);
  const helpers = useMemo(
    () => helpersFrom({ pairings: pairings.state === "ready" ? pairings.value.rows : [], accounts: staff.state === "ready" ? staff.value.rows : [], village }),
    [pairings, staff, village],
  );
  const [list, setList] = useState<"unpaired" | "paired">(() => (unpaired.length === 0 || paired.some(({ id }) => id === wanted) ? "paired" : "unpaired"));
  const shown = list === "paired" ? paired : unpaired;
  const show = (next: typeof list) => {
    setList(next);
    setChosen(new Set());
  };
  return (
    <>
      <Lists many={{ unpaired: unpaired.length, paired: paired.length }} list={list} show={show} />
      {shown.length === 0 && <Nothing list={list} />}
      <Households title={say(PAIRING_WORDS[list])} rows={shown} chosen={chosen} choose={setChosen} mayPair={mayPair} />
      {mayPair && rows.length > 0 && (
        <ChooseHelper
          village={village}
          helpers={helpers}
          unread={staff.state === "failed"}
          chosen={shown.filter(({ id }) => chosen.has(id))}
          settled={(applied) => setChosen(new Set([...chosen].filter((id) => !applied.includes(id))))}
        />
      )}
      {!mayPair && helpers.length > 0 && <Load helpers={helpers} />}
    </>
  );
}

type ListName = "unpaired" | "paired";

function Lists({ many, list, show }: { many: Record<ListName, number>; list: ListName; show: (list: ListName) => void }) {
  return (
    <div class="villageTabs" role="group" aria-label={say(PAIRING_WORDS.which)}>
      {(["unpaired", "paired"] as const).map((one) => (
        <button key={one} type="button" class="villageTab" aria-pressed={one === list} onClick={() => show(one)}>
          {say(PAIRING_WORDS[one])} <span class={many[one] > 0 ? "count" : "count zero"}>{many[one]}</span>
        </button>
      ))}
    </div>
  );
}

function Nothing({ list }: { list: ListName }) {
  return list === "paired"
    ? <EmptyState title={say(PAIRING_WORDS.nonePaired)} />
    : <EmptyState title={say(PAIRING_WORDS.allPaired)}><p>{say(PAIRING_WORDS.allPairedLead)}</p></EmptyState>;
}

type HouseholdsProps = { title: string; rows: Household[]; chosen: ReadonlySet<string>; choose: (chosen: ReadonlySet<string>) => void; mayPair: boolean };

function Households({ title, rows, chosen, choose, mayPair }: HouseholdsProps) {
  const desk = useDesk();
  const isPaired = rows.some(({ helper }) => helper !== null);
  const columns = useMemo(() => columnsOf(desk.campaign.line, isPaired), [desk.campaign.line, isPaired]);
  if (rows.length === 0) return null;
  const people = rows.reduce((sum, { facts }) => sum + (facts?.memberCount ?? 0), 0);
  const aside = chosen.size > 0 ? { zh: `已选 ${chosen.size} / ${rows.length} 户`, en: `${chosen.size} of ${rows.length} chosen` } : { zh: `${householdsOf(rows.length).zh}，${peopleOf(people).zh}`, en: `${householdsOf(rows.length).en}, ${peopleOf(people).en}` };
  return (
    <Card title={title} aside={<span class="soft">{say(aside)}</span>}>
      {mayPair
        ? <Checklist rows={rows} columns={columns} caption={title} chosen={chosen} onChange={choose} nameOf={householderOf} isOff={(row) => whyNot(row, "assignHelper", desk) !== undefined} />
        : <Table rows={rows} columns={columns} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />}
    </Card>
  );
}

function columnsOf(line: number, isPaired: boolean): Column<Household>[] {
  const { name, people, cause, income, due } = householdColumns(line);
  if (!isPaired) return [name, people, cause, income, due];
  return [
    name,
    { key: "helper", head: say(PAIRING_WORDS.helper), cell: ({ helper }) => helper && <span class="rowName"><span>{helper.name}</span><span class="soft">{kindName(helper.kind)}</span></span> },
    { key: "since", head: say(PAIRING_WORDS.since), cell: ({ helper }) => helper && say(dayOf(helper.from)) },
    people,
    { key: "status", head: say(STAFF_WORDS.status), cell: (row) => <StatusTag status={row.status} /> },
  ];
}

/** The load of every helper of the village, for whoever only looks. */
function Load({ helpers }: { helpers: KnownHelper[] }) {
  const columns: Column<KnownHelper>[] = [
    { key: "name", head: say(PAIRING_WORDS.helper), names: true, cell: ({ name }) => name },
    { key: "kind", head: say({ zh: "身份", en: "Who they are" }), cell: ({ kind }) => kindName(kind) || "—" },
    { key: "households", head: say(WORDS.households), align: "end", cell: ({ households }) => households },
    { key: "people", head: say(WORDS.people), align: "end", cell: ({ people }) => people },
  ];
  return (
    <Card title={say(PAIRING_WORDS.load)}>
      <Table rows={helpers} columns={columns} caption={say(PAIRING_WORDS.load)} quiet rowKey={({ key }) => key} onPhone="stack" />
    </Card>
  );
}
