import { useState } from "preact/hooks";

/**
 * A list in which everything is chosen but the exceptions: what comes in later is chosen as well. Rows that are off
 * never are.
 */
export function useExceptions<Row extends { id: string }>(rows: readonly Row[], isOff: (row: Row) => boolean) {
  const [excepted, setExcepted] = useState<ReadonlySet<string>>(new Set());
  const free = rows.filter((row) => !isOff(row)).map(({ id }) => id);
  const chosen: ReadonlySet<string> = new Set(free.filter((id) => !excepted.has(id)));
  const choose = (next: ReadonlySet<string>) => setExcepted(new Set(free.filter((id) => !next.has(id))));
  return { chosen, choose };
}
