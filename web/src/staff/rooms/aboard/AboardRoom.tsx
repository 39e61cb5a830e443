import { useEffect, useState } from "preact/hooks";
import { Alert, Button, Card, Page, Progress } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useLoaded } from "../../../shared/loaded.ts";
import { useNow } from "../../../shared/now.ts";
import { dateTimeOf } from "../../../shared/time.ts";
import type { Aboard } from "../../data/aboard.ts";
import { aboardOf, keepAboard } from "../../data/aboard.ts";
import { clearDatabase } from "../../data/database.ts";
import { takeAlong } from "../../data/takeAlong.ts";
import { VillageTabs, villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { NOT_OFFLINE } from "../../shell/offline.ts";
import { isProgramKept } from "../../shell/program.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { useOnline } from "../../shell/useOnline.ts";
import { InstallCard } from "./InstallCard.tsx";
import { ABOARD_WORDS } from "./words.ts";

const DAY_MS = 24 * 60 * 60_000;
const LOOK_AGAIN_MS = 5_000;
const LINES = ["households", "surveys", "questions", "notices", "register"] as const;

/** What this device has along of a village for a day without a signal: to take, to see, to remove. */
export function AboardRoom(_: RoomProps) {
  const { uid, office, campaign } = useDesk();
  const own = office.area.length === 12 ? office.area : undefined;
  const [chosen, choose] = useState(own ?? aboardOf(uid)?.village ?? campaign.villages[0]?.code ?? "");
  return (
    <Page title={say(ABOARD_WORDS.title)} lead={say(ABOARD_WORDS.lead)}>
      {!own && <VillageTabs rows={[]} village={chosen} choose={choose} />}
      <Along key={chosen} village={chosen} />
      <Cannot />
      <InstallCard />
    </Page>
  );
}

type Taking = { state: "rest" } | { state: "failed" } | { state: "under way"; done: number; total: number };

/** Takes a village along; the first time the page is opened anew, for the cache is chosen before anything is read. */
function useTaking(village: string) {
  const { uid, campaign } = useDesk();
  const [aboard, setAboard] = useState(() => aboardOf(uid));
  const [taking, setTaking] = useState<Taking>({ state: "rest" });
  const read = async () => {
    setTaking({ state: "under way", done: 0, total: 1 });
    void navigator.storage?.persist?.().catch(() => undefined);
    try {
      await takeAlong({ uid, campaign: campaign.id, village, register: campaign.register }, (done, total) => setTaking({ state: "under way", done, total }));
      setTaking({ state: "rest" });
    } catch {
      setTaking({ state: "failed" });
    }
    setAboard(aboardOf(uid));
  };
  const begin = () => {
    if (aboard) return void read();
    keepAboard({ uid, campaign: campaign.id, village });
    location.reload();
  };
  useEffect(() => {
    if (aboard && !aboard.taken && aboard.village === village) void read();
  }, []);
  return { aboard, taking, begin };
}

function Along({ village }: { village: string }) {
  const { campaign } = useDesk();
  const online = useOnline();
  const { aboard, taking, begin } = useTaking(village);
  const here = aboard?.village === village && aboard.campaign === campaign.id ? aboard.taken : undefined;
  const name = villageName(campaign, village);
  return (
    <Card title={name} aside={<span class="soft">{say(here ? ABOARD_WORDS.along : ABOARD_WORDS.not)}</span>}>
      {here && <What taken={here} />}
      {aboard && aboard.village !== village && <Alert tone="info">{say(ABOARD_WORDS.other)}</Alert>}
      <div aria-live="polite">
        {taking.state === "under way" && <><p>{say(ABOARD_WORDS.taking)}</p><Progress value={taking.done} max={taking.total} label={say(ABOARD_WORDS.taking)} /></>}
        {taking.state === "failed" && <Alert tone="error">{say(ABOARD_WORDS.failed)}</Alert>}
        {!online && <Alert tone="warning">{say(ABOARD_WORDS.offline)}</Alert>}
      </div>
      <p class="soft">{say(ABOARD_WORDS.privacy)}</p>
      <div class="buttons">
        <Button kind="primary" busy={taking.state === "under way"} disabled={!online} onClick={begin}>{say(here ? ABOARD_WORDS.again : ABOARD_WORDS.take)}</Button>
      </div>
      {aboard && <Drop />}
    </Card>
  );
}

/** When it was taken and how much of it there is; and whether the rooms themselves are on the device. */
function What({ taken }: { taken: NonNullable<Aboard["taken"]> }) {
  const now = useNow(LOOK_AGAIN_MS);
  const program = useLoaded(isProgramKept, [now]);
  const isKept = program.state === "ready" && program.value;
  return (
    <>
      <dl class="facts">
        <div><dt>{say(ABOARD_WORDS.takenAt)}</dt><dd>{say(dateTimeOf(taken.at))}</dd></div>
        {LINES.map((line) => <div key={line}><dt>{say(ABOARD_WORDS[line])}</dt><dd>{taken[line]}</dd></div>)}
        <div><dt>{say(ABOARD_WORDS.program)}</dt><dd>{say(isKept ? ABOARD_WORDS.kept : ABOARD_WORDS.coming)}</dd></div>
      </dl>
      {now.getTime() - taken.at.getTime() > DAY_MS && <Alert tone="warning">{say(ABOARD_WORDS.old)}</Alert>}
    </>
  );
}

function Drop() {
  const drop = async () => {
    await clearDatabase();
    location.reload();
  };
  return (
    <>
      <div class="buttons"><Button onClick={() => void drop()}>{say(ABOARD_WORDS.drop)}</Button></div>
      <p class="soft">{say(ABOARD_WORDS.dropLead)}</p>
    </>
  );
}

function Cannot() {
  return (
    <Card title={say(ABOARD_WORDS.cannot)}>
      <ul>{NOT_OFFLINE.map((one) => <li key={one.zh}>{say(one)}</li>)}</ul>
    </Card>
  );
}
