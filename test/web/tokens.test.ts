import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** The colours of theme.css: readable in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11), and the only ones there are. */

const WEB = join(import.meta.dirname, "../../web/src");
const theme = readFileSync(join(WEB, "shared/theme.css"), "utf8");

type Mode = "light" | "dark";
const MODES: readonly Mode[] = ["light", "dark"];

const tokens = new Map(
  [...theme.matchAll(/--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)].map(([, name = "", light, dark, both]) => [name, { light: light ?? both ?? "", dark: dark ?? both ?? "" }]),
);

function luminance(hex: string): number {
  const whole = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(whole.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, mode: Mode): number {
  const [a, b] = [one, other].map((name) => luminance(tokens.get(name)?.[mode] ?? "")).sort((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
}

/** What is written on what. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ["ink",       ["paper", "ground", "ground-deep", "red-pale", "blue-pale", "green-pale", "amber-pale", "fill-pale"]],
  ["ink-soft",  ["paper", "ground", "ground-deep", "blue-pale", "amber-pale", "fill"]],
  ["ink-tag",   ["fill-pale"]],
  ["ink-off",   ["fill-pale"]],
  ["red",       ["paper", "ground", "red-pale"]],
  ["red-dark",  ["paper", "red-pale", "amber-pale"]],
  ["blue",      ["paper", "ground", "ground-deep", "blue-pale", "amber-pale", "red-pale"]],
  ["blue-dark", ["paper", "ground", "blue-pale"]],
  ["green",     ["paper", "ground", "green-pale"]],
  ["amber",     ["paper", "ground", "amber-pale"]],
  ["on-fill",   ["red-fill", "red-fill-deep", "blue-fill", "green-fill"]],
];
/** Lines without which one would not see a control or where one is. */
const LINES: readonly (readonly [string, readonly string[]])[] = [
  ["line-strong", ["paper"]],
  ["focus",       ["paper", "ground"]],
  ["red",         ["paper"]],
  ["blue",        ["paper", "blue-pale"]],
  ["amber-line",  ["paper"]],
  ["chart-1",     ["paper"]],
  ["chart-2",     ["paper"]],
  ["chart-3",     ["paper"]],
];

const below = (pairs: typeof TEXT, least: number, mode: Mode) =>
  pairs.flatMap(([text, surfaces]) => surfaces.filter((surface) => contrast(text, surface, mode) < least).map((surface) => `${text} on ${surface}: ${contrast(text, surface, mode).toFixed(2)}`));

describe("the colours", () => {
  it.each(MODES)("can be read in %s: text at least 4.5 to 1, lines at least 3 to 1", (mode) => {
    expect(below(TEXT, 4.5, mode)).toEqual([]);
    expect(below(LINES, 3, mode)).toEqual([]);
  });

  it("are named in theme.css alone: no stylesheet of the screens has one of its own", () => {
    const sheets = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css") && !path.includes("staff/print/") && path !== "shared/theme.css");
    const own = sheets.filter((path) => /#[0-9a-f]{3,8}\b(?=[^{}]*;)/i.test(readFileSync(join(WEB, path), "utf8")));
    expect(own).toEqual([]);
  });

  it("are all known: no stylesheet asks for a token that is not there", () => {
    const sheets = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css") && !path.includes("staff/print/")).map((path) => readFileSync(join(WEB, path), "utf8"));
    const named = new Set(sheets.flatMap((text) => [...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)));
    const asked = new Set(sheets.flatMap((text) => [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name)));
    expect([...asked].filter((name) => !named.has(name))).toEqual([]);
  });
});
