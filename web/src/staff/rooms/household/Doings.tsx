import type { ActionType } from "@domain/actionInputs.ts";
import type { Actor } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import type { Status } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Available } from "@domain/workflow/available.ts";
import { available } from "@domain/workflow/available.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { useState } from "preact/hooks";
import { Button, ButtonLink, Card } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { Gathered, VERIFYING } from "../../parts/Gathering.tsx";
import { Outcome } from "../../parts/Outcome.tsx";
import { householderOf } from "../../parts/status.tsx";
import { isOnHold } from "../../parts/urgency.ts";
import { usePosting } from "../../actions/usePosting.ts";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import type { DirectAction } from "./ReasonDialog.tsx";
import { isDirect, ReasonDialog } from "./ReasonDialog.tsx";
import { PAGE_WORDS } from "./words.ts";

/** Actions that have a room of their own. */
const ROOM_OF: Partial<Record<ActionType, (household: Household) => string>> = {
  submit: ({ id, track }) => (track === "village" ? `/staff/villages/${id}` : `/staff/apply/${id}`),
  proposeExit: ({ household }) => `/staff/exits?entry=${household ?? ""}`,
  recordSurvey: ({ id }) => `/staff/survey/${id}`,
  recordAppraisal: () => "/staff/meeting",
  confirmMeeting: ({ village }) => `/staff/confirm?village=${village}`,
  leaveOff: ({ village }) => `/staff/publish?village=${village}`,
  publishNotice: ({ village }) => `/staff/publish?village=${village}`,
  answerObjection: ({ id }) => `/staff/objections?household=${id}`,
  assignHelper: ({ id, village, track }) => (track === "village" ? `/staff/unit/${id}` : `/staff/pairing?village=${village}&household=${id}`),
  adoptPlan: ({ id }) => `/staff/help/${id}?do=plan`,
  recordMeasure: ({ id }) => `/staff/help/${id}?do=measure`,
  recordVisit: ({ id }) => `/staff/help/${id}?do=visit`,
  recordResult: ({ id }) => `/staff/help/${id}?do=result`,
  completeForm: ({ id, track }) => (track === "village" ? `/staff/villageForm/${id}` : `/staff/registration/${id}`),
  printHandbook: ({ village }) => `/staff/handbook?village=${village}`,
  issueHandbook: ({ village }) => `/staff/handbook?village=${village}`,
  exportBatch: ({ village }) => `/staff/entry?village=${village}`,
  enterData: ({ village }) => `/staff/entry?village=${village}`,
  reportToCounty: ({ village }) => `/staff/entry?village=${village}`,
  runChecks: ({ village }) => `/staff/trial?village=${village}`,
  passTrialRun: ({ village }) => `/staff/trial?village=${village}`,
  updateYear: ({ id }) => `/staff/update/${id}`,
  requestChange: ({ id }) => `/staff/changes/${id}`,
};

/** Everything that the person's role may do with the household now; what is off says why. */
export function Doings({ household }: { household: Household }) {
  const { uid, roles, office, campaign } = useDesk();
  const [asking, setAsking] = useState<DirectAction>();
  const [sent, setSent] = useState<{ action: DirectAction; household: Household }>();
  const { post, progress, underWay } = usePosting();
  const closed = campaign.status !== "open";
  const can = available({ application: household, person: { uid, roles, role: office.role }, campaign }).filter(isOffered(household)).sort((a, b) => Number(isSide(household, a.action)) - Number(isSide(household, b.action)));
  return (
    <Card title={say(PAGE_WORDS.actions)}>
      {can.length === 0 && <p class="soft">{say(PAGE_WORDS.noActions)}</p>}
      <ul class="doings">
        {can.map((one) => <Doing key={one.action} can={one} household={household} isOff={closed || underWay} ask={setAsking} />)}
      </ul>
      <Outcome
        progress={progress}
        nameOf={() => householderOf(household)}
        done={(outcome) => sent?.action === "verify" && <Gathered gathering={VERIFYING} outcome={outcome} rows={[sent.household]} role={office.role} />}
      />
      <Others household={household} />
      {asking && (
        <ReasonDialog
          action={asking}
          household={household}
          close={() => setAsking(undefined)}
          send={(order) => {
            setAsking(undefined);
            setSent({ action: asking, household });
            void post(order);
          }}
        />
      )}
      {closed && <p class="soft">{say(campaign.status === "closed" ? STAFF_WORDS.closed : STAFF_WORDS.notOpenYet)}</p>}
    </Card>
  );
}

