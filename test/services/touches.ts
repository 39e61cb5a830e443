import { paths } from "@domain/paths.ts";
import { FieldValue } from "@google-cloud/firestore";
import type { InvariantId } from "../verify/invariants.ts";
import type { World } from "./soundCampaign.ts";

type Change = Record<string, unknown>;

/** One document touched behind the functions' back: what is changed in it, or `null`: it is gone. */
export type Touch = {
  what: string;
  path: (world: World) => string;
  change: ((world: World) => Change) | null;
};

const touch = (what: string, path: Touch["path"], change: Change | ((world: World) => Change)): Touch => ({
  what,
  path,
  change: typeof change === "function" ? change : () => change,
});
const gone = (what: string, path: Touch["path"]): Touch => ({ what, path, change: null });

const applicationOf = (which: "approved" | "other" | "held") => (world: World) =>
  paths.application(world[which].id);
const [approved, other, held] = [applicationOf("approved"), applicationOf("other"), applicationOf("held")];
const notice = (world: World) => paths.notice(world.notice);
const list = (world: World) => paths.noticeHouseholds(world.notice);
const approval = (world: World) => paths.action(world.approvedBy);
const entry = (world: World) => paths.household(world.entry);
const leaving = (world: World) => paths.household(String(world.exited.draft.household));
const village = ({ desk: { town } }: World) => paths.village(town.campaign, town.first.code);
const person = ({ desk: { town }, person: hash }: World) => paths.identity(town.campaign, hash);
const receipt = (world: World) => paths.receipt(world.receipt);
const dismissed = (world: World) => paths.objection(world.dismissed);
const objection = (world: World) => paths.objection(world.objection);
const withdrawnHidden = (world: World) => paths.actionPrivate(world.submittedBy, world.withdrawn.id);

const longAgo = new Date(Date.now() - 3_600_000);
/** Eighteen digits that are nobody's. */
const NUMBER = "620623198001010012";
const left = { pending: true, outcome: FieldValue.delete(), at: longAgo };
const endedBy = ({ other: { id: application }, approvedBy: action }: World) => ({
  status: "ended",
  ended: { at: longAgo, reason: "exit", application, action },
});

const pairing = (world: World) => paths.pairing(world.pairing);
const version = (world: World) => paths.version(entry(world), 2013);
const register = ({ desk: { town } }: World) => paths.villageRegister(town.campaign, town.first.code);
const known = ({ desk: { town }, person: hash }: World) => paths.person(town.campaign, hash);
const findings = (world: World) => paths.findings(world.approved.id);

/** What breaks each promise of the steps after the approval. */
const SINCE_APPROVED = {
  helped: [
    touch("a pairing ends and nobody follows", pairing, { until: "2014-01-01" }),
    touch("a helper begins a day late", pairing, { from: "2099-01-01" }),
    touch("an application names another helper than its pairing", approved, { "helper.name": "别人" }),
    touch("the register names another helper", entry, { helper: "somebody" }),
    gone("a pairing disappears", pairing),
  ],
  released: [touch("an entry that has ended has a helper", leaving, { helper: "somebody" })],
  loads: [touch("a helper is said to have more households", register, { "helpers.somebody": { name: "某某", households: 3 } })],
  versions: [
    gone("a yearly version disappears", version),
    touch("a yearly version is another action's", version, { action: "nobody-knows-it" }),
  ],
  kept: [
    touch("a number kept with a form is another", (world) => paths.versionPrivate(entry(world), 2013), { "head.phone": "15400000000" }),
  ],
  formSums: [touch("a form loses its people", version, { "form.members": [] })],
  handbooks: [
    gone("a handbook's code leads nowhere", (world) => paths.handbook(world.handbook)),
    touch("a print of a handbook is numbered otherwise", (world) => paths.handbook(world.handbook), { version: 5 }),
  ],
  entered: [touch("a batch loses its receipt", (world) => paths.batch(world.batch), { receipt: null })],
  answered: [
    touch("open questions are miscounted", findings, { open: 3 }),
    touch("a form in service was not checked", findings, { registration: "an-earlier-form" }),
  ],
  helpSums: [
    touch("more was paid than the records say", register, { "help.illness": { planned: 0, paid: 1_000_000, benefit: 0, measures: 0, finished: 0, results: 0 } }),
    gone("a record of help disappears", (world) => paths.help(world.approved.id, world.measure)),
  ],
  poorVillages: [touch("one village more is marked", ({ desk: { town } }) => paths.village(town.campaign, town.third.code), { "quota.village": 1 })],
  once: [touch("a household counts more people than are held for it", approved, { "facts.memberCount": 9 })],
  known: [
    gone("a registered person is not known", known),
    touch("a person stands in an entry that is not there", known, { household: "nowhere-at-all" }),
  ],
} as const satisfies Partial<Record<InvariantId, readonly Touch[]>>;

