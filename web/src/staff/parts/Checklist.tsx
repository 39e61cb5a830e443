import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Column } from "../../shared/components.tsx";
import { Table } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";

type ChecklistProps<Row extends { id: string }> = {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  caption: string;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  /** How a row's box is called for whoever does not see the table. */
  nameOf: (row: Row) => string;
  /** Rows that cannot be chosen, such as those that this person must not decide. */
  isOff?: (row: Row) => boolean;
  foot?: ComponentChildren;
};

/** The same set with one member more or less. */
export function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys go from box to box; the space bar is the box's own. */
function walk(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const box = event.target;
  if (!step || !(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
  const boxes = [...(box.closest("table")?.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]:not(:disabled)") ?? [])];
  const next = boxes[boxes.indexOf(box) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** A table of which rows are picked: all at once, one by one, by mouse or by arrow keys and space. */
export function Checklist<Row extends { id: string }>({ rows, columns, caption, chosen, onChange, nameOf, isOff = () => false, foot }: ChecklistProps<Row>) {
  const free = rows.filter((row) => !isOff(row));
  const picked = free.filter(({ id }) => chosen.has(id)).length;
  const all = () => onChange(picked === free.length ? new Set() : new Set(free.map(({ id }) => id)));
  const box: Column<Row> = {
    key: "chosen",
    head: <AllBox checked={free.length > 0 && picked === free.length} some={picked > 0} onChange={all} />,
    cell: (row) => (
      <label class="box">
        <input type="checkbox" aria-label={nameOf(row)} checked={chosen.has(row.id)} disabled={isOff(row)} onChange={() => onChange(toggled(chosen, row.id))} />
      </label>
    ),
  };
  return (
    <div class="checklist" onKeyDown={walk}>
      <div class="phoneAll">
        <AllBox checked={free.length > 0 && picked === free.length} some={picked > 0} onChange={all} named />
      </div>
      <Table rows={rows} columns={[box, ...columns]} caption={caption} quiet rowKey={({ id }) => id} onPhone="stack" foot={foot} />
    </div>
  );
}

type AllBoxProps = { checked: boolean; some: boolean; onChange: () => void; named?: boolean };

/** Everything or nothing; named where no heading of a table stands beside it. */
function AllBox({ checked, some, onChange, named = false }: AllBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = some && !checked;
  });
  return (
    <label class="box">
      <input ref={box} type="checkbox" aria-label={say({ zh: "全选", en: "Select all" })} checked={checked} onChange={onChange} />
      {named && say({ zh: "全选", en: "Select all" })}
    </label>
  );
}
