import type { Values } from "@domain/forms/field.ts";
import { ChangeKind } from "@domain/forms/helpCodes2014.ts";
import { Button, Tag } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { focusOn } from "../../parts/FormIndex.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { newRow } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Came, Reason, ReasonProblem, Typed } from "./value.ts";
import { kindsFor, NO_REASON } from "./value.ts";
import { UPDATE_WORDS } from "./words.ts";

type ChangesEditorProps = {
  came: readonly Came[];
  before: unknown;
  value: FormValue;
  reasons: Typed["reasons"];
  problems: readonly ReasonProblem[];
  year: number;
  change: (part: Partial<Typed>) => void;
};

const membersIn = (form: unknown): Values[] => {
  const members = (form as { members?: unknown } | null | undefined)?.members;
  return Array.isArray(members) ? (members as Values[]) : [];
};

/** Who came and who went in the year, one line each with reason and day; and the way to take somebody out or add one. */
export function ChangesEditor({ came, before, value, reasons, problems, year, change }: ChangesEditorProps) {
  const members = membersIn(value);
  const setMembers = (next: Values[]) => change({ form: { ...value, members: next } });
  const staying = members.filter(({ id }) => !came.some(({ row }) => row === id));
  const put = (row: string, reason: Reason) => change({ reasons: { ...reasons, [row]: reason } });
  const undo = ({ row, effect }: Came) => {
    const old = membersIn(before).find(({ id }) => id === row);
    setMembers(effect === "in" ? members.filter(({ id }) => id !== row) : old ? [...members, old] : members);
  };
  const add = () => {
    setMembers([...members, newRow()]);
    setTimeout(() => focusOn(`members.${members.length}.name`), 100);
  };
  return (
    <section class="formSection" aria-label={say(UPDATE_WORDS.changes)}>
      <h2>{say(UPDATE_WORDS.changes)}</h2>
      <p class="help">{say(UPDATE_WORDS.changesLead)}</p>
      {came.length === 0 && <p class="soft">{say(UPDATE_WORDS.noChanges)}</p>}
      {came.map((one) => (
        <Line key={one.row} came={one} reason={reasons[one.row] ?? NO_REASON} problems={problems.filter(({ row }) => row === one.row)} year={year} put={(reason) => put(one.row, reason)} undo={() => undo(one)} />
      ))}
      <ul class="nextSteps">
        {staying.map(({ id, name }) => (
          <li key={String(id)}>
            <span>{String(name ?? "")}</span>
            <Button kind="quiet" aria-label={`${say(UPDATE_WORDS.takeOut)} ${String(name ?? "")}`} onClick={() => setMembers(members.filter((member) => member.id !== id))}>{say(UPDATE_WORDS.takeOut)}</Button>
          </li>
        ))}
      </ul>
      <div class="buttons"><Button onClick={add}>{say(UPDATE_WORDS.addMember)}</Button></div>
    </section>
  );
}

type LineProps = { came: Came; reason: Reason; problems: readonly ReasonProblem[]; year: number; put: (reason: Reason) => void; undo: () => void };

function Line({ came: { row, name, effect }, reason, problems, year, put, undo }: LineProps) {
  const who = name || say(UPDATE_WORDS.unnamed);
  const wrong = (what: ReasonProblem["what"]) => problems.some((one) => one.what === what);
  const dayMissing = say({ zh: `请填 ${year} 年内的日期。`, en: `Give a day in ${year}.` });
  return (
    <div class="changeRow">
      <span class="who"><strong>{who}</strong> <Tag tone={effect === "in" ? "running" : "ended"}>{say(effect === "in" ? UPDATE_WORDS.added : UPDATE_WORDS.removed)}</Tag><Button kind="quiet" aria-label={`${say(UPDATE_WORDS.putBack)} ${who}`} onClick={undo}>{say(UPDATE_WORDS.putBack)}</Button></span>
      <Field id={`change-${row}-kind`} label={say(UPDATE_WORDS.why)} required error={wrong("kind") ? say(UPDATE_WORDS.whyMissing) : undefined}>
        {(aria) => (
          <select {...aria} aria-label={`${who} ${say(UPDATE_WORDS.why)}`} value={reason.kind} onChange={(event) => put({ ...reason, kind: ChangeKind.safeParse(event.currentTarget.value).data ?? "" })}>
            <option value="">{say(WORDS.choose)}</option>
            {kindsFor(effect).map((kind) => <option key={kind.key} value={kind.key}>{say(kind)}</option>)}
          </select>
        )}
      </Field>
      <Field id={`change-${row}-on`} label={say(UPDATE_WORDS.on)} required error={wrong("on") ? dayMissing : undefined}>
        {(aria) => <input {...aria} class="input" type="date" aria-label={`${who} ${say(UPDATE_WORDS.on)}`} min={`${year}-01-01`} max={`${year}-12-31`} value={reason.on} onInput={(event) => put({ ...reason, on: event.currentTarget.value })} />}
      </Field>
      <Field id={`change-${row}-note`} label={say(UPDATE_WORDS.note)}>
        {(aria) => <input {...aria} class="input" maxLength={200} aria-label={`${who} ${say(UPDATE_WORDS.note)}`} value={reason.note} onInput={(event) => put({ ...reason, note: event.currentTarget.value })} />}
      </Field>
    </div>
  );
}
