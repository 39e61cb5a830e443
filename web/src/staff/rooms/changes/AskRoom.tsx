import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink, Card, EmptyState, Loading, Page } from "../../../shared/components.tsx";
import type { Listed } from "../../../shared/field.tsx";
import { ErrorSummary, Field, FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { useYears } from "../../data/service.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { villageName, withGroup } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import type { Member, Missing, TypedRequest } from "./request.ts";
import { kindsOf, membersIn, NO_REQUEST, readRequest } from "./request.ts";
import { CHANGE_WORDS, decidedBy, kindWords } from "./words.ts";

/** A change of a household or village in service, asked for with its reason. */
export function AskRoom({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(found) => (found ? <Known key={found.id} application={found} /> : <NotNow />)}</Reading>;
}

function NotNow({ why }: { why?: string }) {
  return (
    <EmptyState title={say(CHANGE_WORDS.notNow)}>
      {why && <p>{why}</p>}
      <ButtonLink href="/staff/changes">{say(CHANGE_WORDS.list)}</ButtonLink>
    </EmptyState>
  );
}

function Known({ application }: { application: Household }) {
  const desk = useDesk();
  const [off] = useState(() => whyNot(application, "requestChange", desk));
  const versions = useYears(application, desk.campaign.register);
  if (off) return <NotNow {...(off !== "notNow" && { why: say(off) })} />;
  if (versions.state === "loading") return <Loading />;
  return <Ask application={application} members={membersIn(versions.state === "ready" ? versions.value.rows : [])} />;
}

const SENTENCES = { kind: CHANGE_WORDS.kindMissing, reason: CHANGE_WORDS.reasonMissing, people: CHANGE_WORDS.peopleMissing, householder: CHANGE_WORDS.householderMissing } as const satisfies Record<Missing, unknown>;
const idOf = (what: Missing): string => `change-${what}`;

function Ask({ application, members }: { application: Household; members: Member[] }) {
  const { campaign } = useDesk();
  const { id, village, track } = application;
  const name = householderOf(application);
  const [typed, setTyped, drop] = useKept<TypedRequest>(`change.${id}`, NO_REQUEST);
  const [asked, setAsked] = useState(false);
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && drop());
  /* Once a check was asked for, what has been put right disappears at once. */
  const read = readRequest(typed, members);
  const missing: readonly Missing[] = asked && !read.ok ? read.missing : [];
  const error = (what: Missing) => (missing.includes(what) ? say(SENTENCES[what]) : undefined);
  const submit = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (read.ok) void post({ type: "requestChange", area: village, targets: [id], input: read.input, seen: seenOf([application]), about: name });
  };
  if ((progress?.outcome?.applied ?? 0) > 0) return <Sent application={application} />;
  const listed: Listed[] = missing.map((what) => ({ id: idOf(what), text: say(SENTENCES[what]) }));
  return (
    <Page title={`${say(CHANGE_WORDS.ask)}${say({ zh: "：", en: ": " })}${name}`} lead={withGroup(villageName(campaign, village), application.facts?.groupName)}>
      <Card>
        <form onSubmit={submit} noValidate>
          <ErrorSummary problems={listed} />
          <FieldGroup id={idOf("kind")} label={say(CHANGE_WORDS.kind)} required error={error("kind")}>
            <div class="options">
              {kindsOf(track).map((kind) => (
                <label key={kind} class="option">
                  <input type="radio" name="changeKind" checked={typed.kind === kind} onChange={() => setTyped({ ...typed, kind })} />
                  <span>{say(kindWords(kind, track))} <span class="soft">{say(decidedBy(kind))}</span></span>
                </label>
              ))}
            </div>
          </FieldGroup>
          {typed.kind !== "" && <p class="soft">{say(kindWords(typed.kind, track).lead)}</p>}
          {typed.kind === "split" && <Split typed={typed} members={members} set={setTyped} error={error} />}
          <Field id={idOf("reason")} label={say(CHANGE_WORDS.reason)} required error={error("reason")}>
            {(aria) => <textarea {...aria} rows={4} maxLength={1000} value={typed.reason} onInput={(event) => setTyped({ ...typed, reason: event.currentTarget.value })} />}
          </Field>
          <Outcome progress={progress} nameOf={() => name} />
          <div class="buttons">
            <Button kind="primary" type="submit" busy={underWay}>{say(CHANGE_WORDS.send)}</Button>
            <ButtonLink href="/staff/changes">{say(CHANGE_WORDS.list)}</ButtonLink>
          </div>
        </form>
      </Card>
    </Page>
  );
}

type SplitProps = { typed: TypedRequest; members: Member[]; set: (typed: TypedRequest) => void; error: (what: Missing) => string | undefined };

/** Who leaves the household, and who heads the new one. */
function Split({ typed, members, set, error }: SplitProps) {
  if (members.length === 0) return <Alert tone="error">{say(CHANGE_WORDS.noMembers)}</Alert>;
  const toggle = (row: string) => {
    const people = typed.people.includes(row) ? typed.people.filter((one) => one !== row) : [...typed.people, row];
    set({ ...typed, people, householder: people.includes(typed.householder) ? typed.householder : "" });
  };
  const leaving = members.filter(({ row }) => typed.people.includes(row));
  return (
    <>
      <FieldGroup id={idOf("people")} label={say(CHANGE_WORDS.people)} required error={error("people")}>
        <div class="options row">
          {members.filter(({ isHead }) => !isHead).map(({ row, name }) => (
            <label key={row} class="option">
              <input type="checkbox" checked={typed.people.includes(row)} onChange={() => toggle(row)} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <FieldGroup id={idOf("householder")} label={say(CHANGE_WORDS.householder)} required error={error("householder")}>
        <div class="options row">
          {leaving.length === 0 && <p class="soft">{say(CHANGE_WORDS.peopleMissing)}</p>}
          {leaving.map(({ row, name }) => (
            <label key={row} class="option">
              <input type="radio" name="newHouseholder" checked={typed.householder === row} onChange={() => set({ ...typed, householder: row })} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
    </>
  );
}

function Sent({ application }: { application: Household }) {
  return (
    <Page title={householderOf(application)}>
      <Alert tone="success">{say(CHANGE_WORDS.sent)}</Alert>
      <div class="buttons">
        <ButtonLink kind="primary" href="/staff/changes">{say(CHANGE_WORDS.list)}</ButtonLink>
        <ButtonLink href={addressOfHousehold(application.id)}>{say(CHANGE_WORDS.see)}</ButtonLink>
      </div>
    </Page>
  );
}
