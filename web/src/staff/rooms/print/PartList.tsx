import { Button, Card, Progress, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Part, Standing } from "./parts.ts";
import { isPrinted, pagesOf } from "./parts.ts";
import { PRINT_WORDS } from "./words.ts";

type PartListProps = { parts: readonly Part[]; standing: Standing; open: (no: number) => void; mark: (no: number, printed: boolean) => void };

/** The end of a register number: what tells the books of one village apart. */
const SERIAL_DIGITS = 4;
const serial = (no: string | undefined): string => no?.slice(-SERIAL_DIGITS) ?? "";

const nameOf = ({ no }: Part): string => say({ zh: `第 ${no} 部分`, en: `Part ${no}` });

/** The parts of a print job: which books, how many pages, printed or not yet; each can be opened again. */
export function PartList({ parts, standing, open, mark }: PartListProps) {
  const done = parts.filter(({ no }) => isPrinted(standing, no)).length;
  const columns = [
    {
      key: "part", head: say(PRINT_WORDS.part), names: true,
      cell: (part: Part) => (part.no === standing.at ? <strong aria-current="step">{nameOf(part)}</strong> : <Button kind="quiet" onClick={() => open(part.no)}>{nameOf(part)}</Button>),
    },
    { key: "households", head: say(PRINT_WORDS.partHouseholds), cell: ({ first, books }: Part) => say({ zh: `第 ${first}–${first + books.length - 1} 户`, en: `${first}–${first + books.length - 1}` }) },
    { key: "numbers", head: say(PRINT_WORDS.partNumbers), cell: ({ books }: Part) => <span class="number">{serial(books[0]?.no)}–{serial(books.at(-1)?.no)}</span> },
    { key: "pages", head: say(PRINT_WORDS.partPages), cell: ({ no }: Part) => pagesOf(standing, no) ?? "—" },
    {
      key: "printed", head: say(PRINT_WORDS.partPrinted),
      cell: (part: Part) => (
        <label class="option">
          <input type="checkbox" checked={isPrinted(standing, part.no)} aria-label={`${nameOf(part)} ${say(PRINT_WORDS.partPrinted)}`} onChange={(event) => mark(part.no, event.currentTarget.checked)} />
          <span>{say(isPrinted(standing, part.no) ? PRINT_WORDS.partPrinted : PRINT_WORDS.partNotYet)}</span>
        </label>
      ),
    },
  ];
  return (
    <Card title={say(PRINT_WORDS.parts)}>
      <p class="soft">{say(PRINT_WORDS.partsLead)}</p>
      <Progress value={done} max={parts.length} label={say(PRINT_WORDS.partPrinted)} text={say({ zh: `已打印 ${done} / ${parts.length} 部分`, en: `${done} of ${parts.length} parts printed` })} />
      <Table rows={parts} columns={columns} caption={say(PRINT_WORDS.parts)} quiet rowKey={({ no }) => no} onPhone="stack" />
    </Card>
  );
}
