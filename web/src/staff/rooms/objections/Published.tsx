import { hasNumber } from "@domain/text.ts";
import { Button } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { OBJECTION_WORDS } from "./words.ts";

/** What stands against giving this text to the public, or undefined. */
export function whyUnpublishable(text: string): string | undefined {
  if (text.trim().length < 2) return say({ zh: "请写明公开的答复（至少两个字）。", en: "Write the published answer (two characters at least)." });
  return hasNumber(text) ? say({ zh: "公开的答复里有一串长数字（身份证号、电话、账号等），请删去。", en: "The published answer holds a long number, such as an identity or phone number. Take it out." }) : undefined;
}

type PublishedProps = { value: string; onInput: (text: string) => void; error: string | undefined; copy: () => void };

/** The redacted text that the sender reads, beside the untouched reasons. */
export function Published({ value, onInput, error, copy }: PublishedProps) {
  return (
    <Field id="published" label={say(OBJECTION_WORDS.published)} required help={say(OBJECTION_WORDS.publishedLead)} error={error}>
      {(aria) => (
        <>
          <textarea {...aria} rows={4} maxLength={1000} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
          <Button kind="quiet" onClick={copy}>{say(OBJECTION_WORDS.copyReasons)}</Button>
        </>
      )}
    </Field>
  );
}
