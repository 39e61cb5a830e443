import { Field } from "../../shared/field.tsx";

type ChooserProps = { id: string; label: string; value: string; options: readonly (readonly [string, string])[]; pick: (value: string) => void };

/** A choice of what one looks at: a list, a village. */
export function Chooser({ id, label, value, options, pick }: ChooserProps) {
  return (
    <Field id={id} label={label} required>
      {(aria) => (
        <select {...aria} aria-required={undefined} value={value} onChange={(event) => pick(event.currentTarget.value)}>
          {options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
        </select>
      )}
    </Field>
  );
}
