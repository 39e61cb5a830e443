import "../villages/villages.css";
import { useState } from "preact/hooks";
import { Alert, Button, Card, Loading, Page, Progress } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { newId } from "../../../shared/ids.ts";
import { say } from "../../../shared/language.tsx";
import type { Answer } from "../../actions/call.ts";
import { call } from "../../actions/call.ts";
import { valueOf } from "../../data/live.ts";
import type { KnownImport } from "../../data/service.ts";
import { useImports } from "../../data/service.ts";
import { useKeptText } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import { inBase64 } from "../entry/file.ts";
import { ChooseFile } from "./ChooseFile.tsx";
import type { ImportReport } from "@domain/sheets/records.ts";
import { verdictOf } from "./report.ts";
import { ReportView } from "./ReportView.tsx";
import { Runs } from "./Runs.tsx";
import { IMPORT_WORDS } from "./words.ts";

/** What is to be imported: a file or pasted text, under an id by which asking again goes on with the same import. */
export type Source = { id: string; name: string; file?: string; text?: string };
type Asking = "checking" | "committing" | undefined;

/** Last year's register, or the national system's export: understood as a whole, then brought into the register. */
export function Imports() {
  const { campaign, office } = useDesk();
  const live = useImports(office.area);
  const runs = valueOf(live, { rows: [], unread: 0 }).rows.filter((run) => run.campaign === campaign.id);
  const [source, setSource] = useState<Source>();
  const [answer, setAnswer] = useState<Answer<ImportReport>>();
  const [asking, setAsking] = useState<Asking>();
  const ask = async (wanted: Source, commit: boolean, reason: string) => {
    setAsking(commit ? "committing" : "checking");
    setAnswer(undefined);
    const given = await call<ImportReport>("importRegister", { ...wanted, campaign: campaign.id, commit, reason });
    setAnswer(given);
    setAsking(undefined);
    return given.ok;
  };
  const choose = async (chosen: { name: string; file?: File; text?: string }) => {
    const { name, file, text } = chosen;
    const read = file && (await inBase64(file).catch(() => undefined));
    if (file && read === undefined) return setAnswer({ ok: false, problem: IMPORT_WORDS.unreadable });
    const next: Source = { id: newId(), name: name.slice(0, 120), ...(read !== undefined && { file: read }), ...(text !== undefined && { text }) };
    setSource(next);
    await ask(next, false, "check");
  };
  const run = runs.find(({ id }) => id === source?.id);
  return (
    <Page title={say(IMPORT_WORDS.title)} lead={say(IMPORT_WORDS.lead)}>
      <ChooseFile source={source} isOff={asking !== undefined || campaign.status === "closed"} isDone={answer?.ok === true && answer.result.committed} choose={(chosen) => void choose(chosen)} />
      <div aria-live="polite">
        {asking === "checking" && <Loading label={say(IMPORT_WORDS.checking)} />}
        {asking === "committing" && <Committing run={run} />}
      </div>
      {answer && !answer.ok && <Alert tone="error">{say(answer.problem)}</Alert>}
      {answer?.ok && <ReportView report={answer.result} />}
      {answer?.ok && source && verdictOf(answer.result) === "ready" && <Commit households={answer.result.counts.households - answer.result.counts.heldBack} commit={(reason) => ask(source, true, reason)} />}
      {answer && !answer.ok && source && !asking && <Button onClick={() => void ask(source, false, "check")}>{say({ zh: "再检查一次", en: "Check again" })}</Button>}
      <Runs runs={runs} live={live} />
    </Page>
  );
}

function Committing({ run }: { run: KnownImport | undefined }) {
  return (
    <Card title={say(IMPORT_WORDS.committing)}>
      {run && run.total > 0
        ? <Progress value={run.done} max={run.total} label={say(IMPORT_WORDS.commit)} text={say({ zh: `${run.done} / ${run.total} 户`, en: `${run.done} of ${run.total} households` })} />
        : <Loading />}
    </Card>
  );
}

function Commit({ households, commit }: { households: number; commit: (reason: string) => Promise<boolean> }) {
  const [reason, setReason, drop] = useKeptText("import");
  const [problem, setProblem] = useState<string>();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 2) return setProblem(say(IMPORT_WORDS.reasonMissing));
    if (await commit(reason.trim())) drop();
  };
  return (
    <Card title={say(IMPORT_WORDS.commit)}>
      <form onSubmit={submit} noValidate>
        <Field id="importReason" label={say(IMPORT_WORDS.reason)} required error={problem}>
          {(aria) => <input {...aria} class="input" maxLength={200} placeholder={say(IMPORT_WORDS.reasonHint)} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button kind="primary" type="submit">{say(IMPORT_WORDS.commit)}{say({ zh: `（${households} 户）`, en: ` (${households})` })}</Button>
        </div>
      </form>
    </Card>
  );
}
