import { TRACKS } from "@domain/status.ts";
import { useState } from "preact/hooks";
import { Alert, Button, Card, Tag } from "../../../shared/components.tsx";
import type { Tone } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useStaffNames } from "../../data/names.ts";
import type { KnownBatch } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { Outcome } from "../../parts/Outcome.tsx";
import { useDesk } from "../../session/session.ts";
import { Differences } from "./Differences.tsx";
import { Download } from "./Download.tsx";
import { BringReceipt } from "./Receipt.tsx";
import type { BatchStanding } from "./sums.ts";
import { groupsOf } from "./sums.ts";
import { ENTRY_WORDS } from "./words.ts";

type Standing = BatchStanding<Household>;
type BatchListProps = { village: string; standings: { batch: KnownBatch; standing: Standing }[] };

const byTime = (a: { batch: KnownBatch }, b: { batch: KnownBatch }) => b.batch.at.getTime() - a.batch.at.getTime();

/** The batches of a village: those under way in full, those that are entered folded. */
export function BatchList({ village, standings }: BatchListProps) {
  const names = useStaffNames(standings.flatMap(({ batch }) => [batch.by, ...(batch.receipt ? [batch.receipt.by] : [])]));
  /* One that was just finished stays where it is, so that its outcome is seen. */
  const [kept, setKept] = useState<readonly string[]>([]);
  const isShown = ({ batch, standing }: BatchListProps["standings"][number]) => standing.waiting.length > 0 || kept.includes(batch.id);
  const open = standings.filter(isShown).sort(byTime);
  const past = standings.filter((one) => !isShown(one)).sort(byTime);
  return (
    <>
      {open.length > 0 && (
        <Card title={say(ENTRY_WORDS.batches)} aside={<span class="soft">{open.length}</span>}>
          {open.map(({ batch, standing }) => <BatchCard key={batch.id} village={village} batch={batch} standing={standing} names={names} confirmed={() => setKept((before) => [...before, batch.id])} />)}
        </Card>
      )}
      {past.length > 0 && (
        <Card title={say(ENTRY_WORDS.oldBatches)} aside={<span class="soft">{past.length}</span>}>
          {past.map(({ batch, standing }) => (
            <div class="batch" key={batch.id}>
              <Head batch={batch} standing={standing} names={names} />
            </div>
          ))}
        </Card>
      )}
    </>
  );
}

type HeadProps = { batch: KnownBatch; standing: Standing; names: Record<string, string> };

/** Batches hold households, or one village. */
const unitOf = (track: KnownBatch["track"]) => (track === "village" ? "个村" : "户");

function stateOf({ receipt, track }: KnownBatch, { waiting, agreed }: Standing): { tone: Tone; zh: string; en: string } {
  if (waiting.length === 0) return { tone: "done", zh: "已办完", en: "done" };
  if (!receipt) return { tone: "waiting", ...ENTRY_WORDS.noReceipt };
  if (agreed.length === waiting.length) return { tone: "running", zh: "逐项一致，可以确认", en: "agreed, to confirm" };
  return { tone: "held", zh: `${waiting.length - agreed.length} ${unitOf(track)}不一致`, en: `${waiting.length - agreed.length} differ` };
}

function Head({ batch, standing, names }: HeadProps) {
  const { tone, ...state } = stateOf(batch, standing);
  const isVillage = batch.track === "village";
  const many = batch.lines.length;
  return (
    <div class="batchHead">
      <p><strong>{say(dateTimeOf(batch.at))}</strong> · {say(TRACKS[batch.track])} {say(isVillage ? { zh: `${many} 个村`, en: `${many} village(s)` } : { zh: `${many} 户`, en: `${many} household(s)` })}</p>
      <Tag tone={tone}>{say(state)}</Tag>
      <p class="soft">
        {names[batch.by]}
        {standing.entered > 0 && say({ zh: ` · 已录入 ${standing.entered}`, en: ` · ${standing.entered} entered` })}
      </p>
    </div>
  );
}

type BatchCardProps = HeadProps & { village: string; confirmed: () => void };

function BatchCard({ village, batch, standing, names, confirmed }: BatchCardProps) {
  const desk = useDesk();
  const { post, progress, underWay } = usePosting();
  const nameOf = (target: string) => batch.lines.find(({ application }) => application === target)?.householder ?? target;
  const { waiting, agreed, left } = standing;
  const groups = groupsOf(batch.lines, batch.receipt).filter(({ application }) => waiting.some(({ id }) => id === application));
  const isOpen = desk.campaign.status === "open";
  const unit = unitOf(batch.track);
  const off = agreed.map((row) => whyNot(row, "enterData", desk)).find((one) => one !== undefined);
  const enter = () => {
    confirmed();
    void post({ type: "enterData", area: village, targets: agreed.map(({ id }) => id), input: { batch: batch.id } });
  };
  return (
    <div class="batch">
      <Head batch={batch} standing={standing} names={names} />
      <ReceiptTold batch={batch} names={names} />
      {left.length > 0 && <p class="soft">{left.map(({ householder }) => householder).join(say({ zh: "、", en: ", " }))}{say({ zh: "：", en: ": " })}{say(ENTRY_WORDS.left)}</p>}
      {waiting.length > 0 && (
        <div class="buttons">
          <Download batch={batch.id} />
          {isOpen && <BringReceipt batch={batch.id} isAgain={batch.receipt !== null} unit={unit} />}
        </div>
      )}
      <Differences groups={groups} rows={waiting} unit={unit} />
      <Outcome progress={progress} nameOf={nameOf} />
      {agreed.length > 0 && isOpen && (
        <div class="buttons">
          <Button kind="primary" disabled={off !== undefined} busy={underWay} onClick={enter}>
            {say(ENTRY_WORDS.confirm)}{say({ zh: `（${agreed.length}）`, en: ` (${agreed.length})` })}
          </Button>
        </div>
      )}
      {off && off !== "notNow" && <p class="soft">{say(off)}</p>}
    </div>
  );
}

function ReceiptTold({ batch: { receipt, lines }, names }: { batch: KnownBatch; names: Record<string, string> }) {
  if (!receipt) return null;
  const wrong = lines.length - receipt.taken.length;
  return (
    <>
      <p class="soft">
        {say(ENTRY_WORDS.lastReceipt)} {say(dateTimeOf(receipt.at))} {names[receipt.by] ?? ""}{say({ zh: "：", en: ": " })}
        {receipt.taken.length} {say(ENTRY_WORDS.same)}{wrong > 0 && <>{say({ zh: "，", en: ", " })}<strong class="theirs">{wrong} {say(ENTRY_WORDS.differs)}</strong></>}
      </p>
      {receipt.strangers > 0 && <Alert tone="warning">{receipt.strangers} {say(ENTRY_WORDS.strangers)}</Alert>}
    </>
  );
}
