import type { NoticeRow, Notice } from "@domain/notice/notice.ts";
import { ROUNDS } from "@domain/notice/notice.ts";
import type { Track } from "@domain/status.ts";
import { Track as Tracks, TRACKS } from "@domain/status.ts";
import { dateOf } from "../../../shared/time.ts";
import type { Paper } from "../Sheet.tsx";
import { Issuer } from "../Sheet.tsx";
import "../sheet.css";
import "./poster.css";

export type NoticePosterProps = {
  notice: Pick<Notice, "round" | "year" | "villageName" | "townName" | "list" | "opensAt" | "closesAt" | "place" | "phone" | "rehearsal">;
  paper: Extract<Paper, "posterA4" | "posterA3">;
};

/** From so many lines on, two stand beside one another. */
const LONG = 24;

const ABOUT: Record<Track, string> = {
  identify: "拟识别为贫困户的名单",
  exit: "拟脱贫退出的名单",
  village: "拟识别为贫困村的名单",
};

/** A notice as it hangs on the board (domain.md, section 5.5): the list, the period, the phone, and nothing else of anybody. */
export function NoticePoster({ notice, paper }: NoticePosterProps) {
  const { round, year, villageName, townName, list, opensAt, closesAt, place, phone, rehearsal } = notice;
  const tracks = Tracks.options.filter((track) => list.some((row) => row.track === track));
  const isVillages = tracks.includes("village");
  const subject = tracks.map((track) => TRACKS[track].zh).join("、") || TRACKS.identify.zh;
  const level = round === "village" ? `${villageName}村民委员会` : `${townName}人民政府`;
  const done = isVillages ? "村民委员会申请、镇人民政府审核" : round === "village" ? "农户申请、入户调查、村民代表会议民主评议和核实" : "村级公示、镇人民政府审核";
  return (
    <article class={`sheet poster ${paper}`} lang="zh-CN">
      <h2 class="sheetTitle">{`${isVillages ? townName : villageName}${year}年度${subject}名单${isVillages ? "公示" : ROUNDS[round].zh}`}{rehearsal && "（演练）"}</h2>
      <p>根据扶贫开发建档立卡工作方案，经{done}，现将{tracks.map((track) => ABOUT[track]).join("和") || ABOUT.identify}予以公示，接受群众监督。</p>
      <p>公示期自{dateOf(opensAt).zh}起，至{dateOf(closesAt).zh}止。公示期内如有异议，可向{round === "village" ? `${townName}人民政府` : "县扶贫办"}反映，电话：{phone}。反映人的情况予以保密，每一件都有答复。</p>
      {tracks.map((track) => <List key={track} rows={list.filter((row) => row.track === track)} track={track} isNamed={tracks.length > 1} />)}
      <div class="foot">
        <p>张贴地点：{place}</p>
        <Issuer names={[level]} day={dateOf(opensAt).zh} />
      </div>
    </article>
  );
}

type ListProps = { rows: readonly NoticeRow[]; track: Track; isNamed: boolean };

function List({ rows, track, isNamed }: ListProps) {
  const across = rows.length > LONG ? 2 : 1;
  const lines = Array.from({ length: Math.ceil(rows.length / across) }, (_, at) => rows.slice(at * across, (at + 1) * across));
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  const heads = track === "village" ? ["序号", "村名", "总人口数"] : ["序号", "社", "户主姓名", "家庭人口数"];
  const widths = track === "village" ? [2, 6, 4] : across === 2 ? [1.5, 2.7, 4, 2] : [2, 4, 6, 3];
  const columns = Array.from({ length: across }, () => heads).flat();
  return (
    <>
      {isNamed && <h3>{TRACKS[track].zh}</h3>}
      <table class={across === 2 ? "double" : undefined}>
        <colgroup>{Array.from({ length: across }, () => widths).flat().map((width, at) => <col key={at} style={{ width: `${(width * 100) / across / widths.reduce((sum, one) => sum + one, 0)}%` }} />)}</colgroup>
        <thead><tr>{columns.map((head, at) => <th key={at} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => <tr key={line[0]?.serial}>{Array.from({ length: across }, (_, at) => cells(line[at], heads.length))}</tr>)}
        </tbody>
        <tfoot>
          <tr class="total"><th scope="row" colSpan={columns.length}>合计：{rows.length} {track === "village" ? "个村" : "户"}，{people} 人</th></tr>
        </tfoot>
      </table>
    </>
  );
}

function cells(row: NoticeRow | undefined, count: number) {
  const texts = row ? (count === 3 ? [row.serial, row.householder, row.people] : [row.serial, row.group, row.householder, row.people]) : Array.from({ length: count }, () => "");
  return texts.map((text, at) => <td key={`${row?.serial ?? "none"} ${at}`}>{text}</td>);
}
