import { shanghaiDate } from "@domain/notice/period.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Button, ButtonLink, Card, Table } from "../../../shared/components.tsx";
import { ErrorSummary, Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { usePostings } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { Lasting } from "../../parts/Lasting.tsx";
import { Outcome, Sent } from "../../parts/Outcome.tsx";
import { householderOf, nameIn } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useTicked } from "../../parts/useTicked.ts";
import { useDesk } from "../../session/session.ts";
import { addressOfPrint } from "./address.ts";
import type { Session } from "./receipts.ts";
import { problemsOf, receiptsOf } from "./receipts.ts";
import { BOOK_WORDS } from "./words.ts";

type SigningSessionProps = { village: string; rows: Household[]; columns: Column<Household>[] };

/** Books that are printed and not handed out: at the session both copies are signed for, many households at once. */
export function SigningSession({ village, rows, columns }: SigningSessionProps) {
  const desk = useDesk();
  const { campaign, staff } = desk;
  const today = shanghaiDate(new Date());
  const begun: Session = { receivedOn: today, household: say(BOOK_WORDS.self), committee: desk.office.role === "villageCommittee" ? staff.name : "", others: {} };
  const [session, setSession, drop] = useKept<Session>(`handbook.${campaign.id}.${village}`, begun);
  const [chosen, setChosen] = useTicked(`handbook.${campaign.id}.${village}.signed`);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [sent, setSent] = useState<readonly Household[]>([]);
  const { post, ids, settle, unkept, underWay } = usePostings();
  const isOff = (row: Household) => whyNot(row, "issueHandbook", desk) !== undefined;
  const mayIssue = campaign.status === "open" && rows.some((row) => !isOff(row));
  const picked = rows.filter(({ id }) => chosen.has(id));
  const send = async (event: Event) => {
    event.preventDefault();
    const wrong = problemsOf(session, today);
    setProblems(picked.length > 0 ? wrong : [{ path: "", code: "missing", ...BOOK_WORDS.nobody }, ...wrong]);
    if (wrong.length > 0 || picked.length === 0) return;
    setSent(picked);
    const orders = receiptsOf(session, picked.map(({ id }) => id)).map(({ targets, input }) => ({ type: "issueHandbook" as const, area: village, targets, input }));
    if (!(await post(orders))) return;
    setChosen(new Set());
    drop();
  };
  const other: Column<Household> = {
    key: "other",
    head: say(BOOK_WORDS.otherHand),
    cell: (row) => (
      <input class="input receiver" maxLength={40} aria-label={`${householderOf(row)} ${say(BOOK_WORDS.otherHand)}`} value={session.others[row.id] ?? ""} onInput={(event) => setSession({ ...session, others: { ...session.others, [row.id]: event.currentTarget.value } })} />
    ),
  };
  if (rows.length === 0 && ids.length === 0) return null;
  const title = say(BOOK_WORDS.toIssue);
  return (
    <Card title={title} aside={rows.length > 0 && <span class="soft">{say({ zh: `已选 ${picked.length} / ${rows.length} 户`, en: `${picked.length} of ${rows.length} chosen` })}</span>}>
      <p class="soft">{say(BOOK_WORDS.toIssueLead)}</p>
      <Outcome progress={unkept} nameOf={() => ""} />
      <Sent ids={ids} nameOf={nameIn(sent)} settle={settle} />
      {rows.length > 0 && !mayIssue && <Table rows={rows} columns={columns} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />}
      {rows.length > 0 && mayIssue && (
        <form onSubmit={send} noValidate>
          <ErrorSummary problems={problems.map(({ path, zh, en }) => ({ text: say({ zh, en }), ...(path && { id: `session-${path}` }) }))} />
          <Checklist rows={rows} columns={[...columns, other]} caption={title} chosen={chosen} onChange={setChosen} nameOf={householderOf} isOff={isOff} />
          <h3>{say(BOOK_WORDS.session)}</h3>
          <p class="help">{say(BOOK_WORDS.householdHelp)}</p>
          <SessionFields session={session} change={setSession} problems={problems} today={today} />
          <Lasting action="issueHandbook" />
          <div class="buttons">
            <Button kind="primary" type="submit" busy={underWay}>{say({ zh: `登记所选 ${picked.length} 户两份都已签收`, en: `Record both copies of the ${picked.length} chosen` })}</Button>
            {picked.length > 0 && <ButtonLink href={addressOfPrint(picked.map(({ id }) => id))}>{say(BOOK_WORDS.openPrint)}</ButtonLink>}
          </div>
        </form>
      )}
    </Card>
  );
}

type SessionFieldsProps = { session: Session; change: (session: Session) => void; problems: readonly FieldProblem[]; today: string };

function SessionFields({ session, change, problems, today }: SessionFieldsProps) {
  const errorAt = (path: string) => {
    const found = problems.find((problem) => problem.path === path);
    return found && say(found);
  };
  return (
    <div class="formGrid">
      <div class="formCell">
        <Field id="session-receivedOn" label={say(BOOK_WORDS.receivedOn)} required error={errorAt("receivedOn")}>
          {(aria) => <input {...aria} class="input short" type="date" max={today} value={session.receivedOn} onInput={(event) => change({ ...session, receivedOn: event.currentTarget.value })} />}
        </Field>
      </div>
      <div class="formCell">
        <Field id="session-household" label={say(BOOK_WORDS.household)} required error={errorAt("household")}>
          {(aria) => <input {...aria} class="input" maxLength={40} value={session.household} onInput={(event) => change({ ...session, household: event.currentTarget.value })} />}
        </Field>
      </div>
      <div class="formCell">
        <Field id="session-committee" label={say(BOOK_WORDS.committee)} required error={errorAt("committee")}>
          {(aria) => <input {...aria} class="input" maxLength={40} value={session.committee} onInput={(event) => change({ ...session, committee: event.currentTarget.value })} />}
        </Field>
      </div>
    </div>
  );
}
