import type { Household as Entry } from "@domain/register.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Button, ButtonLink, Card, EmptyState, Page, Table } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dateOf } from "../../../shared/time.ts";
import { WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { valueOf } from "../../data/live.ts";
import { useRegister } from "../../data/records.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Pager } from "../../parts/Pager.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useVillage, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { STAFF_WORDS } from "../../words.ts";
import { ExitForm } from "./ExitForm.tsx";
import { EXIT_WORDS } from "./words.ts";

type Row = WithId<Entry>;

const PAGE_ROWS = 50;
const DRAFTS = ["draft"] as const;

/** Households of last year's register, each of which can be proposed to leave it. */
export function Exits(_: RoomProps) {
  const { campaign, office } = useDesk();
  const drafts = valueOf(useApplications({ campaign: campaign.id, area: office.area, statuses: DRAFTS }), { rows: [], unread: 0 }).rows;
  const { village, choose, own } = useVillage(drafts);
  const live = useRegister({ register: campaign.register, village });
  return (
    <Page title={say(EXIT_WORDS.title)} lead={say(EXIT_WORDS.lead)}>
      {!own && <VillageTabs rows={[]} village={village} choose={choose} />}
      <Reading live={live}>{({ rows }) => <Register key={village} rows={rows} drafts={drafts} />}</Reading>
    </Page>
  );
}

function Register({ rows, drafts }: { rows: Row[]; drafts: Household[] }) {
  const { campaign } = useDesk();
  const [text, setText] = useState("");
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get("entry") ?? undefined);
  const [done, setDone] = useState<{ name: string; number: string; id: string }>();
  const entry = rows.find(({ id }) => id === chosen);
  const wanted = text.trim();
  const found = rows.filter(({ householder, groupName, no }) => [householder, groupName, no].some((word) => word.includes(wanted))).sort((a, b) => a.no.localeCompare(b.no));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  if (rows.length === 0) return <EmptyState title={say(EXIT_WORDS.none)}><p>{say(EXIT_WORDS.noneLead)}</p></EmptyState>;
  if (entry) {
    const draft = drafts.find(({ household }) => household === entry.id);
    const finish = (id: string, number: string) => {
      setDone({ name: entry.householder, number, id });
      setChosen(undefined);
    };
    return <ExitForm key={entry.id} entry={entry} draft={draft} close={() => setChosen(undefined)} finish={finish} />;
  }
  return (
    <>
      {done && (
        <Alert tone="success" title={done.name}>
          <p>{say(EXIT_WORDS.done)}<strong class="number">{done.number}</strong></p>
          <ButtonLink href={addressOfHousehold(done.id)}>{say(EXIT_WORDS.seeIt)}</ButtonLink>
        </Alert>
      )}
      <Card title={say(EXIT_WORDS.register)} aside={<Tally rows={rows} />}>
        <Field id="exitText" label={say(EXIT_WORDS.text)} required>
          {(aria) => <input {...aria} aria-required={undefined} class="input" type="search" value={text} onInput={(event) => (setText(event.currentTarget.value), setPage(1))} />}
        </Field>
        <Table
          rows={found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)}
          columns={columnsOf(campaign.status === "open" ? setChosen : undefined)}
          caption={say(EXIT_WORDS.register)}
          quiet
          rowKey={({ id }) => id}
          onPhone="stack"
        />
        <Pager page={page} pages={pages} go={setPage} />
      </Card>
    </>
  );
}

function Tally({ rows }: { rows: Row[] }) {
  const proposed = rows.filter(({ exit }) => exit !== null).length;
  return <span class="soft">{`${say(EXIT_WORDS.count)} ${rows.length}${say({ zh: "，", en: ", " })}${say(EXIT_WORDS.proposed)} ${proposed}`}</span>;
}

function columnsOf(choose: ((id: string) => void) | undefined): Column<Row>[] {
  return [
    { key: "name", head: say(STAFF_WORDS.householder), names: true, cell: ({ householder }) => householder },
    { key: "group", head: say(STAFF_WORDS.group), cell: ({ groupName }) => groupName },
    { key: "people", head: say(WORDS.people), align: "end", cell: ({ memberCount }) => memberCount },
    { key: "no", head: say({ zh: "户编号", en: "Register number" }), cell: ({ no }) => <span class="number">{no}</span> },
    { key: "since", head: say(EXIT_WORDS.since), cell: ({ since }) => say(dateOf(since)) },
    {
      key: "do",
      head: "",
      cell: ({ id, exit, householder }) => {
        if (exit) return <Link href={addressOfHousehold(exit)}>{say(EXIT_WORDS.underWay)}</Link>;
        return choose && <Button aria-label={`${say(EXIT_WORDS.propose)} ${householder}`} onClick={() => choose(id)}>{say(EXIT_WORDS.propose)}</Button>;
      },
    },
  ];
}
