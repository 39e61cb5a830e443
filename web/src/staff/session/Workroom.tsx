import { paths } from "@domain/paths.ts";
import { Staff } from "@domain/records.ts";
import { doc } from "firebase/firestore";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Alert, Button, Loading, LoadFailed } from "../../shared/components.tsx";
import { keep, kept } from "../../shared/kept.ts";
import { say } from "../../shared/language.tsx";
import { startOutbox } from "../actions/outbox.ts";
import type { KnownCampaign } from "../data/campaigns.ts";
import { useCampaigns } from "../data/campaigns.ts";
import { database, openDatabase } from "../data/database.ts";
import { listenToOne } from "../data/listen.ts";
import { holdAll, restartAll, useLive } from "../data/live.ts";
import { Shell } from "../shell/Shell.tsx";
import { STAFF_WORDS } from "../words.ts";
import type { Account, Claims } from "./account.ts";
import { renewToken } from "./account.ts";
import type { Office } from "./offices.ts";
import { officeKey, officesOf } from "./offices.ts";
import { SessionContext } from "./session.ts";

const RENEW_MS = 3_000;

type WorkroomProps = {
  account: Account;
  /** False while the sign-in has run out: the rooms then stay as they are, behind the window that asks for it. */
  signedIn: boolean;
  leave: (why?: "disabled") => void;
};

/** Everything behind the door: opens the database, then lets in whoever holds an office. */
export function Workroom(props: WorkroomProps) {
  const [opening, setOpening] = useState<"open" | "failed">();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    openDatabase(props.account.uid).then(() => setOpening("open"), () => setOpening("failed"));
  }, [attempt]);
  if (opening === "failed") return <main class="siteMain"><LoadFailed retry={() => setAttempt((count) => count + 1)} /></main>;
  if (opening === undefined) return <main class="siteMain"><Loading /></main>;
  return <Admitted {...props} />;
}

/** Holds the token to the account's own document: renewed when that has changed, signed out when it is disabled. */
function Admitted({ account, signedIn, leave }: WorkroomProps) {
  const { uid, claims } = account;
  const own = useLive(`account ${uid}`, listenToOne(() => doc(database(), paths.staff(uid)), Staff));
  const staff = own.state === "ready" ? own.value : undefined;
  const isOld = staff != null && claims?.version !== staff.version;
  useEffect(() => {
    if (staff?.disabled) leave("disabled");
  }, [staff?.disabled]);
  useEffect(() => {
    if (!isOld || !signedIn) return undefined;
    /* The account's document is written before its claims, so the first new token may still be the old one. */
    void renewToken();
    const again = setInterval(() => void renewToken(), RENEW_MS);
    return () => clearInterval(again);
  }, [isOld, staff?.version, signedIn]);
  const version = claims?.version;
  useEffect(() => (signedIn ? restartAll() : holdAll()), [version, signedIn]);
  useEffect(() => void startOutbox(uid), [uid]);
  if (own.state === "failed") return <main class="siteMain"><LoadFailed retry={own.retry} /></main>;
  if (staff === null && own.state === "ready" && own.stale) return <NothingAlong />;
  if (own.state === "loading") return <main class="siteMain"><Loading /></main>;
  if (!staff || !claims || officesOf(claims.roles).length === 0) return <NoOffice leave={leave} />;
  if (isOld) return <main class="siteMain"><Loading label={say(STAFF_WORDS.rightsChanged)} /></main>;
  return <Seated staff={staff} account={{ ...account, claims }} leave={leave} />;
}

/** Opened without a connection on a device that holds nothing to work with; goes on by itself once there is one. */
function NothingAlong() {
  return (
    <main class="siteMain door">
      <Alert tone="warning" title={say(STAFF_WORDS.nothingAlong)}><p>{say(STAFF_WORDS.nothingAlongLead)}</p></Alert>
    </main>
  );
}

function NoOffice({ leave }: Pick<WorkroomProps, "leave">) {
  return (
    <main class="siteMain door">
      <Alert tone="warning" title={say(STAFF_WORDS.noOffice)}>
        <p>{say(STAFF_WORDS.noOfficeLead)}</p>
        <div class="buttons">
          <Button onClick={() => void renewToken()}>{say(STAFF_WORDS.checkAgain)}</Button>
          <Button kind="quiet" onClick={() => leave()}>{say(STAFF_WORDS.signOut)}</Button>
        </div>
      </Alert>
    </main>
  );
}

/** Open campaigns before others, then the newest. */
function inOrder(campaigns: KnownCampaign[]): KnownCampaign[] {
  const rank = ({ status }: KnownCampaign) => (status === "open" ? 0 : 1);
  return [...campaigns].sort((a, b) => rank(a) - rank(b) || b.startsOn.localeCompare(a.startsOn));
}

type SeatedProps = { staff: Staff; account: Account & { claims: Claims }; leave: WorkroomProps["leave"] };

/** Somebody with an office: which one, and which campaign, is remembered on this device. */
function Seated({ staff, account: { uid, claims }, leave }: SeatedProps) {
  const offices = useMemo(() => officesOf(claims.roles), [claims]);
  const [chosen, setChosen] = useState(() => kept(`office.${uid}`));
  const office = offices.find((one) => officeKey(one) === chosen) ?? offices[0];
  const found = useCampaigns(office?.area);
  const listed = found.state === "ready" ? found.value : undefined;
  const campaigns = useMemo(() => inOrder(listed?.rows ?? []), [listed]);
  const [wanted, setWanted] = useState(() => kept("campaign"));
  const campaign = campaigns.find(({ id }) => id === wanted) ?? campaigns[0];
  if (!office) return null;
  const chooseOffice = (next: Office) => {
    keep(`office.${uid}`, officeKey(next));
    setChosen(officeKey(next));
  };
  const chooseCampaign = (id: string) => {
    keep("campaign", id);
    setWanted(id);
  };
  const session = { uid, staff, roles: claims.roles, offices, office, chooseOffice, campaigns, campaign, chooseCampaign };
  return (
    <SessionContext.Provider value={session}>
      <Shell leave={leave} campaignsAre={found.state} retry={found.retry} />
    </SessionContext.Provider>
  );
}
