/** The ways that only look at what this machine has already. */
import { isProgram, cachedPath, findOnPath, whyNot, type Look, type Way } from "./way.ts";
import { shown } from "../suite/places.ts";
import type { Tool } from "./tools.ts";

async function usable(tool: Tool, path: string): Promise<Look> {
  const reason = await whyNot(tool, path);
  return reason ? { state: "impossible", reason } : { state: "here", path };
}

/** A person names the file. */
export const environment: Way = {
  title: "environment",
  async look(tool) {
    const variable = tool.variable ?? "";
    const path = process.env[variable];
    return path ? usable(tool, path) : { state: "impossible", reason: `${variable} is not set` };
  },
  remedy: (tool) => `set ${tool.variable ?? ""} to the program's path`,
};

/** Installed by the person or the system. */
export const path: Way = {
  title: "on PATH",
  async look(tool) {
    const found = await findOnPath(tool.onPath);
    return found
      ? usable(tool, found)
      : { state: "impossible", reason: `no ${tool.onPath.join(", ")} on PATH` };
  },
  remedy: (tool) => `put ${tool.command} ${tool.version === "any" ? "" : `${tool.version} `}on PATH yourself`,
};

/** Got by an earlier run of Lika. */
export const cache: Way = {
  title: "Lika's cache",
  async look(tool) {
    const file = cachedPath(tool);
    if (await isProgram(file)) return usable(tool, file);
    return { state: "impossible", reason: `nothing yet at ${shown(file)}` };
  },
};
