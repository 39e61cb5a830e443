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
        {report.kin && report.column && <Kin {...report.kin} />}
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

/** Of a list of relatives: whose cadre is kept away from now on, and of whom nobody is known to keep away. */
function Kin({ recusing, nameless }: NonNullable<ListReport["kin"]>) {
  return (
    <>
      <p>{say({ zh: `写明了干部、且干部在这里有账号的：${recusing} 人。这些干部对亲属所在的户自动回避。`, en: `${recusing} of them name a cadre who has an account here: that cadre is kept away from the relative's household.` })}</p>
      {nameless > 0 && <Alert tone="warning">{say({ zh: `认不出干部的：${nameless} 人（没有“干部姓名”一列，或这个姓名没有账号）。系统不知道该谁回避，只作为疑点，镇政府书面说明以前不能通过镇审核。最好补上干部姓名再选一次。`, en: `${nameless} of them name no cadre who is known here, so nobody can be kept away: their households have a question that stands before the town's review. Better add the cadres' names and choose the file again.` })}</Alert>}
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
