import { ROLES } from "@domain/roles.ts";
import type { Status, Track } from "@domain/status.ts";
import { statusOf } from "@domain/status.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import type { Transition } from "@domain/workflow/transition.ts";
import { ACTIONS, targetsOf } from "@domain/workflow/transition.ts";
import { useMemo } from "preact/hooks";
import { numeral } from "../chinese.ts";
import { Sheet } from "../Sheet.tsx";
import type { Step } from "./Diagram.tsx";
import { Diagram } from "./Diagram.tsx";
import "./diagram.css";
import { graphOf } from "./graph.ts";
import { layOut } from "./layout.ts";

export type WorkflowSheetProps = {
  track: Track;
  /** Such as 赛什斯镇. */
  town: string;
  /** The steps of the plan for this track, with their last days. */
  steps: readonly Step[];
};

/** What each diagram is called (annexes 6 and 12; the exit has none of its own in the plan). */
const NAMES = {
  identify: { annex: "附件6", zh: "贫困户建档立卡工作流程图" },
  exit:     { annex: undefined, zh: "脱贫户退出工作流程图" },
  village:  { annex: "附件12", zh: "贫困村建档立卡工作流程图" },
} as const satisfies Record<Track, { annex: string | undefined; zh: string }>;

/** What is left of an upright page for the picture, mm. */
const PICTURE = 236;

/** Annex 6 or 12: the workflow as the functions carry it out, drawn from the same table; the table itself follows. */
export function WorkflowSheet({ track, town, steps }: WorkflowSheetProps) {
  const rows = WORKFLOW[track];
  const { graph, layout } = useMemo(() => {
    const graph = graphOf(rows);
    return { graph, layout: layOut(track, rows, graph, PICTURE) };
  }, [track, rows]);
  const { annex, zh } = NAMES[track];
  return (
    <>
      <Sheet title={<>{town}{zh}{annex && <small>（{annex}）</small>}</>}>
        <Diagram layout={layout} graph={graph} steps={steps} title={zh} />
      </Sheet>
      <Sheet title={<>{town}{zh.replace("流程图", "流程表")}</>}>
        <RowsTable track={track} rows={rows} />
      </Sheet>
    </>
  );
}

const actors = (row: Transition) => row.by.map((actor) => ROLES[actor].zh).join("、");

/** Many states in few words; a row that leads back to where it began says so. */
function statesOf(track: Track, states: readonly Status[], most = 6): string {
  if (states.length > most) return `${statusOf(track, states[0] ?? "draft").zh}等 ${states.length} 个环节`;
  return states.map((status) => statusOf(track, status).zh).join("、");
}

function resultOf(track: Track, row: Transition): string {
  if (typeof row.to === "object" && row.to.decidedBy === "unchanged") return "环节不变";
  if (typeof row.to === "object" && row.to.decidedBy === "byAnswer") return "维持或退回重新办理";
  return statesOf(track, targetsOf(row));
}

function RowsTable({ track, rows }: { track: Track; rows: readonly Transition[] }) {
  const sorted = [...rows].sort((a, b) => a.step - b.step);
  return (
    <table class="rowsTable">
      <colgroup><col style={{ width: "14mm" }} /><col style={{ width: "30mm" }} /><col style={{ width: "48mm" }} /><col /><col style={{ width: "42mm" }} /></colgroup>
      <thead><tr><th scope="col">步骤</th><th scope="col">办理事项</th><th scope="col">由谁办理</th><th scope="col">办理时所处环节</th><th scope="col">办理后</th></tr></thead>
      <tbody>
        {sorted.map((row, at) => (
          <tr key={at}>
            <td>{numeral(row.step)}</td><td>{ACTIONS[row.action].zh}</td><td>{actors(row)}</td><td>{statesOf(track, row.from)}</td><td>{resultOf(track, row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
