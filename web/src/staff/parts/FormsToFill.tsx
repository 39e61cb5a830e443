import type { ActionType } from "@domain/actionInputs.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Column } from "../../shared/components.tsx";
import { ButtonLink, Card, Table, Tag } from "../../shared/components.tsx";
import { kept } from "../../shared/kept.ts";
import { say } from "../../shared/language.tsx";
import type { Household } from "../data/applications.ts";
import { useDesk } from "../session/session.ts";
import { whyNot } from "./can.ts";
import { householdColumns } from "./columns.tsx";
import { householderOf, StatusTag } from "./status.tsx";

/** What a list of forms is about: the action that sends one, its room, and where this device keeps one that is begun. */
export type FillRoom = {
  action: ActionType;
  address: (id: string) => string;
  keptAt: (uid: string, id: string) => string;
  /** Says that one is begun on this device. */
  here: Bilingual;
  /** The button of a row, and whether the row waits for it. */
  word: (row: Household) => Bilingual;
  waits: (row: Household) => boolean;
  withCause?: true;
};

type FormsToFillProps = { title: string; lead?: string; rows: Household[]; room: FillRoom };

/** Households with the form that is to be filled in or corrected for each; nothing where there are none. */
export function FormsToFill({ title, lead, rows, room }: FormsToFillProps) {
  const desk = useDesk();
  const columns = householdColumns(desk.campaign.line);
  if (rows.length === 0) return null;
  const state: Column<Household> = {
    key: "state",
    head: "",
    cell: (row) => (
      <span class="tags">
        <StatusTag status={row.status} track={row.track} />
        {kept(room.keptAt(desk.uid, row.id)) !== undefined && <Tag tone="running">{say(room.here)}</Tag>}
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
