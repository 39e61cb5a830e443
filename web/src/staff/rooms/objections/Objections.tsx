import { paths } from "@domain/paths.ts";
import type { Objection } from "@domain/records.ts";
import { ROLES } from "@domain/roles.ts";
import { ANSWERED_BY } from "@domain/records.ts";
import type { ComponentChildren } from "preact";
import { Card, EmptyState, Facts, Page, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { WithId } from "../../data/convert.ts";
import { useStaffNames } from "../../data/names.ts";
import { useObjections } from "../../data/records.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { noticeKind } from "../../parts/noticeKind.ts";
import { Reading } from "../../parts/Reading.tsx";
import { Due } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { Answer } from "./Answer.tsx";
import { Sender, SentPhotos } from "./Sender.tsx";
import { OBJECTION_WORDS } from "./words.ts";

type Row = WithId<Objection>;

/** The desk of whoever answers objections: what is open first, by due date. */
export function Objections(_: RoomProps) {
  const { campaign, office } = useDesk();
  const live = useObjections({ campaign: campaign.id, area: office.area, role: office.role });
  return (
    <Page title={say(OBJECTION_WORDS.title)} lead={say(OBJECTION_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Lists rows={rows} />}</Reading>
    </Page>
  );
}

function Lists({ rows }: { rows: Row[] }) {
  const wanted = new URLSearchParams(location.search).get("household");
  const fitting = wanted ? rows.filter(({ application }) => application === wanted) : rows;
  const open = fitting.filter(({ status }) => status === "open").sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const answered = fitting.filter(({ status }) => status !== "open").sort((a, b) => b.at.getTime() - a.at.getTime());
  if (fitting.length === 0) return <EmptyState title={say(OBJECTION_WORDS.none)}><p>{say(OBJECTION_WORDS.noneLead)}</p></EmptyState>;
  const card = (row: Row) => <ObjectionCard key={row.id} objection={row} />;
  /* One list with keys: a card that moves from the first part to the second keeps what it has to say. */
  return (
    <>
      {[
        <h2 key="open" class="listHead">{say(OBJECTION_WORDS.open)} <span class="count">{open.length}</span></h2>,
        open.length === 0 && <p key="none" class="soft">{say({ zh: "没有等待答复的异议。", en: "None waits for an answer." })}</p>,
        ...open.map(card),
        answered.length > 0 && <h2 key="answered" class="listHead">{say(OBJECTION_WORDS.answered)} <span class="count zero">{answered.length}</span></h2>,
        ...answered.map(card),
      ]}
    </>
  );
}

function ObjectionCard({ objection }: { objection: Row }) {
  const { campaign } = useDesk();
  const { householder, village, round, serial, text, at, dueAt, status, level, escalations, application, notice } = objection;
  const isOpen = status === "open";
  const rows: (readonly [string, ComponentChildren])[] = [
    [say({ zh: "公示", en: "Notice" }), <Link key="notice" href={`/staff/notices/${notice}`}>{`${villageName(campaign, village)} ${say(noticeKind({ ofVillage: householder === villageName(campaign, village), round }))}${say({ zh: `，序号 ${serial}`, en: `, no. ${serial}` })}`}</Link>],
    [say(OBJECTION_WORDS.filed), say(dateTimeOf(at))],
    [say(OBJECTION_WORDS.level), <>{say(ROLES[ANSWERED_BY[level]])}{escalations.length > 0 && <> <Tag tone="held">{say(OBJECTION_WORDS.escalated)}</Tag></>}</>],
    [say(OBJECTION_WORDS.objector), <Sender key="sender" id={objection.id} label={say(OBJECTION_WORDS.showObjector)} />],
    ...(isOpen ? [[say(OBJECTION_WORDS.due), <><Due at={dueAt} />{say({ zh: "，", en: ", " })}{say(dateTimeOf(dueAt))}</>] as const] : []),
  ];
  return (
    <Card title={householder} aside={<span class="tags">{objection.appeals && <Tag tone="running">{say(OBJECTION_WORDS.appealed)}</Tag>}<Tag tone={isOpen ? "waiting" : status === "upheld" ? "held" : "ended"}>{say(OBJECTION_WORDS[isOpen ? "open" : status])}</Tag></span>}>
      <h3>{say(OBJECTION_WORDS.text)}</h3>
      <p class="quoted">{text}</p>
      <SentPhotos path={paths.objection(objection.id)} count={objection.photos} />
      <Facts rows={rows} />
      <p><Link href={addressOfHousehold(application)}>{say(OBJECTION_WORDS.history)}</Link></p>
      <Answered objection={objection} />
      <Answer objection={objection} />
    </Card>
  );
}

function Answered({ objection: { answer } }: { objection: Row }) {
  const names = useStaffNames(answer ? [answer.by] : []);
  if (!answer) return null;
  return (
    <>
      <h3>{say(OBJECTION_WORDS.reasons)}</h3>
      <p class="quoted">{answer.reasons}</p>
      <h3>{say(OBJECTION_WORDS.published)}</h3>
      <p class="quoted">{answer.published}</p>
      <p class="soft">{names[answer.by] ?? ""} {say(dateTimeOf(answer.at))}</p>
    </>
  );
}
