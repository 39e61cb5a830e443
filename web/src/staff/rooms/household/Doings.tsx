import type { ActionType } from "@domain/actionInputs.ts";
import type { Actor } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import type { Available } from "@domain/workflow/available.ts";
import { available } from "@domain/workflow/available.ts";
import { WORKFLOW } from "@domain/workflow/household.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { useState } from "preact/hooks";
import { Button, ButtonLink, Card } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { Outcome } from "../../parts/Outcome.tsx";
import { householderOf } from "../../parts/status.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import type { DirectAction } from "./ReasonDialog.tsx";
import { isDirect, ReasonDialog } from "./ReasonDialog.tsx";
import { PAGE_WORDS } from "./words.ts";

/** Actions that have a room of their own. */
const ROOM_OF: Partial<Record<ActionType, (household: Household) => string>> = {
  submit: ({ id }) => `/staff/apply/${id}`,
  proposeExit: ({ household }) => `/staff/exits?entry=${household ?? ""}`,
  recordSurvey: ({ id }) => `/staff/survey/${id}`,
  recordAppraisal: () => "/staff/meeting",
  publishNotice: ({ village }) => `/staff/publish?village=${village}`,
  answerObjection: ({ id }) => `/staff/objections?household=${id}`,
};

/** Everything that the person's role may do with the household now; what is off says why. */
export function Doings({ household }: { household: Household }) {
  const { uid, roles, office, campaign } = useDesk();
  const [asking, setAsking] = useState<DirectAction>();
  const { post, progress, underWay } = usePosting();
  const closed = campaign.status !== "open";
  const can = available(household, { uid, roles, role: office.role }).filter(({ action }) => action !== "answerObjection" || household.openObjections > 0);
  return (
    <Card title={say(PAGE_WORDS.actions)}>
      {can.length === 0 && <p class="soft">{say(PAGE_WORDS.noActions)}</p>}
      <ul class="doings">
        {can.map((one) => <Doing key={one.action} can={one} household={household} isOff={closed || underWay} ask={setAsking} />)}
      </ul>
      <Outcome progress={progress} nameOf={() => householderOf(household)} />
      <Others household={household} />
      {asking && (
        <ReasonDialog
          action={asking}
          household={household}
          close={() => setAsking(undefined)}
          send={(input) => {
            setAsking(undefined);
            void post({ type: asking, area: household.village, targets: [household.id], input, seen: { [household.id]: household.chain.length }, about: householderOf(household) });
          }}
        />
      )}
      {closed && <p class="soft">{say(campaign.status === "closed" ? STAFF_WORDS.closed : STAFF_WORDS.notOpenYet)}</p>}
    </Card>
  );
}

type DoingProps = { can: Available; household: Household; isOff: boolean; ask: (action: DirectAction) => void };

function Doing({ can: { action, off }, household, isOff, ask }: DoingProps) {
  const room = ROOM_OF[action];
  const name = say(ACTIONS[action]);
  const kind = action === "withdraw" || action === "reject" ? "plain" : "primary";
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
function Others({ household: { track, status } }: { household: Household }) {
  const { office } = useDesk();
  const rows = WORKFLOW[track].filter(({ from, by }) => from.includes(status) && !by.includes(office.role));
  const told = rows.map(({ action, by }) => ({ action, by: by.filter((actor) => actor !== "public" && actor !== "clock") })).filter(({ action, by }) => by.length > 0 && action !== "answerObjection");
  if (told.length === 0) return null;
  const names = (by: readonly Actor[]) => by.map((actor) => say(ROLES[actor])).join(say({ zh: "、", en: ", " }));
  return (
    <div class="others">
      <h3>{say(PAGE_WORDS.others)}</h3>
      <ul>{told.map(({ action, by }) => <li key={action}>{say(ACTIONS[action])}{say({ zh: "：", en: ": " })}{names(by)}</li>)}</ul>
    </div>
  );
}
