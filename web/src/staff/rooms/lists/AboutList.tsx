import type { ListKind } from "@domain/matches.ts";
import { ListKind as Kinds, MATCH_KINDS } from "@domain/matches.ts";
import { useRef } from "preact/hooks";
import { Card } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { LIST_WORDS } from "./words.ts";

type AboutListProps = {
  kind: ListKind | "";
  source: string;
  setKind: (kind: ListKind | "") => void;
  setSource: (source: string) => void;
  /** A file was chosen before these were filled in. */
  isAsked: boolean;
  isOff: boolean;
  file: string | undefined;
  choose: (file: File) => void;
};

/** What the list is and where it is from, then the file; choosing it reads it at once. */
export function AboutList({ kind, source, setKind, setSource, isAsked, isOff, file, choose }: AboutListProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: File | undefined) => {
    if (chosen) choose(chosen);
    /* The same file, corrected meanwhile, may be chosen again. */
    if (input.current) input.current.value = "";
  };
  const label = say(file ? LIST_WORDS.chooseOther : LIST_WORDS.choose);
  return (
    <>
      <Card title={say(LIST_WORDS.about)}>
        <Field id="listKind" label={say(LIST_WORDS.kind)} required error={isAsked && kind === "" ? say(LIST_WORDS.kindMissing) : undefined}>
          {(aria) => (
            <select {...aria} disabled={isOff} value={kind} onChange={(event) => setKind(Kinds.safeParse(event.currentTarget.value).data ?? "")}>
              <option value="">{say(LIST_WORDS.pick)}</option>
              {Kinds.options.map((one) => <option key={one} value={one}>{say(MATCH_KINDS[one])}</option>)}
            </select>
          )}
        </Field>
        <Field id="listSource" label={say(LIST_WORDS.source)} required error={isAsked && source.trim().length < 2 ? say(LIST_WORDS.sourceMissing) : undefined}>
          {(aria) => <input {...aria} class="input" maxLength={100} disabled={isOff} placeholder={say(LIST_WORDS.sourceHint)} value={source} onInput={(event) => setSource(event.currentTarget.value)} />}
        </Field>
      </Card>
      <Card title={say(LIST_WORDS.file)} aside={file && <span class="soft">{file}</span>}>
        <p class="soft">{say(kind === "staffRelative" ? LIST_WORDS.kinHelp : LIST_WORDS.fileHelp)}</p>
        <label class={isOff ? "button fileInput" : "button primary fileInput"} aria-disabled={isOff || undefined}>
          <input ref={input} type="file" accept=".xlsx,.csv,.txt" aria-label={label} disabled={isOff} onChange={(event) => take(event.currentTarget.files?.[0])} />
          {label}
        </label>
      </Card>
    </>
  );
}
