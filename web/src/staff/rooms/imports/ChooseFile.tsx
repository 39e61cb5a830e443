import { useRef, useState } from "preact/hooks";
import { Button, Card } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { useLeaveWarning } from "../../parts/useLeaveWarning.ts";
import { STAFF_WORDS } from "../../words.ts";
import type { Source } from "./Imports.tsx";
import { IMPORT_WORDS } from "./words.ts";

type ChooseFileProps = { source: Source | undefined; isOff: boolean; isDone: boolean; choose: (chosen: { name: string; file?: File; text?: string }) => void };

/** The spreadsheet, by file or by pasting; choosing it checks it at once. */
export function ChooseFile({ source, isOff, isDone, choose }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  useLeaveWarning(text !== "" && !isDone);
  const take = (file: File | undefined) => {
    if (file) choose({ name: file.name, file });
    /* The same file, corrected meanwhile, may be chosen again. */
    if (input.current) input.current.value = "";
  };
  const label = say(source ? IMPORT_WORDS.chooseOther : IMPORT_WORDS.choose);
  return (
    <Card title={say(IMPORT_WORDS.file)} aside={source && <span class="soft">{source.name}</span>}>
      <p class="soft">{say(IMPORT_WORDS.fileHelp)}</p>
      <label class={isOff ? "button fileInput" : "button primary fileInput"} aria-disabled={isOff || undefined}>
        <input ref={input} type="file" accept=".xlsx" aria-label={label} disabled={isOff} onChange={(event) => take(event.currentTarget.files?.[0])} />
        {label}
      </label>
      <details class="folded">
        <summary>{say(IMPORT_WORDS.paste)}</summary>
        <Field id="importText" label={say(IMPORT_WORDS.pasteText)} help={say(STAFF_WORDS.sheetNotKept)} required>
          {(aria) => <textarea {...aria} aria-required={undefined} class="paste" rows={8} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
        </Field>
        <Button disabled={isOff || text.trim() === ""} onClick={() => choose({ name: say(IMPORT_WORDS.pasted), text })}>{say(IMPORT_WORDS.check)}</Button>
      </details>
    </Card>
  );
}
