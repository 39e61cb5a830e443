/** One row of a picture: a bar, or a group of bars, and the line of its table. */
export type PictureRow = {
  key: string;
  name: string;
  values: readonly number[];
  /** Where the list behind it is. */
  href?: string;
};

/** Figures that are drawn as bars and told as a table: both from the same rows. */
export type Picture = {
  title: string;
  /** What the rows are, as the head of their column. */
  head: string;
  series: readonly string[];
  rows: readonly PictureRow[];
  /** Whether the series are parts of one bar, whose end then tells the sum. */
  stacked: boolean;
  /** How a figure is written. */
  write: (value: number) => string;
};

/** Pixels: the thickness of a bar, and what the names of several series take above them. */
export const BAR = 14;
export const LEGEND = 32;
const GAP = 14;
const FRAME = 16;

/** Height of the drawing, in pixels: every bar has the same, however many there are. */
export const heightOf = ({ rows, series, stacked }: Picture): number =>
  FRAME + (series.length > 1 ? LEGEND : 0) + rows.length * (BAR * (stacked ? 1 : series.length) + GAP);

/** The whole picture in words, for whoever cannot see it. */
export function told({ title, series, rows, write }: Picture): string {
  const lines = rows.map(({ name, values }) => `${name} ${values.map((value, at) => `${series[at] ?? ""} ${write(value)}`).join(", ")}`);
  return `${title}: ${lines.join("; ")}`;
}
