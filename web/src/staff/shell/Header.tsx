import type { Bilingual } from "@domain/text.ts";
import { useState } from "preact/hooks";
import { Button } from "../../shared/components.tsx";
import { Dialog } from "../../shared/dialog.tsx";
import { LanguageSwitch, say } from "../../shared/language.tsx";
import { LookSwitch } from "../../shared/look.tsx";
import { Link } from "../../shared/router.tsx";
import { useUnsent } from "../actions/outbox.ts";
import { aboardOf } from "../data/aboard.ts";
import { isRead, useMessages, useReads } from "../data/messages.ts";
import { valueOf } from "../data/live.ts";
import { officeKey, officeName } from "../session/offices.ts";
import { useSession } from "../session/session.ts";
import { STAFF_WORDS } from "../words.ts";

/** Who is here, as what, for which campaign; what has not been sent; and the way out. */
export function Header({ leave }: { leave: () => void }) {
  const { uid, staff } = useSession();
  const [leaving, setLeaving] = useState(false);
  const unsent = useUnsent();
  const waiting = unsent.filter(({ stage }) => stage !== "undone").length;
  const isAlong = aboardOf(uid) !== undefined;
  return (
    <header class="siteHead staffHead">
      <div class="staffHeadInner">
        <Link href="/staff" class="siteName"><img src="/icon.svg" alt="" width="32" height="32" />{say(STAFF_WORDS.desk)}</Link>
        <div class="seats">
          <CampaignChoice />
          <OfficeChoice />
          <span class="whoami onPhone">{staff.name}</span>
        </div>
        <div class="siteTools">
          <Bell />
          <Unsent waiting={waiting} undone={unsent.length - waiting} />
          <LookSwitch />
          <LanguageSwitch />
          <span class="whoami onDesk">{staff.name}</span>
          <button type="button" class="languageSwitch" onClick={() => (waiting > 0 || isAlong ? setLeaving(true) : leave())}>{say(STAFF_WORDS.signOut)}</button>
        </div>
      </div>
      {leaving && <Leaving many={waiting} isAlong={isAlong} stay={() => setLeaving(false)} leave={leave} />}
    </header>
  );
}

/** How many messages are new, and the way to them. */
function Bell() {
  const { uid, office } = useSession();
  const { rows } = valueOf(useMessages({ uid, ...office }), { rows: [], unread: 0 });
  const reads = useReads(uid);
  const many = rows.filter((one) => !isRead(reads, one)).length;
  const name = say({ zh: `消息，${many} 条未读`, en: `Messages, ${many} new` });
  return (
    <Link href="/staff/messages" class="bell" label={name}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path fill="currentColor" d="M12 2a2 2 0 0 0-2 2v.6A6 6 0 0 0 6 10v5l-2 2v1h16v-1l-2-2v-5a6 6 0 0 0-4-5.4V4a2 2 0 0 0-2-2Zm0 20a3 3 0 0 0 3-3H9a3 3 0 0 0 3 3Z" /></svg>
      {many > 0 && <span class="bellCount" aria-hidden="true">{many}</span>}
    </Link>
  );
}

function OfficeChoice() {
  const { offices, office, chooseOffice, campaign } = useSession();
  if (offices.length === 1) return <span class="seat">{say(officeName(office, campaign))}</span>;
  const choose = (event: { currentTarget: HTMLSelectElement }) => {
    const next = offices.find((one) => officeKey(one) === event.currentTarget.value);
    if (next) chooseOffice(next);
  };
  return (
    <select class="seat" aria-label={say(STAFF_WORDS.office)} value={officeKey(office)} onChange={choose}>
      {offices.map((one) => <option key={officeKey(one)} value={officeKey(one)}>{say(officeName(one, campaign))}</option>)}
    </select>
  );
}

function CampaignChoice() {
  const { campaigns, campaign, chooseCampaign } = useSession();
  if (!campaign) return null;
  const named = ({ name, rehearsal }: typeof campaign) => `${say(name)}${rehearsal ? say({ zh: "（演练）", en: " (rehearsal)" }) : ""}`;
  if (campaigns.length === 1) return <span class="seat onDesk">{named(campaign)}</span>;
  return (
    <select class="seat" aria-label={say(STAFF_WORDS.campaign)} value={campaign.id} onChange={(event) => chooseCampaign(event.currentTarget.value)}>
      {campaigns.map((one) => <option key={one.id} value={one.id}>{named(one)}</option>)}
    </select>
  );
}

const unsentOf = (many: number): Bilingual => ({ zh: `待发送 ${many}`, en: `Not sent yet: ${many}` });
const undoneOf = (many: number): Bilingual => ({ zh: `没办成 ${many}`, en: `Not done: ${many}` });

function Unsent({ waiting, undone }: { waiting: number; undone: number }) {
  return (
    <span role="status">
      {waiting > 0 && <Link href="/staff/unsent" class="unsent">{say(unsentOf(waiting))}</Link>}
      {undone > 0 && <Link href="/staff/unsent" class="unsent undone">{say(undoneOf(undone))}</Link>}
    </span>
  );
}

/** Asks before signing out where that has consequences: something is not sent, or the village is along. */
function Leaving({ many, isAlong, stay, leave }: { many: number; isAlong: boolean; stay: () => void; leave: () => void }) {
  const title = many > 0 ? { zh: "还有内容没有发送", en: "Something has not been sent" } : { zh: "退出并删去带着的资料？", en: "Sign out and remove what is along?" };
  return (
    <Dialog title={say(title)} onClose={stay}>
      {many > 0 && (
        <p>
          {say({
            zh: `有 ${many} 项还保存在本机。退出后不会丢失，但要等您在这台设备上再次登录才会发送。`,
            en: `${many} item(s) are still kept on this device. Nothing is lost, but they are sent only after you sign in here again.`,
          })}
        </p>
      )}
      {isAlong && <p>{say({ zh: "带在这台设备上的本村资料会全部删去；没有网络时不能再登录。", en: "What is along of the village is removed from this device; without a connection you cannot sign in again." })}</p>}
      <div class="buttons">
        <Button kind="primary" onClick={stay}>{say({ zh: "先不退出", en: "Stay" })}</Button>
        <Button onClick={() => leave()}>{say(STAFF_WORDS.signOut)}</Button>
      </div>
    </Dialog>
  );
}
