import type { Actor } from "@domain/roles.ts";
import type { Status, Track } from "@domain/status.ts";
import { statusOf } from "@domain/status.ts";
import type { Transition } from "@domain/workflow/transition.ts";
import type { Edge, Graph } from "./graph.ts";
import { inOrder, lanesOf } from "./graph.ts";

/* A layered picture, in millimetres: a lane for each actor, a row for each state, so that nothing crosses a box. */

export type Point = { x: number; y: number };
export type Box = { status: Status; name: string; isSide: boolean; x: number; y: number; w: number; h: number; isEnd: boolean };
export type Arrow = { key: string; points: Point[]; edge: Edge; label: Point; anchor: "start" | "middle" | "end"; isBack: boolean };
export type Lane = { actor: Actor | undefined; x: number; w: number };
export type Band = { step: number; y: number; h: number };
export type Layout = { width: number; height: number; top: number; lanes: Lane[]; bands: Band[]; boxes: Box[]; arrows: Arrow[] };

const WIDTH = 182;
const STEPS = 21;
const GUTTER = 11;
/** Between the lanes and what lies beside the way. */
const INNER = 5;
const TOP = 10;
const BOX = { h: 6.4 };
const TRACK = 2.6;

/** Where everything of a graph stands on a sheet whose picture may be so high. */
export function layOut(track: Track, rows: readonly Transition[], graph: Graph, height: number): Layout {
  const { main, side } = graph;
  const movers = lanesOf(track, rows, main);
  const actors = inOrder(movers);
  const count = actors.length + (side.length > 0 ? 1 : 0);
  const inner = side.length > 0 ? INNER : 0;
  const w = (WIDTH - STEPS - GUTTER - inner) / count;
  const xOf = (lane: number) => STEPS + GUTTER + lane * w + (lane >= actors.length ? inner : 0);
  const lanes: Lane[] = Array.from({ length: count }, (_, at) => ({ actor: actors[at], x: xOf(at), w }));
  const pitch = Math.min(15, (height - TOP) / main.length);
  const box = (status: Status, lane: number, row: number): Box => ({
    status,
    isSide: side.includes(status),
    name: statusOf(track, status).zh,
    x: xOf(lane) + 1,
    y: TOP + row * pitch + (pitch - BOX.h) / 2,
    w: w - 2,
    h: BOX.h,
    isEnd: !graph.edges.some(({ from }) => from === status),
  });
  const boxes = main.map((status, row) => box(status, actors.indexOf(movers[row] ?? "clock"), row));
  for (const status of side) boxes.push(box(status, count - 1, sideRow(status, graph, boxes, main.length)));
  const bottom = TOP + main.length * pitch;
  return { width: WIDTH, height: bottom + 1, top: TOP, lanes, bands: bandsOf(track, main, pitch), boxes, arrows: new Router(graph, boxes, STEPS + GUTTER, lanes).arrows() };
}

/** A state beside the way stands in the row of the last state that leads to it, or in the nearest row still free. */
function sideRow(status: Status, { main, edges, side }: Graph, boxes: readonly Box[], rows: number): number {
  const sources = edges.filter(({ to }) => to === status).map(({ from }) => main.indexOf(from));
  const wanted = Math.max(0, ...sources);
  const taken = boxes.slice(main.length).map(({ y }) => y);
  const yOf = (row: number) => boxes[row]?.y;
  const free = Array.from({ length: rows }, (_, at) => at).filter((row) => !taken.includes(yOf(row) ?? -1));
  return free.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)[0] ?? Math.min(rows - 1, wanted + side.indexOf(status));
}

function bandsOf(track: Track, main: readonly Status[], pitch: number): Band[] {
  const bands: Band[] = [];
  main.forEach((status, row) => {
    const { step } = statusOf(track, status);
    const last = bands.at(-1);
    if (last?.step === step) last.h += pitch;
    else bands.push({ step, y: TOP + row * pitch, h: pitch });
  });
  return bands;
}

type Gutter = "left" | "inner";

/** Lines along rows and gutters only. Each line of a gutter, and each at a box's side, has a place of its own. */
class Router {
  private readonly graph: Graph;
  private readonly boxes: readonly Box[];
  private readonly left: number;
  private readonly sideX: number;
  private readonly gutters: Record<Gutter, { from: number; to: number; track: number }[]> = { left: [], inner: [] };
  private readonly ends = new Map<string, number>();

  constructor(graph: Graph, boxes: readonly Box[], left: number, lanes: readonly Lane[]) {
    const last = lanes.at(-1);
    this.graph = graph;
    this.boxes = boxes;
    this.left = left;
    this.sideX = last ? (graph.side.length > 0 ? last.x : last.x + last.w) : left;
  }

