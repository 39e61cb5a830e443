import { useTicked } from "./useTicked.ts";

/**
 * A list in which everything is chosen but the exceptions: what comes in later is chosen as well. Rows that are off
 * never are. The exceptions are kept, so that nothing is decided after a reload that somebody had taken out before.
 */
export function useExceptions<Row extends { id: string }>(keptAs: string, rows: readonly Row[], isOff: (row: Row) => boolean) {
  const [excepted, setExcepted] = useTicked(keptAs);
  const free = rows.filter((row) => !isOff(row)).map(({ id }) => id);
  const chosen: ReadonlySet<string> = new Set(free.filter((id) => !excepted.has(id)));
  const choose = (next: ReadonlySet<string>) => setExcepted(new Set(free.filter((id) => !next.has(id))));
  return { chosen, choose };
}
