import type { StaffRole } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { ButtonLink, Card, EmptyState, Loading, Page, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useLoaded } from "../../../shared/loaded.ts";
import { householdsOf } from "../../../shared/words.ts";
import { useApplications, useQuestioned } from "../../data/applications.ts";
import { useNotices, useObjections } from "../../data/records.ts";
import { valueOf } from "../../data/live.ts";
import { AlongLink, InstallHint } from "../../parts/AlongLink.tsx";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { Due, StatusTags, trackName } from "../../parts/status.tsx";
import { isLate } from "../../parts/urgency.ts";
import { villageName } from "../../parts/villages.tsx";
import { areaName } from "../../session/offices.ts";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { TASK_WORDS } from "./words.ts";
import type { TaskList } from "./tasks.ts";
import { listTasks, statusesOf } from "./tasks.ts";
import { EscalatedCard, useEscalatedToMe } from "./EscalatedCard.tsx";
import { FirstVisit } from "./FirstVisit.tsx";
import { HelperTasks } from "./HelperTasks.tsx";

/** So many households of each list are shown here; the rest is in the list's room. */
const SHOWN = 5;

/** What waits for me: returned first, then overdue, then by due date. */
export function Tasks(_: RoomProps) {
  const { uid, office, campaign } = useDesk();
  const statuses = useMemo(() => statusesOf(office.role), [office.role]);
  const isHelper = office.role === "helper" || office.role === "supportUnit";
  const live = useApplications(!isHelper && statuses.length > 0 ? { campaign: campaign.id, area: office.area, statuses } : undefined);
  const lead = say({ zh: `${areaName(office.area, campaign).zh} · ${ROLES[office.role].zh}`, en: `${ROLES[office.role].en}, ${areaName(office.area, campaign).en}` });
  return (
    <Page title={say(TASK_WORDS.title)} lead={lead} aside={<AlongLink />}>
      <InstallHint />
      <FirstVisit key={office.role} />
      {isHelper && <HelperTasks />}
      {!isHelper && (statuses.length === 0 ? <OtherTasks lists={[]} /> : <Reading live={live}>{({ rows }) => <OtherTasks lists={listTasks(office.role, rows, uid)} />}</Reading>)}
    </Page>
  );
}

function OtherTasks({ lists: held }: { lists: TaskList[] }) {
  const others = useOtherTasks();
  const desk = useDesk();
  const { campaign, office } = desk;
  const loaded = useLoaded(() => import("./questions.ts"), []);
  const questions = loaded.state === "ready" ? loaded.value : undefined;
  const asks = campaign.status === "open" && (questions?.isAsked(office.role) ?? false);
  const asked = useQuestioned(asks ? { campaign: campaign.id, area: office.area } : undefined);
  const lists = [...(questions?.listQuestions(desk, valueOf(asked, { rows: [], unread: 0 }).rows) ?? []), ...held];
  const isLooking = loaded.state === "loading" || (asks && asked.state === "loading");
  if (isLooking && lists.length === 0) return <Loading />;
  if (lists.length === 0 && others.first.length + others.last.length === 0) return <Nothing />;
  return (
    <>
      <Summary lists={lists} held={held} others={others} />
      <div class="taskGrid">
        {others.first}
        {lists.map((list) => <TaskCard key={list.key} list={list} waiting={questions?.countHeld(desk, list) ?? 0} />)}
        {others.last}
      </div>
      {isLooking && <Loading />}
    </>
  );
}

function Nothing() {
  return (
    <EmptyState title={say(TASK_WORDS.nothing)}>
      <p>{say(TASK_WORDS.nothingLead)}</p>
      <ButtonLink href="/staff/households">{say(TASK_WORDS.toHouseholds)}</ButtonLink>
    </EmptyState>
  );
}

/** The sum of the cards; what is late below is told by its own card, for others hold it. */
function Summary({ lists, held, others }: { lists: TaskList[]; held: TaskList[]; others: { many: number; late: number } }) {
  /* A household that is asked something may wait for its step as well: it is late, or returned, once. */
  const all = held.flatMap(({ rows }) => rows);
  const many = lists.flatMap(({ rows }) => rows).length + others.many;
  const figures = [
    { name: TASK_WORDS.waiting, many, alarm: false },
    { name: TASK_WORDS.returned, many: all.filter(({ returned }) => returned !== null).length, alarm: true },
    { name: TASK_WORDS.late, many: all.filter((one) => isLate(one)).length + others.late, alarm: true },
  ];
  if (many === 0) return null;
  return (
    <dl class="figures">
      {figures.map(({ name, many, alarm }) => (
        <div key={name.zh} class={alarm && many > 0 ? "alarm" : undefined}>
          <dt>{say(name)}</dt>
          <dd>{many}</dd>
        </div>
      ))}
    </dl>
  );
}

