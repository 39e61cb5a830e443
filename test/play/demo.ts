/** `npm run demo`: a whole campaign, played by everybody it takes; then every promise is checked. */
import { parseArgs } from "node:util";
import { openDatabase } from "../seed/admin.ts";
import type { Suite } from "../support/suite/suite.ts";
import { withSuite } from "../support/suite/suite.ts";
import { linesOf as verdictLines, verify } from "../verify/verify.ts";
import { playCampaign } from "./campaign.ts";
import { showProgress } from "./progress.ts";
import { linesOf, resultOf } from "./report.ts";
import { BrokenPlay } from "./stage.ts";

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    households: { type: "string", default: "60" },
    seconds: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const say = (line: string) => console.log(line);

/** A number of the command line. @throws when it is none. */
function numberOf(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`--${name}: a whole number from ${least} to ${most}`);
  return number;
}

async function demo(suite: Suite): Promise<number> {
  const households = values.full
    ? "full"
    : numberOf("households", values.households, { least: 40, most: 2000 });
  const seconds = numberOf("seconds", values.seconds ?? (values.full ? "45" : "10"), { least: 3, most: 300 });
  const seed = numberOf("seed", values.seed, { least: 0, most: 13 });
  const played = await playCampaign({
    suite,
    households,
    seconds,
    seed,
    onProgress: showProgress(process.stdout),
  });
  const db = openDatabase(suite);
  const result = await resultOf(db, played).finally(() => db.terminate());
  linesOf(played, result).forEach(say);
  const verdict = await verify(suite, { campaign: played.campaign });
  verdictLines(verdict).forEach(say);
  result.broken.forEach((line) => console.error(line));
  return result.broken.length + verdict.broken;
}

try {
  const broken = await withSuite(demo, { say });
  process.exitCode = broken > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof BrokenPlay) && !(error instanceof Error)) throw error;
  console.error(error instanceof BrokenPlay ? `The play broke: ${error.message}` : error.message);
  process.exitCode = 1;
}
