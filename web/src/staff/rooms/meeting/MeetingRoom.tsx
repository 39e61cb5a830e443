import type { Meeting } from "@domain/actionInputs.ts";
import { kindsOpen, MEETING_KINDS, MeetingKind } from "@domain/meeting.ts";
import { useState } from "preact/hooks";
import { Alert, Button, Card, EmptyState, Page } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import type { Listed } from "../../../shared/field.tsx";
import { ErrorSummary } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf, WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useKept } from "../../parts/useKept.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { MeetingHead } from "./MeetingHead.tsx";
import { Results } from "./Results.tsx";
import type { MeetingProblem, TypedMeeting } from "./typed.ts";
import { beginMeeting, EMPTY_VOTE, quorumOf, readMeeting, verdictOf } from "./typed.ts";
import { VoteTable, voteId } from "./VoteTable.tsx";
import { OpenQuestions } from "../../parts/OpenQuestions.tsx";
import { MEETING_PROBLEMS, MEETING_WORDS } from "./words.ts";

const STATUSES = ["surveyed", "nominated", "notNominated"] as const;

/** The appraisal: one meeting for every surveyed household of the village; later ones, and corrections, for a reason. */
export function MeetingRoom(_: RoomProps) {
  const { campaign, office } = useDesk();
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses: STATUSES });
  return (
    <Page title={say(MEETING_WORDS.title)} lead={say(MEETING_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Room rows={[...rows].sort(byUrgency)} />}</Reading>
    </Page>
  );
}

function Room({ rows: all }: { rows: Household[] }) {
  const { uid, office, campaign } = useDesk();
  const village = office.area;
  const place = say({ zh: `${villageName(campaign, village)}村委会`, en: `Committee of ${villageName(campaign, village)}` });
  const key = `meeting.${campaign.id}.${village}`;
  const [kept, setTyped, drop] = useKept<TypedMeeting>(key, beginMeeting(place));
  /* What an older version of this page has kept may lack what is asked now. */
  const typed = { ...beginMeeting(place), ...kept };
  const rows = all.filter((row) => kindsOpen(row).includes(typed.kind));
  const [told, setTold] = useState<MeetingProblem[]>();
  const [asked, setAsked] = useState(0);
  const [sealing, setSealing] = useState<Meeting>();
  const [sent, setSent] = useState<{ meeting: Meeting; names: Record<string, string> }>();
  const { post, progress, underWay } = usePosting(key);
  useOutcome(progress, ({ applied }) => {
    if (applied === 0) return;
    drop();
    setTold(undefined);
  });
  const set = (change: Partial<TypedMeeting>) => setTyped({ ...typed, ...change });
  const isIn = ({ id }: Household) => (typed.kind === "regular") !== typed.switched.includes(id);
  const part = rows.filter(isIn);
  const read = readMeeting(typed, part.map(({ id }) => id), uid);
  const problems: MeetingProblem[] = told && !read.ok ? read.problems : [];
  const unsound = problems.includes("votes") && !read.ok ? part.filter(({ id }) => read.unsound.includes(id)) : [];
  const listed = (key: MeetingProblem) => (key === "votes" ? listedVotes(unsound) : [{ id: `meeting-${key === "none" ? "votes" : key}`, text: say(MEETING_PROBLEMS[key]) }]);
  const check = () => {
    setTold(read.ok ? [] : read.problems);
    setAsked(asked + 1);
    if (read.ok && quorumOf(typed, campaign)?.reached) setSealing(read.meeting);
  };
  const record = (meeting: Meeting) => {
    setSealing(undefined);
    setSent({ meeting, names: Object.fromEntries(part.map((row) => [row.id, householderOf(row)])) });
    void post({ type: "recordAppraisal", area: village, targets: part.map(({ id }) => id), input: meeting, room: "/staff/meeting" });
  };
  const toggle = (id: string) => set({ switched: typed.switched.includes(id) ? typed.switched.filter((one) => one !== id) : [...typed.switched, id] });
  /* A record that waits to be sent is not changed under way: first it is taken back. */
  if (progress?.stage === "waiting") return <><Outcome progress={progress} nameOf={() => ""} /><p>{say(MEETING_WORDS.queued)}</p></>;
  return (
    <>
      <Outcome progress={progress} nameOf={(target) => sent?.names[target] ?? target} done={(outcome) => sent && <Results outcome={outcome} {...sent} />} />
      {all.length > 0 && <Kinds rows={all} kind={typed.kind} choose={(kind) => set({ kind, switched: [], votes: {} })} />}
      {rows.length === 0 && <EmptyState title={say(all.length === 0 ? MEETING_WORDS.none : MEETING_WORDS.noneOfKind)}><p>{say(MEETING_WORDS.noneLead)}</p></EmptyState>}
      {rows.length > 0 && (
        <>
          {/* What was found and is put right goes at once; what is typed wrong meanwhile waits for the next check. */}
          <ErrorSummary asked={asked} problems={problems.filter((key) => told?.includes(key)).flatMap(listed)} />
          <MeetingHead village={village} typed={typed} set={set} problems={problems} />
          <OpenQuestions rows={part} />
          <Card title={say(MEETING_WORDS.votes)} aside={<Tally rows={part} typed={typed} />}>
            <div id="meeting-votes" tabIndex={-1}>
              <VoteTable rows={rows} typed={typed} isIn={isIn} isWrong={(row) => unsound.includes(row)} toggle={toggle} setVote={(id, vote) => set({ votes: { ...typed.votes, [id]: vote } })} />
            </div>
          </Card>
          <Alert tone="warning">{say(MEETING_WORDS.sealed)}</Alert>
          <div class="buttons"><Button kind="primary" busy={underWay} onClick={check}>{say(MEETING_WORDS.record)}{say({ zh: `（${part.length} 户）`, en: ` (${part.length})` })}</Button></div>
        </>
      )}
      {sealing && <Seal meeting={sealing} close={() => setSealing(undefined)} record={record} />}
    </>
  );
}

