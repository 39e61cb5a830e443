import type { StaffRole } from "@domain/roles.ts";
import type { Status } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";
import { useState } from "preact/hooks";
import { Button, Card, EmptyState, Page } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf, WORDS } from "../../../shared/words.ts";
import type { Order } from "../../actions/post.ts";
import { usePostings } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { householdColumns } from "../../parts/columns.tsx";
import { Lasting } from "../../parts/Lasting.tsx";
import { Outcome, Sent } from "../../parts/Outcome.tsx";
import { OpenQuestions } from "../../parts/OpenQuestions.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, nameIn, trackName } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useExceptions } from "../../parts/useExceptions.ts";
import { useKept } from "../../parts/useKept.ts";
import { useVillage, villageName, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import type { Exception } from "./DecisionCell.tsx";
import { DecisionCell } from "./DecisionCell.tsx";
import { VillageDecisions } from "./VillageDecisions.tsx";
import { REVIEW_WORDS } from "./words.ts";

const REVIEWS = {
  townGovernment:     { of: "townReview", name: REVIEW_WORDS.town, lead: REVIEW_WORDS.lead, households: true },
  countyOffice:       { of: "countyReview", name: REVIEW_WORDS.county, lead: REVIEW_WORDS.lead, households: true },
  countyLeadingGroup: { of: "countyReview", name: REVIEW_WORDS.decide, lead: REVIEW_WORDS.decideLead, households: false },
} as const satisfies Partial<Record<StaffRole, { of: Status; name: Bilingual; lead: Bilingual; households: boolean }>>;
const isReviewer = (role: StaffRole): role is keyof typeof REVIEWS => role in REVIEWS;
type Exceptions = Record<string, Exception>;

/** The town's review, or the county's: households per village, all approved but for the exceptions; then poor villages one by one. */
export function Review(_: RoomProps) {
  const { campaign, office } = useDesk();
  const { of, name, lead, households } = REVIEWS[isReviewer(office.role) ? office.role : "townGovernment"];
  const statuses: readonly Status[] = [of];
  const live = useApplications(households ? { campaign: campaign.id, area: office.area, statuses } : undefined);
  const empty = <EmptyState title={say(REVIEW_WORDS.noVillages)}><p>{say(REVIEW_WORDS.noVillagesLead)}</p></EmptyState>;
  return (
    <Page title={say(name)} lead={say(lead)}>
      {households && <Reading live={live}>{({ rows }) => <Villages rows={rows.filter(({ track }) => track !== "village")} />}</Reading>}
      <VillageDecisions of={of} empty={!households && empty} />
    </Page>
  );
}

function Villages({ rows }: { rows: Household[] }) {
  const { village, choose } = useVillage(rows);
  return (
    <>
      <VillageTabs rows={rows} village={village} choose={choose} />
      <VillageReview key={village} village={village} rows={rows.filter((row) => row.village === village).sort(byUrgency)} />
    </>
  );
}

type VillageReviewProps = { village: string; rows: Household[] };

function VillageReview({ village, rows }: VillageReviewProps) {
  const desk = useDesk();
  const [keptOnes, setExceptions] = useKept<Exceptions>(`review.${desk.campaign.id}.${village}`, {});
  const exceptions = stillTrue(rows, keptOnes);
  const offOf = (row: Household) => whyNot(row, "approve", desk);
  const { chosen, choose } = useExceptions(`review.${desk.campaign.id}.${village}`, rows, (row) => offOf(row) !== undefined || exceptions[row.id] !== undefined);
  const { post, ids, settle, unkept, underWay } = usePostings();
  const [sent, setSent] = useState<readonly Household[]>([]);
  const [confirming, setConfirming] = useState(false);
  const orders = ordersOf(village, rows, chosen, exceptions);
  const decide = (row: Household, exception: Exception | undefined) => {
    const { [row.id]: _gone, ...others } = exceptions;
    setExceptions(exception ? { ...others, [row.id]: exception } : others);
  };
  const send = async () => {
    setConfirming(false);
    setSent(rows);
    await post(orders);
  };
  return (
    <>
      <Outcome progress={unkept} nameOf={() => ""} />
      <Sent ids={ids} nameOf={nameIn(sent)} settle={settle} />
      {rows.length === 0 && <EmptyState title={say(REVIEW_WORDS.none)}><p>{say(REVIEW_WORDS.noneLead)}</p></EmptyState>}
      <OpenQuestions rows={rows} />
      {rows.length > 0 && (
        <Card title={say(householdsOf(rows.length))} aside={<span class="soft">{tally(orders)}</span>}>
          <p class="soft">{say(REVIEW_WORDS.keys)}</p>
          <ReviewTable rows={rows} chosen={chosen} choose={choose} exceptions={exceptions} decide={decide} />
          <div class="buttons sticky">
            <Button kind="primary" disabled={orders.length === 0} busy={underWay} onClick={() => setConfirming(true)}>{buttonName(orders)}</Button>
          </div>
        </Card>
      )}
      {confirming && (
        <Dialog title={say(REVIEW_WORDS.confirm)} onClose={() => setConfirming(false)}>
          <p>{villageName(desk.campaign, village)}{say({ zh: "：", en: ": " })}{tally(orders)}{say({ zh: "。", en: "." })}</p>
          <ul>{orders.map((order) => <li key={order.targets.join()}>{inWords(order, rows)}</li>)}</ul>
          <Lasting action="approve" />
          <div class="buttons">
            <Button kind="primary" onClick={() => void send()}>{say(REVIEW_WORDS.confirm)}</Button>
            <Button onClick={() => setConfirming(false)}>{say(WORDS.cancel)}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Exceptions of households that are as they were when somebody took them out; for others they say nothing any more. */
function stillTrue(rows: Household[], exceptions: Exceptions): Exceptions {
  return Object.fromEntries(Object.entries(exceptions).filter(([id, { at }]) => rows.some((row) => row.id === id && row.chain.length === at)));
}

type ReviewTableProps = {
  rows: Household[];
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
  exceptions: Exceptions;
  decide: (row: Household, exception: Exception | undefined) => void;
};

function ReviewTable({ rows, chosen, choose, exceptions, decide }: ReviewTableProps) {
  const desk = useDesk();
  const columns = householdColumns(desk.campaign.line);
  const decision = {
    key: "decision",
    head: say(REVIEW_WORDS.decision),
    cell: (row: Household) => <DecisionCell household={row} isChosen={chosen.has(row.id)} exception={exceptions[row.id]} decide={(exception) => decide(row, exception)} />,
  };
  return (
    <Checklist
      rows={rows}
      columns={[columns.name, decision, columns.people, columns.income, columns.votes, columns.cause, columns.due]}
      caption={say(desk.office.role === "countyOffice" ? REVIEW_WORDS.county : REVIEW_WORDS.town)}
      chosen={chosen}
      onChange={choose}
      nameOf={householderOf}
      isOff={(row) => whyNot(row, "approve", desk) !== undefined || exceptions[row.id] !== undefined}
    />
  );
}

/** One action for each decision and reason: the exceptions first, then the approval of the rest. */
function ordersOf(village: string, rows: Household[], chosen: ReadonlySet<string>, exceptions: Exceptions): Order[] {
  const excepted = rows.flatMap((row) => (exceptions[row.id] ? [{ row, exception: exceptions[row.id] as Exception }] : []));
  const groups = Map.groupBy(excepted, ({ exception }) => `${exception.decision} ${exception.reasons}`);
  const orders: Order[] = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { decision, reasons } = first.exception;
    return [orderOf(village, group.map(({ row }) => row), { type: decision, input: { reasons } })];
  });
  const approved = rows.filter(({ id }) => chosen.has(id));
  return approved.length > 0 ? [...orders, orderOf(village, approved, { type: "approve", input: {} })] : orders;
}

const orderOf = (area: string, rows: Household[], { type, input }: Pick<Order, "type" | "input">): Order => ({
  type, area, input, targets: rows.map(({ id }) => id), seen: seenOf(rows),
});

const countOf = (orders: readonly Order[], type: Order["type"]): number =>
  orders.filter((order) => order.type === type).reduce((sum, { targets }) => sum + targets.length, 0);

function tally(orders: readonly Order[]): string {
  const parts = (["approve", "return", "reject"] as const).flatMap((type) => {
    const many = countOf(orders, type);
    return many > 0 ? [`${say(REVIEW_WORDS[type])} ${say(householdsOf(many))}`] : [];
  });
  return parts.join(say({ zh: "，", en: ", " })) || say(REVIEW_WORDS.wait);
}

/** So many households are named before a decision is confirmed; the list behind names all. */
const NAMED = 10;

/** One decision with those whom it is about, each with its kind. */
function inWords({ type, targets }: Order, rows: readonly Household[]): string {
  const concerned = rows.filter(({ id }) => targets.includes(id));
  const names = concerned.slice(0, NAMED).map((row) => say({ zh: `${householderOf(row)}（${trackName(row)}）`, en: `${householderOf(row)} (${trackName(row)})` })).join(say({ zh: "、", en: ", " }));
  const more = concerned.length > NAMED ? say({ zh: ` 等 ${concerned.length} 户`, en: ` and ${concerned.length - NAMED} more` }) : "";
  return `${say(REVIEW_WORDS[type as "approve" | Exception["decision"]])}${say({ zh: "：", en: ": " })}${names}${more}`;
}

function buttonName(orders: readonly Order[]): string {
  const approved = countOf(orders, "approve");
  const others = countOf(orders, "return") + countOf(orders, "reject");
  if (others === 0) return say({ zh: `通过 ${approved} 户`, en: `Approve ${approved}` });
  return say({ zh: `办理 ${approved + others} 户`, en: `Carry out ${approved + others}` });
}
