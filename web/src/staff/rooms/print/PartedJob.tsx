import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Button, LoadFailed, Progress } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useLoaded } from "../../../shared/loaded.ts";
import { useKept } from "../../parts/useKept.ts";
import { pagesIn } from "../../print/handbook/Handbook.tsx";
import { HandbookJob } from "../../print/handbook/HandbookJob.tsx";
import type { Copy, HandbookData } from "../../print/handbook/types.ts";
import { Chooser } from "../../parts/Chooser.tsx";
import { PartList } from "./PartList.tsx";
import type { Copies, Listed, Part, Standing } from "./parts.ts";
import { nextPart, NOTHING_KEPT, partsOf, standingOf, withPages, withPrinted } from "./parts.ts";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

const COPIES = { both: ["household", "committee"], household: ["household"], committee: ["committee"] } as const satisfies Record<Copies, readonly Copy[]>;
const isCopies = (text: string): text is Copies => text in COPIES;

/** How the papers of some books are read, and what stands above them; `data` draws them as they are to be printed. */
export type Papers<Book> = {
  load: (ids: readonly string[], told: (done: number) => void) => Promise<Book[]>;
  tools: (books: readonly Book[]) => ComponentChildren;
  data: (books: readonly Book[]) => HandbookData[];
};

type PartedJobProps<Book> = {
  /** Where this device keeps how far the job has come. */
  keptAs: string;
  books: readonly Listed[];
  papers: Papers<Book>;
  /** Told whenever another part is opened. */
  onOpen: () => void;
};

/**
 * The handbooks of a signing session, in documents that a browser can print: one part is read and drawn at a time. After
 * a reload it is where it was.
 */
export function PartedJob<Book>({ keptAs, books, papers, onOpen }: PartedJobProps<Book>) {
  const [kept, keep] = useKept<Standing>(keptAs, NOTHING_KEPT);
  const standing = standingOf(kept, books);
  const parts = useMemo(() => partsOf(books), [books]);
  const part = parts[standing.at - 1];
  if (!part) return null;
  const open = (at: number) => (onOpen(), keep({ ...standing, at }));
  return <OnePart key={part.no} part={part} parts={parts} standing={standing} keep={keep} open={open} papers={papers} />;
}

type OnePartProps<Book> = { part: Part; parts: readonly Part[]; standing: Standing; keep: (next: Standing) => void; open: (no: number) => void; papers: Papers<Book> };

const titleOf = ({ no, of }: Part): string => (of === 1 ? say(PRINT_WORDS.handbooks) : say({ zh: `扶贫手册　第 ${no} 部分，共 ${of} 部分`, en: `Handbooks: part ${no} of ${of}` }));

function OnePart<Book>({ part, parts, standing, keep, open, papers }: OnePartProps<Book>) {
  const [done, setDone] = useState(0);
  const ids = part.books.map(({ id }) => id);
  const loaded = useLoaded(() => papers.load(ids, setDone), []);
  const read = loaded.state === "ready" ? loaded.value : undefined;
  const data = useMemo(() => read && papers.data(read), [read, papers]);
  const copies = COPIES[standing.copies];
  const isReady = data !== undefined && data.length > 0;
  const pages = useMemo(() => data?.reduce((sum, book) => sum + copies.length * pagesIn(book), 0), [data, copies]);
  useEffect(() => {
    if (pages) keep(withPages(standing, part.no, pages));
  }, [pages]);
  useEffect(() => {
    if (!isReady) return undefined;
    const printed = () => keep(withPrinted(standing, part.no, true));
    window.addEventListener("afterprint", printed);
    return () => window.removeEventListener("afterprint", printed);
  }, [isReady, standing]);
  const next = nextPart(standing, parts);
  return (
    <PrintFrame
      title={titleOf(part)}
      isReady={isReady}
      tools={
        <>
          <Chooser id="copies" label={say(PRINT_WORDS.copies)} value={standing.copies} options={Object.keys(COPIES).filter(isCopies).map((key) => [key, say(PRINT_WORDS[key])])} pick={(value) => isCopies(value) && keep({ ...standing, copies: value })} />
          {read && papers.tools(read)}
        </>
      }
      next={next !== undefined && <Button onClick={() => open(next)}>{say({ zh: `下一部分（第 ${next} 部分）`, en: `Next: part ${next}` })}</Button>}
      below={parts.length > 1 && <PartList parts={parts} standing={standing} open={open} mark={(no, printed) => keep(withPrinted(standing, no, printed))} />}
    >
      {loaded.state === "failed" && <LoadFailed retry={loaded.retry} />}
      {loaded.state === "loading" && <Progress value={done} max={ids.length} label={say(PRINT_WORDS.reading)} />}
      {data && <HandbookJob books={data} copies={copies} part={part} />}
    </PrintFrame>
  );
}
