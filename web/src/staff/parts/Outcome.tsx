import type { Outcome as ActionOutcome } from "@domain/action.ts";
import { Status, STATUSES } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Alert, Button, Loading } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { householdsOf } from "../../shared/words.ts";
import { discard, sendAgain, useUnsent } from "../actions/outbox.ts";
import type { Progress } from "../actions/usePosting.ts";
import { useProgress } from "../actions/usePosting.ts";
import { OUTBOX_WORDS } from "../actions/words.ts";

type OutcomeProps = {
  progress: Progress | undefined;
  /** Name of each target, for what is told household by household. */
  nameOf: (target: string) => string;
  /** What is said instead of the list when everything was applied. */
  done?: (outcome: ActionOutcome) => ComponentChildren;
  /** Gives up what was not accepted. */
  onDiscard?: () => void;
};

/** Where an action stands, from this device to what became of each household. */
export function Outcome({ progress, nameOf, done, onDiscard }: OutcomeProps) {
  if (!progress) return null;
  const { stage, outcome, id } = progress;
  if (outcome) return <Result outcome={outcome} nameOf={nameOf} done={done} />;
  if (stage === "waiting") return <Waiting id={id} />;
  if (stage === "outOfReach" || stage === "full") return <Alert tone="error">{say(OUTBOX_WORDS[stage])}</Alert>;
  if (stage === "refused") return <Refused id={id} onDiscard={onDiscard} />;
  return <Loading label={say(stage === "sending" ? OUTBOX_WORDS.sending : OUTBOX_WORDS.applying)} />;
}

/** What waits on this device can still be taken back; what was typed is kept. */
function Waiting({ id }: { id: string }) {
  return (
    <Alert tone="warning">
      <p>{say(OUTBOX_WORDS.waiting)}</p>
      <div class="buttons"><Button kind="quiet" onClick={() => void discard(id)}>{say(OUTBOX_WORDS.takeBack)}</Button></div>
    </Alert>
  );
}

function Refused({ id, onDiscard }: { id: string; onDiscard: (() => void) | undefined }) {
  const parcel = useUnsent().find((one) => one.parcel.id === id)?.parcel;
  if (!parcel) return null;
  return (
    <Alert tone="error">
      <p>{say(OUTBOX_WORDS.refused)}</p>
      <div class="buttons">
        <Button onClick={() => void sendAgain(parcel)}>{say({ zh: "再发一次", en: "Send again" })}</Button>
        <Button kind="quiet" onClick={() => void discard(id).then(onDiscard)}>{say({ zh: "不发了，继续修改", en: "Do not send; go on editing" })}</Button>
      </div>
    </Alert>
  );
}

const stateName = (to: string): Bilingual => {
  const status = Status.safeParse(to);
  return status.success ? STATUSES[status.data] : { zh: "", en: "" };
};

function Result({ outcome, nameOf, done }: Pick<OutcomeProps, "nameOf" | "done"> & { outcome: ActionOutcome }) {
  const entries = Object.entries(outcome.targets);
  const refused = entries.flatMap(([target, one]) => (one.applied ? [] : [{ target, problem: one.problem }]));
  const warned = entries.flatMap(([target, one]) => (one.applied && one.warning ? [{ target, problem: one.warning }] : []));
  const states = Map.groupBy(entries.flatMap(([, one]) => (one.applied ? [one.to] : [])), (to) => to);
  return (
    <div class="outcome">
      {outcome.problem && <Alert tone="error">{say(outcome.problem)}</Alert>}
      {outcome.applied > 0 && (
        <Alert tone="success">
          {done?.(outcome) ?? (
            <p>
              {say({ zh: "已办理：", en: "Done: " })}
              {[...states].map(([to, list]) => `${say(householdsOf(list.length))} → ${say(stateName(to))}`).join(say({ zh: "，", en: ", " }))}
            </p>
          )}
        </Alert>
      )}
      {!outcome.problem && <Sentences tone="error" title={entries.length === 1 ? say({ zh: "没有办成", en: "Not done" }) : say({ zh: `没有办成：${refused.length} 户`, en: `Not done: ${refused.length}` })} rows={refused} nameOf={nameOf} />}
      <Sentences tone="warning" title={say({ zh: "已办理，但请注意", en: "Done, but note" })} rows={warned} nameOf={nameOf} />
    </div>
  );
}

type SentencesProps = { tone: "error" | "warning"; title: string; rows: { target: string; problem: Bilingual }[]; nameOf: OutcomeProps["nameOf"] };

function Sentences({ tone, title, rows, nameOf }: SentencesProps) {
  if (rows.length === 0) return null;
  return (
    <Alert tone={tone} title={title}>
      <ul>
        {rows.map(({ target, problem }) => (
          <li key={target}><strong>{nameOf(target)}</strong>{say({ zh: "：", en: ": " })}{say(problem)}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** Does something once when an action has got its outcome. */
export function useOutcome(progress: Progress | undefined, then: (outcome: ActionOutcome) => void): void {
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!progress?.outcome || told.current === progress.id) return;
    told.current = progress.id;
    then(progress.outcome);
  }, [progress?.id, progress?.outcome]);
}

type SentProps = { ids: readonly string[]; nameOf: OutcomeProps["nameOf"]; settle: (id: string) => void };

/** Several actions that were sent together, each with its own outcome. */
export function Sent({ ids, nameOf, settle }: SentProps) {
  return <>{ids.map((id) => <SentOne key={id} id={id} nameOf={nameOf} settle={settle} />)}</>;
}

function SentOne({ id, nameOf, settle }: Omit<SentProps, "ids"> & { id: string }) {
  const progress = useProgress(id);
  const isOver = progress === undefined || progress.stage === "refused" || progress.outcome !== undefined;
  useEffect(() => {
    if (isOver) settle(id);
  }, [isOver, id]);
  return <Outcome progress={progress} nameOf={nameOf} onDiscard={() => settle(id)} />;
}