/** So many households are named in the list of what is wrong; the others are only counted. */
const NAMED = 5;

function listedVotes(unsound: readonly Household[]): Listed[] {
  const named = unsound.slice(0, NAMED).map((row) => ({ id: voteId(row.id), text: `${householderOf(row)}${say({ zh: "：", en: ": " })}${say(MEETING_PROBLEMS.votes)}` }));
  const next = unsound[NAMED];
  return next ? [...named, { id: voteId(next.id), text: say({ zh: `另有 ${unsound.length - NAMED} 户`, en: `and ${unsound.length - NAMED} more` }) }] : named;
}

type KindsProps = { rows: readonly Household[]; kind: MeetingKind; choose: (kind: MeetingKind) => void };

/** A first meeting, another one, or a record put right; and for how many households each is possible. */
function Kinds({ rows, kind, choose }: KindsProps) {
  return (
    <div class="villageTabs" role="group" aria-label={say(MEETING_WORDS.kind)}>
      {MeetingKind.options.map((one) => (
        <button key={one} type="button" class="villageTab" aria-pressed={one === kind} onClick={() => choose(one)}>
          {say(MEETING_KINDS[one])} <span class="count">{rows.filter((row) => kindsOpen(row).includes(one)).length}</span>
        </button>
      ))}
    </div>
  );
}

/** How many are filled in, and how many would be nominated as things stand. */
function Tally({ rows, typed }: { rows: Household[]; typed: TypedMeeting }) {
  const verdicts = rows.map(({ id }) => verdictOf(typed.votes[id] ?? EMPTY_VOTE, typed.present));
  const many = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  return (
    <span class="soft" aria-live="polite">
      {say({
        zh: `通过 ${many("nominated")}，未通过 ${many("notNominated")}，待填 ${many("missing") + many("tooMany")}`,
        en: `${many("nominated")} nominated, ${many("notNominated")} not, ${many("missing") + many("tooMany")} to fill in`,
      })}
    </span>
  );
}

function Seal({ meeting, close, record }: { meeting: Meeting; close: () => void; record: (meeting: Meeting) => void }) {
  const all = Object.values(meeting.votes);
  const passed = all.filter(({ yes }) => 2 * yes > meeting.present).length;
  return (
    <Dialog title={say(MEETING_WORDS.confirm)} onClose={close}>
      <Alert tone="warning">{say(MEETING_WORDS.sealed)}</Alert>
      <p>
        {say({
          zh: `应到 ${meeting.expected} 人，实到 ${meeting.present} 人。评议 ${householdsOf(all.length).zh}：通过 ${passed}，未通过 ${all.length - passed}。`,
          en: `${meeting.present} of ${meeting.expected} came. ${householdsOf(all.length).en}: ${passed} nominated, ${all.length - passed} not.`,
        })}
      </p>
      <div class="buttons">
        <Button kind="primary" onClick={() => record(meeting)}>{say(MEETING_WORDS.confirm)}</Button>
        <Button onClick={close}>{say(WORDS.cancel)}</Button>
      </div>
    </Dialog>
  );
}
