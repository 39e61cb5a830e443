import type { ActionType } from "@domain/actionInputs.ts";
import type { Actor } from "@domain/roles.ts";
import { Actor as Actors } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import { Status, statusOf } from "@domain/status.ts";
import type { Transition } from "@domain/workflow/transition.ts";
import { targetsOf } from "@domain/workflow/transition.ts";

/** One arrow: everything that leads from one state to another. */
export type Edge = { from: Status; to: Status; actions: ActionType[] };

/** The table of a track as a picture needs it. */
export type Graph = {
  /** The way that leads farthest, in order: one row each. */
  main: Status[];
  /** Other states that something leads to. */
  side: Status[];
  edges: Edge[];
  /** What may be done again and again in a state without leaving it. */
  repeats: Partial<Record<Status, ActionType[]>>;
  /** Rows that hold in many states: they are told below the picture, not drawn. */
  anywhere: Transition[];
};

/** A row that starts in more states than this is told in words. */
const MOST_SOURCES = 3;

const rank = (status: Status): number => Status.options.indexOf(status);

/** Reads the picture off the table: which states lie on the way, which beside it, and what leads where. */
export function graphOf(rows: readonly Transition[]): Graph {
  const drawn = rows.filter(({ from }) => from.length <= MOST_SOURCES);
  const edges: Edge[] = [];
  const repeats: Graph["repeats"] = {};
  for (const row of drawn) {
    for (const from of row.from) {
      for (const to of targetsOf(row)) {
        if (from === to) repeats[from] = [...new Set([...(repeats[from] ?? []), row.action])];
        else if (typeof row.to === "string" || row.to.decidedBy !== "unchanged") add(edges, { from, to, actions: [row.action] });
      }
    }
  }
  const main = longestWay(edges);
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const side = Status.options.filter((status) => touched.has(status) && !main.includes(status));
  return { main, side, edges, repeats, anywhere: rows.filter((row) => !drawn.includes(row)) };
}

function add(edges: Edge[], edge: Edge): void {
  const same = edges.find(({ from, to }) => from === edge.from && to === edge.to);
  if (!same) edges.push(edge);
  else same.actions = [...new Set([...same.actions, ...edge.actions])];
}

/** Actions that end the way instead of going on. */
const ENDING: readonly ActionType[] = ["reject", "withdraw"];

/** The longest way forward from the draft; forward is the order in which the states are listed. */
function longestWay(edges: readonly Edge[]): Status[] {
  const known = new Map<Status, Status[]>();
  const from = (status: Status): Status[] => {
    const found = known.get(status);
    if (found) return found;
    const next = edges
      .filter((edge) => edge.from === status && rank(edge.to) > rank(status) && !edge.actions.every((action) => ENDING.includes(action)))
      .map(({ to }) => from(to));
    const best = next.reduce<Status[]>((longest, way) => (way.length > longest.length ? way : longest), []);
    known.set(status, [status, ...best]);
    return [status, ...best];
  };
  return from("draft");
}

/** Who moves a state on along the way; at its end, whoever holds it or brought it there. */
export function lanesOf(track: Track, rows: readonly Transition[], main: readonly Status[]): Actor[] {
  const lanes: Actor[] = [];
  main.forEach((status, at) => {
    const next = main[at + 1];
    const mover = next && rows.find((row) => row.from.length <= MOST_SOURCES && row.from.includes(status) && targetsOf(row).includes(next))?.by[0];
    lanes.push(mover ?? statusOf(track, status).holders[0] ?? lanes.at(-1) ?? "clock");
  });
  return lanes;
}

/** The actors of some lanes, in the order of the page. */
export const inOrder = (actors: readonly Actor[]): Actor[] => {
  const order: readonly Actor[] = ["applicant", ...Actors.options];
  return [...new Set(order)].filter((actor) => actors.includes(actor));
};
