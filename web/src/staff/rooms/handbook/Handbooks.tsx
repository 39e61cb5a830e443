import "../../service.css";
import type { Status } from "@domain/status.ts";
import { useMemo, useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Button, ButtonLink, Card, EmptyState, Page, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { go } from "../../../shared/router.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useVillageApplications } from "../../data/service.ts";
import { byHousehold } from "../../parts/order.ts";
import { whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { householdColumns } from "../../parts/columns.tsx";
import { HandbookTag, handbookState } from "../../parts/HandbookTag.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, nameIn } from "../../parts/status.tsx";
import { useTicked } from "../../parts/useTicked.ts";
import { CountedTabs, useVillageCounts } from "../../parts/villageCounts.tsx";
import { useVillage } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { addressOfPrint } from "./address.ts";
import { SigningSession } from "./SigningSession.tsx";
import { BOOK_WORDS } from "./words.ts";

const STATUSES: readonly Status[] = ["registered", "handbookIssued", "entered", "reported", "inService"];
/** The register's number, at the end of the entry's id (register.ts). */
const REGISTER_DIGITS = 16;

/** The handbooks of a village: to print, to hand out, handed out. */
export function Handbooks(_: RoomProps) {
  const { campaign } = useDesk();
  const { counts, rows } = useVillageCounts({ track: "identify", statuses: ["registered"] });
  const { village, choose, own } = useVillage(rows);
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: STATUSES } : undefined);
  return (
    <Page title={say(BOOK_WORDS.title)} lead={say(BOOK_WORDS.lead)}>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <Reading live={live}>{(value) => <VillageBooks key={village} village={village} rows={value.rows.filter(({ track }) => track === "identify")} />}</Reading>
    </Page>
  );
}

function VillageBooks({ village, rows }: { village: string; rows: Household[] }) {
  const sorted = useMemo(() => [...rows].sort(byHousehold), [rows]);
  const of = (...states: string[]) => sorted.filter((row) => states.includes(handbookState(row)));
  if (rows.length === 0) return <EmptyState title={say(BOOK_WORDS.none)}><p>{say(BOOK_WORDS.noneLead)}</p></EmptyState>;
  return (
    <>
      <Books village={village} title={say(BOOK_WORDS.toPrint)} lead={say(BOOK_WORDS.toPrintLead)} rows={of("toPrint", "outdated")} />
      <SigningSession village={village} rows={of("printed")} columns={useColumns()} />
      <Books village={village} title={say(BOOK_WORDS.issued)} rows={of("issued")} isAgain />
    </>
  );
}

function useColumns(): Column<Household>[] {
  const { campaign } = useDesk();
  const columns = householdColumns(campaign.line);
  return [
    columns.name,
    { key: "no", head: say(BOOK_WORDS.no), cell: ({ household }) => <span class="number">{household?.slice(-REGISTER_DIGITS) ?? "—"}</span> },
    columns.people,
    { key: "book", head: say(BOOK_WORDS.state), cell: (row) => <HandbookTag household={row} /> },
  ];
}

type BooksProps = { village: string; title: string; lead?: string; rows: Household[]; isAgain?: boolean };

/** A list of which the books chosen are printed: numbered by an action first, then opened for the printer. */
function Books({ village, title, lead, rows, isAgain = false }: BooksProps) {
  const desk = useDesk();
  const columns = useColumns();
  const [chosen, setChosen] = useTicked(`handbook.${desk.campaign.id}.${village}.${isAgain ? "again" : "first"}`);
  const [sent, setSent] = useState<readonly Household[]>([]);
  const { post, progress, underWay } = usePosting();
  const isOff = (row: Household) => whyNot(row, "printHandbook", desk) !== undefined;
  const mayPrint = desk.campaign.status === "open" && rows.some((row) => !isOff(row));
  const picked = rows.filter(({ id }) => chosen.has(id));
  useOutcome(progress, ({ targets, refused }) => {
    const printed = Object.entries(targets).flatMap(([id, one]) => (one.applied ? [id] : []));
    setChosen(new Set());
    if (printed.length > 0 && refused === 0) go(addressOfPrint(printed));
  });
  const print = () => {
    setSent(picked);
    void post({ type: "printHandbook", area: village, targets: picked.map(({ id }) => id), input: {} });
  };
  const printed = Object.entries(progress?.outcome?.targets ?? {}).flatMap(([id, one]) => (one.applied ? [id] : []));
  if (rows.length === 0 && !progress) return null;
  return (
    <Card title={title} aside={<span class="soft">{say({ zh: picked.length > 0 ? `已选 ${picked.length} / ${rows.length} 户` : `${rows.length} 户`, en: picked.length > 0 ? `${picked.length} of ${rows.length} chosen` : `${rows.length}` })}</span>}>
      {lead && <p class="soft">{lead}</p>}
      <Outcome progress={progress} nameOf={nameIn(sent)} done={() => <ButtonLink href={addressOfPrint(printed)}>{say(BOOK_WORDS.openPrint)}</ButtonLink>} />
      {rows.length > 0 && (mayPrint
        ? <Checklist rows={rows} columns={columns} caption={title} chosen={chosen} onChange={setChosen} nameOf={householderOf} isOff={isOff} />
        : <Table rows={rows} columns={columns} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />)}
      {isAgain && picked.length > 0 && <Alert tone="warning">{say(BOOK_WORDS.againLead)}</Alert>}
      {mayPrint && (
        <div class="buttons">
          <Button kind={isAgain ? "plain" : "primary"} busy={underWay} disabled={picked.length === 0} onClick={print}>
            {say(isAgain ? BOOK_WORDS.again : { zh: `印制所选 ${picked.length} 户的手册`, en: `Print the ${picked.length} chosen` })}
          </Button>
          {isAgain && picked.length > 0 && <ButtonLink href={addressOfPrint(picked.map(({ id }) => id))}>{say(BOOK_WORDS.openPrint)}</ButtonLink>}
        </div>
      )}
    </Card>
  );
}
