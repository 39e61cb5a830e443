import { useState } from "preact/hooks";
import { Alert, Button } from "../../shared/components.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { Told } from "../api.ts";
import { UNREACHED } from "../api.ts";
import { listMine } from "../mine.ts";

const TOO_SHORT = { zh: "请写明撤回的原因，至少 2 个字。", en: "Say why, in at least 2 characters." };
const MOST = 1000;

/** Takes an application back, on the device that sent it: only there is the account that may. */
export function Withdrawal({ number, done }: { number: string; done: () => void }) {
  const mine = listMine().find(({ receipt }) => receipt === number);
  const [open, setOpen] = useState(false);
  const [reasons, setReasons] = useState("");
  const [error, setError] = useState<string | undefined>();
  const [refused, setRefused] = useState<Told | undefined>();
  const [busy, setBusy] = useState(false);
  if (!mine) return null;
  const write = (text: string) => {
    setReasons(text);
    setError(undefined);
  };
  const send = async (event: Event) => {
    event.preventDefault();
    const isShort = reasons.trim().length < 2;
    setError(isShort ? say(TOO_SHORT) : undefined);
    if (isShort || busy) return;
    setBusy(true);
    setRefused(undefined);
    const problem = await withdrawMine(mine, reasons.trim());
    setBusy(false);
    if (problem) return setRefused(problem);
    done();
  };
  if (!open)
    return (
      <div class="buttons">
        <Button kind="danger" onClick={() => setOpen(true)}>
          {say({ zh: "撤回申请", en: "Withdraw" })}
        </Button>
      </div>
    );
  return (
    <form class="withdrawal" onSubmit={send} noValidate>
      <h3>{say({ zh: "撤回这份申请", en: "Withdraw this application" })}</h3>
      <p>
        {say({
          zh: "撤回后不再往下办理。需要时可以重新申请。",
          en: "It will not go on. You may apply again later.",
        })}
      </p>
      <Field id="reasons" required label={say({ zh: "撤回原因", en: "Reason" })} error={error}>
        {(aria) => (
          <textarea
            {...aria}
            rows={3}
            maxLength={MOST}
            value={reasons}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
      {refused && <Alert tone="error">{say(refused)}</Alert>}
      <div class="buttons">
        <Button type="submit" kind="danger" busy={busy}>
          {say(busy ? WORDS.sending : { zh: "确认撤回", en: "Withdraw it" })}
        </Button>
        <Button onClick={() => setOpen(false)}>{say(WORDS.cancel)}</Button>
      </div>
    </form>
  );
}

/** The refusal, or undefined once it is withdrawn. Sending comes as a part of its own: few people need it. */
async function withdrawMine(
  mine: ReturnType<typeof listMine>[number],
  reasons: string,
): Promise<Told | undefined> {
  try {
    const { withdraw } = await import("../apply/send.ts");
    return await withdraw(mine, reasons);
  } catch {
    return UNREACHED;
  }
}