/** Done beside the records that they are about (rooms/help, rooms/trial), not from here. */
const WITHIN: readonly ActionType[] = ["finishMeasure", "confirmResult", "answerFinding"];

/** Not a step of the way, so nobody is told to ask for it. */
const ASIDE: readonly ActionType[] = ["answerObjection", "answerCorrection", "askCorrection", "hold", "resume"];

/** What makes no sense on this household now is not even shown: no answer without an objection, no going on without a hold. */
const isOffered = ({ openObjections, correction, hold, dueAt }: Household) => ({ action }: Available): boolean => {
  const stopped = hold !== null && isOnHold(hold);
  return !WITHIN.includes(action) && (action !== "answerObjection" || openObjections > 0) && (action !== "answerCorrection" || correction?.reply === null) &&
    (action !== "hold" || (dueAt !== null && !stopped)) && (action !== "resume" || stopped);
};

/** What usually comes next stands out; the rest is there for whoever needs it. */
const NEXT: Partial<Record<Status, readonly ActionType[]>> = {
  paired: ["adoptPlan"],
  planned: ["completeForm"],
  registered: ["printHandbook", "issueHandbook"],
  handbookIssued: ["exportBatch", "enterData"],
  entered: ["reportToCounty"],
  reported: ["runChecks", "passTrialRun"],
  inService: ["recordVisit"],
};

/** A village has no handbook: its entry follows the form. */
const nextOf = ({ track, status }: Household): readonly ActionType[] | undefined =>
  track === "village" && status === "registered" ? NEXT.handbookIssued : NEXT[status];

/** What is there for whoever needs it, and is never what is waited for. */
const SIDE: readonly ActionType[] = ["hold", "resume", "withdraw", "reject", "leaveOff"];

function isSide(household: Household, action: ActionType): boolean {
  const next = nextOf(household);
  return SIDE.includes(action) || (next !== undefined && !next.includes(action));
}

/** What was done before is done anew under another name. */
function nameOf({ helper, plan, registration, handbook }: Household, action: ActionType): Bilingual {
  if (action === "assignHelper" && helper) return { zh: "更换帮扶责任人", en: "change the helper" };
  if (action === "adoptPlan" && plan) return { zh: "修改帮扶计划", en: "change the plan" };
  if (action === "completeForm" && registration) return { zh: "更正登记表", en: "correct the form" };
  if (action === "printHandbook" && handbook) return { zh: "重新印制扶贫手册", en: "print the handbook anew" };
  return ACTIONS[action];
}

type DoingProps = { can: Available; household: Household; isOff: boolean; ask: (action: DirectAction) => void };

function Doing({ can: { action, off }, household, isOff, ask }: DoingProps) {
  const room = ROOM_OF[action];
  const name = say(nameOf(household, action));
  const kind = isSide(household, action) ? "plain" : "primary";
  if (off || isOff) {
    return (
      <li>
        <Button disabled aria-describedby={off && `off-${action}`}>{name}</Button>
        {off && <span class="soft" id={`off-${action}`}>{say(off)}</span>}
      </li>
    );
  }
  if (room) return <li><ButtonLink kind={kind} href={room(household)}>{name}</ButtonLink></li>;
  return isDirect(action) ? <li><Button kind={kind} onClick={() => ask(action)}>{name}</Button></li> : null;
}

/** What other roles may do at this stage, so that everybody knows whom to ask. */
function Others({ household }: { household: Household }) {
  const { office } = useDesk();
  const { track, status } = household;
  const next = nextOf(household);
  const rows = WORKFLOW[track].filter(({ action, from, by }) => from.includes(status) && !by.includes(office.role) && (!next || next.includes(action)));
  const told = rows.map(({ action, by }) => ({ action, by: by.filter((actor) => actor !== "public" && actor !== "clock") })).filter(({ action, by }) => by.length > 0 && !ASIDE.includes(action) && !WITHIN.includes(action));
  if (told.length === 0) return null;
  const names = (by: readonly Actor[]) => by.map((actor) => say(ROLES[actor])).join(say({ zh: "、", en: ", " }));
  return (
    <div class="others">
      <h3>{say(PAGE_WORDS.others)}</h3>
      <ul>{told.map(({ action, by }) => <li key={action}>{say(ACTIONS[action])}{say({ zh: "：", en: ": " })}{names(by)}</li>)}</ul>
    </div>
  );
}
