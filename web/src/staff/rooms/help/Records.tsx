import { formOf } from "@domain/forms/received.ts";
import { ROLES } from "@domain/roles.ts";
import type { ComponentChildren } from "preact";
import { Button, Card, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateOf } from "../../../shared/time.ts";
import type { Helping } from "../../data/help.ts";
import type { Help } from "./HelpCards.tsx";
import { isOverdue } from "./next.ts";
import { RecordRead, wordOf } from "./RecordRead.tsx";
import { HELP_WORDS } from "./words.ts";

type Slot = ComponentChildren | false | undefined;
type ListProps = { help: Help; form: Slot };

const newestFirst = (records: readonly Helping[], kind: Helping["kind"]): Helping[] => records.filter((one) => one.kind === kind).reverse();

/** Who wrote it down and when. */
function By({ record: { by, role, at }, names }: { record: Pick<Helping, "by" | "role" | "at">; names: Record<string, string> }) {
  const office = role in ROLES ? say(ROLES[role as keyof typeof ROLES]) : role;
  const name = names[by];
  return <p class="soft">{name ? say({ zh: `${name}（${office}）`, en: `${name} (${office})` }) : office} · {say(dateOf(at))}</p>;
}

type RecordProps = { title: string; tags?: Slot; children: ComponentChildren };

function Record({ title, tags, children }: RecordProps) {
  return (
    <li class="helpRecord">
      <p class="helpRecordHead"><strong>{title}</strong> {tags}</p>
      {children}
    </li>
  );
}

type MeasuresProps = ListProps & { ending: (record: string) => Slot; planned: Record<string, unknown>[] };

/** Measures, those under way first; each line of the plan that is not recorded yet can be taken from it. */
export function Measures({ help, form, ending, planned }: MeasuresProps) {
  const { household, records, names, open, may, today } = help;
  const shape = formOf("measure", household.track);
  const doneShape = formOf("measureDone", household.track);
  const rows = newestFirst(records, "measure").sort((a, b) => Number(a.done !== null) - Number(b.done !== null));
  const name = household.track === "village" ? "measure.project" : "measure.content";
  return (
    <Card title={say(HELP_WORDS.measures)} aside={<span class="soft">{rows.length}</span>}>
      {form}
      {rows.length === 0 && !form && <p class="soft">{say(HELP_WORDS.noMeasures)}</p>}
      <ul class="helpRecords">
        {rows.map((record) => (
          <Record key={record.id} title={`${wordOf(shape, record.content, "measure.category")} · ${wordOf(shape, record.content, name)}`} tags={<MeasureTag record={record} today={today} />}>
            <RecordRead form={shape} content={record.content} application={household.id} without={["category", name.slice(8)]} />
            {record.done && <><h3>{say(HELP_WORDS.ending)}</h3><RecordRead form={doneShape} content={record.done.content} application={household.id} /></>}
            <By record={record} names={names} />
            {ending(record.id) || (!record.done && may("done") && <Button onClick={() => open({ kind: "done", record: record.id })}>{say(HELP_WORDS.finish)}</Button>)}
          </Record>
        ))}
      </ul>
      {!form && may("measure") && (
        <>
          {planned.length > 0 && (
            <>
              <h3>{say(HELP_WORDS.fromPlan)}</h3>
              <ul class="nextSteps">
                {planned.map((row) => {
                  const title = `${wordOf(shape, { measure: row }, "measure.category")} · ${wordOf(shape, { measure: row }, name)}`;
                  return <li key={String(row.id)}><span>{title}</span> <Button kind="quiet" aria-label={`${say(HELP_WORDS.record)} ${title}`} onClick={() => open({ kind: "measure", from: row })}>{say(HELP_WORDS.record)}</Button></li>;
                })}
              </ul>
            </>
          )}
          <div class="buttons"><Button onClick={() => open({ kind: "measure" })}>{say(HELP_WORDS.addMeasure)}</Button></div>
        </>
      )}
    </Card>
  );
}

function MeasureTag({ record, today }: { record: Helping; today: string }) {
  if (record.done) return <Tag tone="done">{say(HELP_WORDS.finished)}</Tag>;
  return isOverdue(record, today) ? <Tag tone="held">{say(HELP_WORDS.overdue)}</Tag> : <Tag tone="running">{say(HELP_WORDS.running)}</Tag>;
}

/** The visits, the latest first. */
export function Visits({ help: { household, records, names, open, may }, form }: ListProps) {
  const shape = formOf("visit", household.track);
  const rows = newestFirst(records, "visit");
  return (
    <Card title={say(HELP_WORDS.visits)} aside={<span class="soft">{rows.length}</span>}>
      {form}
      {!form && may("visit") && <div class="buttons"><Button onClick={() => open({ kind: "visit" })}>{say(HELP_WORDS.addVisit)}</Button></div>}
      {rows.length === 0 && !form && <p class="soft">{say(HELP_WORDS.noVisits)}</p>}
      <ul class="helpRecords">
        {rows.map((record) => (
          <Record key={record.id} title={`${wordOf(shape, record.content, "visit.date")} · ${wordOf(shape, record.content, "visit.visitors")}`}>
            <RecordRead form={shape} content={record.content} application={household.id} without={["date", "visitors", "quarter"]} />
            <By record={record} names={names} />
          </Record>
        ))}
      </ul>
    </Card>
  );
}

/** What came of the help; each result is confirmed by the householder, on paper or online. */
export function Results({ help: { household, records, names, open, may }, form, confirming }: ListProps & { confirming: (record: string) => Slot }) {
  const shape = formOf("result", household.track);
  const rows = newestFirst(records, "result");
  const title = ({ content }: Helping) => (household.track === "village" ? wordOf(shape, content, "result.project") : `${wordOf(shape, content, "result.date")} · ${wordOf(shape, content, "result.category")}`);
  return (
    <Card title={say(HELP_WORDS.results)} aside={<span class="soft">{rows.length}</span>}>
      {form}
      {!form && may("result") && <div class="buttons"><Button onClick={() => open({ kind: "result" })}>{say(HELP_WORDS.addResult)}</Button></div>}
      {rows.length === 0 && !form && <p class="soft">{say(HELP_WORDS.noResults)}</p>}
      <ul class="helpRecords">
        {rows.map((record) => (
          <Record key={record.id} title={title(record)} tags={<Confirmed record={record} />}>
            <RecordRead form={shape} content={record.content} application={household.id} without={["date", "category", "project"]} />
            <By record={record} names={names} />
            {confirming(record.id) || (!record.confirmed && may("confirm") && <Button onClick={() => open({ kind: "confirm", record: record.id })}>{say(HELP_WORDS.confirm)}</Button>)}
          </Record>
        ))}
      </ul>
    </Card>
  );
}

function Confirmed({ record: { confirmed } }: { record: Helping }) {
  if (!confirmed) return <Tag tone="waiting">{say(HELP_WORDS.unconfirmed)}</Tag>;
  return <Tag tone="done">{say({ zh: `${HELP_WORDS.confirmed.zh}（${HELP_WORDS[confirmed.how].zh}）`, en: `${HELP_WORDS.confirmed.en} (${HELP_WORDS[confirmed.how].en})` })}</Tag>;
}
