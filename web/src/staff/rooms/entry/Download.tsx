import { useState } from "preact/hooks";
import { Alert, Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { call } from "../../actions/call.ts";
import { useKeptText } from "../../parts/useKept.ts";
import { saveFile } from "./file.ts";
import { ENTRY_WORDS } from "./words.ts";

/** The batch as a spreadsheet: identity numbers in clear, so it takes a reason and is recorded. */
export function Download({ batch }: { batch: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say(ENTRY_WORDS.download)}</Button>
      {asking && <Ask batch={batch} close={() => setAsking(false)} />}
    </>
  );
}

function Ask({ batch, close }: { batch: string; close: () => void }) {
  const [reason, setReason, drop] = useKeptText(`export.${batch}`);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 2) return setProblem(say(ENTRY_WORDS.reasonMissing));
    setBusy(true);
    const answer = await call<{ name: string; file: string }>("exportBatch", { batch, reason: reason.trim() });
    setBusy(false);
    if (!answer.ok) return setProblem(say(answer.problem));
    drop();
    saveFile(answer.result);
    close();
  };
  return (
    <Dialog title={say(ENTRY_WORDS.downloadTitle)} onClose={close}>
      <form onSubmit={submit} noValidate>
        <Alert tone="info">{say(ENTRY_WORDS.downloadLead)}</Alert>
        <Field id="exportReason" label={say(ENTRY_WORDS.reason)} required error={problem}>
          {(aria) => <input {...aria} class="input" maxLength={200} placeholder={say(ENTRY_WORDS.reasonHint)} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button kind="primary" type="submit" busy={busy}>{say(ENTRY_WORDS.download)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
