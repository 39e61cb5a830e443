/**
 * How much of `firestore.rules` the rules tests have evaluated, from the emulator's own count.
 *
 * The emulator forgets its count whenever rules are loaded, which every test file does. So each file uses a
 * project of its own, and the counts are added up here. A constant condition (`if true`, `if false`) is never
 * counted: there is nothing to evaluate.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Addresses } from "./config.ts";
import { ROOT } from "./places.ts";

const RULES_PROJECT = "demo-lika-rules";
const RULES_TESTS = join(ROOT, "test/rules");

/** The project id of a rules test file: `rulesProjectId(import.meta.url)`. */
export function rulesProjectId(testFile: string): string {
  const name = basename(testFile).replace(/\.test\.tsx?$/, "");
  return `${RULES_PROJECT}-${name.replaceAll(/[^A-Za-z0-9]+/g, "-").toLowerCase()}`;
}

const Position = z.object({ line: z.number(), currentOffset: z.number(), endOffset: z.number() });
const Value = z.object({ value: z.record(z.string(), z.unknown()), count: z.number() });
const Node = z.object({
  sourcePosition: Position,
  values: z.array(Value).default([]),
  get children() {
    return z.array(Node).default([]);
  },
});
const Report = z.object({
  rules: z.object({ files: z.array(z.object({ content: z.string() })) }),
  report: z.array(Node).default([]),
});
type Node = z.infer<typeof Node>;

/** One expression of the rules: how often it was true, false, or something else. */
interface Expression {
  readonly line: number;
  readonly text: string;
  readonly isAllow: boolean;
  readonly parent: string | undefined;
  yes: number;
  no: number;
  other: number;
}

/**
 * What the tests left out. `lines` are for people, `unevaluated` counts `allow` conditions that never ran.
 */
export interface RulesCoverage {
  readonly expressions: number;
  readonly lines: readonly string[];
  readonly unevaluated: number;
}

/** Asks the emulator for every project that the rules tests used, and adds up. */
export async function readRulesCoverage(suite: Addresses): Promise<RulesCoverage> {
  const source = await readFile(join(ROOT, "firestore.rules"), "utf8");
  const seen = new Map<string, Expression>();
  for (const id of await projectIds()) {
    const response = await fetch(`http://${suite.firestore}/emulator/v1/projects/${id}:ruleCoverage`);
    if (!response.ok) continue;
    const { rules, report } = Report.parse(await response.json());
    // A test that loads other rules on purpose says nothing about these.
    if (rules.files[0]?.content !== source) continue;
    for (const node of report) count(node, { source, seen, parent: undefined });
  }
  return summarize(seen);
}

async function projectIds(): Promise<string[]> {
  const files = await readdir(RULES_TESTS, { recursive: true }).catch(() => []);
  return [RULES_PROJECT, ...files.filter((file) => /\.test\.tsx?$/.test(file)).map(rulesProjectId)];
}

interface Counting {
  readonly source: string;
  readonly seen: Map<string, Expression>;
  readonly parent: string | undefined;
}

function count(node: Node, { source, seen, parent }: Counting): void {
  const { line, currentOffset, endOffset } = node.sourcePosition;
  const key = `${currentOffset}-${endOffset}-${parent ?? ""}`;
  const one = seen.get(key) ?? {
    line,
    text: readable(source.slice(currentOffset, endOffset + 1)),
    isAllow: parent === undefined && /allow[^;]*:\s*if\s*$/.test(source.slice(0, currentOffset)),
    parent,
    yes: 0,
    no: 0,
    other: 0,
  };
  for (const { value, count: times } of node.values) {
    if (value["boolValue"] === true) one.yes += times;
    else if (value["boolValue"] === false) one.no += times;
    // An empty value means that the expression was reached but not needed, as behind a true `||`.
    else if (Object.keys(value).length > 0) one.other += times;
  }
  seen.set(key, one);
  for (const child of node.children) count(child, { source, seen, parent: key });
}

/** On one line, with the parenthesis that the emulator leaves off a call. */
function readable(text: string): string {
  const open = text.split("(").length - text.split(")").length;
  return text.replaceAll(/\s+/g, " ") + ")".repeat(Math.max(0, open));
}

function summarize(seen: ReadonlyMap<string, Expression>): RulesCoverage {
  const ran = ({ yes, no, other }: Expression): boolean => yes + no + other > 0;
  const all = [...seen.values()];
  const parentRan = ({ parent }: Expression): boolean => {
    const above = parent === undefined ? undefined : seen.get(parent);
    return above === undefined || ran(above);
  };
  const never = all.filter((one) => !ran(one) && parentRan(one));
  const oneSided = all.filter((one) => ran(one) && one.other === 0 && (one.yes === 0 || one.no === 0));
  const lines = [
    ...never.map((one) => [one.line, `never evaluated: ${one.text}`] as const),
    ...oneSided.map(
      (one) => [one.line, `${one.yes === 0 ? "never true" : "never false"}: ${one.text}`] as const,
    ),
  ];
  return {
    expressions: all.length,
    lines: lines.toSorted(([a], [b]) => a - b).map(([line, text]) => `firestore.rules:${line}  ${text}`),
    unevaluated: never.filter(({ isAllow }) => isAllow).length,
  };
}