  arrows(): Arrow[] {
    return this.graph.edges.filter(({ from }) => !this.graph.side.includes(from)).flatMap((edge) => {
      const from = this.boxes.find(({ status }) => status === edge.from);
      const to = this.boxes.find(({ status }) => status === edge.to);
      return from && to ? [this.route(edge, from, to)] : [];
    });
  }

  private route(edge: Edge, from: Box, to: Box): Arrow {
    const { main, side } = this.graph;
    const at = main.indexOf(edge.from);
    const key = `${edge.from} ${edge.to}`;
    if (at >= 0 && main[at + 1] === edge.to) return { key, edge, ...this.down(from, to), isBack: false };
    if (side.includes(edge.to) && Math.abs(from.y - to.y) < 1) return { key, edge, ...this.across(from, to), isBack: false };
    if (side.includes(edge.to)) return { key, edge, ...this.around(from, to, "inner"), isBack: false };
    const isBack = main.indexOf(edge.to) < at;
    return { key, edge, ...this.around(from, to, isBack ? "left" : "inner"), isBack };
  }

  /** To the next row: down, along the gap, down. */
  private down(from: Box, to: Box) {
    const a = { x: from.x + from.w / 2, y: from.y + from.h };
    const b = { x: to.x + to.w / 2, y: to.y };
    const middle = a.y + (b.y - a.y) * 0.66;
    if (Math.abs(a.x - b.x) < 0.1) return { points: [a, b], label: { x: a.x + 1.2, y: (a.y + b.y) / 2 + 0.8 }, anchor: "start" as const };
    const points = [a, { x: a.x, y: middle }, { x: b.x, y: middle }, b];
    return { points, label: { x: (a.x + b.x) / 2, y: middle - 0.7 }, anchor: "middle" as const };
  }

  /** To a state beside the way in the same row. */
  private across(from: Box, to: Box) {
    const a = this.end(from, "right");
    this.end(to, "left");
    return { points: [a, { x: to.x, y: a.y }], label: labelAt(from, a, a.x + 1), anchor: "start" as const };
  }

  private around(from: Box, to: Box, gutter: Gutter) {
    const a = this.end(from, gutter === "left" ? "left" : "right");
    const b = this.end(to, gutter === "left" || (gutter === "inner" && to.x >= this.sideX) ? "left" : "right");
    const track = this.track(gutter, a.y, b.y);
    const x = gutter === "left" ? this.left - 1.5 - track * TRACK : this.sideX - 0.9 - track * 1.3;
    const label = labelAt(from, a, gutter === "left" ? x + 0.8 : a.x + 1);
    return { points: [a, { x, y: a.y }, { x, y: b.y }, b], label, anchor: "start" as const };
  }

  /** A place at a box's side: the middle first, then above and below it. */
  private end(box: Box, side: "left" | "right"): Point {
    const key = `${box.status} ${side}`;
    const many = this.ends.get(key) ?? 0;
    this.ends.set(key, many + 1);
    const shift = [0, 1.9, -1.9, 2.6][many] ?? 0;
    return { x: side === "left" ? box.x : box.x + box.w, y: box.y + box.h / 2 + shift };
  }

  private track(gutter: Gutter, a: number, b: number): number {
    const [from, to] = a < b ? [a, b] : [b, a];
    const taken = this.gutters[gutter];
    for (let track = 0; ; track += 1) {
      if (taken.some((one) => one.track === track && one.from < to + 1 && from < one.to + 1)) continue;
      taken.push({ from, to, track });
      return track;
    }
  }
}

/**
 * Where the words about a state stand that do not lead away from it: beside the box, where no line leaves it. In the
 * last lane there is no room to the right.
 */
export function noteAt(box: Box, { arrows, lanes }: Layout): { at: Point; anchor: "start" | "end" } {
  const exits = arrows.filter(({ edge, points }) => edge.from === box.status && (points[0]?.x ?? 0) > box.x + box.w - 0.1).length;
  const last = lanes.filter(({ actor }) => actor !== undefined).at(-1);
  const middle = box.y + box.h / 2;
  if (exits > 1 || (last && box.x > last.x)) return { at: { x: box.x - 0.8, y: middle - 0.7 }, anchor: "end" };
  return { at: { x: box.x + box.w + 0.8, y: exits === 1 ? middle + 2.4 : middle - 0.7 }, anchor: "start" };
}

/** Words above a line; below it where it leaves the box below its middle, because another one leaves above. */
const labelAt = (box: Box, { y }: Point, x: number): Point => ({ x, y: y > box.y + box.h / 2 + 0.1 ? y + 2.4 : y - 0.7 });
