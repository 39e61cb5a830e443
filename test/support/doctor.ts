/**
 * `npm run doctor`: what this machine has and lacks for Lika, and the way out of each lack. Changes nothing.
 */
import { statfs } from "node:fs/promises";
import { release } from "node:os";
import { run } from "./suite/childProcess.ts";
import { ROOT, shown } from "./suite/places.ts";
import { isFree, SERVICES, USUAL_PORTS } from "./suite/ports.ts";
import { findSuite } from "./suite/suiteFile.ts";
import { table } from "./table.ts";
import { foresee, remedies, WAYS } from "./tools/provision.ts";
import { TOOLS, type ToolName } from "./tools/tools.ts";
import { findOnPath } from "./tools/way.ts";

/**
 * `lack` keeps `npm start` from working; `note` keeps something else from working, or is only good to know.
 */
type Grade = "ok" | "note" | "lack";

interface Finding {
  readonly grade: Grade;
  readonly about: string;
  readonly says: string;
  /** What was looked at in vain. */
  readonly reasons?: readonly string[];
  readonly wayOut?: readonly string[];
}

const MARKS: Record<Grade, string> = { ok: "ok  ", note: "note", lack: "LACK" };

/** Compiling both emulators takes 1.5 GB for a while; otherwise logs and data are small. */
const DISK_NEEDED = 3 * 1024 ** 3;

function system(): Finding {
  const about = "System";
  const says = `${process.platform} ${release()} ${process.arch}`;
  if (process.platform === "linux" || process.platform === "darwin") return { grade: "ok", about, says };
  const wayOut = ["use Windows' own Linux: wsl --install, then clone and run Lika inside it"];
  return {
    grade: "lack",
    about,
    says: `${says}: the Cloud Tasks emulator runs on Linux and macOS only`,
    wayOut,
  };
}

function node(): Finding {
  return { grade: "ok", about: "Node", says: `${process.versions.node} at ${shown(process.execPath)}` };
}

async function npm(): Promise<Finding> {
  const { code, output } = await run({ command: "npm", args: ["--version"], timeout: 20_000 });
  const version = output.trim().split("\n").at(-1) ?? "";
  if (code === 0) return { grade: "ok", about: "npm", says: version };
  return {
    grade: "lack",
    about: "npm",
    says: "it does not run",
    wayOut: ["install Node 20 or newer from https://nodejs.org"],
  };
}

async function tool(name: ToolName, otherwise: Grade): Promise<Finding> {
  const { command, purpose } = TOOLS[name];
  const { way, looks } = await foresee(name);
  const look = looks.at(-1)?.[1];
  const about = command;
  if (way && look?.state === "here")
    return { grade: "ok", about, says: `${shown(look.path)} (${WAYS[way].title})` };
  if (way && look?.state === "possible") {
    return {
      grade: "ok",
      about,
      says: `not here yet; npm start or npm test would ${look.note} (${WAYS[way].title})`,
    };
  }
  const reasons = looks.map(
    ([one, seen]) => `${WAYS[one].title}: ${seen.state === "impossible" ? seen.reason : ""}`,
  );
  return { grade: otherwise, about, says: `${purpose} cannot be had`, reasons, wayOut: remedies(name) };
}

async function ports(): Promise<Finding> {
  const about = "Ports";
  const up = await findSuite();
  if (up) return { grade: "ok", about, says: `Lika is up at http://${up.hosting}` };
  const taken: string[] = [];
  for (const service of SERVICES) {
    if (!(await isFree(USUAL_PORTS[service]))) taken.push(`${USUAL_PORTS[service]} (${service})`);
  }
  if (taken.length === 0) return { grade: "ok", about, says: "the usual ones are all free" };
  return { grade: "ok", about, says: `taken: ${taken.join(", ")}; npm start takes others and names them` };
}

async function disk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(ROOT);
  const free = bavail * bsize;
  const says = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  if (free >= DISK_NEEDED) return { grade: "ok", about: "Disk", says };
  return { grade: "note", about: "Disk", says, wayOut: ["free 3 GB before a tool has to be compiled"] };
}

async function fonts(): Promise<Finding> {
  const about = "Chinese fonts";
  if (process.platform === "darwin") return { grade: "ok", about, says: "macOS has them" };
  const wayOut = ["sudo apt-get install fonts-noto-cjk, or your system's package of Noto Sans CJK"];
  if (!(await findOnPath(["fc-list"]))) return { grade: "note", about, says: "no fc-list to ask", wayOut };
  const { output } = await run({ command: "fc-list", args: [":lang=zh", "family"], timeout: 20_000 });
  const first = output.split("\n")[0];
  if (first) return { grade: "ok", about, says: first };
  return { grade: "note", about, says: "none: pages and prints show boxes for characters", wayOut };
}

async function java(): Promise<Finding> {
  const about = "Java";
  const program = await findOnPath(["java"]);
  if (!program) return { grade: "ok", about, says: "none, and none is needed" };
  const { output } = await run({ command: program, args: ["-version"], timeout: 20_000 });
  const version = /version "([^"]+)"/.exec(output)?.[1] ?? "unknown";
  return {
    grade: "ok",
    about,
    says: `${version}; only the official Firestore emulator (21 or newer) would use it`,
  };
}

const findings: Finding[] = [
  system(),
  node(),
  ...(await Promise.all([
    npm(),
    tool("hidane", "lack"),
    tool("cloudTasksEmulator", "lack"),
    tool("chromium", "note"),
    ports(),
    disk(),
    fonts(),
    java(),
  ])),
];

console.log(
  table(
    findings.flatMap(({ grade, about, says, reasons = [], wayOut = [] }) => [
      [MARKS[grade], about, says],
      ...reasons.map((reason) => ["", "", `tried: ${shown(reason)}`]),
      ...wayOut.map((way) => ["", "", `way out: ${shown(way)}`]),
    ]),
  ),
);
const lacks = findings.filter(({ grade }) => grade === "lack");
console.log(
  lacks.length === 0
    ? "\nnpm start can work here."
    : `\nnpm start cannot work yet: ${lacks.map(({ about }) => about).join(", ")}.`,
);
process.exitCode = lacks.length === 0 ? 0 : 1;
