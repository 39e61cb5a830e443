import { useState } from "preact/hooks";
import { Alert, Button, Card, Page } from "../../shared/components.tsx";
import { Field } from "../../shared/field.tsx";
import { LanguageSwitch, say } from "../../shared/language.tsx";
import { LookSwitch } from "../../shared/look.tsx";
import { SIGN_IN_TROUBLES, STAFF_WORDS } from "../words.ts";
import type { SignInTrouble } from "./account.ts";
import { signIn } from "./account.ts";

type Entries = { email: string; password: string };

/** E-mail and password. The site shows nobody's name before someone has signed in. */
export function SignInForm({ email = "" }: { email?: string }) {
  const [entries, setEntries] = useState<Entries>({ email, password: "" });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<SignInTrouble>();
  const set = (key: keyof Entries) => (event: { currentTarget: { value: string } }) => setEntries({ ...entries, [key]: event.currentTarget.value });
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!entries.email.trim() || !entries.password) return;
    setBusy(true);
    setTrouble(await signIn(entries.email, entries.password));
    setBusy(false);
  };
  const missing = (key: keyof Entries) => (asked && !entries[key].trim() ? say(STAFF_WORDS[`${key}Missing`]) : undefined);
  return (
    <form onSubmit={submit} noValidate>
      {trouble && <Alert tone="error">{say(SIGN_IN_TROUBLES[trouble])}</Alert>}
      <Field id="signInEmail" label={say(STAFF_WORDS.email)} required error={missing("email")}>
        {(aria) => <input {...aria} class="input" type="email" autocomplete="username" value={entries.email} onInput={set("email")} />}
      </Field>
      <Field id="signInPassword" label={say(STAFF_WORDS.password)} required error={missing("password")}>
        {(aria) => <input {...aria} class="input" type="password" autocomplete="current-password" value={entries.password} onInput={set("password")} />}
      </Field>
      <div class="buttons">
        <Button kind="primary" type="submit" busy={busy}>{say(busy ? STAFF_WORDS.entering : STAFF_WORDS.enter)}</Button>
      </div>
    </form>
  );
}

/** The door of the staff's rooms. */
export function SignInPage({ notice }: { notice: "disabled" | undefined }) {
  return (
    <>
      <header class="siteHead">
        <div class="siteHeadInner">
          <span class="siteName"><img src="/icon.svg" alt="" width="32" height="32" />{say(STAFF_WORDS.desk)}</span>
          <div class="siteTools">
            <a href="/">{say(STAFF_WORDS.publicPages)}</a>
            <LookSwitch />
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main class="siteMain door">
        {notice && <Alert tone="warning" title={say(STAFF_WORDS[notice])}>{say(STAFF_WORDS[`${notice}Lead`])}</Alert>}
        <Page title={say(STAFF_WORDS.signIn)} lead={say(STAFF_WORDS.signInLead)}>
          <Card><SignInForm /></Card>
        </Page>
      </main>
    </>
  );
}
