import { useState } from "preact/hooks";
import { Alert, Button } from "../../shared/components.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import { call } from "../actions/call.ts";

type MaskedProps = {
  application: string;
  /** Place of the number among the hidden ones, such as `members.<id of the row>.idNo`. */
  path: string;
  mask: string;
  /** What it is and whose, for the button. */
  label: string;
  /** Whether this role may ask for the number at all. */
  mayReveal: boolean;
};

/** A number of which only the mask is kept here; showing it takes a reason and is recorded. */
export function Masked({ application, path, mask, label, mayReveal }: MaskedProps) {
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  if (value !== undefined) {
    return (
      <span class="masked">
        <span class="number">{value}</span>
        <Button kind="quiet" onClick={() => setValue(undefined)}>{say({ zh: "隐藏", en: "Hide" })}</Button>
      </span>
    );
  }
  const show = (number: string) => {
    setValue(number);
    setAsking(false);
  };
  return (
    <span class="masked">
      <span class="number">{mask}</span>
      {mayReveal && <Button kind="quiet" aria-label={say({ zh: `显示${label}`, en: `Show ${label}` })} onClick={() => setAsking(true)}>{say({ zh: "显示", en: "Show" })}</Button>}
      {asking && <Reveal application={application} path={path} label={label} show={show} close={() => setAsking(false)} />}
    </span>
  );
}

type RevealProps = { application: string; path: string; label: string; show: (number: string) => void; close: () => void };

function Reveal({ application, path, label, show, close }: RevealProps) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 2) return setProblem(say({ zh: "请写明查看的理由（至少两个字）。", en: "Write why you need it (two characters at least)." }));
    setBusy(true);
    const answer = await call<{ value: string }>("revealIdentity", { application, path, reason: reason.trim() });
    setBusy(false);
    if (answer.ok) show(answer.result.value);
    else setProblem(say(answer.problem));
  };
  return (
    <Dialog title={say({ zh: `显示${label}`, en: `Show ${label}` })} onClose={close}>
      <form onSubmit={submit} noValidate>
        <Alert tone="info">{say({ zh: "谁、什么时候、为什么查看，都会记录下来。", en: "Who looked, when and why is recorded." })}</Alert>
        <Field id="revealReason" label={say({ zh: "查看的理由", en: "Why you need it" })} required error={problem}>
          {(aria) => <input {...aria} class="input" value={reason} maxLength={200} placeholder={say({ zh: "如：核对户口簿", en: "such as: comparing with the booklet" })} onInput={(event) => setReason(event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button kind="primary" type="submit" busy={busy}>{say({ zh: "显示号码", en: "Show the number" })}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
