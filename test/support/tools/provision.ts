/** Finds the programs of `TOOLS`, or gets them, each by the first of its ways that works. */
import { shown } from "../suite/places.ts";
import { cargo, npm } from "./buildWays.ts";
import { debian, playwright, playwrightCache } from "./browserWays.ts";
import { cache, environment, path } from "./localWays.ts";
import { official } from "./officialWay.ts";
import { release } from "./releaseWay.ts";
import { TOOLS, type Tool, type ToolName, type WayName } from "./tools.ts";
import { oneAtATime } from "./oneAtATime.ts";
import { reasonOf, toolFolder, type Look, type Taking, type Way } from "./way.ts";

export const WAYS: Readonly<Record<WayName, Way>> = {
  environment,
  path,
  cache,
  release,
  npm,
  playwrightCache,
  playwright,
  debian,
  cargo,
  official,
};

/** A program that can be run, and how it was come by. */
export interface Provided {
  readonly path: string;
  readonly way: WayName;
}

/** No way worked. The message tells each way's reason, and what a person can do. */
export class ToolMissing extends Error {
  override readonly name = "ToolMissing";
}

/** Finds or gets a program. Throws `ToolMissing` when no way works. */
export async function provide(name: ToolName, taking: Taking): Promise<Provided> {
  const tool = TOOLS[name];
  const reasons: [Way, string][] = [];
  for (const way of waysOf(tool)) {
    try {
      const provided = await tryWay(tool, way, taking);
      if (typeof provided === "string") return { path: provided, way };
      reasons.push([WAYS[way], provided.reason]);
    } catch (error) {
      taking.signal?.throwIfAborted();
      reasons.push([WAYS[way], reasonOf(error)]);
      taking.say(
        `${tool.command}: ${WAYS[way].title} failed (${reasonOf(error).split("\n")[0]}), trying the next way`,
      );
    }
  }
  throw new ToolMissing(explain(tool, reasons));
}

/** Looks at the ways of a program in order, until one has it or could get it; changes nothing. */
export async function foresee(name: ToolName): Promise<{ way?: WayName; looks: [WayName, Look][] }> {
  const looks: [WayName, Look][] = [];
  for (const way of waysOf(TOOLS[name])) {
    const look = await safeLook(TOOLS[name], way);
    looks.push([way, look]);
    if (look.state !== "impossible") return { way, looks };
  }
  return { looks };
}

/** What a person can do about a program that no way has. */
export function remedies(name: ToolName): string[] {
  return TOOLS[name].ways.flatMap((way) => WAYS[way].remedy?.(TOOLS[name]) ?? []);
}

/** `LIKA_TOOL_WAYS`, such as `official` or `path,cargo`, leaves only those ways: to try one on purpose. */
function waysOf(tool: Tool): readonly WayName[] {
  const only = process.env["LIKA_TOOL_WAYS"]?.split(",").map((name) => name.trim());
  return only ? tool.ways.filter((way) => only.includes(way)) : tool.ways;
}

async function tryWay(tool: Tool, way: WayName, taking: Taking): Promise<string | { reason: string }> {
  const look = await safeLook(tool, way);
  if (look.state === "here") return look.path;
  if (look.state === "impossible") return { reason: look.reason };
  taking.say(`${tool.command} (${tool.purpose}): ${look.note}`);
  return oneAtATime(`${toolFolder(tool)}.lock`, taking, async () => {
    const again = await safeLook(tool, "cache");
    if (again.state === "here") return again.path;
    return (await WAYS[way].take?.(tool, taking)) ?? { reason: "it can only be looked at" };
  });
}

function safeLook(tool: Tool, way: WayName): Promise<Look> {
  return WAYS[way].look(tool).catch((error: unknown) => ({ state: "impossible", reason: reasonOf(error) }));
}

function explain(tool: Tool, reasons: readonly (readonly [Way, string])[]): string {
  const width = Math.max(0, ...reasons.map(([way]) => way.title.length));
  return [
    `${tool.command} (${tool.purpose}) is missing. Tried, in this order:`,
    ...reasons.map(
      ([way, reason]) => `  ${way.title.padEnd(width)}  ${reason.split("\n").map(shown).join(" | ")}`,
    ),
    "Ways out, any one of them:",
    ...remedies(tool.name).map((remedy) => `  - ${shown(remedy)}`),
  ].join("\n");
}
