import type { ListReport } from "@domain/sheets/records.ts";
import { Alert, Button, Card } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { Problems } from "../imports/ReportView.tsx";
import { LIST_WORDS } from "./words.ts";

type CheckedProps = { report: ListReport; isOff: boolean; pick: (column: number) => void; match: () => void };

const BEFORE = ["rows", "people", "repeated", "empty", "errors"] as const;
const AFTER = ["rows", "people", "errors", "matched"] as const;

/** What was read of a list, its column to be confirmed; once matched, how many it met. */
export function Checked({ report, isOff, pick, match }: CheckedProps) {
  const { committed, counts, errors } = report;
  /* Of the sheet as a whole, such as a column that was not found: said in words, not counted as a line. */
  const whole = errors.filter(({ row }) => row === 0);
  return (
    <>
      {committed ? <Matched matched={counts.matched} /> : whole.map((one) => <Alert key={one.code} tone="warning">{say(one)}</Alert>)}
      <Card title={say(committed ? LIST_WORDS.result : LIST_WORDS.found)}>
        {!committed && report.columns.length > 0 && <ColumnChoice report={report} isOff={isOff} pick={pick} />}
        {report.column && (
          <dl class="figures">
            {(committed ? AFTER : BEFORE).map((key) => (
              <div key={key} class={key === "errors" && counts.errors > 0 ? "alarm" : undefined}>
                <dt>{say(LIST_WORDS[key])}</dt>
                <dd>{counts[key].toLocaleString("en")}</dd>
              </div>
            ))}
          </dl>
        )}
        {!committed && report.column && counts.errors > 0 && <p class="soft">{say(LIST_WORDS.someWrong)}</p>}
        {!committed && report.column && counts.people === 0 && <Alert tone="warning">{say(LIST_WORDS.nobody)}</Alert>}
        {!committed && counts.people > 0 && (
          <div class="buttons">
            <Button kind="primary" disabled={isOff} onClick={match}>{say(LIST_WORDS.match)}{say({ zh: `（${counts.people} 人）`, en: ` (${counts.people})` })}</Button>
          </div>
        )}
      </Card>
      {!committed && <Problems title={say(LIST_WORDS.errors)} rows={errors.filter(({ row }) => row > 0)} many={counts.errors} />}
    </>
  );
}

function Matched({ matched }: { matched: number }) {
  const met = { zh: `比对完成：${matched} 人在本次申请中，已列为这些户的疑点，请村、镇核实。`, en: `Done: ${matched} people are in applications; these households now have a question to answer.` };
  return <Alert tone="success">{say(matched > 0 ? met : LIST_WORDS.noneMatched)}</Alert>;
}

function ColumnChoice({ report: { column, columns }, isOff, pick }: Pick<CheckedProps, "report" | "isOff" | "pick">) {
  return (
    <Field id="listColumn" label={say(LIST_WORDS.column)} required>
      {(aria) => (
        <select {...aria} disabled={isOff} value={column?.at ?? ""} onChange={(event) => pick(Number(event.currentTarget.value))}>
          {!column && <option value="">{say(LIST_WORDS.columnPick)}</option>}
          {columns.map(({ at, letter, header }) => <option key={at} value={at}>{`${letter} ${header}`}</option>)}
        </select>
      )}
    </Field>
  );
}
