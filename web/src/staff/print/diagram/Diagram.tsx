import { ROLES } from "@domain/roles.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { dayInChinese, numeral } from "../chinese.ts";
import type { Graph } from "./graph.ts";
import type { Arrow, Band, Box, Lane, Layout } from "./layout.ts";
import { noteAt } from "./layout.ts";

/** A step of the plan as the margin names it. */
export type Step = { step: number; zh: string; by: string | null };

type DiagramProps = { layout: Layout; graph: Graph; steps: readonly Step[]; title: string };

/** The picture of a workflow, drawn at the size of the sheet. */
export function Diagram({ layout, graph, steps, title }: DiagramProps) {
  const { width, height, lanes, bands, boxes, arrows } = layout;
  return (
    <svg class="diagram" viewBox={`0 0 ${width} ${height}`} width={`${width}mm`} height={`${height}mm`} role="img" aria-label={title}>
      <defs>
        <marker id="arrowHead" viewBox="0 0 6 6" refX="5.4" refY="3" markerWidth="1.9" markerHeight="1.9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0,0.4 L6,3 L0,5.6 Z" /></marker>
      </defs>
      {lanes.map((lane, at) => <LaneHead key={at} lane={lane} layout={layout} />)}
      {bands.map((band) => <StepBand key={band.y} band={band} width={width} step={steps.find(({ step }) => step === band.step)} />)}
      {arrows.map((arrow) => <Line key={arrow.key} arrow={arrow} />)}
      {boxes.map((box) => <StateBox key={box.status} box={box} layout={layout} more={box.isSide ? leaving(graph, box) : (graph.repeats[box.status] ?? [])} />)}
      {arrows.map((arrow) => <Words key={arrow.key} arrow={arrow} />)}
    </svg>
  );
}

const linesOf = (text: string, most: number): string[] => {
  if (text.length <= most) return [text];
  const half = Math.ceil(text.length / 2);
  return [text.slice(0, half), text.slice(half)];
};

function Lines({ lines, x, y, step, size, ...rest }: { lines: readonly string[]; x: number; y: number; step: number; size: number; class?: string }) {
  const top = y - ((lines.length - 1) * step) / 2 + size * 0.36;
  return <>{lines.map((line, at) => <text key={at} x={x} y={top + at * step} font-size={size} text-anchor="middle" {...rest}>{line}</text>)}</>;
}

function LaneHead({ lane: { actor, x, w }, layout: { height, top } }: { lane: Lane; layout: Layout }) {
  const name = actor ? ROLES[actor].zh : "其他结果";
  return (
    <>
      <rect x={x} y={0} width={w} height={height - 0.5} class="lane" />
      <rect x={x} y={0} width={w} height={top - 1.5} class="laneHead" />
      <Lines lines={linesOf(name, 6)} x={x + w / 2} y={(top - 1.5) / 2} step={3.3} size={2.9} class="hei" />
    </>
  );
}

function StepBand({ band, step, width }: { band: Band; step: Step | undefined; width: number }) {
  const middle = band.y + band.h / 2;
  const until = step?.by ? `${dayInChinese(step.by)}前` : undefined;
  const long = [`第${numeral(band.step)}步`, ...linesOf(step?.zh ?? "", 6), ...(until ? until.replace("年", "年\n").split("\n") : [])];
  const isLow = band.h < 3.4 * long.length;
  const short = [...linesOf(`${numeral(band.step)}、${step?.zh ?? ""}`, 7), ...(until ? [until.replace(/^\d+年/, "")] : [])];
  const shown = isLow ? short : long;
  return (
    <>
      <rect x={0} y={band.y} width={20} height={band.h} class="band" />
      <line x1={20} y1={band.y} x2={width} y2={band.y} class="bandLine" />
      <Lines lines={shown} x={10} y={middle} step={isLow ? 2.9 : 3.2} size={isLow ? 2.35 : 2.6} />
    </>
  );
}

function Line({ arrow: { points, isBack } }: { arrow: Arrow }) {
  return <polyline points={points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ")} class={isBack ? "way back" : "way"} marker-end="url(#arrowHead)" />;
}

function Words({ arrow: { edge, label, anchor } }: { arrow: Arrow }) {
  return <text x={label.x} y={label.y} font-size={2.35} text-anchor={anchor} class="words">{edge.actions.map((action) => ACTIONS[action].zh).join("／")}</text>;
}

/** What may still be done in a state beside the way. */
const leaving = ({ edges, repeats }: Graph, { status }: Box): ActionType[] => [
  ...new Set([...edges.filter(({ from }) => from === status).flatMap(({ actions }) => actions), ...(repeats[status] ?? [])]),
];

function StateBox({ box, layout, more }: { box: Box; layout: Layout; more: readonly ActionType[] }) {
  const { name, x, y, w, h, isEnd, isSide } = box;
  const { at: place, anchor } = noteAt(box, layout);
  const words = more.map((action) => ACTIONS[action].zh);
  return (
    <>
      <rect x={x} y={y} width={w} height={h} rx={isEnd ? h / 2 : 0.8} class={isEnd ? "state end" : "state"} />
      <Lines lines={linesOf(name, Math.floor(w / 2.7))} x={x + w / 2} y={y + h / 2} step={2.8} size={2.65} class="hei" />
      {!isSide && words.length > 0 && <text x={place.x} y={place.y} font-size={2.2} text-anchor={anchor} class="words repeat">↻{words.join("、")}</text>}
      {isSide && words.map((word, at) => <text key={word} x={x + w / 2} y={y + h + 2.8 + at * 2.7} font-size={2.2} text-anchor="middle" class="words repeat">可再{word}</text>)}
    </>
  );
}
