/** How much memory whoever listens at an address holds. */
import { readFile } from "node:fs/promises";
import { run } from "../../support/suite/childProcess.ts";

/** Megabytes in use; 0 where the system does not tell. */
export async function memoryOf(address: string): Promise<number> {
  const port = address.split(":").at(-1) ?? "";
  const { output } = await run({ command: "ps", args: ["-A", "-o", "pid=,args="] });
  const pids = output.split("\n").filter((line) => line.includes(port) && /firestore|hidane/i.test(line)).map((line) => Number.parseInt(line, 10));
  const sizes = await Promise.all(pids.map(async (pid) => {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  }));
  return Math.round(Math.max(0, ...sizes) / 1024);
}
