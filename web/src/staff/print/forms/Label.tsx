import type { Field } from "@domain/forms/field.ts";

/** The name of a field on paper: its number on the form of 2014, its label, its unit. */
export function Label({ field: { zh, unit, printAt } }: { field: Field }) {
  return (
    <>
      {printAt && <span class="printNo">{printAt}</span>}
      {zh}
      {unit?.zh && (unit.zh.startsWith("（") ? <small>{unit.zh}</small> : <span class="unitOf">（{unit.zh}）</span>)}
    </>
  );
}
