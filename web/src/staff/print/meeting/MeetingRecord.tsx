import type { Meeting, Vote } from "@domain/actionInputs.ts";
import { MEETING_KINDS } from "@domain/meeting.ts";
import type { Actor } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import { TRACKS } from "@domain/status.ts";
import { dayInChinese } from "../chinese.ts";
import { Sheet, Signs } from "../Sheet.tsx";
import "./meeting.css";

export type Appraised = { householder: string; group: string; people: number; track: Track };

export type MeetingRecordProps = {
  /** The input of the action that recorded it (domain.md, section 5.4). */
  meeting: Meeting;
  village: string;
  town: string;
  /** Of each application that was voted on, what the record names; in this order. */
  households: readonly (Appraised & { id: string })[];
  /** Who confirmed the record so far. */
  confirmers: readonly { role: Actor; name: string }[];
};

const METHODS = { secretBallot: "无记名投票", openBallot: "记名投票", showOfHands: "举手表决" } as const satisfies Record<Meeting["method"], string>;
const NOTHING: Vote = { yes: 0, no: 0, abstain: 0, recused: [] };

const percent = (part: number, whole: number): string => (whole > 0 ? `${((part * 100) / whole).toFixed(1)}%` : "");

/** The record of a meeting of the villagers' representatives, with the sheet that those present sign. */
export function MeetingRecord({ meeting, village, town, households, confirmers }: MeetingRecordProps) {
  const { kind, reason, heldOn, place, chair, recorder, tellers, method, expected, present, discussion } = meeting;
  const passed = households.filter(({ id }) => isPassed(meeting.votes[id] ?? NOTHING, present)).length;
  return (
    <Sheet title={<>{town}{village}村民代表会议民主评议记录{kind !== "regular" && <small>（{MEETING_KINDS[kind].zh}）</small>}</>}>
      <table class="plain meetingHead">
        <colgroup><col style={{ width: "16%" }} /><col style={{ width: "34%" }} /><col style={{ width: "16%" }} /><col style={{ width: "34%" }} /></colgroup>
        <tbody>
          <Line cells={[["会议时间", dayInChinese(heldOn)], ["会议地点", place]]} />
          <Line cells={[["主持人", chair], ["记录人", recorder]]} />
          <Line cells={[["应到人数", `${expected} 人`], ["实到人数", `${present} 人（${percent(present, expected)}）`]]} />
          <Line cells={[["表决方式", METHODS[method]], ["监票、计票人", tellers.join("、")]]} />
          {kind !== "regular" && <tr><th scope="row">理由</th><td colSpan={3} class="lines">{reason}</td></tr>}
          <tr><th scope="row">会议议题</th><td colSpan={3} class="start">对申请识别的贫困户和拟退出的脱贫户逐户评议、表决，共 {households.length} 户</td></tr>
          <tr><th scope="row">讨论情况</th><td colSpan={3} class="lines discussion">{discussion}</td></tr>
          <tr><th scope="row">表决结果</th><td colSpan={3} class="start">通过 {passed} 户，未通过 {households.length - passed} 户。赞成票超过实到人数的半数为通过。</td></tr>
        </tbody>
      </table>
      <h3 class="aspect">逐户表决情况</h3>
      <Votes meeting={meeting} households={households} />
      <Recused meeting={meeting} households={households} />
      <Signs places={[["主持人签字"], ["记录人签字"], ["监票、计票人签字"]]} />
      <Signs places={confirmers.map(({ role, name }) => [`${ROLES[role].zh}确认`, name] as const)} />
      <h3 class="aspect">到会村民代表签到</h3>
      <SignIn count={present} />
    </Sheet>
  );
}

function Line({ cells }: { cells: readonly (readonly [string, string])[] }) {
  return <tr>{cells.map(([label, text]) => [<th key={`${label} label`} scope="row">{label}</th>, <td key={label}>{text}</td>])}</tr>;
}

const isPassed = ({ yes }: Vote, present: number): boolean => 2 * yes > present;

function Votes({ meeting: { votes, present }, households }: Pick<MeetingRecordProps, "meeting" | "households">) {
  return (
    <table class="votes">
      <colgroup>{[7, 13, 22, 7, 10, 15, 8, 8, 10].map((width, at) => <col key={at} style={{ width: `${width}%` }} />)}</colgroup>
      <thead><tr>{["序号", "社", "户主姓名", "人口", "名单", "赞成", "反对", "弃权", "结果"].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {households.map(({ id, group, householder, people, track }, at) => {
          const vote = votes[id] ?? NOTHING;
          return (
            <tr key={id}>
              <td>{at + 1}</td><td>{group}</td><td>{householder}</td><td>{people}</td><td>{TRACKS[track].zh}</td>
              <td>{vote.yes}<span class="unitOf">（{percent(vote.yes, present)}）</span></td><td>{vote.no}</td><td>{vote.abstain}</td><td>{isPassed(vote, present) ? "通过" : "未通过"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Recused({ meeting: { votes }, households }: Pick<MeetingRecordProps, "meeting" | "households">) {
  const rows = households.flatMap(({ id, householder }) => (votes[id]?.recused ?? []).map(({ name, reason }) => ({ householder, name, reason })));
  if (rows.length === 0) return <p class="remark">本次会议没有人员回避。</p>;
  return (
    <>
      <h3 class="aspect">回避情况</h3>
      <table>
        <colgroup><col style={{ width: "26%" }} /><col style={{ width: "26%" }} /><col /></colgroup>
        <thead><tr><th scope="col">评议的户</th><th scope="col">回避人</th><th scope="col">回避理由</th></tr></thead>
        <tbody>{rows.map(({ householder, name, reason }, at) => <tr key={at}><td>{householder}</td><td>{name}</td><td class="lines">{reason}</td></tr>)}</tbody>
      </table>
    </>
  );
}

const ACROSS = 4;

/** A numbered place to sign for everybody present. */
function SignIn({ count }: { count: number }) {
  const lines = Array.from({ length: Math.ceil(count / ACROSS) }, (_, line) => Array.from({ length: ACROSS }, (_, at) => line * ACROSS + at + 1));
  return (
    <table class="signIn">
      <tbody>{lines.map((line) => <tr key={line[0]}>{line.map((no) => <td key={no} class="start">{no <= count ? `${no}.` : ""}</td>)}</tr>)}</tbody>
    </table>
  );
}
