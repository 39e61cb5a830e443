import { useMemo, useState } from "preact/hooks";

/**
 * A list in which everything is chosen but the exceptions: what comes in later is chosen as well. Rows that are off
 * never are.
 */
export function useExceptions<Row extends { id: string }>(rows: readonly Row[], isOff: (row: Row) => boolean) {
  const [excepted, setExcepted] = useState<ReadonlySet<string>>(new Set());
  const free = rows.filter((row) => !isOff(row));
  const chosen = useMemo(() => new Set(free.map(({ id }) => id).filter((id) => !excepted.has(id))), [rows, excepted]);
  const choose = (next: ReadonlySet<string>) => setExcepted(new Set(free.map(({ id }) => id).filter((id) => !next.has(id))));
  return { chosen, choose };
}
