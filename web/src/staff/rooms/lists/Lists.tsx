import "../villages/villages.css";
import type { ListKind } from "@domain/matches.ts";
import type { ListReport } from "@domain/sheets/records.ts";
import { useState } from "preact/hooks";
import { Alert, Card, Loading, Page, Progress } from "../../../shared/components.tsx";
import { newId } from "../../../shared/ids.ts";
import { say } from "../../../shared/language.tsx";
import type { Answer } from "../../actions/call.ts";
import { call } from "../../actions/call.ts";
import { valueOf } from "../../data/live.ts";
import type { KnownList } from "../../data/outside.ts";
import { useOutsideLists } from "../../data/outside.ts";
import { useKept } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import { AboutList } from "./AboutList.tsx";
import { Checked } from "./Checked.tsx";
import type { Sheet } from "./file.ts";
import { readSheetFile } from "./file.ts";
import { KnownLists } from "./KnownLists.tsx";
import { LIST_WORDS } from "./words.ts";

/** A list as it is being brought: what it is, and the file under an id by which asking again goes on with the same one. */
type Source = { id: string; name: string; sheet: Sheet; column?: number };
type Asking = "checking" | "matching" | undefined;

/** An outside list is read, its column of numbers looked at, then matched; the oversight sees which lists there are. */
export function Lists() {
  const { campaign, office } = useDesk();
  const live = useOutsideLists({ campaign: campaign.id, area: office.area });
  const { rows } = valueOf(live, { rows: [], unread: 0 });
  const mayTake = office.role !== "supervisor";
  return (
    <Page title={say(LIST_WORDS.title)} lead={say(LIST_WORDS.lead)}>
      {mayTake && <Bring lists={rows} />}
      <KnownLists lists={rows} live={live} mayRemove={mayTake} />
    </Page>
  );
}

function Bring({ lists }: { lists: readonly KnownList[] }) {
  const { campaign } = useDesk();
  const [about, setAbout, drop] = useKept<{ kind: ListKind | ""; source: string }>(`list.${campaign.id}`, { kind: "", source: "" });
  const { kind, source } = about;
  const [isAsked, setAsked] = useState(false);
  const [brought, setBrought] = useState<Source>();
  const [asking, setAsking] = useState<Asking>();
  const [answer, setAnswer] = useState<Answer<ListReport>>();
  const ask = async (wanted: Source, commit: boolean) => {
    const { id, sheet, column } = wanted;
    setBrought(wanted);
    setAsking(commit ? "matching" : "checking");
    if (commit) setAnswer(undefined);
    const told = await call<ListReport>("takeList", { id, campaign: campaign.id, kind, source: source.trim(), ...sheet, ...(column !== undefined && { column }), commit });
    if (commit && told.ok) {
      drop();
      setAsked(false);
    }
    setAnswer(told);
    setAsking(undefined);
  };
  const choose = async (file: File) => {
    setAnswer(undefined);
    const sheet = await readSheetFile(file).catch(() => undefined);
    if (sheet) await ask({ id: newId(), name: file.name, sheet }, false);
    else setAnswer({ ok: false, problem: LIST_WORDS.unreadable });
  };
  const isReady = kind !== "" && source.trim().length >= 2;
  return (
    <>
      <AboutList kind={kind} source={source} setKind={(next) => setAbout({ ...about, kind: next })} setSource={(next) => setAbout({ ...about, source: next })} isAsked={isAsked} isOff={asking !== undefined}
        file={brought?.name} choose={(file) => (isReady ? void choose(file) : setAsked(true))} />
      <div aria-live="polite">
        {asking === "checking" && <Loading label={say(LIST_WORDS.checking)} />}
        {asking === "matching" && <Matching list={lists.find(({ id }) => id === brought?.id)} />}
      </div>
      {answer && !answer.ok && <Alert tone="error">{say(answer.problem)}</Alert>}
      {answer?.ok && brought && asking !== "matching" && (
        <Checked report={answer.result} isOff={asking !== undefined} pick={(column) => void ask({ ...brought, column }, false)}
          match={() => (isReady ? void ask({ ...brought, ...(answer.result.column && { column: answer.result.column.at }) }, true) : setAsked(true))} />
      )}
    </>
  );
}

function Matching({ list }: { list: KnownList | undefined }) {
  return (
    <Card title={say(LIST_WORDS.matching)}>
      {list ? <Progress value={list.done} max={list.people} label={say(LIST_WORDS.match)} text={say({ zh: `${list.done} / ${list.people} 人`, en: `${list.done} of ${list.people} people` })} /> : <Loading />}
    </Card>
  );
}
