import { ATTRIBUTES, CAUSES } from "@domain/forms/codes2014.ts";
import type { CodeList } from "@domain/forms/codeList.ts";
import { findCode } from "@domain/forms/codeList.ts";
import type { Track } from "@domain/status.ts";
import { TRACKS } from "@domain/status.ts";
import { useState } from "preact/hooks";
import { Button, Card, Table } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf, peopleOf, WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { Lasting } from "../../parts/Lasting.tsx";
import { seenOf, whyNot } from "../../parts/can.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { nameIn } from "../../parts/status.tsx";
import { useKeptText } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import type { Sum } from "./sums.ts";
import { sumsOf } from "./sums.ts";
import { ENTRY_WORDS } from "./words.ts";

type ReportProps = { village: string; track: Track; rows: Household[] };

/** What is entered, with its sums, and the report of it to the county. */
export function Report({ village, track, rows }: ReportProps) {
  const desk = useDesk();
  const [note, setNote, dropNote] = useKeptText(`report.${desk.campaign.id}.${village}.${track}`);
  const [sent, setSent] = useState<readonly Household[]>([]);
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && dropNote());
  const isOfficer = desk.office.role === "povertyOfficer";
  const free = rows.filter((row) => whyNot(row, "reportToCounty", desk) === undefined).slice(0, 500);
  const { households, people, byAttribute, byCause } = sumsOf(rows);
  const isVillage = track === "village";
  const send = () => {
    setSent(free);
    void post({ type: "reportToCounty", area: village, targets: free.map(({ id }) => id), input: note.trim() ? { note: note.trim() } : {}, seen: seenOf(free) });
  };
  const total = isVillage ? { zh: `${households} 个村`, en: `${households} village(s)` } : householdsOf(households);
  return (
    <>
      <Outcome progress={progress} nameOf={nameIn(sent)} />
      {rows.length > 0 && (
        <Card title={`${say(ENTRY_WORDS.report)}${say({ zh: "：", en: ": " })}${say(TRACKS[track])}`} aside={<span class="soft">{say(total)}{say({ zh: "，", en: ", " })}{say(peopleOf(people))}</span>}>
          <p>{say(ENTRY_WORDS.reportLead)}<strong>{say(total)}{say({ zh: "，", en: ", " })}{say(peopleOf(people))}</strong></p>
          {!isVillage && (
            <div class="taskGrid">
              <SumTable title={say(ENTRY_WORDS.byAttribute)} rows={byAttribute} codes={ATTRIBUTES} />
              <SumTable title={say(ENTRY_WORDS.byCause)} rows={byCause} codes={CAUSES} />
            </div>
          )}
          {!isOfficer && <p class="soft">{say(ENTRY_WORDS.reportOfficer)}</p>}
          {isOfficer && desk.campaign.status === "open" && (
            <>
              <Field id={`reportNote-${track}`} label={say(ENTRY_WORDS.note)}>
                {(aria) => <textarea {...aria} rows={2} maxLength={1000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />}
              </Field>
              <Lasting action="reportToCounty" />
              <div class="buttons">
                <Button kind="primary" disabled={free.length === 0} busy={underWay} onClick={send}>{say(ENTRY_WORDS.report)}{say({ zh: `（${free.length}）`, en: ` (${free.length})` })}</Button>
              </div>
            </>
          )}
        </Card>
      )}
    </>
  );
}

function SumTable({ title, rows, codes }: { title: string; rows: Sum[]; codes: CodeList }) {
  const nameOf = (key: string) => {
    const code = findCode(codes, key);
    return code ? say(code) : say(ENTRY_WORDS.unknown);
  };
  return (
    <Table
      rows={rows}
      caption={title}
      quiet
      rowKey={({ key }) => key}
      columns={[
        { key: "name", head: title, names: true, cell: ({ key }) => nameOf(key) },
        { key: "households", head: say(WORDS.households), align: "end", cell: ({ households }) => households },
        { key: "people", head: say(WORDS.people), align: "end", cell: ({ people }) => people },
      ]}
    />
  );
}
