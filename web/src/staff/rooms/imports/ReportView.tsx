import type { SheetProblem } from "@domain/sheets/sheetProblems.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Card, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Pager } from "../../parts/Pager.tsx";
import type { Different, ImportReport } from "@domain/sheets/records.ts";
import { verdictOf } from "./report.ts";
import { IMPORT_WORDS } from "./words.ts";

const VERDICTS = {
  errors: { tone: "error", ...IMPORT_WORDS.fixFirst },
  ready:  { tone: "success", ...IMPORT_WORDS.fine },
  same:   { tone: "info", ...IMPORT_WORDS.again },
  done:   { tone: "success", ...IMPORT_WORDS.done },
} as const;

/** What a file says, and what became of it: figures first, then every list by row and column. */
export function ReportView({ report }: { report: ImportReport }) {
  const { tone, ...verdict } = VERDICTS[verdictOf(report)];
  const { committed, year, counts, errors, duplicates, withoutNumber, conflicts, different } = report;
  const shown = committed
    ? (["rows", "people", "households", "entered", "unchanged", "different", "heldBack"] as const)
    : (["rows", "people", "households", "errors", "duplicates", "withoutNumber", "heldBack"] as const);
  const alarms: readonly string[] = ["errors", "different"];
  return (
    <>
      <Alert tone={tone}>{say(verdict)}</Alert>
      <Card title={say(committed ? IMPORT_WORDS.result : IMPORT_WORDS.understood)} aside={<span class="soft">{say(IMPORT_WORDS.year)} {year}</span>}>
        <dl class="figures">
          {shown.map((key) => (
            <div key={key} class={alarms.includes(key) && counts[key] > 0 ? "alarm" : undefined}>
              <dt>{say(IMPORT_WORDS[key])}</dt>
              <dd>{counts[key].toLocaleString("en")}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Problems title={say(IMPORT_WORDS.errors)} rows={errors} many={counts.errors} />
      <Problems title={say(IMPORT_WORDS.duplicates)} rows={duplicates} many={counts.duplicates} />
      <Problems title={say(IMPORT_WORDS.withoutNumber)} rows={withoutNumber} many={counts.withoutNumber} />
      <Problems title={say(IMPORT_WORDS.conflicts)} rows={conflicts} many={conflicts.length} />
      <Differing rows={different} many={counts.different} />
    </>
  );
}

const PAGE_ROWS = 25;

/** The sentence without its place, which stands in columns of its own. */
const PLACE = /^(第 \d+ 行( [A-Z]+ 列“[^”]*”)?：?|Row \d+(, column [A-Z]+ \([^)]*\))?: )/;
const withoutPlace = (text: string): string => text.replace(PLACE, "");

const PROBLEM_COLUMNS = (): Column<SheetProblem>[] => [
  { key: "row", head: say(IMPORT_WORDS.row), align: "end", names: true, cell: ({ row }) => (row === 0 ? "—" : row) },
  { key: "column", head: say(IMPORT_WORDS.column), cell: ({ column, header }) => (column ? `${column} ${header}` : header || "—") },
  { key: "typed", head: say(IMPORT_WORDS.typed), cell: ({ typed }) => (typed ? <q class="wraps">{typed}</q> : "—") },
  { key: "problem", head: say(IMPORT_WORDS.problem), cell: (one) => <span class="wraps">{withoutPlace(say(one))}</span> },
];

/** Lines that are wrong, by row and column, in pages. */
export function Problems({ title, rows, many }: { title: string; rows: readonly SheetProblem[]; many: number }) {
  const [page, setPage] = useState(1);
  if (rows.length === 0) return null;
  const pages = Math.ceil(rows.length / PAGE_ROWS);
  const at = Math.min(page, pages);
  return (
    <Card title={title} aside={<span class="soft">{many}</span>}>
      {many > rows.length && <p class="soft">{say(IMPORT_WORDS.more)}</p>}
      <Table rows={rows.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS)} columns={PROBLEM_COLUMNS()} caption={title} quiet rowKey={({ row, column, code, zh }) => `${row} ${column} ${code} ${zh}`} onPhone="stack" />
      <Pager page={at} pages={pages} go={setPage} />
    </Card>
  );
}

function Differing({ rows, many }: { rows: readonly Different[]; many: number }) {
  if (rows.length === 0) return null;
  const columns: Column<Different>[] = [
    { key: "row", head: say(IMPORT_WORDS.row), align: "end", names: true, cell: ({ row }) => row },
    { key: "no", head: say(IMPORT_WORDS.no), cell: ({ no }) => <span class="number">{no}</span> },
    { key: "fields", head: say(IMPORT_WORDS.fields), cell: ({ fields }) => <span class="wraps">{fields.join(say({ zh: "、", en: ", " }))}</span> },
  ];
  return (
    <Card title={say(IMPORT_WORDS.different)} aside={<span class="soft">{many}</span>}>
      {many > rows.length && <p class="soft">{say(IMPORT_WORDS.more)}</p>}
      <Table rows={rows} columns={columns} caption={say(IMPORT_WORDS.different)} quiet rowKey={({ row, no }) => `${row} ${no}`} onPhone="stack" />
    </Card>
  );
}
