import type { Meeting, Vote } from "@domain/actionInputs.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import { CONFIRMERS, MEETING_KINDS } from "@domain/meeting.ts";
import { ROLES } from "@domain/roles.ts";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Button, Card, Facts } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { useAction } from "../../data/actions.ts";
import { useStaffNames } from "../../data/names.ts";
import { whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import { Lasting } from "../../parts/Lasting.tsx";
import { Photo } from "../../parts/Photos.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useExceptions } from "../../parts/useExceptions.ts";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import { VerdictTag } from "../meeting/VoteTable.tsx";
import { METHODS } from "../meeting/words.ts";
import { CONFIRM_WORDS } from "./words.ts";

type MeetingCardProps = { meeting: string; rows: Household[]; busy: boolean; confirm: (targets: readonly Household[]) => void };

/** One record: the meeting, its photos, the votes of the households that it still stands for, and the confirmation. */
export function MeetingCard({ meeting, ...rest }: MeetingCardProps) {
  const live = useAction(meeting);
  return (
    <Reading live={live}>
      {(action) => {
        const read = action ? INPUTS.recordAppraisal.safeParse(action.input).data : undefined;
        return action && read ? <Record id={meeting} by={action.by} meeting={read} {...rest} /> : null;
      }}
    </Reading>
  );
}

type RecordProps = { id: string; by: string; meeting: Meeting } & Omit<MeetingCardProps, "meeting">;

function Record({ id, by, meeting, rows, busy, confirm }: RecordProps) {
  const desk = useDesk();
  const isOff = (row: Household) => whyNot(row, "confirmMeeting", desk) !== undefined;
  const { chosen, choose } = useExceptions(`confirm.${id}`, rows, isOff);
  return (
    <Card title={`${say(MEETING_KINDS[meeting.kind])} ${meeting.heldOn}`} aside={<span class="soft">{say(householdsOf(rows.length))}</span>}>
      <Head by={by} meeting={meeting} rows={rows} />
      <Pictures label={say(CONFIRM_WORDS.sheet)} photos={meeting.attendance} />
      <Pictures label={say(CONFIRM_WORDS.minutes)} photos={meeting.minutes} />
      <section class="meetingPart">
        <h3>{say(CONFIRM_WORDS.votes)}</h3>
        <Checklist rows={rows} columns={columnsOf(meeting, desk)} caption={say(CONFIRM_WORDS.votes)} chosen={chosen} onChange={choose} nameOf={householderOf} isOff={isOff} />
      </section>
      <Alert tone="warning">{say(CONFIRM_WORDS.check)}</Alert>
      <Lasting action="confirmMeeting" />
      <div class="buttons">
        <Button kind="primary" disabled={chosen.size === 0} busy={busy} onClick={() => confirm(rows.filter(({ id }) => chosen.has(id)))}>
          {say({ zh: `与签到表、会议记录一致，确认 ${chosen.size} 户`, en: `It agrees with sheet and minutes: confirm ${chosen.size}` })}
        </Button>
      </div>
    </Card>
  );
}

function Head({ by, meeting, rows }: Pick<RecordProps, "by" | "meeting" | "rows">) {
  const names = useStaffNames([by, ...rows.flatMap(({ appraisal }) => Object.values(appraisal?.confirmedBy ?? {}))]);
  const { heldOn, place, chair, recorder, tellers, method, expected, present, kind, reason } = meeting;
  /* A recusal may leave households of one meeting with other confirmers than the rest. */
  const confirmed = CONFIRMERS.flatMap((role) => [...new Set(rows.flatMap(({ appraisal }) => appraisal?.confirmedBy[role] ?? []))].map((uid) => `${say(ROLES[role])}${names[uid] ? ` ${names[uid]}` : ""}`));
  const list = say({ zh: "、", en: ", " });
  return (
    <Facts
      rows={[
        [say(CONFIRM_WORDS.heldOn), `${heldOn} ${place}`],
        [say(CONFIRM_WORDS.present), say({ zh: `应到 ${expected} 人，实到 ${present} 人`, en: `${present} of ${expected}` })],
        [say(CONFIRM_WORDS.chair), `${chair}${list}${recorder}`],
        [say(CONFIRM_WORDS.tellers), tellers.join(list)],
        [say(CONFIRM_WORDS.method), say(METHODS[method])],
        ...(kind === "regular" ? [] : [[say(CONFIRM_WORDS.reason), reason] as const]),
        [say(CONFIRM_WORDS.recorded), names[by] ?? say(ROLES.villageCommittee)],
        [say(CONFIRM_WORDS.confirmed), confirmed.join(list) || say(CONFIRM_WORDS.nobody)],
      ]}
    />
  );
}

function Pictures({ label, photos }: { label: string; photos: readonly string[] }) {
  if (photos.length === 0) return null;
  return (
    <section class="meetingPart">
      <h3>{label}</h3>
      <div class="photoRow">{photos.map((photo, at) => <Photo key={photo} evidence={photo} name={`${label} ${at + 1}`} />)}</div>
    </section>
  );
}

const NOTHING: Vote = { yes: 0, no: 0, abstain: 0, recused: [] };

function columnsOf({ votes }: Meeting, desk: ReturnType<typeof useDesk>): Column<Household>[] {
  const voteOf = ({ id }: Household) => votes[id] ?? NOTHING;
  const why = (row: Household) => {
    const off = whyNot(row, "confirmMeeting", desk);
    return off && off !== "notNow" ? <span class="soft wraps">{say(off)}</span> : "";
  };
  return [
    { key: "name", head: say(STAFF_WORDS.householder), names: true, cell: (row) => <HouseholdLink household={row} /> },
    ...(["yes", "no", "abstain"] as const).map((key) => ({ key, head: say(CONFIRM_WORDS[key]), align: "end", cell: (row) => voteOf(row)[key] }) satisfies Column<Household>),
    { key: "recused", head: say(CONFIRM_WORDS.recused), cell: (row) => voteOf(row).recused.map(({ name, reason }) => <div key={name} class="wraps">{name}（{reason}）</div>) },
    { key: "result", head: say(CONFIRM_WORDS.result), cell: ({ status }) => <VerdictTag verdict={status === "nominated" ? "nominated" : "notNominated"} /> },
    { key: "why", head: "", cell: why },
  ];
}
