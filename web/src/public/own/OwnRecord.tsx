import { useState } from "preact/hooks";
import { Alert, Button, Facts, Loading, LoadFailed } from "../../shared/components.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { WORDS } from "../../shared/words.ts";
import type { Told } from "../api.ts";
import { UNREACHED } from "../api.ts";
import type { Mine } from "../mine.ts";
import { listMine } from "../mine.ts";

/** What the village wrote down of this household, for itself to check: on the device that applied, where its account is. */
export function OwnRecord({ number, mayAsk }: { number: string; mayAsk: boolean }) {
  const [open, setOpen] = useState(false);
  const mine = listMine().find(({ receipt }) => receipt === number);
  if (!mine) return null;
  if (!open) return <div class="buttons"><Button onClick={() => setOpen(true)}>{say({ zh: "看我家登记的内容，要求更正", en: "See what is recorded of us, ask for a correction" })}</Button></div>;
  return <Record mine={mine} mayAsk={mayAsk} />;
}

function Record({ mine, mayAsk }: { mine: Mine; mayAsk: boolean }) {
  const [round, setRound] = useState(0);
  const record = useLoaded(async () => (await import("./record.ts")).readOwn(mine), [mine.application, round]);
  if (record.state === "loading") return <Loading />;
  if (record.state === "failed") return <LoadFailed retry={record.retry} />;
  const { sections, correction } = record.value;
  return (
    <>
      <h3>{say({ zh: "我家登记的内容", en: "What is recorded of us" })}</h3>
      {sections.length === 0 && <p>{say({ zh: "还没有入户调查。", en: "There has been no survey yet." })}</p>}
      {sections.map(({ key, title, rows }) => (
        <details class="folded" key={key}>
          <summary>{title}</summary>
          <Facts rows={rows} />
        </details>
      ))}
      {correction && (
        <Alert tone={correction.reply === null ? "info" : "success"} title={say({ zh: "您要求更正的内容", en: "What you asked to correct" })}>
          <p>{correction.text}</p>
          <p>{correction.reply ?? say({ zh: "等待村里答复。", en: "Waits for the village's answer." })}</p>
        </Alert>
      )}
      {mayAsk && correction?.reply !== null && <Asking mine={mine} done={() => setRound((count) => count + 1)} />}
    </>
  );
}

/** The refusal, or undefined once it was sent. Sending comes as a part of its own: few people need it. */
async function send(mine: Mine, text: string): Promise<Told | undefined> {
  try {
    return await (await import("../apply/send.ts")).askCorrection(mine, text);
  } catch {
    return UNREACHED;
  }
}

function Asking({ mine, done }: { mine: Mine; done: () => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | undefined>();
  const [refused, setRefused] = useState<Told | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const isShort = text.trim().length < 5;
    setError(isShort ? say({ zh: "请写明哪一处不对、应当是什么，至少 5 个字。", en: "Say what is wrong and what is right, in at least 5 characters." }) : undefined);
    if (isShort || busy) return;
    setBusy(true);
    const problem = await send(mine, text.trim());
    setBusy(false);
    if (problem) return setRefused(problem);
    done();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field id="correction" required label={say({ zh: "哪里不对", en: "What is wrong" })} help={say({ zh: "请不要写身份证号。村里核对后答复您。", en: "Leave identity numbers out. The village looks into it and answers." })} error={error}>
        {(aria) => <textarea {...aria} rows={3} maxLength={500} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
      </Field>
      {refused && <Alert tone="error">{say(refused)}</Alert>}
      <div class="buttons"><Button type="submit" busy={busy}>{say(busy ? WORDS.sending : { zh: "要求更正", en: "Ask for a correction" })}</Button></div>
    </form>
  );
}
