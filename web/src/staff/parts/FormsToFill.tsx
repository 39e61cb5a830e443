import type { ActionType } from "@domain/actionInputs.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Column } from "../../shared/components.tsx";
import { ButtonLink, Card, Table, Tag } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useUnsent } from "../actions/outbox.ts";
import type { Household } from "../data/applications.ts";
import { STAGES } from "../actions/words.ts";
import { useOwn } from "../session/own.ts";
import { useDesk } from "../session/session.ts";
import { whyNot } from "./can.ts";
import { householdColumns } from "./columns.tsx";
import { householderOf, StatusTag } from "./status.tsx";

/** What a list of forms is about: the action that sends one, its room, and where this device keeps one that is begun. */
export type FillRoom = {
  action: ActionType;
  address: (id: string) => string;
  keptAt: (id: string) => string;
  /** Says that one is begun on this device. */
  here: Bilingual;
  /** The button of a row, and whether the row waits for it. */
  word: (row: Household) => Bilingual;
  waits: (row: Household) => boolean;
  withCause?: true;
};

type FormsToFillProps = { title: string; lead?: string; rows: Household[]; room: FillRoom };

/** What this device holds of a form: filled in and waiting to be sent, not carried out, or begun. */
function Here({ keptAs, word, unsent }: { keptAs: string; word: Bilingual; unsent: ReturnType<typeof useUnsent> }) {
  const own = useOwn();
  const held = unsent.find(({ parcel }) => parcel.keptAs === keptAs);
  if (held) return <Tag tone={STAGES[held.stage].tone}>{say(STAGES[held.stage])}</Tag>;
  return own.kept(keptAs) === undefined ? null : <Tag tone="running">{say(word)}</Tag>;
}

/** Households with the form that is to be filled in or corrected for each; nothing where there are none. */
export function FormsToFill({ title, lead, rows, room }: FormsToFillProps) {
  const desk = useDesk();
  const columns = householdColumns(desk.campaign.line);
  const unsent = useUnsent();
  if (rows.length === 0) return null;
  const state: Column<Household> = {
    key: "state",
    head: "",
    cell: (row) => (
      <span class="tags">
        <StatusTag status={row.status} track={row.track} />
        <Here keptAs={room.keptAt(row.id)} word={room.here} unsent={unsent} />
      </span>
    ),
  };
  const doing: Column<Household> = {
    key: "do",
    head: "",
    cell: (row) => {
      const off = whyNot(row, room.action, desk);
      if (off) return <span class="soft">{off === "notNow" ? "" : say(off)}</span>;
      return <ButtonLink kind={room.waits(row) ? "primary" : "plain"} href={room.address(row.id)}>{say(room.word(row))}<span class="unseen"> {householderOf(row)}</span></ButtonLink>;
    },
  };
  const shown = [columns.name, doing, state, columns.people, ...(room.withCause ? [columns.cause] : []), columns.due];
  return (
    <Card title={title} aside={<span class="soft">{rows.length}</span>}>
      {lead && <p class="soft">{lead}</p>}
      <Table rows={rows} columns={shown} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />
    </Card>
  );
}
