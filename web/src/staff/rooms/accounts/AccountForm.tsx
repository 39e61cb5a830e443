import type { StaffRole } from "@domain/roles.ts";
import { ROLES, StaffRole as Roles } from "@domain/roles.ts";
import { useState } from "preact/hooks";
import { Alert, Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field, FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { call } from "../../actions/call.ts";
import { useKept } from "../../parts/useKept.ts";
import { useSession } from "../../session/session.ts";
import type { Seat, TypedAccount } from "./typedAccount.ts";
import { areasFor, firstPassword, noSeat, readAccount } from "./typedAccount.ts";
import { ACCOUNT_PROBLEMS, ACCOUNT_WORDS } from "./words.ts";

type AccountFormProps = {
  account: TypedAccount;
  close: () => void;
  /** Saved; with the password where a new one was given. */
  finish: (handed: { name: string; email: string; password: string } | undefined) => void;
};

/** One account: name, sign-in, and which roles it holds where. */
export function AccountForm({ account, close, finish }: AccountFormProps) {
  const [typed, setTyped, drop] = useKept(`account.${account.uid ?? "new"}`, account);
  const [renew, setRenew] = useState(false);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isNew = account.uid === undefined;
  const set = (change: Partial<TypedAccount>) => setTyped({ ...typed, ...change });
  const read = readAccount(typed);
  const problems: readonly string[] = asked && !read.ok ? read.problems : [];
  const wrong = (key: keyof typeof ACCOUNT_PROBLEMS) => (problems.includes(key) ? say(ACCOUNT_PROBLEMS[key]) : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!read.ok) return;
    setBusy(true);
    const password = isNew || renew ? firstPassword() : undefined;
    const answer = await call<{ uid: string }>("saveStaff", { ...read.request, ...(password && { password }) });
    setBusy(false);
    if (!answer.ok) return setRefused(say(answer.problem));
    drop();
    finish(password ? { name: read.request.name, email: read.request.email, password } : undefined);
  };
  return (
    <Dialog wide title={say(isNew ? ACCOUNT_WORDS.new : ACCOUNT_WORDS.change)} onClose={close}>
      <form onSubmit={submit} noValidate>
        {refused && <Alert tone="error">{refused}</Alert>}
        <div class="formGrid">
          <Field id="accountName" label={say(ACCOUNT_WORDS.name)} required error={wrong("name")}>
            {(aria) => <input {...aria} class="input" maxLength={40} value={typed.name} onInput={(event) => set({ name: event.currentTarget.value })} />}
          </Field>
          <Field id="accountEmail" label={say(ACCOUNT_WORDS.email)} required error={wrong("email")}>
            {(aria) => <input {...aria} class="input" type="email" autocomplete="off" maxLength={100} value={typed.email} onInput={(event) => set({ email: event.currentTarget.value })} />}
          </Field>
        </div>
        <FieldGroup id="accountRoles" label={say(ACCOUNT_WORDS.roles)} required error={wrong("roles")}>
          {typed.seats.map((seat, at) => (
            <SeatRow
              key={at}
              seat={seat}
              at={at}
              set={(next) => set({ seats: typed.seats.map((one, place) => (place === at ? next : one)) })}
              remove={() => set({ seats: typed.seats.filter((_, place) => place !== at) })}
            />
          ))}
          <Button kind="quiet" onClick={() => set({ seats: [...typed.seats, noSeat()] })}>{say(ACCOUNT_WORDS.addRole)}</Button>
        </FieldGroup>
        {!isNew && (
          <div class="options">
            <label class="option"><input type="checkbox" checked={typed.disabled} onChange={() => set({ disabled: !typed.disabled })} /><span>{say(ACCOUNT_WORDS.disable)}</span></label>
            <label class="option"><input type="checkbox" checked={renew} onChange={() => setRenew(!renew)} /><span>{say(ACCOUNT_WORDS.password)}</span></label>
          </div>
        )}
        <div class="buttons">
          <Button kind="primary" type="submit" busy={busy}>{say(WORDS.save)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}

type SeatRowProps = { seat: Seat; at: number; set: (seat: Seat) => void; remove: () => void };

function SeatRow({ seat, at, set, remove }: SeatRowProps) {
  const { office, campaigns } = useSession();
  const areas = areasFor(seat.role, office.area, campaigns);
  const offered = Roles.options.filter((role) => areasFor(role, office.area, campaigns).length > 0);
  const pickRole = (role: StaffRole | "") => {
    const possible = areasFor(role, office.area, campaigns);
    const keeps = possible.some(({ code }) => code === seat.area);
    set({ role, area: keeps ? seat.area : possible.length === 1 ? (possible[0]?.code ?? "") : "" });
  };
  return (
    <div class="seatRow">
      <select aria-label={`${say(ACCOUNT_WORDS.role)} ${at + 1}`} value={seat.role} onChange={(event) => pickRole(event.currentTarget.value as StaffRole | "")}>
        <option value="">{say(ACCOUNT_WORDS.role)}…</option>
        {offered.map((role) => <option key={role} value={role}>{say(ROLES[role])}</option>)}
      </select>
      <select aria-label={`${say(ACCOUNT_WORDS.area)} ${at + 1}`} value={seat.area} onChange={(event) => set({ ...seat, area: event.currentTarget.value })}>
        <option value="">{say(ACCOUNT_WORDS.area)}…</option>
        {areas.map(({ code, name }) => <option key={code} value={code}>{say(name)}</option>)}
      </select>
      <Button kind="quiet" aria-label={`${say(WORDS.remove)} ${say(ACCOUNT_WORDS.role)} ${at + 1}`} onClick={remove}>{say(WORDS.remove)}</Button>
    </div>
  );
}
