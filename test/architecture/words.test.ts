import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

/** Every word that somebody sees is there in both languages: read from the sources, not from what happens to be drawn. */

const ROOT = join(import.meta.dirname, "../..");
/** Papers are Chinese only, as the plan wants them; what stands around them on the screen is not. */
const PAPERS = /^web\/src\/staff\/print\//;

/** Chinese outside of a pair of words, and why it may stand there. */
const CHINESE_ALONE: Readonly<Record<string, string>> = {
  "web/src/shared/language.tsx": "the name of a language is written in that language",
  "web/src/staff/rooms/campaign/typedSettings.ts": "the plan's own names of its steps; their English is beside them",
  "web/src/staff/rooms/entry/BatchCard.tsx": "a measure word inside the Chinese of a pair",
  "web/src/staff/rooms/entry/Receipt.tsx": "a measure word inside the Chinese of a pair",
  "web/src/staff/rooms/print/ListPrint.tsx": "the head of a paper",
  "web/src/staff/rooms/print/QuotaPrint.tsx": "a reason on a paper",
};
/** Text of an attribute that is no word: a made-up receipt number shows how one looks. */
const NO_WORD = ["7K2M-9QXA-4TEB"];
const READ_ALOUD = ["aria-label", "title", "alt", "placeholder", "label", "lead", "caption", "name"];

/** Measure words and the like (个, 年度, ：) have nothing beside them in English; so many characters at most. */
const MEASURE_WORD = 2;

const CHINESE = /[\u3400-\u9fff]/;
const LETTERS = /[A-Za-z]{2,}|[\u3400-\u9fff]/;

type Node = { type: string; start: number; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as Node).type === "string";

type Found = { pairs: { zh: string; en: string; at: number }[]; half: number[]; chinese: number[]; bare: string[] };

/** The text of a literal or of a template, an ellipsis for what a template puts in; undefined where all is computed. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal") return typeof node["value"] === "string" ? node["value"] : undefined;
  if (node.type !== "TemplateLiteral") return undefined;
  return (node["quasis"] as Node[]).map((part) => (part["value"] as { cooked: string }).cooked).join("…");
}

function pairIn(node: Node): Map<string, unknown> | undefined {
  if (node.type !== "ObjectExpression") return undefined;
  const properties = (node["properties"] as Node[]).filter(({ type }) => type === "Property");
  const named = new Map(properties.map((one) => [(one["key"] as { name?: string; value?: string }).name ?? "", one["value"]]));
  return named.has("zh") || named.has("en") ? named : undefined;
}

function look(node: Node, found: Found, inPair: boolean): void {
  const pair = pairIn(node);
  if (pair) {
    const [zh, en] = [textOf(pair.get("zh")), textOf(pair.get("en"))];
    if (!pair.has("zh") || !pair.has("en")) found.half.push(node.start);
    if (zh !== undefined && en !== undefined) found.pairs.push({ zh, en, at: node.start });
  }
  const text = textOf(node);
  if (!inPair && text !== undefined && CHINESE.test(text)) found.chinese.push(node.start);
  if (node.type === "JSXText" && LETTERS.test(String(node["value"]))) found.bare.push(String(node["value"]).trim());
  if (node.type === "JSXAttribute" && READ_ALOUD.includes(String((node["name"] as Node)["name"]))) {
    const said = textOf(node["value"]);
    if (said !== undefined && LETTERS.test(said) && String((node["name"] as Node)["name"]) !== "name") found.bare.push(said);
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === "type" || key === "start" || key === "end") continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) look(child, found, inPair || pair !== undefined);
  }
}

function readAll(folder: string) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const [file, text] = [join(folder, path), readFileSync(join(ROOT, folder, path), "utf8")];
      const found: Found = { pairs: [], half: [], chinese: [], bare: [] };
      look(parseSync(file, text).program as unknown as Node, found, false);
      const lineOf = (at: number) => `${relative(ROOT, join(ROOT, file))}:${text.slice(0, at).split("\n").length}`;
      return { file, found, lineOf };
    });
}

const web = readAll("web/src");
const screens = web.filter(({ file }) => !PAPERS.test(file));
const pairs = [...screens, ...readAll("functions/src/domain")].flatMap(({ found, lineOf }) => found.pairs.map((pair) => ({ ...pair, line: lineOf(pair.at) })));

describe("the words of the screens", () => {
  it("are found at all: well over a thousand pairs", () => {
    expect(pairs.length).toBeGreaterThan(1_500);
  });

  it("have both languages wherever they have one", () => {
    expect(screens.flatMap(({ found, lineOf }) => found.half.map(lineOf))).toEqual([]);
    const half = pairs.filter(({ zh, en }) => (zh.trim() === "") !== (en.trim() === "")).filter(({ zh, en }) => !(en.trim() === "" && zh.length <= MEASURE_WORD));
    expect(half.map(({ line }) => line)).toEqual([]);
  });

  it("are Chinese on the Chinese side and not on the English one", () => {
    const untranslated = pairs.filter(({ zh, en }) => !CHINESE.test(zh) && /[A-Za-z]{4,}/.test(zh) && zh === en);
    expect(untranslated.map(({ line, zh }) => `${line} ${zh}`)).toEqual([]);
    const chinese = pairs.filter(({ en }) => CHINESE.test(en));
    expect(chinese.map(({ line, en }) => `${line} ${en}`)).toEqual([]);
  });

  it("stand in pairs: no Chinese alone, and nothing written straight into a page", () => {
    const alone = screens.filter(({ file }) => !(file in CHINESE_ALONE)).flatMap(({ found, lineOf }) => found.chinese.map(lineOf));
    expect(alone).toEqual([]);
    const bare = screens.flatMap(({ file, found }) => found.bare.filter((text) => !NO_WORD.includes(text)).map((text) => `${file}: ${text}`));
    expect(bare).toEqual([]);
  });
});
