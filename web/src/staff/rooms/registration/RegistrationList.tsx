import type { Status } from "@domain/status.ts";
import { EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useVillageApplications } from "../../data/service.ts";
import type { FillRoom } from "../../parts/FormsToFill.tsx";
import { FormsToFill } from "../../parts/FormsToFill.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { CountedTabs, useVillageCounts } from "../../parts/villageCounts.tsx";
import { useVillage } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { registrationKey } from "./value.ts";
import { REGISTRATION_WORDS } from "./words.ts";

const TO_FILL: readonly Status[] = ["planned"];
const STATUSES: readonly Status[] = [...TO_FILL, "registered", "handbookIssued", "entered", "reported"];

const ROOM: FillRoom = {
  action: "completeForm",
  address: (id) => `/staff/registration/${id}`,
  keptAt: registrationKey,
  here: REGISTRATION_WORDS.here,
  word: ({ status }) => (status === "planned" ? REGISTRATION_WORDS.begin : REGISTRATION_WORDS.correct),
  waits: ({ status }) => status === "planned",
  withCause: true,
};

/** The registration forms of a village: those to be filled in, and those that may still be corrected. */
export function RegistrationList(_: RoomProps) {
  const { campaign } = useDesk();
  const { counts, rows } = useVillageCounts({ track: "identify", statuses: TO_FILL });
  const { village, choose, own } = useVillage(rows);
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: STATUSES } : undefined);
  return (
    <Page title={say(REGISTRATION_WORDS.listTitle)} lead={say(REGISTRATION_WORDS.lead)}>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <Reading live={live}>{(value) => <Lists rows={value.rows.filter(({ track }) => track === "identify").sort(byUrgency)} />}</Reading>
    </Page>
  );
}

function Lists({ rows }: { rows: Household[] }) {
  const [waiting, done] = [rows.filter(({ status }) => status === "planned"), rows.filter(({ status }) => status !== "planned")];
  return (
    <>
      {waiting.length === 0 && <EmptyState title={say(REGISTRATION_WORDS.none)}><p>{say(REGISTRATION_WORDS.noneLead)}</p></EmptyState>}
      <FormsToFill room={ROOM} title={say(REGISTRATION_WORDS.waiting)} rows={waiting} />
      <FormsToFill room={ROOM} title={say(REGISTRATION_WORDS.done)} lead={say(REGISTRATION_WORDS.doneLead)} rows={done} />
    </>
  );
}
