import type { Field, Values } from "@domain/forms/field.ts";
import { inChinese } from "../chinese.ts";
import { Label } from "./Label.tsx";
import { isTicked, LABEL, LINE, pack, unitsOfPair } from "./pack.ts";

type PairsProps = { fields: readonly Field[]; values: Values };

/** Fields as a form prints them: label beside answer, several a line; every option with its box. */
export function Pairs({ fields, values }: PairsProps) {
  const lines = pack(fields.filter(({ kind }) => kind !== "photos").map((field) => ({ item: field, units: unitsOfPair(field) })), LINE);
  return (
    <table class="pairs">
      <colgroup>{Array.from({ length: LINE }, (_, at) => <col key={at} />)}</colgroup>
      <tbody>
        {lines.map((line) => (
          <tr key={line.map(({ item }) => item.key).join()}>
            {line.map(({ item: field, units }) => [
              <th key={`${field.key} label`} scope="row" colSpan={LABEL}><Label field={field} /></th>,
              <Answer key={field.key} field={field} value={values[field.key]} units={units - LABEL} />,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ field, value, units }: { field: Field; value: unknown; units: number }) {
  if (isTicked(field)) return <td colSpan={units} class="start"><Boxes field={field} value={value} /></td>;
  const text = inChinese(field, value);
  if (field.kind === "longText") return <td colSpan={units} class="lines tall">{text}</td>;
  return <td colSpan={units} class={units > 8 ? "start" : undefined}>{text}</td>;
}

const YES_NO = [{ key: true, zh: "是" }, { key: false, zh: "否" }] as const;

function Boxes({ field, value }: { field: Field; value: unknown }) {
  const options = field.kind === "yesNo" ? YES_NO : (field.options ?? []);
  const isChosen = (key: string | boolean) => (Array.isArray(value) ? value.includes(key) : value === key);
  return (
    <span class="boxes">
      {options.map(({ key, zh }) => <span key={zh}><span class="tick">{isChosen(key) ? "☑" : "□"}</span>{zh}</span>)}
    </span>
  );
}
