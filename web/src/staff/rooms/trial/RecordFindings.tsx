import type { FindingLevel } from "@domain/checks/check.ts";
import { checkOf } from "@domain/checks/checks.ts";
import { mayAnswer } from "@domain/checks/questions.ts";
import type { FindingRow } from "@domain/register.ts";
import type { StaffRole } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Tone } from "../../../shared/components.tsx";
import { Button, ButtonLink, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dateOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import { useStaffNames } from "../../data/names.ts";
import type { KnownFindings } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { StatusTag } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { addressOfForm } from "../villages/nextRoom.ts";
import { Answer } from "./Answer.tsx";
import { TRIAL_WORDS } from "./words.ts";

const LEVELS = {
  error: { ...TRIAL_WORDS.error, tone: "held" },
  doubt: { ...TRIAL_WORDS.doubt, tone: "waiting" },
  lead:  { ...TRIAL_WORDS.lead1, tone: "ended" },
} as const satisfies Record<FindingLevel, { zh: string; en: string; tone: Tone }>;

export function LevelTag({ level }: { level: FindingLevel }) {
  const { tone, ...name } = LEVELS[level];
  return <Tag tone={tone}>{say(name)}</Tag>;
}

type RecordFindingsProps = { findings: KnownFindings; rows: FindingRow[]; record: Household | undefined; name: string };

/** One record: each question with its answer, or the room for it; and the way to its form. */
export function RecordFindings({ findings, rows, record, name }: RecordFindingsProps) {
  const desk = useDesk();
  const names = useStaffNames(rows.flatMap(({ answer }) => (answer ? [answer.by] : [])));
  const mayCorrect = record !== undefined && desk.campaign.status === "open" && whyNot(record, "completeForm", desk) === undefined;
  const mayUpdate = record !== undefined && desk.campaign.status === "open" && whyNot(record, "updateYear", desk) === undefined;
  const answers = record !== undefined && desk.campaign.status === "open" && whyNot(record, "answerFinding", desk) === undefined;
  const form = mayCorrect ? addressOfForm(record) : mayUpdate ? `/staff/update/${findings.id}` : undefined;
  return (
    <section class="record" aria-label={name}>
      <div class="findingHead">
        <h3><Link href={addressOfHousehold(findings.id)}>{name}</Link></h3>
        {record && <StatusTag status={record.status} track={record.track} />}
        {form && <span class="place"><ButtonLink kind="quiet" href={form}>{say(TRIAL_WORDS.toForm)}<span class="unseen"> {name}</span></ButtonLink></span>}
      </div>
      <ul class="findingRows">
        {rows.map((row) => <Question key={`${row.rule} ${row.paths.join()}`} row={row} record={answers && isAsked(row, desk.office.role) ? record : undefined} name={name} who={row.answer ? names[row.answer.by] : undefined} />)}
      </ul>
    </section>
  );
}

/** Whether a role answers a question: whom it asks, or a superior. */
export function isAsked({ rule }: Pick<FindingRow, "rule">, role: StaffRole): boolean {
  const asks = checkOf(rule)?.asks;
  return asks !== undefined && mayAnswer(role, asks);
}

type QuestionProps = { row: FindingRow; record: Household | undefined; name: string; who: string | undefined; children?: ComponentChildren };

/** One question of the checks with its answer, or the room for it; `record` is undefined for who may not answer. */
export function Question({ row, record, name, who, children }: QuestionProps) {
  const [changing, setChanging] = useState(false);
  const { answer, level } = row;
  const asks = record && level === "doubt" && (!answer || changing);
  return (
    <li>
      <p><LevelTag level={level} /> <span class="soft">{row.rule}</span> {say(row)}</p>
      {children}
      {level === "error" && <p class="soft">{say(TRIAL_WORDS.mustCorrect)}</p>}
      {answer && !changing && (
        <>
          <p class="quoted">{say(TRIAL_WORDS.answered)}{answer.text}</p>
          <p class="soft">{who} {say(ROLES[answer.role])} · {say(dateOf(answer.at))} {record && level === "doubt" && <Button kind="quiet" onClick={() => setChanging(true)}>{say(TRIAL_WORDS.changeAnswer)}</Button>}</p>
        </>
      )}
      {asks && <Answer rule={row.rule} before={answer?.text ?? ""} records={[record]} name={name} close={changing ? () => setChanging(false) : undefined} />}
    </li>
  );
}
