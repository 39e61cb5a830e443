import { Track } from "@domain/status.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { targetsOf } from "@domain/workflow/transition.ts";
import { describe, expect, it } from "vitest";
import { graphOf } from "../../web/src/staff/print/diagram/graph.ts";
import type { Box, Point } from "../../web/src/staff/print/diagram/layout.ts";
import { layOut } from "../../web/src/staff/print/diagram/layout.ts";
import { LINE, pack } from "../../web/src/staff/print/forms/pack.ts";
import { cut, linesOf } from "../../web/src/staff/print/handbook/paging.ts";

const HEIGHT = 236;
const drawn = (track: Track) => {
  const rows = WORKFLOW[track];
  const graph = graphOf(rows);
  return { rows, graph, layout: layOut(track, rows, graph, HEIGHT) };
};

/** Whether a line along one axis runs through a box; touching its edge is none of that. */
function crosses([a, b]: [Point, Point], { x, y, w, h }: Box): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return left < x + w - 0.05 && right > x + 0.05 && top < y + h - 0.05 && bottom > y + 0.05;
}

describe.each(Track.options)("the diagram of %s", (track) => {
  it("draws or tells every row of the table", () => {
    const { rows, graph } = drawn(track);
    for (const row of rows) {
      const isTold = graph.anywhere.includes(row);
      const isDrawn = row.from.every((from) =>
        targetsOf(row).every((to) => (from === to || (typeof row.to === "object" && row.to.decidedBy === "unchanged") ? graph.repeats[from]?.includes(row.action) || from !== to : graph.edges.some((edge) => edge.from === from && edge.to === to && edge.actions.includes(row.action)))),
      );
      expect(isTold || isDrawn, `${row.action} from ${row.from.join()}`).toBe(true);
    }
  });

  it("has every state once, none upon another, all of them on the sheet", () => {
    const { graph, layout } = drawn(track);
    expect(layout.boxes.map(({ status }) => status).sort()).toEqual([...graph.main, ...graph.side].sort());
    expect(layout.height).toBeLessThanOrEqual(HEIGHT + 1);
    for (const [at, one] of layout.boxes.entries()) {
      expect(one.x + one.w).toBeLessThanOrEqual(layout.width);
      for (const other of layout.boxes.slice(at + 1)) expect(Math.abs(one.y - other.y) >= one.h || Math.abs(one.x - other.x) >= one.w, `${one.status} ${other.status}`).toBe(true);
    }
  });

  it("leads no arrow through a state", () => {
    const { layout } = drawn(track);
    const hits = layout.arrows.flatMap(({ key, points, edge }) =>
      points.slice(1).flatMap((point, at) =>
        layout.boxes.filter(({ status }) => status !== edge.from && status !== edge.to).filter((box) => crosses([points[at] ?? point, point], box)).map(({ status }) => `${key} through ${status}`),
      ),
    );
    expect(hits).toEqual([]);
  });
});

describe("lines of a form", () => {
  it("keep their order and are all full", () => {
    const lines = pack([10, 10, 16, 3, 32, 40, 5].map((units, item) => ({ item, units })), LINE);
    expect(lines.flat().map(({ item }) => item)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(lines.map((line) => line.reduce((sum, { units }) => sum + units, 0))).toEqual(lines.map(() => LINE));
  });
});

describe("pages of a handbook", () => {
  const CUTTING = { heightOf: (row: number) => row, room: 100, blank: 20, least: 5 };

  it("hold every row in order, no page more than its room, and no row is parted", () => {
    const rows = [60, 30, 20, 100, 10, 10, 90];
    const pages = cut(rows, CUTTING);
    expect(pages.flatMap((page) => page.rows)).toEqual(rows);
    for (const page of pages) expect(page.rows.reduce((sum, row) => sum + row, 0)).toBeLessThanOrEqual(100);
    expect(pages.map(({ first }) => first)).toEqual([1, 3, 4, 5, 7]);
  });

  it("have empty rows only after the last filled one, and are never fewer than the official book's", () => {
    expect(cut([], CUTTING).map(({ blanks }) => blanks)).toEqual([5, 5, 5, 5, 5]);
    expect(cut([90, 90, 30], CUTTING).map(({ rows, blanks }) => [rows.length, blanks])).toEqual([[1, 0], [1, 0], [1, 3], [0, 5], [0, 5]]);
  });

  it("count a long name by its characters, and a new line as one", () => {
    expect(linesOf("", 20, 9)).toBe(1);
    expect(linesOf("一二三四五\n六", 20, 9)).toBe(3);
    expect(linesOf("才让", 200, 9)).toBe(1);
  });
});
