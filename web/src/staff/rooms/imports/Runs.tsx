import type { ImportRun } from "@domain/sheets/records.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Column, Tone } from "../../../shared/components.tsx";
import { Card, EmptyState, Progress, Table, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { useStaffNames } from "../../data/names.ts";
import type { KnownImport } from "../../data/service.ts";
import type { Listened } from "../../parts/Reading.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { isStuck } from "./report.ts";
import { IMPORT_WORDS } from "./words.ts";

const STATES = {
  reading: { tone: "running", ...IMPORT_WORDS.reading },
  writing: { tone: "running", ...IMPORT_WORDS.writing },
  done:    { tone: "done", ...IMPORT_WORDS.doneState },
  failed:  { tone: "held", ...IMPORT_WORDS.failed },
} as const satisfies Record<ImportRun["state"], Bilingual & { tone: Tone }>;

/** The figures of a run, under heads short enough for a table of nine columns. */
const FIGURES = {
  people: IMPORT_WORDS.people,
  entered: IMPORT_WORDS.entered,
  unchanged: IMPORT_WORDS.unchangedHead,
  different: IMPORT_WORDS.differentHead,
  heldBack: IMPORT_WORDS.heldBackHead,
} as const;

/** Every import of the campaign, the latest first; one that is under way shows how far it is, whoever began it. */
export function Runs({ runs, live }: { runs: KnownImport[]; live: Listened<unknown> }) {
  const sorted = [...runs].sort((a, b) => b.at.getTime() - a.at.getTime());
  const names = useStaffNames(runs.map(({ by }) => by));
  const figure = (key: keyof typeof FIGURES): Column<KnownImport> => ({
    key, head: say(FIGURES[key]), align: "end", cell: ({ counts }) => counts[key].toLocaleString("en"),
  });
  const columns: Column<KnownImport>[] = [
    { key: "name", head: say(IMPORT_WORDS.name), names: true, cell: ({ name }) => <span class="wraps">{name}</span> },
    { key: "state", head: say(IMPORT_WORDS.state), cell: (run) => <State run={run} /> },
    { key: "when", head: say(IMPORT_WORDS.when), cell: ({ at }) => say(dateTimeOf(at)) },
    { key: "by", head: say(IMPORT_WORDS.by), cell: ({ by }) => names[by] ?? "" },
    figure("people"), figure("entered"), figure("unchanged"), figure("different"), figure("heldBack"),
  ];
  return (
    <Card title={say(IMPORT_WORDS.runs)} aside={<span class="soft">{runs.length}</span>}>
      <Reading live={live}>
        {() => (runs.length === 0
          ? <EmptyState title={say(IMPORT_WORDS.noRuns)} />
          : <Table rows={sorted} columns={columns} caption={say(IMPORT_WORDS.runs)} quiet rowKey={({ id }) => id} onPhone="stack" />)}
      </Reading>
    </Card>
  );
}

function State({ run }: { run: KnownImport }) {
  const { tone, ...name } = STATES[run.state];
  const isUnderWay = run.state === "reading" || run.state === "writing";
  if (isStuck(run, new Date())) return <span class="wraps soft">{say(IMPORT_WORDS.slow)}</span>;
  return (
    <span class="rowName">
      <span><Tag tone={tone}>{say(name)}</Tag></span>
      {isUnderWay && run.total > 0 && <Progress value={run.done} max={run.total} label={`${run.name} ${say(IMPORT_WORDS.state)}`} />}
    </span>
  );
}