const villagesOf = (many: number): Bilingual => ({ zh: `${many} 个村`, en: many === 1 ? "1 village" : `${many} villages` });

/** `waiting`: so many of them cannot be dealt with before the checks are answered. */
function TaskCard({ list: { name, room, villages, rows }, waiting }: { list: TaskList; waiting: number }) {
  const { campaign, office } = useDesk();
  const byVillage = Map.groupBy(rows, ({ village }) => village);
  const many = say(villages ? villagesOf(rows.length) : householdsOf(rows.length));
  return (
    <Card title={say(name)} aside={<Tag tone={rows.some((row) => isLate(row)) ? "held" : "waiting"}>{many}</Tag>}>
      <ul class="taskRows">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <span class="taskName"><HouseholdLink household={row} /> <span class="soft">{villageName(campaign, row.village)} · {trackName(row)}</span></span>
            <span class="taskState"><StatusTags application={row} /> <Due at={row.dueAt} /></span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p class="soft">{say({ zh: `另有 ${rows.length - SHOWN} ${villages ? "个村" : "户"}`, en: `and ${rows.length - SHOWN} more` })}</p>}
      {waiting > 0 && <p class="late">{say({ zh: `其中 ${waiting} ${villages ? "个村" : "户"}有疑点没有答复，答复前不能办理`, en: `${waiting} of them wait until a question of the checks is answered` })}</p>}
      {office.area.length < 12 && byVillage.size > 1 && (
        <p class="soft">{[...byVillage].map(([code, own]) => `${villageName(campaign, code)} ${own.length}`).join(say({ zh: "、", en: ", " }))}</p>
      )}
      <div class="buttons"><ButtonLink kind="primary" href={`/staff/${room}`}>{say({ zh: `去办理（${many}）`, en: `Go (${many})` })}</ButtonLink></div>
    </Card>
  );
}

const PUBLISHES: Partial<Record<StaffRole, "village" | "town">> = { villageCommittee: "village", povertyOfficer: "town" };

/** What waits beside households: objections to answer, boards to photograph, the campaign's own steps. */
function useOtherTasks(): { first: ComponentChildren[]; last: ComponentChildren[]; many: number; late: number } {
  const { office, campaign } = useDesk();
  const { role, area } = office;
  const place = { campaign: campaign.id, area };
  const objections = valueOf(useObjections({ ...place, role }), { rows: [], unread: 0 }).rows.filter(({ status }) => status === "open");
  const round = PUBLISHES[role];
  const notices = valueOf(useNotices(round ? place : undefined), { rows: [], unread: 0 }).rows;
  const boards = notices.filter((notice) => notice.round === round && notice.status === "closed" && notice.boardPhotos.length < 2);
  const passed = useEscalatedToMe();
  const late = objections.filter(({ dueAt }) => dueAt < new Date()).length;
  const splits = role === "povertyOfficer" || role === "campaignOffice";
  const first = [
    passed.length > 0 && <EscalatedCard key="escalated" rows={passed} />,
    objections.length > 0 && <OtherCard key="objections" title={TASK_WORDS.objections} many={objections.length} late={late} room="objections" lead={TASK_WORDS.objectionsLead} />,
    role === "campaignOffice" && campaign.status === "preparing" && <OtherCard key="open" title={TASK_WORDS.open} room="campaign" lead={TASK_WORDS.openLead} />,
    splits && campaign.status === "open" && !campaign.split && <OtherCard key="split" title={TASK_WORDS.split} room="quota" lead={TASK_WORDS.splitLead} />,
  ];
  const last = boards.length > 0 ? [<OtherCard key="boards" title={TASK_WORDS.boards} many={boards.length} room="notices" lead={TASK_WORDS.boardsLead} />] : [];
  return { first: first.filter(Boolean), last, many: objections.length + boards.length, late };
}

type OtherCardProps = { title: { zh: string; en: string }; lead: { zh: string; en: string }; room: string; many?: number; late?: number };

function OtherCard({ title, lead, room, many, late = 0 }: OtherCardProps) {
  return (
    <Card title={say(title)} aside={many !== undefined && <Tag tone={late > 0 ? "held" : "waiting"}>{many}</Tag>}>
      <p>{say(lead)}</p>
      {late > 0 && <p class="late">{say({ zh: `其中 ${late} 件已超期`, en: `${late} of them late` })}</p>}
      <div class="buttons"><ButtonLink kind="primary" href={`/staff/${room}`}>{say({ zh: "去办理", en: "Go" })}</ButtonLink></div>
    </Card>
  );
}
