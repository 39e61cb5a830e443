import type { Staff } from "@domain/records.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Button, Card, EmptyState, Page, Table, Tag } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { WithId } from "../../data/convert.ts";
import { useStaffOf } from "../../data/records.ts";
import { Reading } from "../../parts/Reading.tsx";
import { officeName, officesOf } from "../../session/offices.ts";
import { useSession } from "../../session/session.ts";
import { AccountForm } from "./AccountForm.tsx";
import type { TypedAccount } from "./typedAccount.ts";
import { emptyAccount, typedFrom } from "./typedAccount.ts";
import { ACCOUNT_WORDS } from "./words.ts";

type Row = WithId<Staff>;
type Handed = { name: string; email: string; password: string };

/** The accounts of the area: who they are, what they hold; made, changed and disabled by the campaign's office. */
export function Accounts() {
  const { office } = useSession();
  const live = useStaffOf(office.area);
  const [editing, setEditing] = useState<TypedAccount>();
  const [handed, setHanded] = useState<Handed>();
  const [isSaved, setSaved] = useState(false);
  const mayChange = office.role === "campaignOffice";
  const edit = (account: TypedAccount) => {
    setSaved(false);
    setEditing(account);
  };
  const finish = (next: Handed | undefined) => {
    setEditing(undefined);
    setHanded(next);
    setSaved(true);
    live.retry();
  };
  return (
    <Page title={say(ACCOUNT_WORDS.title)} lead={say(ACCOUNT_WORDS.lead)} aside={mayChange && <Button kind="primary" onClick={() => edit(emptyAccount())}>{say(ACCOUNT_WORDS.new)}</Button>}>
      {isSaved && <Alert tone="success">{say(ACCOUNT_WORDS.saved)}</Alert>}
      <Reading live={live}>{({ rows }) => <List rows={rows} edit={mayChange ? (row) => edit(typedFrom(row)) : undefined} />}</Reading>
      {editing && <AccountForm account={editing} close={() => setEditing(undefined)} finish={finish} />}
      {handed && <FirstPassword handed={handed} close={() => setHanded(undefined)} />}
    </Page>
  );
}

function List({ rows, edit }: { rows: Row[]; edit: ((row: Row) => void) | undefined }) {
  const { uid, campaign } = useSession();
  const [text, setText] = useState("");
  const rolesOf = (row: Row) => officesOf(row.roles).map((office) => say(officeName(office, campaign)));
  const wanted = text.trim();
  const found = rows.filter((row) => [row.name, row.email, ...rolesOf(row)].some((word) => word.includes(wanted))).sort((a, b) => Number(a.disabled) - Number(b.disabled) || a.email.localeCompare(b.email));
  const columns: Column<Row>[] = [
    { key: "name", head: say(ACCOUNT_WORDS.name), names: true, cell: ({ name, disabled }) => <>{name} {disabled && <Tag tone="ended">{say(ACCOUNT_WORDS.disabled)}</Tag>}</> },
    { key: "email", head: say(ACCOUNT_WORDS.email), cell: ({ email }) => email },
    { key: "roles", head: say(ACCOUNT_WORDS.roles), cell: (row) => <ul class="plainList">{rolesOf(row).map((name) => <li key={name}>{name}</li>)}</ul> },
    { key: "updated", head: say(ACCOUNT_WORDS.updated), cell: ({ updatedAt }) => say(dateTimeOf(updatedAt)) },
    ...(edit ? [{ key: "do", head: "", cell: (row: Row) => (row.id === uid ? <span class="soft wraps">{say(ACCOUNT_WORDS.own)}</span> : <Button aria-label={`${say(ACCOUNT_WORDS.change)} ${row.name}`} onClick={() => edit(row)}>{say(ACCOUNT_WORDS.change)}</Button>) }] : []),
  ];
  if (rows.length === 0) return <EmptyState title={say(ACCOUNT_WORDS.none)} />;
  return (
    <Card>
      <Field id="accountText" label={say(ACCOUNT_WORDS.text)} required>
        {(aria) => <input {...aria} aria-required={undefined} class="input" type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />}
      </Field>
      <Table rows={found} columns={columns} caption={say(ACCOUNT_WORDS.title)} quiet rowKey={({ id }) => id} onPhone="stack" />
    </Card>
  );
}

function FirstPassword({ handed, close }: { handed: Handed; close: () => void }) {
  return (
    <Dialog title={`${say(ACCOUNT_WORDS.first)}${say({ zh: "：", en: ": " })}${handed.name}`} onClose={close}>
      <Alert tone="warning">{say(ACCOUNT_WORDS.firstLead)}</Alert>
      <p>{say(ACCOUNT_WORDS.email)}{say({ zh: "：", en: ": " })}{handed.email}</p>
      <p class="receipt" data-testid="firstPassword">{handed.password}</p>
      <div class="buttons"><Button kind="primary" onClick={close}>{say(ACCOUNT_WORDS.seen)}</Button></div>
    </Dialog>
  );
}
