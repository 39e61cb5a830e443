import { paths } from "@domain/paths.ts";
import type { Complaint } from "@domain/records.ts";
import type { ComponentChildren } from "preact";
import { Card, EmptyState, Facts, Page, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { WithId } from "../../data/convert.ts";
import { useComplaints } from "../../data/records.ts";
import { Reading } from "../../parts/Reading.tsx";
import { Due } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { Sender, SentPhotos } from "../objections/Sender.tsx";
import { OBJECTION_WORDS } from "../objections/words.ts";
import { AnswerComplaint } from "./AnswerComplaint.tsx";
import { COMPLAINT_WORDS } from "./words.ts";

type Row = WithId<Complaint>;

/** The supervisors' desk: complaints about staff, open ones first, by due date. */
export function Complaints(_: RoomProps) {
  const { campaign, office } = useDesk();
  const live = useComplaints({ campaign: campaign.id, area: office.area });
  return (
    <Page title={say(COMPLAINT_WORDS.title)} lead={say(COMPLAINT_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Lists rows={rows} />}</Reading>
    </Page>
  );
}

function Lists({ rows }: { rows: Row[] }) {
  const open = rows.filter(({ status }) => status === "open").sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const answered = rows.filter(({ status }) => status !== "open").sort((a, b) => b.at.getTime() - a.at.getTime());
  if (rows.length === 0) return <EmptyState title={say(COMPLAINT_WORDS.none)}><p>{say(COMPLAINT_WORDS.noneLead)}</p></EmptyState>;
  const part = (name: "open" | "answered", list: Row[]) => [
    <h2 key={name} class="listHead">{say(COMPLAINT_WORDS[name])} <span class={name === "open" ? "count" : "count zero"}>{list.length}</span></h2>,
    ...list.map((row) => <ComplaintCard key={row.id} complaint={row} />),
  ];
  /* One list with keys: a card that moves to the other part keeps what it has to say. */
  return <>{[...part("open", open), ...(answered.length > 0 ? part("answered", answered) : [])]}</>;
}

function ComplaintCard({ complaint }: { complaint: Row }) {
  const { campaign } = useDesk();
  const { id, village, about, text, photos, at, dueAt, level, status, answer } = complaint;
  const isOpen = status === "open";
  const rows: (readonly [string, ComponentChildren])[] = [
    [say(COMPLAINT_WORDS.village), villageName(campaign, village)],
    [say(OBJECTION_WORDS.filed), say(dateTimeOf(at))],
    [say(COMPLAINT_WORDS.level), say(COMPLAINT_WORDS[level])],
    [say(COMPLAINT_WORDS.sender), <Sender key="sender" id={id} label={say(COMPLAINT_WORDS.show)} />],
    ...(isOpen ? [[say(OBJECTION_WORDS.due), <><Due at={dueAt} />{say({ zh: "，", en: ", " })}{say(dateTimeOf(dueAt))}</>] as const] : []),
  ];
  return (
    <Card title={`${say(COMPLAINT_WORDS.about)}${say({ zh: "：", en: ": " })}${about}`} aside={<Tag tone={isOpen ? "waiting" : status === "founded" ? "held" : "ended"}>{say(COMPLAINT_WORDS[status])}</Tag>}>
      <p class="quoted">{text}</p>
      <SentPhotos path={paths.complaint(id)} count={photos} />
      <Facts rows={rows} />
      {answer && (
        <>
          <h3>{say(OBJECTION_WORDS.reasons)}</h3>
          <p class="quoted">{answer.reasons}</p>
          <h3>{say(OBJECTION_WORDS.published)}</h3>
          <p class="quoted">{answer.published}</p>
          <p class="soft">{say(dateTimeOf(answer.at))}</p>
        </>
      )}
      {isOpen && <AnswerComplaint complaint={complaint} />}
    </Card>
  );
}
