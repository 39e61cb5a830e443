import type { OutsideList } from "@domain/matches.ts";
import { MATCH_KINDS } from "@domain/matches.ts";
import type { Bilingual } from "@domain/text.ts";
import { useState } from "preact/hooks";
import type { Column, Tone } from "../../../shared/components.tsx";
import { Alert, Button, Card, EmptyState, Progress, Table, Tag } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { dateOf, dateTimeOf } from "../../../shared/time.ts";
import { WORDS } from "../../../shared/words.ts";
import { call } from "../../actions/call.ts";
import { useStaffNames } from "../../data/names.ts";
import type { KnownList } from "../../data/outside.ts";
import type { Listened } from "../../parts/Reading.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useKeptText } from "../../parts/useKept.ts";
import { LIST_WORDS } from "./words.ts";

const STATES = {
  writing:  { tone: "running", ...LIST_WORDS.writing },
  done:     { tone: "done", ...LIST_WORDS.done },
  failed:   { tone: "held", ...LIST_WORDS.failed },
  removing: { tone: "ended", ...LIST_WORDS.removing },
} as const satisfies Record<OutsideList["state"], Bilingual & { tone: Tone }>;

type KnownListsProps = { lists: readonly KnownList[]; live: Listened<unknown>; mayRemove: boolean };

/** Every list of the campaign, the latest first: which, from whom, how many it met, until when it is kept. */
export function KnownLists({ lists, live, mayRemove }: KnownListsProps) {
  const [removing, setRemoving] = useState<KnownList>();
  const sorted = [...lists].sort((a, b) => b.at.getTime() - a.at.getTime());
  const names = useStaffNames(lists.map(({ by }) => by));
  const columns: Column<KnownList>[] = [
    { key: "kind", head: say(LIST_WORDS.kind), names: true, cell: ({ kind, source }) => <span class="rowName"><span>{say(MATCH_KINDS[kind])}</span><span class="soft wraps">{source}</span></span> },
    { key: "people", head: say(LIST_WORDS.people), align: "end", cell: ({ people }) => people.toLocaleString("en") },
    { key: "matched", head: say(LIST_WORDS.matched), align: "end", cell: ({ matched, state: now }) => (now === "writing" ? "—" : matched.toLocaleString("en")) },
    { key: "state", head: say(LIST_WORDS.state), cell: (list) => <State list={list} /> },
    { key: "when", head: say(LIST_WORDS.when), cell: ({ at, by }) => <span class="rowName"><span>{say(dateTimeOf(at))}</span><span class="soft">{names[by]}</span></span> },
    { key: "until", head: say(LIST_WORDS.until), cell: ({ expiresAt }) => say(dateOf(expiresAt)) },
    ...(mayRemove ? [{ key: "do", head: "", cell: (list: KnownList) => (
      <Button kind="quiet" disabled={list.state === "removing"} aria-label={`${say(LIST_WORDS.remove)} ${say(MATCH_KINDS[list.kind])} ${list.source}`} onClick={() => setRemoving(list)}>{say(LIST_WORDS.remove)}</Button>
    ) }] : []),
  ];
  return (
    <Card title={say(LIST_WORDS.known)} aside={<span class="soft">{lists.length}</span>}>
      <Reading live={live}>
        {() => (lists.length === 0
          ? <EmptyState title={say(LIST_WORDS.noLists)} />
          : <Table rows={sorted} columns={columns} caption={say(LIST_WORDS.known)} quiet rowKey={({ id }) => id} onPhone="stack" />)}
      </Reading>
      {removing && <Removal list={removing} close={() => setRemoving(undefined)} />}
    </Card>
  );
}

function State({ list: { state, done, people, source } }: { list: KnownList }) {
  const { tone, ...name } = STATES[state];
  return (
    <span class="rowName">
      <span><Tag tone={tone}>{say(name)}</Tag></span>
      {state === "writing" && <Progress value={done} max={people} label={`${source} ${say(LIST_WORDS.state)}`} />}
    </span>
  );
}

function Removal({ list, close }: { list: KnownList; close: () => void }) {
  const [reason, setReason, drop] = useKeptText(`removeList.${list.id}`);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 2) return setProblem(say(LIST_WORDS.reasonMissing));
    setBusy(true);
    const answer = await call("removeList", { list: list.id, reason: reason.trim() });
    setBusy(false);
    if (!answer.ok) return setProblem(say(answer.problem));
    drop();
    close();
  };
  return (
    <Dialog title={`${say(LIST_WORDS.remove)}${say({ zh: "：", en: ": " })}${say(MATCH_KINDS[list.kind])}`} onClose={close}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p>{list.source}</p>
        <Alert tone="warning">{say(LIST_WORDS.removeLead)}</Alert>
        <Field id="removeReason" label={say(LIST_WORDS.removeWhy)} required error={problem}>
          {(aria) => <input {...aria} class="input" maxLength={200} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button kind="danger" type="submit" busy={isBusy}>{say(LIST_WORDS.remove)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
