import type { ActionInput } from "@domain/actionInputs.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { committed } from "@domain/quota/split.ts";
import type { Status, Track } from "@domain/status.ts";
import { HOUSEHOLD_TRACKS, TRACKS } from "@domain/status.ts";
import { useState } from "preact/hooks";
import { Alert, ButtonLink, Card, EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf, peopleOf } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { useKept } from "../../parts/useKept.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { OpenQuestions } from "../../parts/OpenQuestions.tsx";
import { whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { householdColumns } from "../../parts/columns.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, nameIn } from "../../parts/status.tsx";
import { useVillage, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { isReason, LeftOff } from "./LeftOff.tsx";
import { NoticeDetails, NoticeEnd } from "./NoticeDetails.tsx";
import { QuotaBar } from "./QuotaBar.tsx";
import { inListOrder, passedOver, peopleIn, ranked, withinSize } from "./rank.ts";
import { PoorVillageNotice } from "./PoorVillageNotice.tsx";
import { PUBLISH_WORDS } from "./words.ts";

/** The village's first notice, or the town's second: who is on it, where it hangs, and the preview before it opens. */
export function Publish(_: RoomProps) {
  const { campaign, office } = useDesk();
  const isTown = office.role === "povertyOfficer";
  const statuses: readonly Status[] = [isTown ? "townApproved" : "verified"];
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses });
  return (
    <Page title={say(isTown ? PUBLISH_WORDS.second : PUBLISH_WORDS.first)} lead={say(isTown ? PUBLISH_WORDS.secondLead : PUBLISH_WORDS.firstLead)}>
      <Reading live={live}>{({ rows }) => <Villages rows={rows} />}</Reading>
    </Page>
  );
}

function Villages({ rows }: { rows: Household[] }) {
  const { village, choose, own } = useVillage(rows);
  return (
    <>
      {!own && <VillageTabs rows={rows} village={village} choose={choose} />}
      <PoorVillageNotice key={`poor ${village}`} village={village} application={rows.find((row) => row.village === village && row.track === "village")} />
      <VillageNotice key={village} village={village} rows={rows.filter((row) => row.village === village && row.track !== "village")} isAlone={!rows.some((row) => row.village === village && row.track === "village")} />
    </>
  );
}

type Sizes = Record<Track, { limit: number; listed: number } | undefined>;

/** The village's size and how much of it is used; none on the second notice, whose households count already. */
function sizesOf(progress: VillageProgress | undefined, isCounted: boolean): Sizes {
  const of = (track: Track) => {
    const limit = progress?.quota?.[track];
    return isCounted && limit !== undefined ? { limit, listed: progress ? committed(progress.counts, track) : 0 } : undefined;
  };
  return { identify: of("identify"), exit: of("exit"), village: of("village") };
}

