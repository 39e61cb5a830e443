import { useRef, useState } from "preact/hooks";
import { Alert, Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { call } from "../../actions/call.ts";
import { useLeaveWarning } from "../../parts/useLeaveWarning.ts";
import { STAFF_WORDS } from "../../words.ts";
import { inBase64 } from "./file.ts";
import { ENTRY_WORDS } from "./words.ts";

type Taken = { taken: number; differences: number; strangers: number };
type Brought = { tone: "success" | "warning" | "error"; text: string };

const unreadable = { zh: "没有读到这个文件，请再选一次。", en: "The file could not be read; choose it again." };

function told({ taken, differences }: Taken, unit: string): Brought {
  if (differences === 0) return { tone: "success", text: say({ zh: `核对完成：${taken} ${unit}逐项一致。`, en: `Compared: all ${taken} agree in every field.` }) };
  return { tone: "warning", text: say({ zh: `核对完成：${taken} ${unit}一致，还有 ${differences} 处不一致，见下面。`, en: `Compared: ${taken} agree; ${differences} field(s) differ, see below.` }) };
}

type BringReceiptProps = { batch: string; isAgain: boolean; unit: "户" | "个村" };

/** What the national system says it took in: a file, or pasted from it. What differs then stands at the batch. */
export function BringReceipt({ batch, isAgain, unit }: BringReceiptProps) {
  const [busy, setBusy] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [brought, setBrought] = useState<Brought>();
  const input = useRef<HTMLInputElement>(null);
  const send = async (sheet: { file: string } | { text: string }): Promise<string | undefined> => {
    setBusy(true);
    const answer = await call<Taken>("takeReceipt", { batch, ...sheet });
    setBusy(false);
    setBrought(answer.ok ? told(answer.result, unit) : { tone: "error", text: say(answer.problem) });
    return answer.ok ? undefined : say(answer.problem);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await inBase64(file).catch(() => undefined);
    if (input.current) input.current.value = "";
    if (read === undefined) setBrought({ tone: "error", text: say(unreadable) });
    else await send({ file: read });
  };
  const label = say(isAgain ? ENTRY_WORDS.receiptAgain : ENTRY_WORDS.receipt);
  return (
    <>
      <label class="button fileInput">
        <input ref={input} type="file" accept=".xlsx" aria-label={label} disabled={busy} onChange={(event) => void take(event.currentTarget.files?.[0])} />
        {busy && <span class="spinner" aria-hidden="true" />}
        {busy ? say(ENTRY_WORDS.working) : label}
      </label>
      <Button kind="quiet" disabled={busy} onClick={() => setPasting(true)}>{say(ENTRY_WORDS.paste)}</Button>
      {brought && <div class="wholeLine"><Alert tone={brought.tone}>{brought.text}</Alert></div>}
      {pasting && <Paste send={send} busy={busy} close={() => setPasting(false)} />}
    </>
  );
}

type PasteProps = { send: (sheet: { text: string }) => Promise<string | undefined>; busy: boolean; close: () => void };

function Paste({ send, busy, close }: PasteProps) {
  const [text, setText] = useState("");
  useLeaveWarning(text !== "");
  const [problem, setProblem] = useState<string>();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return setProblem(say(ENTRY_WORDS.pasteMissing));
    const refused = await send({ text });
    setProblem(refused);
    if (refused === undefined) close();
  };
  return (
    <Dialog wide title={say(ENTRY_WORDS.pasteTitle)} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{say(ENTRY_WORDS.pasteLead)}</p>
        <Field id="receiptText" label={say(ENTRY_WORDS.pasteText)} help={say(STAFF_WORDS.sheetNotKept)} required error={problem}>
          {(aria) => <textarea {...aria} class="paste" rows={12} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button kind="primary" type="submit" busy={busy}>{say(ENTRY_WORDS.pasteSend)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
