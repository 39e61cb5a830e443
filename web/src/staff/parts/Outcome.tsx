import type { Outcome as ActionOutcome } from "@domain/action.ts";
import { Status, STATUSES } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Alert, Button, Spinner } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { householdsOf } from "../../shared/words.ts";
import { discard, sendAgain, useUnsent } from "../actions/outbox.ts";
import type { Progress } from "../actions/usePosting.ts";
import { isUnderWay, useProgress } from "../actions/usePosting.ts";
import { OUTBOX_WORDS } from "../actions/words.ts";

type OutcomeProps = {
  progress: Progress | undefined;
  /** Name of each target, for what is told household by household. */
  nameOf: (target: string) => string;
  /** What is said of those that were applied; without a word of its own, the states that they have come to. */
  done?: (outcome: ActionOutcome) => ComponentChildren;
  /** Gives up what was not accepted. */
  onDiscard?: () => void;
};

/**
 * Where an action stands, from this device to what became of each household. The place where it says so is there before
 * it does: a screen reader reads out what changes in one, not one that comes with its words.
 */
export function Outcome({ progress, nameOf, done, onDiscard }: OutcomeProps) {
  const place = useRef<HTMLDivElement>(null);
  const isOver = progress?.outcome !== undefined;
  /* What was acted on may be gone from the page, and the focus with it. */
  useEffect(() => {
    if (isOver && document.activeElement === document.body) place.current?.focus();
  }, [isOver]);
  return (
    <>
      <div ref={place} class="outcome" role="status" tabIndex={-1}>{progress && <Standing progress={progress} done={done} />}</div>
      {progress && <Trouble progress={progress} nameOf={nameOf} onDiscard={onDiscard} />}
    </>
  );
}

function Standing({ progress, done }: Pick<OutcomeProps, "done"> & { progress: Progress }) {
  const { stage, outcome, id } = progress;
  if (outcome) return outcome.applied > 0 ? <Applied outcome={outcome} done={done} /> : null;
  if (stage === "waiting") return <Waiting id={id} />;
  return isUnderWay(progress) ? <p class="loading"><Spinner />{say(stage === "sending" ? OUTBOX_WORDS.sending : OUTBOX_WORDS.applying)}</p> : null;
}

function Trouble({ progress: { stage, outcome, id }, nameOf, onDiscard }: Pick<OutcomeProps, "nameOf" | "onDiscard"> & { progress: Progress }) {
  if (outcome) return <Undone outcome={outcome} nameOf={nameOf} />;
  if (stage === "outOfReach" || stage === "full") return <Alert tone="error">{say(OUTBOX_WORDS[stage])}</Alert>;
  return stage === "refused" ? <Refused id={id} onDiscard={onDiscard} /> : null;
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

function Applied({ outcome, done }: Pick<OutcomeProps, "done"> & { outcome: ActionOutcome }) {
  const states = Map.groupBy(Object.values(outcome.targets).flatMap((one) => (one.applied ? [one.to] : [])), (to) => to);
  return (
    <div class="alert success">
      {done?.(outcome) || (
        <p>
          {say({ zh: "已办理：", en: "Done: " })}
          {[...states].map(([to, list]) => `${say(householdsOf(list.length))} → ${say(stateName(to))}`).join(say({ zh: "，", en: ", " }))}
        </p>
      )}
    </div>
  );
}

function Undone({ outcome, nameOf }: Pick<OutcomeProps, "nameOf"> & { outcome: ActionOutcome }) {
  const entries = Object.entries(outcome.targets);
  const refused = entries.flatMap(([target, one]) => (one.applied ? [] : [{ target, problem: one.problem }]));
  const warned = entries.flatMap(([target, one]) => (one.applied && one.warning ? [{ target, problem: one.warning }] : []));
  return (
    <div class="outcome">
      {outcome.problem && <Alert tone="error">{say(outcome.problem)}</Alert>}
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