function VillageNotice({ village, rows, isAlone }: { village: string; rows: Household[]; isAlone: boolean }) {
  const desk = useDesk();
  const { campaign, office } = desk;
  const isFirst = office.role === "villageCommittee";
  const counts = isFirst && campaign.quotaMode !== "off";
  const progress = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows.find(({ id }) => id === village);
  const sizes = sizesOf(progress, counts);
  const { post, progress: sent, underWay } = usePosting();
  const [onList, setOnList] = useState<readonly Household[]>([]);
  const leaving = usePosting();
  const [reasons, setReasons, dropReasons] = useKept<Record<string, string>>(`leaveOff.${desk.campaign.id}.${village}.${isFirst ? "first" : "second"}`, {});
  /* Who was ticked or unticked by hand; whoever comes in later is chosen by the size, as before. */
  const [picked, setPicked, dropPicked] = useKept<Record<string, boolean>>(`listed.${campaign.id}.${village}.${isFirst ? "first" : "second"}`, {});
  useOutcome(sent, ({ applied }) => {
    if (applied === 0) return;
    dropPicked();
    dropReasons();
  });
  const lists = HOUSEHOLD_TRACKS.map((track) => {
    const own = ranked(track, rows.filter((row) => row.track === track));
    const free = own.filter((row) => whyNot(row, "publishNotice", desk) === undefined);
    const size = sizes[track];
    const room = withinSize(free, size && size.limit - size.listed);
    const choose = (next: ReadonlySet<string>) => setPicked({ ...picked, ...Object.fromEntries(free.map(({ id }) => [id, next.has(id)])) });
    return { track, own, size, room, choose, chosen: new Set(free.flatMap(({ id }) => (picked[id] ?? room.has(id) ? [id] : []))) };
  });
  const listed = lists.flatMap(({ own, chosen }) => own.filter(({ id }) => chosen.has(id))).sort(inListOrder);
  /* Why somebody is not chosen: as typed, as said before, or by the size alone. */
  const off = lists.flatMap(({ own, chosen, room, size }) =>
    own.filter(({ id }) => !chosen.has(id)).map((row) => ({ row, reason: reasons[row.id] ?? row.leftOff?.reasons ?? (size && !room.has(row.id) ? say(PUBLISH_WORDS.overSize) : "") })),
  );
  const reasonOf = ({ id }: Household) => off.find(({ row }) => row.id === id)?.reason ?? "";
  const send = async (details: ActionInput<"publishNotice">, keptAs: string) => {
    const unsaid = off.filter(({ row, reason }) => row.leftOff?.reasons !== reason.trim());
    const said = Object.fromEntries(unsaid.map(({ row, reason }) => [row.id, reason.trim()]));
    if (unsaid.length > 0) await leaving.post({ type: "leaveOff", area: village, targets: Object.keys(said), input: { reasons: said } });
    setOnList([...listed, ...off.map(({ row }) => row)]);
    await post({ type: "publishNotice", area: village, targets: listed.map(({ id }) => id), input: details, keptAs });
  };
  return (
    <>
      <Outcome progress={sent} nameOf={nameIn(onList)} done={({ applied }) => sent && <Published id={sent.id} many={applied} />} />
      {counts && progress?.quota === null && <Alert tone="warning">{say(PUBLISH_WORDS.noSplit)}</Alert>}
      {rows.length === 0 && isAlone && <EmptyState title={say(PUBLISH_WORDS.none)}><p>{say(PUBLISH_WORDS.noneLead)}</p></EmptyState>}
      <OpenQuestions rows={rows} />
      {lists.filter(({ own }) => own.length > 0).map((list) => (
        <RankedList key={list.track} {...list} />
      ))}
      {leaving.progress?.outcome && leaving.progress.outcome.refused > 0 && <Outcome progress={leaving.progress} nameOf={nameIn(onList)} />}
      <LeftOff rows={off.map(({ row }) => row)} reasonOf={reasonOf} setReason={(id, reason) => setReasons({ ...reasons, [id]: reason })} />
      {rows.length > 0 && <NoticeDetails village={village} listed={listed} ready={off.every(({ reason }) => isReason(reason))} busy={underWay || leaving.underWay} send={send} sent={sent} />}
    </>
  );
}

function Published({ id, many }: { id: string; many: number }) {
  return (
    <>
      <p>{say(PUBLISH_WORDS.done)}{say({ zh: `${householdsOf(many).zh}。`, en: ` ${householdsOf(many).en}.` })} <NoticeEnd id={id} /></p>
      <ButtonLink href={`/staff/notices/${id}`}>{say(PUBLISH_WORDS.see)}</ButtonLink>
    </>
  );
}

type RankedListProps = {
  track: Track;
  own: Household[];
  size: { limit: number; listed: number } | undefined;
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
};

function RankedList({ track, own, size, chosen, choose }: RankedListProps) {
  const desk = useDesk();
  const isFirst = desk.office.role === "villageCommittee";
  const columns = householdColumns(desk.campaign.line);
  const place = new Map(own.map(({ id }, at) => [id, at + 1]));
  const reserve = own.filter(({ id }) => !chosen.has(id));
  const rank = { key: "rank", head: say(PUBLISH_WORDS.rank), align: "end", cell: ({ id }: Household) => place.get(id) } as const;
  const stand = { key: "stand", head: "", cell: ({ id }: Household) => (chosen.has(id) ? "" : <span class="soft">{say(PUBLISH_WORDS.reserve)}</span>) };
  /* Whoever is ticked is on this list, whatever became of it before. */
  const name = { ...columns.name, cell: (row: Household) => columns.name.cell(chosen.has(row.id) ? { ...row, leftOff: null } : row) };
  const people = peopleIn(own.filter(({ id }) => chosen.has(id)));
  return (
    <Card title={say(TRACKS[track])} aside={<span class="soft">{say({ zh: `已选 ${chosen.size} / ${own.length} 户，${people} 人`, en: `${chosen.size} of ${own.length} chosen, ${people} people` })}</span>}>
      {size && <QuotaBar limit={size.limit} listed={size.listed} chosen={people} />}
      {isFirst && passedOver(own, chosen).length > 0 && <Alert tone="warning">{say(PUBLISH_WORDS.passed)}</Alert>}
      <Checklist
        rows={own}
        columns={[...(isFirst ? [rank] : []), name, ...(isFirst ? [stand] : []), columns.people, columns.votes, columns.income, columns.cause]}
        caption={say(TRACKS[track])}
        chosen={chosen}
        onChange={choose}
        nameOf={householderOf}
        isOff={(row) => whyNot(row, "publishNotice", desk) !== undefined}
      />
      {isFirst && reserve.length > 0 && <p class="soft">{say(PUBLISH_WORDS.reserve)}{say({ zh: "：", en: ": " })}{say(householdsOf(reserve.length))}{say({ zh: "，", en: ", " })}{say(peopleOf(peopleIn(reserve)))}</p>}
    </Card>
  );
}