/** Each promise, and what breaks it. A promise without a row here does not compile. */
export const TOUCHES: Record<InvariantId, readonly Touch[]> = {
  wellFormed: [
    touch("an application gets a field of its own", approved, { favour: true }),
    touch("a notice loses its list", notice, { list: FieldValue.delete() }),
  ],
  finished: [
    touch("an action is left lying", approval, left),
    touch("an outcome is miscounted", approval, { "outcome.applied": 2 }),
  ],
  chains: [
    touch("an action says something else afterwards", approval, { "input.note": "打过招呼" }),
    touch("an action is dated back", approval, { at: longAgo }),
    touch("an outcome says something else afterwards", approval, (w) => ({
      [`outcome.targets.${w.approved.id}.to`]: "rejected",
    })),
    gone("an action disappears", approval),
    gone("an application disappears", other),
    touch("an application's own hash is another", held, { "chain.hash": "0".repeat(64) }),
  ],
  statuses: [
    touch("a state is written by hand", held, { status: "approved" }),
    touch("somebody else's role stands behind an approval", approval, { role: "villageCommittee" }),
  ],
  meetings: [
    touch("a meeting is confirmed by the hand that recorded it", (w) => paths.action(w.confirmation), (w) => ({ by: w.recorder })),
    gone("a confirmation disappears", (w) => paths.action(w.confirmation)),
    touch("a meeting is kept out of sight", approved, { meetings: [] }),
    touch("a correction has no reason", approved, ({ approved: { id } }) => ({ meetings: [{ action: id, at: longAgo, kind: "correction", reason: "", nominated: true }] })),
  ],
  differences: [touch("a household is passed over in silence", held, { status: "verified", since: longAgo })],
  counters: [
    touch("a village counts one more household", village, { "counts.identify.approved.households": 9 }),
    touch("a village counts people that are not there", village, { "counts.exit.exited.people": 1 }),
  ],
  quota: [touch("a size falls below those listed", village, { "quota.identify": 2 })],
  splitExact: [touch("a village's size grows by one", village, { "quota.exit": 101 })],
  identities: [
    gone("a person is held for nobody", person),
    touch("a person is held for another household", person, (w) => ({ application: w.other.id })),
    touch("a household takes another one's person", other, (w) => ({
      identities: FieldValue.arrayUnion(w.person),
    })),
  ],
  hidden: [touch("numbers lie with an applied action", withdrawnHidden, { idNo: NUMBER })],
  receipts: [
    touch("a receipt number leads to somebody else", receipt, (w) => ({ application: w.other.id })),
    gone("a receipt number leads nowhere", receipt),
  ],
  entries: [
    gone("an entry of the register disappears", entry),
    touch("an entry counts more people", entry, { memberCount: 9 }),
    touch("an entry stands on an application that is not there", entry, { application: "nobody-knows-it" }),
  ],
  endings: [
    touch("an ended entry goes on", leaving, { status: "registered", ended: null }),
    touch("an entry ends without an exit", entry, endedBy),
  ],
  holds: [touch("a household is let go while an objection is open", held, { openObjections: 0 })],
  answers: [
    touch("an answer has no action", dismissed, { "answer.action": "nobody-knows-it" }),
    touch("a dismissed objection reads as upheld", dismissed, { status: "upheld" }),
    touch("an objection is closed without an answer", objection, { status: "dismissed" }),
    touch("an objection moves to another line", objection, { serial: 1 }),
  ],
  periods: [
    touch("a notice closed before its end", notice, { closedAt: longAgo }),
    touch("a notice's end is moved forward", notice, { closesAt: longAgo }),
    touch("a notice's beginning is moved back", notice, { opensAt: longAgo }),
    touch("a notice is closed and does not say when", notice, { closedAt: null }),
  ],
  lists: [
    touch("the lines are taken off a notice", notice, { list: [] }),
    touch("other households stand behind a notice", list, (w) => ({
      applications: [w.other, w.approved, w.exited, w.held].map(({ id }) => id),
    })),
  ],
  nobodyLeft: [
    touch("a household without an objection stays on an ended notice", held, { openObjections: 0 }),
  ],
  ...SINCE_APPROVED,
  numbers: [
    touch("a number stands in a reason", approval, { "input.note": `身份证 ${NUMBER}` }),
    touch("a number stands deep in a form", approved, { "form.householder.idNo": NUMBER }),
    touch("an old number of 15 digits stands in a form", approved, {
      "form.place.address": "620623800101001",
    }),
    touch("a number stands in a collection that nobody knows", () => "notes/abcdefgh", { text: NUMBER }),
  ],
};
