/**
 * `npm run audit`, and a part of `npm test`: whether a known hole of high or critical severity lies in what is deployed.
 * A registry that answers nothing is no proof: then it is said, and counts neither as held nor as failed.
 */
import { z } from "zod";
import { run } from "./suite/childProcess.ts";
import { ROOT } from "./suite/places.ts";

/** What came of it, and the line that says so. */
export type Audited = { state: "held" | "failed" | "unknown"; line: string };

const SEVERE = ["high", "critical"];
const PATIENCE = 60_000;

const Report = z.object({ vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })), metadata: z.object({ vulnerabilities: z.object({ total: z.int() }) }) });
const Refusal = z.object({ message: z.string() });

/** Reads what `npm audit --json` wrote. */
export function readAudit(text: string): Audited {
  const written = parsed(text);
  const report = Report.safeParse(written).data;
  if (!report) return { state: "unknown", line: `dependencies: NOT AUDITED, the registry did not answer (${Refusal.safeParse(written).data?.message ?? "no report"})` };
  const severe = Object.entries(report.vulnerabilities).filter(([, { severity }]) => SEVERE.includes(severity)).map(([name, { severity }]) => `${name} (${severity})`);
  if (severe.length > 0) return { state: "failed", line: `dependencies: known holes in ${severe.join(", ")}; npm audit tells more` };
  return { state: "held", line: `dependencies: no known hole of high severity (${report.metadata.vulnerabilities.total} of lower)` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asks the registry about what is deployed: the tools of development are not. */
export async function auditDependencies(signal?: AbortSignal): Promise<Audited> {
  const line = "npm audit --omit=dev --json 2>/dev/null";
  const { output } = await run({ command: "sh", args: ["-c", line], cwd: ROOT, timeout: PATIENCE, signal }).catch(() => ({ output: "" }));
  return readAudit(output);
}

if (import.meta.main) {
  const { state, line } = await auditDependencies();
  console.log(line);
  process.exitCode = state === "failed" ? 1 : 0;
}
