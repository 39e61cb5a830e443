import type { Action } from "@domain/action.ts";
import { MEETING_KINDS, MeetingKind } from "@domain/meeting.ts";
import { ROLES } from "@domain/roles.ts";
import { Status, statusOf } from "@domain/status.ts";
import { unturned } from "@domain/text.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { Card, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { useStaffNames } from "../../data/names.ts";
import { PAGE_WORDS } from "./words.ts";

type Happened = WithId<Action>;
type HistoryProps = { household: Household; actions: readonly Happened[] };

/** Every action that named the household, in order: who, when, what, why, and what became of it. */
export function History({ household, actions }: HistoryProps) {
  const names = useStaffNames(actions.filter(({ role }) => role in ROLES && !["applicant", "public", "clock"].includes(role)).map(({ by }) => by));
  return (
    <Card title={say(PAGE_WORDS.history)}>
      {actions.length === 0 && <p class="soft">{say(PAGE_WORDS.historyNone)}</p>}
      <ol class="history">
        {actions.map((action) => (
          <li key={action.id}>
            <p class="historyHead">
              <strong>{say(ACTIONS[action.type])}</strong> <Result household={household} action={action} />
            </p>
            <p class="soft">
              {whoIs(action, names)} · <time dateTime={action.at.toISOString()}>{say(dateTimeOf(action.at))}</time>
            </p>
            <Words household={household} action={action} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function whoIs({ role, by }: Happened, names: Record<string, string>): string {
  if (role === "applicant") return say(PAGE_WORDS.farmer);
  const name = names[by];
  const office = say(ROLES[role]);
  return name ? say({ zh: `${name}（${office}）`, en: `${name} (${office})` }) : office;
}

function Result({ household, action: { outcome } }: { household: Household; action: Happened }) {
  if (!outcome) return <Tag tone="running">{say(PAGE_WORDS.pending)}</Tag>;
  const own = outcome.targets[household.id];
  if (!own?.applied) return <Tag tone="held">{say(PAGE_WORDS.refused)}</Tag>;
  const to = Status.safeParse(own.to);
  return to.success ? <Tag tone="ended">→ {say(statusOf(household.track, to.data))}</Tag> : null;
}

/** The parts of an input that are sentences of a person. */
const SENTENCES = ["reasons", "reason", "note", "discussion"];

function Words({ household, action }: { household: Household; action: Happened }) {
  const input: Record<string, unknown> = typeof action.input === "object" && action.input !== null ? { ...action.input } : {};
  const problem = refusalOf(household, action);
  const votes = votesOf(input, household.id);
  const told = SENTENCES.flatMap((key) => sentenceOf(input[key], household.id));
  return (
    <>
      {votes && <p>{votes}</p>}
      {told.map((text) => <p key={text} class="quoted">{text}</p>)}
      {problem && <p class="fieldError">{problem}</p>}
    </>
  );
}

/** A sentence, or this household's own among those of a list. */
function sentenceOf(said: unknown, id: string): string[] {
  const own: unknown = typeof said === "object" && said !== null ? Object.getOwnPropertyDescriptor(said, id)?.value : said;
  return typeof own === "string" && own !== "" ? [unturned(own)] : [];
}

function refusalOf({ id }: Household, { outcome }: Happened): string | undefined {
  const own = outcome?.targets[id];
  const problem = own && !own.applied ? own.problem : outcome?.problem;
  return problem && say(problem);
}

const kindOf = (kind: unknown) => MEETING_KINDS[MeetingKind.safeParse(kind).data ?? "regular"];

function votesOf({ votes, present, heldOn, kind }: Record<string, unknown>, id: string): string | undefined {
  if (typeof votes !== "object" || votes === null || !(id in votes)) return undefined;
  const { yes, no, abstain } = (votes as Record<string, { yes: number; no: number; abstain: number }>)[id] ?? { yes: 0, no: 0, abstain: 0 };
  return say({
    zh: `${String(heldOn)} ${kindOf(kind).zh}，到会 ${String(present)} 人：赞成 ${yes}，反对 ${no}，弃权 ${abstain}`,
    en: `${kindOf(kind).en} of ${String(heldOn)}, ${String(present)} present: ${yes} yes, ${no} no, ${abstain} abstained`,
  });
}
