import type { Track } from "@domain/status.ts";
import { TRACKS } from "@domain/status.ts";
import { useState } from "preact/hooks";
import { Button, Card } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { householdColumns } from "../../parts/columns.tsx";
import { Outcome } from "../../parts/Outcome.tsx";
import { householderOf, nameIn } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useExceptions } from "../../parts/useExceptions.ts";
import { useDesk } from "../../session/session.ts";
import { ENTRY_WORDS } from "./words.ts";

type ReadyProps = { village: string; track: Track; rows: Household[] };

/** What can be exported: all of it is chosen but for the exceptions, and becomes one batch. */
export function Ready({ village, track, rows: given }: ReadyProps) {
  const desk = useDesk();
  const rows = [...given].sort(byUrgency);
  const isOff = (row: Household) => whyNot(row, "exportBatch", desk) !== undefined;
  const { chosen, choose } = useExceptions(`batch.${desk.campaign.id}.${village}.${track}`, rows, isOff);
  const [sent, setSent] = useState<readonly Household[]>([]);
  const { post, progress, underWay } = usePosting();
  const columns = householdColumns(desk.campaign.line);
  const off = { key: "off", head: "", cell: (row: Household) => <Off row={row} /> };
  const send = () => {
    const targets = rows.filter(({ id }) => chosen.has(id)).slice(0, 500);
    setSent(targets);
    void post({ type: "exportBatch", area: village, targets: targets.map(({ id }) => id), input: {}, seen: seenOf(targets) });
  };
  const isVillage = track === "village";
  const many = (count: number) => (isVillage ? { zh: `${count} 个村`, en: `${count} village(s)` } : householdsOf(count));
  const title = `${say(ENTRY_WORDS.ready)}${say({ zh: "：", en: ": " })}${say(TRACKS[track])}`;
  return (
    <>
      <Outcome progress={progress} nameOf={nameIn(sent)} done={({ applied }) => say({ zh: `已生成录入批次：${many(applied).zh}。可以在下面下载。`, en: `The batch is made: ${many(applied).en}. Download it below.` })} />
      {rows.length > 0 && (
        <Card title={title} aside={<span class="soft">{say({ zh: `已选 ${chosen.size} / ${rows.length}`, en: `${chosen.size} of ${rows.length} chosen` })}</span>}>
          <p class="soft">{say(ENTRY_WORDS.readyLead)}</p>
          <Checklist
            rows={rows}
            columns={isVillage ? [columns.name, off, columns.people, columns.due] : [columns.name, off, columns.people, columns.cause, columns.due]}
            caption={title}
            chosen={chosen}
            onChange={choose}
            nameOf={householderOf}
            isOff={isOff}
          />
          <div class="buttons">
            <Button kind="primary" disabled={chosen.size === 0 || desk.campaign.status !== "open"} busy={underWay} onClick={send}>{say({ zh: `生成录入批次（${many(Math.min(500, chosen.size)).zh}）`, en: `Make a batch (${Math.min(500, chosen.size)})` })}</Button>
          </div>
        </Card>
      )}
    </>
  );
}

function Off({ row }: { row: Household }) {
  const off = whyNot(row, "exportBatch", useDesk());
  return off && off !== "notNow" ? <span class="soft wraps">{say(off)}</span> : null;
}
