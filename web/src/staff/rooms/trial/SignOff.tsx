import { actorsOf } from "@domain/workflow/offices.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Button, Card, Table } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import type { KnownFindings } from "../../data/service.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { householdColumns } from "../../parts/columns.tsx";
import { Lasting } from "../../parts/Lasting.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { householderOf, nameIn } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useExceptions } from "../../parts/useExceptions.ts";
import { useKeptText } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import { checkState } from "./tally.ts";
import { StateTag } from "./StateTag.tsx";
import { TRIAL_WORDS } from "./words.ts";

const SIGNERS: readonly string[] = actorsOf("passTrialRun");

type SignOffProps = { village: string; rows: Household[]; findings: KnownFindings[] };

/** What is reported: whatever is checked and has nothing open may go into service. */
export function SignOff({ village, rows: given, findings }: SignOffProps) {
  const desk = useDesk();
  const rows = [...given].sort(byUrgency);
  const of = (row: Household) => findings.find(({ id }) => id === row.id);
  const maySign = SIGNERS.includes(desk.office.role) && desk.campaign.status === "open";
  const isOff = (row: Household) => checkState(row, of(row)) !== "clear" || whyNot(row, "passTrialRun", desk) !== undefined;
  const { chosen, choose } = useExceptions(`signOff.${desk.campaign.id}.${village}`, rows, isOff);
  const [note, setNote, dropNote] = useKeptText(`signOff.${desk.campaign.id}.${village}`);
  const [sent, setSent] = useState<readonly Household[]>([]);
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && dropNote());
  const { name, people, due } = householdColumns(desk.campaign.line);
  const state: Column<Household> = {
    key: "state",
    head: say(TRIAL_WORDS.whyNot),
    cell: (row) => {
      const off = maySign ? whyNot(row, "passTrialRun", desk) : undefined;
      return <span class="rowName"><span><StateTag state={checkState(row, of(row))} open={of(row)?.open ?? 0} /></span>{off && off !== "notNow" && <span class="soft wraps">{say(off)}</span>}</span>;
    },
  };
  const columns = [name, state, people, due];
  const send = () => {
    const targets = rows.filter(({ id }) => chosen.has(id)).slice(0, 500);
    setSent(targets);
    void post({ type: "passTrialRun", area: village, targets: targets.map(({ id }) => id), input: note.trim() ? { note: note.trim() } : {}, seen: seenOf(targets) });
  };
  return (
    <>
      <Outcome progress={progress} nameOf={nameIn(sent)} />
      <Card title={say(TRIAL_WORDS.sign)} aside={<span class="soft">{maySign && rows.length > 0 ? say({ zh: `已选 ${chosen.size} / ${rows.length}`, en: `${chosen.size} of ${rows.length} chosen` }) : rows.length}</span>}>
        <p class="soft">{say(rows.length > 0 ? TRIAL_WORDS.signLead : TRIAL_WORDS.signNone)}</p>
        {rows.length > 0 && !maySign && <Table rows={rows} columns={columns} caption={say(TRIAL_WORDS.sign)} quiet rowKey={({ id }) => id} onPhone="stack" />}
        {rows.length > 0 && maySign && (
          <>
            <Checklist rows={rows} columns={columns} caption={say(TRIAL_WORDS.sign)} chosen={chosen} onChange={choose} nameOf={householderOf} isOff={isOff} />
            <Field id="signNote" label={say(TRIAL_WORDS.signNote)}>
              {(aria) => <textarea {...aria} rows={2} maxLength={1000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />}
            </Field>
            <Lasting action="passTrialRun" />
            <div class="buttons">
              <Button kind="primary" disabled={chosen.size === 0} busy={underWay} onClick={send}>{say(TRIAL_WORDS.sign)}{say({ zh: `（${Math.min(500, chosen.size)}）`, en: ` (${Math.min(500, chosen.size)})` })}</Button>
            </div>
          </>
        )}
      </Card>
    </>
  );
}
