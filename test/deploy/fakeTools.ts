import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What an invented tool does with lines of a kind: the first row that fits. */
export type Habit = readonly [line: string, does: "finds" | "finds nothing" | "fails"];

const DOES = { "finds": "echo found", "finds nothing": "true", "fails": "echo no rights >&2; exit 1" };

/** gcloud, firebase and npm that only write down what they were asked: no cloud can be reached from a test. */
export class FakeTools {
  readonly folder = mkdtempSync(join(tmpdir(), "lika-tools-"));
  private readonly diary = join(this.folder, "diary");

  constructor(habits: readonly Habit[]) {
    const cases = habits.map(([line, does]) => `*${line.replaceAll(/([ ()'"])/g, "\\$1")}*) ${DOES[does]};;`);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.diary, "");
    for (const tool of ["gcloud", "firebase", "npm"]) {
      const script = `#!/bin/sh\nline="${tool} $*"\nprintf '%s\\n' "$line" >> '${this.diary}'\ncase "$line" in\n${cases.join("\n")}\n*) true;;\nesac\n`;
      writeFileSync(join(this.folder, tool), script, { mode: 0o755 });
    }
  }

  /** What was asked so far, in its order. */
  asked(): string[] {
    return readFileSync(this.diary, "utf8").split("\n").filter(Boolean);
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
