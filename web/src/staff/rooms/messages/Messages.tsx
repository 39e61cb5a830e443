import "../../service.css";
import type { Reads } from "@domain/messages.ts";
import { MESSAGES } from "@domain/messages.ts";
import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink, EmptyState, Page, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { Told } from "../../data/messages.ts";
import { isRead, keepReads, useMessages, useReads, withRead } from "../../data/messages.ts";
import { Reading } from "../../parts/Reading.tsx";
import { useSession } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { MESSAGE_WORDS } from "./words.ts";

/** What was told to the office on the desk and to the account: latest first, what is new stands out. */
export function Messages(_: RoomProps) {
  const { uid, office } = useSession();
  const live = useMessages({ uid, ...office });
  const reads = useReads(uid);
  return <Reading live={live}>{({ rows }) => <List rows={rows} reads={reads} />}</Reading>;
}

function List({ rows, reads }: { rows: readonly Told[]; reads: Reads }) {
  const fresh = rows.filter((one) => !isRead(reads, one));
  const [failed, setFailed] = useState(false);
  const read = async (some: readonly Told[]) => setFailed(!(await keepReads(withRead(reads, rows, some))));
  return (
    <Page
      title={say(MESSAGE_WORDS.title)}
      lead={say(MESSAGE_WORDS.lead)}
      aside={fresh.length > 0 && <Button onClick={() => void read(fresh)}>{say(MESSAGE_WORDS.allRead)}</Button>}
    >
      {failed && <Alert tone="error">{say(MESSAGE_WORDS.notKept)}</Alert>}
      {rows.length === 0 && <EmptyState title={say(MESSAGE_WORDS.none)}><p>{say(MESSAGE_WORDS.noneLead)}</p></EmptyState>}
      <ul class="messages">
        {rows.map((one) => <Line key={one.id} told={one} isNew={!isRead(reads, one)} read={() => void read([one])} />)}
      </ul>
    </Page>
  );
}

function Line({ told, isNew, read }: { told: Told; isNew: boolean; read: () => void }) {
  const { title, text, room } = { title: MESSAGES[told.kind], ...MESSAGES[told.kind] };
  return (
    <li class={isNew ? "message fresh" : "message"}>
      <div class="messageText">
        <p class="messageHead"><strong>{say(title)}</strong> {isNew && <Tag tone="running">{say(MESSAGE_WORDS.isNew)}</Tag>} <time class="soft" dateTime={told.at.toISOString()}>{say(dateTimeOf(told.at))}</time></p>
        <p>{say(text(told.facts))}</p>
      </div>
      <div class="buttons">
        <span onClick={read}><ButtonLink href={room ? `/staff/${room}` : "/staff"}>{say(MESSAGE_WORDS.open)}</ButtonLink></span>
        {isNew && <Button kind="quiet" onClick={read}>{say(MESSAGE_WORDS.markRead)}</Button>}
      </div>
    </li>
  );
}
