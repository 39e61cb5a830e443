import { useEffect, useState } from "preact/hooks";
import { Button, Loading, LoadFailed } from "../shared/components.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { say, useLanguage } from "../shared/language.tsx";
import { go } from "../shared/router.tsx";
import type { Account } from "./session/account.ts";
import { signOut, watchAccount } from "./session/account.ts";
import { SignInForm, SignInPage } from "./session/SignIn.tsx";
import { Lazy } from "./shell/Lazy.tsx";
import { STAFF_WORDS } from "./words.ts";

const loadWorkroom = () => import("./session/Workroom.tsx").then(({ Workroom }) => Workroom);

/** Whoever signs out leaves nothing of a village on the device; what is not sent yet stays, for it is nowhere else. */
const forgetDevice = () => import("./data/database.ts").then(({ clearDatabase }) => clearDatabase());

type Standing = { state: "asking" } | { state: "failed" } | { state: "known"; account: Account | undefined };

/** Follows who is signed in. */
function useAccount(): Standing & { retry: () => void } {
  const [standing, setStanding] = useState<Standing>({ state: "asking" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let here = true;
    let leave: (() => void) | undefined;
    setStanding({ state: "asking" });
    watchAccount((account) => here && setStanding({ state: "known", account })).then(
      (stop) => (here ? (leave = stop) : stop()),
      () => here && setStanding({ state: "failed" }),
    );
    return () => {
      here = false;
      leave?.();
    };
  }, [attempt]);
  return { ...standing, retry: () => setAttempt((count) => count + 1) };
}

/**
 * The staff's site: the sign-in page, or the rooms. When a sign-in runs out, the rooms stay as they are behind the
 * window that asks for the password, so that nothing typed is lost; only who says so leaves them.
 */
export function App() {
  useLanguage();
  const standing = useAccount();
  const [sitting, setSitting] = useState<Account>();
  const [notice, setNotice] = useState<"disabled">();
  const account = standing.state === "known" ? standing.account : undefined;
  useEffect(() => {
    if (account) setSitting(account);
    if (account) setNotice(undefined);
  }, [account]);
  const leave = (why?: "disabled") => {
    setSitting(undefined);
    setNotice(why);
    /* Whoever signs in next begins with the tasks, not in the room that the last one left. */
    go("/staff", { replace: true });
    void signOut().then(forgetDevice);
  };

  if (standing.state === "failed") return <main class="siteMain"><LoadFailed retry={standing.retry} /></main>;
  const present = account ?? sitting;
  if (!present) return standing.state === "asking" ? <main class="siteMain"><Loading /></main> : <SignInPage notice={notice} />;
  return (
    <>
      <Lazy key={present.uid} load={loadWorkroom} props={{ account: present, signedIn: account !== undefined, leave }} />
      {standing.state === "known" && !account && (
        <Dialog title={say(STAFF_WORDS.expired)}>
          <p>{say(STAFF_WORDS.expiredLead)}</p>
          <SignInForm email={present.email} />
          <p class="soft">{say(STAFF_WORDS.leaveLead)}</p>
          <Button kind="quiet" onClick={() => leave()}>{say(STAFF_WORDS.leave)}</Button>
        </Dialog>
      )}
    </>
  );
}
