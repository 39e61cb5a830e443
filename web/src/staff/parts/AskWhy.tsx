import { useState } from "preact/hooks";
import { Alert, Button } from "../../shared/components.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { Answer } from "../actions/call.ts";
import { useKeptText } from "./useKept.ts";

type AskWhyProps<R> = {
  /** What is to be shown, for the reason that this device keeps until it is. */
  about: string;
  title: string;
  /** What the button says that shows it. */
  button: string;
  /** A reason as one might give it. */
  example: string;
  ask: (reason: string) => Promise<Answer<R>>;
  show: (found: R) => void;
  close: () => void;
};

/** Asks for the reason before something hidden is shown; who looked, when and why is recorded. */
export function AskWhy<R>({ about, title, button, example, ask, show, close }: AskWhyProps<R>) {
  const [reason, setReason, drop] = useKeptText(`look.${about}`);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 2) return setProblem(say({ zh: "请写明查看的理由（至少两个字）。", en: "Write why you need it (two characters at least)." }));
    setBusy(true);
    const answer = await ask(reason.trim());
    setBusy(false);
    if (!answer.ok) return setProblem(say(answer.problem));
    drop();
    show(answer.result);
  };
  return (
    <Dialog title={title} onClose={close}>
      <form onSubmit={submit} noValidate>
        <Alert tone="info">{say({ zh: "谁、什么时候、为什么查看，都会记录下来。", en: "Who looked, when and why is recorded." })}</Alert>
        <Field id="revealReason" label={say({ zh: "查看的理由", en: "Why you need it" })} required error={problem}>
          {(aria) => <input {...aria} class="input" value={reason} maxLength={200} placeholder={example} onInput={(event) => setReason(event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button kind="primary" type="submit" busy={busy}>{button}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
