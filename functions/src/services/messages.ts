import type { Transaction } from "@google-cloud/firestore";
import { areasOf } from "../domain/areas.ts";
import type { Campaign } from "../domain/campaign.ts";
import type { Message, MessageFacts, MessageKind } from "../domain/messages.ts";
import { paths } from "../domain/paths.ts";
import type { StaffRole } from "../domain/roles.ts";
import type { Moved } from "../domain/workflow/tellings.ts";
import { tellingsOf } from "../domain/workflow/tellings.ts";
import { sha256 } from "../secrets.ts";
import { outwardUrl } from "../settings.ts";
import { database } from "../store/firestore.ts";
import type { Context } from "./shared.ts";

/** How long a message is kept: half a year, longer than any step takes. */
const KEPT_MS = 183 * 86_400_000;

type To = { role: StaffRole } | { account: string };
/** One message as somebody wants it said. `source`: what it comes from, such as an action; with it and the recipient it is said once. */
export type Saying = { source: string; campaign: string; outward: Campaign["outward"]; area: string; to: To; kind: MessageKind; facts: MessageFacts; at: Date };

/** The document of a message. Its id is its source, kind and recipient, so that saying it again is saying it once. */
export function messageOf({ source, campaign, outward, area, to, kind, facts, at }: Saying): { path: string; message: Message } {
  const [role, account] = "role" in to ? [to.role, null] : [null, to.account];
  const id = `${kind}-${sha256(JSON.stringify([source, role, account])).slice(0, 40)}`;
  const sending = outward.kinds.includes(kind) && outwardUrl() ? ({ state: "waiting", tries: 0, since: at, at: null } as const) : null;
  const message: Message = { campaign, areas: areasOf(area), role, account, kind, facts, at, expiresAt: new Date(at.getTime() + KEPT_MS), sending };
  return { path: paths.message(id), message };
}

/** Writes what an action says of the households that it changed, in the action's own transaction. Returns what is to go outwards. */
export function writeMessages({ tx, id, action, campaign, gathered: { now } }: Context, moved: readonly Moved[]): string[] {
  const outwards: string[] = [];
  for (const { to, kind, about } of tellingsOf(action, moved)) {
    const [first] = about;
    if (!first) continue;
    const facts: MessageFacts = { place: placeOf(campaign, action.area), many: about.length, track: first.next.track, status: first.next.status, roles: [] };
    const { path, message } = messageOf({ source: id, campaign: action.campaign, outward: campaign.outward, area: action.area, to, kind, facts, at: now });
    tx.create(database().doc(path), message);
    if (message.sending) outwards.push(path.split("/").at(-1) ?? "");
  }
  return outwards;
}

export const placeOf = (campaign: Campaign, area: string): string =>
  campaign.villages.find(({ code }) => code === area)?.name ?? campaign.town.zh;

/** Says something outside an action, in the transaction that finds it. */
export function say(tx: Transaction, saying: Saying): void {
  const { path, message } = messageOf(saying);
  tx.set(database().doc(path), message);
}
