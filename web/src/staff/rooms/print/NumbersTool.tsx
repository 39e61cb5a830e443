import { NUMBER_READERS } from "@domain/roles.ts";
import { useState } from "preact/hooks";
import { Alert, Button, Progress } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { useKeptText } from "../../parts/useKept.ts";
import { useSession } from "../../session/session.ts";
import type { Masks, Numbers } from "./numbers.ts";
import { revealAll } from "./numbers.ts";
import { PRINT_WORDS } from "./words.ts";

type NumbersToolProps = {
  masks: readonly Masks[];
  numbers: Numbers | undefined;
  set: (numbers: Numbers | undefined, reason?: string) => void;
  /** The reason given for an earlier part of the same job. */
  reason?: string;
};

/** Numbers are printed as masks, unless somebody who may says why they have to be whole. */
export function NumbersTool({ masks, numbers, set, reason = "" }: NumbersToolProps) {
  const { office } = useSession();
  const [asking, setAsking] = useState(false);
  const many = masks.reduce((sum, { paths }) => sum + paths.length, 0);
  if (many === 0) return null;
  if (numbers) {
    return (
      <Alert tone="warning">
        <p>{say(PRINT_WORDS.shown)}</p>
        <Button onClick={() => set(undefined)}>{say(PRINT_WORDS.hide)}</Button>
      </Alert>
    );
  }
  return (
    <Alert tone="info">
      <p>{say(PRINT_WORDS.masked)}</p>
      {NUMBER_READERS.some((role) => role === office.role) && <Button onClick={() => setAsking(true)}>{say(PRINT_WORDS.whole)}</Button>}
      {asking && <ReasonFirst masks={masks} given={reason} close={() => setAsking(false)} set={(found, why) => (set(found, why), setAsking(false))} />}
    </Alert>
  );
}

type ReasonFirstProps = { masks: readonly Masks[]; given: string; close: () => void; set: (numbers: Numbers, reason: string) => void };

function ReasonFirst({ masks, given, close, set }: ReasonFirstProps) {
  const [reason, setReason, drop] = useKeptText("printNumbers", given);
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState<number>();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 2) return setProblem(say(PRINT_WORDS.reasonShort));
    setProblem(undefined);
    setDone(0);
    const answer = await revealAll(masks, { reason: reason.trim(), told: setDone });
    setDone(undefined);
    if (!answer.ok) return setProblem(say(answer.problem));
    drop();
    set(answer.numbers, reason.trim());
  };
  return (
    <Dialog title={say(PRINT_WORDS.whole)} onClose={close}>
      <form onSubmit={submit} noValidate>
        <Alert tone="info">{say(PRINT_WORDS.wholeLead)}</Alert>
        <Field id="printReason" label={say(PRINT_WORDS.reason)} required error={problem}>
          {(aria) => <input {...aria} class="input" value={reason} maxLength={200} placeholder={say(PRINT_WORDS.reasonHint)} onInput={(event) => setReason(event.currentTarget.value)} />}
        </Field>
        {done !== undefined && <Progress value={done} max={masks.length} label={say(PRINT_WORDS.fetching)} />}
        <div class="buttons">
          <Button kind="primary" type="submit" busy={done !== undefined}>{say(PRINT_WORDS.whole)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
