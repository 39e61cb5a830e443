import type { Bilingual } from "@domain/text.ts";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Alert, Button } from "../../../shared/components.tsx";
import { Field, FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { Lasting } from "../../parts/Lasting.tsx";
import { Published, whyUnpublishable } from "./Published.tsx";
import { OBJECTION_WORDS } from "./words.ts";

/** What is typed to answer an objection or a complaint: the decision, the reasons, and the text for whoever sent it. */
export type TypedAnswer<D extends string> = { decision: "" | D; reasons: string; published: string };

export const NO_ANSWER = { decision: "", reasons: "", published: "" } as const;

type AnswerFormProps<D extends string> = {
  typed: TypedAnswer<D>;
  setTyped: (typed: TypedAnswer<D>) => void;
  question: { label: Bilingual; missing: Bilingual };
  options: readonly { value: D; label: Bilingual; lead?: Bilingual }[];
  reasonsLead?: Bilingual;
  /** What is answered, above the fields. */
  children: ComponentChildren;
  isOff?: boolean;
  busy?: boolean;
  refused?: string | undefined;
  /** Sends what was typed, once nothing of it is missing. */
  send: (answer: { decision: D; reasons: string; published: string }) => void;
  close: () => void;
};

/** The fields of an answer, with what is missing told beside each. */
export function AnswerForm<D extends string>({ typed, setTyped, question, options, reasonsLead, children, isOff = false, busy = false, refused, send, close }: AnswerFormProps<D>) {
  const [asked, setAsked] = useState(false);
  const { decision, reasons, published } = typed;
  const isExplained = reasons.trim().length >= 2;
  const unpublishable = whyUnpublishable(published);
  const submit = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (decision !== "" && isExplained && !unpublishable) send({ decision, reasons: reasons.trim(), published: published.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      {children}
      <FieldGroup id="decision" label={say(question.label)} required error={asked && decision === "" ? say(question.missing) : undefined}>
        <div class="options">
          {options.map(({ value, label, lead }) => (
            <label class="option" key={value}>
              <input type="radio" name="decision" checked={decision === value} onChange={() => setTyped({ ...typed, decision: value })} />
              <span><strong>{say(label)}</strong>{lead && ` ${say(lead)}`}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <Field id="answerReasons" label={say(OBJECTION_WORDS.reasons)} required help={reasonsLead && say(reasonsLead)} error={asked && !isExplained ? say({ zh: "请写明理由（至少两个字）。", en: "Give the reasons (two characters at least)." }) : undefined}>
        {(aria) => <textarea {...aria} rows={4} maxLength={1000} value={reasons} onInput={(event) => setTyped({ ...typed, reasons: event.currentTarget.value })} />}
      </Field>
      <Published value={published} onInput={(text) => setTyped({ ...typed, published: text })} error={asked ? unpublishable : undefined} copy={() => setTyped({ ...typed, published: reasons })} />
      {refused && <Alert tone="error">{refused}</Alert>}
      <Lasting action="answerObjection" />
      <div class="buttons">
        <Button kind="primary" type="submit" busy={busy} disabled={isOff}>{say(OBJECTION_WORDS.answer)}</Button>
        <Button onClick={close}>{say(WORDS.cancel)}</Button>
      </div>
    </form>
  );
}
