import { useEffect } from "preact/hooks";
import { Alert, BelowLead, Button, ButtonLink, EmptyState, Loading, LoadFailed } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { matchPath, usePath } from "../../shared/router.tsx";
import { WORDS } from "../../shared/words.ts";
import { NoRight } from "../parts/NoRight.tsx";
import { PlanSays } from "../plan/PlanSays.tsx";
import { useSession } from "../session/session.ts";
import { STAFF_WORDS } from "../words.ts";
import { Header } from "./Header.tsx";
import { Lazy } from "./Lazy.tsx";
import { Navigation } from "./Navigation.tsx";
import type { Room } from "./rooms.ts";
import { whyNotOffline } from "./offline.ts";
import { keepProgram, useProgram } from "./program.ts";
import { addressOf, allRooms } from "./rooms.ts";
import { useOnline } from "./useOnline.ts";

/** The first screen comes first; what may be needed without a connection is fetched after it. */
const AHEAD_MS = 3_000;

type ShellProps = { leave: () => void; campaignsAre: "loading" | "ready" | "failed"; retry: () => void };

/** The frame of the rooms: header, navigation, and the room of the address. */
export function Shell({ leave, campaignsAre, retry }: ShellProps) {
  useEffect(() => {
    const later = setTimeout(keepProgram, AHEAD_MS);
    return () => clearTimeout(later);
  }, []);
  return (
    <>
      <a class="skip" href="#main">{say({ zh: "跳到正文", en: "Skip to the content" })}</a>
      <Header leave={leave} />
      <div class="staffBody">
        <Navigation />
        <main class="staffMain" id="main" tabIndex={-1}>
          <NewVersion />
          {campaignsAre === "loading" && <Loading />}
          {campaignsAre === "failed" && <LoadFailed retry={retry} />}
          {campaignsAre === "ready" && <CurrentRoom />}
        </main>
      </div>
    </>
  );
}

/** A newer version waits until somebody takes it: never under an open form. */
function NewVersion() {
  const { take } = useProgram();
  if (!take) return null;
  return (
    <Alert tone="info">
      <p>{say(STAFF_WORDS.newVersion)}</p>
      <div class="buttons"><Button onClick={take}>{say(STAFF_WORDS.takeVersion)}</Button></div>
    </Alert>
  );
}

/** Without a connection: that one can go on here, or why not. */
function Offline({ room }: { room: Room }) {
  const online = useOnline();
  if (online) return null;
  const why = whyNotOffline(room);
  if (!why) return <Alert tone="warning">{say(STAFF_WORDS.offline)}</Alert>;
  return <Alert tone="warning" title={say(STAFF_WORDS.notOffline)}><p>{say(why)} {say(STAFF_WORDS.notOfflineLead)}</p></Alert>;
}

function find(path: string): { room: Room; at: Record<string, string> } | undefined {
  for (const room of allRooms()) {
    const at = matchPath(addressOf(room), path);
    if (at) return { room, at };
  }
  return undefined;
}

function CurrentRoom() {
  const { office, campaign } = useSession();
  const { path } = usePath();
  const found = find(path);
  if (!found) return <NoRight title={WORDS.pageMissing} lead={STAFF_WORDS.pageMissingLead} />;
  if (!found.room.roles.includes(office.role)) return <NoRight title={STAFF_WORDS.notForRole} lead={STAFF_WORDS.notForRoleLead} />;
  if (!campaign && !found.room.withoutCampaign) return <NoCampaign />;
  return (
    <>
      {campaign?.status === "preparing" && <Alert tone="warning">{say(STAFF_WORDS.notOpenYet)}</Alert>}
      {campaign?.status === "closed" && <Alert tone="info">{say(STAFF_WORDS.closed)}</Alert>}
      <Offline room={found.room} />
      <BelowLead.Provider value={<PlanSays key={path} path={found.room.path} />}>
        <Lazy key={`${office.role} ${office.area} ${campaign?.id} ${path}`} load={found.room.load} props={{ at: found.at }} />
      </BelowLead.Provider>
    </>
  );
}

function NoCampaign() {
  const { office } = useSession();
  return (
    <EmptyState title={say(STAFF_WORDS.noCampaign)}>
      <p>{say(STAFF_WORDS.noCampaignLead)}</p>
      {office.role === "campaignOffice" && <ButtonLink kind="primary" href="/staff/campaign">{say({ zh: "设置工作方案", en: "Set one up" })}</ButtonLink>}
    </EmptyState>
  );
}
