import { useEffect } from "preact/hooks";
import { Alert, Progress } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useProgress } from "../../actions/usePosting.ts";
import { OUTBOX_WORDS } from "../../actions/words.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { CheckRun, Part } from "./useCheckRun.ts";
import { TRIAL_WORDS } from "./words.ts";

type RunProgressProps = { run: CheckRun; checked: number; total: number; underWay: boolean; settle: (id: string) => void };

/** How far a check run is, by records; and what could not be checked. */
export function RunProgress({ run, checked, total, underWay, settle }: RunProgressProps) {
  const { campaign } = useDesk();
  if (run.parts.length === 0 && !run.reading && run.unread.length === 0) return null;
  const text = say({ zh: `已检查 ${checked} / ${total} 份`, en: `${checked} of ${total} records checked` });
  return (
    <>
      {underWay && <Progress value={checked} max={Math.max(total, 1)} label={say(TRIAL_WORDS.running)} text={text} />}
      {!underWay && checked > 0 && <Alert tone="success">{say(TRIAL_WORDS.ranAll)} {text}</Alert>}
      {run.unread.length > 0 && <Alert tone="error">{say(TRIAL_WORDS.runFailed)}{run.unread.map((code) => villageName(campaign, code)).join(say({ zh: "、", en: ", " }))}</Alert>}
      {run.parts.map((part) => <OnePart key={part.id} part={part} names={run.names} settle={settle} />)}
    </>
  );
}

function OnePart({ part: { id, village }, names, settle }: { part: Part; names: Record<string, string>; settle: (id: string) => void }) {
  const { campaign } = useDesk();
  const progress = useProgress(id);
  const isOver = progress === undefined || progress.stage === "refused" || progress.outcome !== undefined;
  useEffect(() => {
    if (isOver) settle(id);
  }, [isOver, id]);
  const refused = Object.entries(progress?.outcome?.targets ?? {}).flatMap(([target, one]) => (one.applied ? [] : [{ target, problem: one.problem }]));
  const name = villageName(campaign, village);
  if (progress?.stage === "refused") return <Alert tone="error" title={name}>{say(OUTBOX_WORDS.refused)}</Alert>;
  if (progress?.stage === "waiting") return <Alert tone="warning" title={name}>{say(OUTBOX_WORDS.waiting)}</Alert>;
  if (progress?.outcome?.problem) return <Alert tone="error" title={name}>{say(progress.outcome.problem)}</Alert>;
  if (refused.length === 0) return null;
  return (
    <Alert tone="warning" title={`${name}${say({ zh: "：", en: ": " })}${refused.length} ${say(TRIAL_WORDS.partly)}`}>
      <ul>{refused.slice(0, 20).map(({ target, problem }) => <li key={target}><strong>{names[target] ?? target}</strong>{say({ zh: "：", en: ": " })}{say(problem)}</li>)}</ul>
    </Alert>
  );
}
