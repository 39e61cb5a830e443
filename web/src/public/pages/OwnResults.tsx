import { useState } from "preact/hooks";
import { Alert, Button, Loading, LoadFailed, Tag } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { WORDS } from "../../shared/words.ts";
import type { Told } from "../api.ts";
import { UNREACHED } from "../api.ts";
import type { OwnResult } from "../apply/results.ts";
import type { Mine } from "../mine.ts";
import { listMine } from "../mine.ts";

/** What came of the help, for the household itself to confirm: on the device that applied, where its account is. */
export function OwnResults({ number }: { number: string }) {
  const mine = listMine().find(({ receipt }) => receipt === number);
  return mine ? <Results mine={mine} /> : null;
}

/* Few people need it, so it comes as a part of its own. */
const listResults = async (mine: Mine): Promise<OwnResult[]> => (await import("../apply/results.ts")).listResults(mine);

function Results({ mine }: { mine: Mine }) {
  const results = useLoaded(() => listResults(mine), [mine.application]);
  if (results.state === "loading") return <Loading />;
  if (results.state === "failed") return <LoadFailed retry={results.retry} />;
  if (results.value.length === 0) return null;
  return (
    <>
      <h3>{say({ zh: "帮扶成效：请核对后确认", en: "What came of the help: check and confirm" })}</h3>
      <ul class="ownResults">
        {results.value.map((result) => <Result key={result.id} mine={mine} result={result} />)}
      </ul>
    </>
  );
}

function Result({ mine, result }: { mine: Mine; result: OwnResult }) {
  const [isConfirmed, setConfirmed] = useState(result.isConfirmed);
  const [refused, setRefused] = useState<Told | undefined>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const problem = await confirm(mine, result.id);
    setBusy(false);
    setRefused(problem);
    setConfirmed(problem === undefined);
  };
  return (
    <li>
      <p>
        <strong>{result.title}</strong>{" "}
        <Tag tone={isConfirmed ? "done" : "waiting"}>{say(isConfirmed ? { zh: "已确认", en: "confirmed" } : { zh: "待您确认", en: "for you to confirm" })}</Tag>
      </p>
      <p>{result.text}{say({ zh: "；受益 ", en: "; benefit " })}{result.amount}</p>
      {refused && <Alert tone="error">{say(refused)}</Alert>}
      {!isConfirmed && (
        <Button busy={busy} aria-label={`${say({ zh: "确认属实", en: "Confirm" })}: ${result.title}`} onClick={() => void send()}>
          {say(busy ? WORDS.sending : { zh: "确认属实", en: "Confirm" })}
        </Button>
      )}
    </li>
  );
}

/** The refusal, or undefined once it is confirmed. */
async function confirm(mine: Mine, record: string): Promise<Told | undefined> {
  try {
    return await (await import("../apply/send.ts")).confirmResult(mine, record);
  } catch {
    return UNREACHED;
  }
}
