import { isOpen } from "@domain/checks/questions.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Button, Card, EmptyState, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import type { KnownFindings } from "../../data/service.ts";
import { useVillageApplications, useVillageFindings } from "../../data/service.ts";
import { byChinese } from "../../parts/order.ts";
import { whyNot } from "../../parts/can.ts";
import { Pager } from "../../parts/Pager.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { AnswerTogether } from "./Answer.tsx";
import { LevelTag, RecordFindings } from "./RecordFindings.tsx";
import { SignOff } from "./SignOff.tsx";
import type { RuleTally } from "./tally.ts";
import { CHECKABLE, checkState, shownRows, tallyByRule } from "./tally.ts";
import { TRIAL_WORDS } from "./words.ts";

type VillageTrialProps = { village: string; run: (() => void) | undefined; isRunning: boolean };

/** One village: what each rule has found, each record's questions, and the sign-off. */
export function VillageTrial({ village, run, isRunning }: VillageTrialProps) {
  const { campaign } = useDesk();
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: CHECKABLE } : undefined);
  const findings = useVillageFindings(village ? { campaign: campaign.id, village } : undefined);
  return (
    <Reading live={live}>
      {({ rows }) => <Reading live={findings}>{(found) => <Found village={village} rows={rows} findings={found.rows} run={run} isRunning={isRunning} />}</Reading>}
    </Reading>
  );
}

type FoundProps = VillageTrialProps & { rows: Household[]; findings: KnownFindings[] };

function Found({ village, rows, findings, run, isRunning }: FoundProps) {
  const { campaign } = useDesk();
  const [rule, setRule] = useState("");
  const ids = new Set(rows.map(({ id }) => id));
  const own = findings.filter(({ id }) => ids.has(id));
  const stale = rows.filter((row) => checkState(row, own.find(({ id }) => id === row.id)) === "stale").length;
  const last = own.reduce<Date | undefined>((latest, { ranAt }) => (latest && latest > ranAt ? latest : ranAt), undefined);
  const title = villageName(campaign, village);
  if (rows.length === 0) return <EmptyState title={`${title}${say({ zh: "：", en: ": " })}${say(TRIAL_WORDS.none)}`}><p>{say(TRIAL_WORDS.noneLead)}</p></EmptyState>;
  return (
    <>
      <Card title={`${title} · ${say(TRIAL_WORDS.rules)}`} aside={run && <Button busy={isRunning} onClick={run}>{say(TRIAL_WORDS.run)}</Button>}>
        <p class="soft">{last ? say({ zh: `最近一次检查：${dateTimeOf(last).zh}`, en: `Last checked: ${dateTimeOf(last).en}` }) : say(TRIAL_WORDS.never)}</p>
        {stale > 0 && <Alert tone="warning">{stale} {say(TRIAL_WORDS.notChecked)}</Alert>}
        <Rules rules={tallyByRule(own)} chosen={rule} choose={setRule} />
      </Card>
      <Records key={rule} rows={rows} findings={own} rule={rule} clear={() => setRule("")} />
      <SignOff village={village} rows={rows.filter(({ status }) => status === "reported")} findings={own} />
    </>
  );
}

type RulesProps = { rules: RuleTally[]; chosen: string; choose: (rule: string) => void };

function Rules({ rules, chosen, choose }: RulesProps) {
  if (rules.length === 0) return <p class="soft">{say(TRIAL_WORDS.noFindings)}</p>;
  const columns: Column<RuleTally>[] = [
    { key: "rule", head: say(TRIAL_WORDS.rule), names: true, cell: (one) => <button type="button" class="linkButton villageName" aria-pressed={one.rule === chosen} onClick={() => choose(one.rule === chosen ? "" : one.rule)}><span class="wraps">{one.rule} {say(one)}</span></button> },
    { key: "level", head: say(TRIAL_WORDS.level), cell: ({ level }) => <LevelTag level={level} /> },
    { key: "found", head: say(TRIAL_WORDS.found), align: "end", cell: ({ found }) => found },
    { key: "open", head: say(TRIAL_WORDS.open), align: "end", cell: ({ open }) => <span class={open > 0 ? "late" : undefined}>{open}</span> },
  ];
  return <Table rows={rules} columns={columns} caption={say(TRIAL_WORDS.rules)} quiet rowKey={({ rule }) => rule} onPhone="stack" />;
}

const PAGE_ROWS = 20;

type RecordsProps = { rows: Household[]; findings: KnownFindings[]; rule: string; clear: () => void };

/** Records with something to deal with, those with most first. */
function Records({ rows, findings, rule, clear }: RecordsProps) {
  const desk = useDesk();
  const [onlyOpen, setOnlyOpen] = useState(rule === "");
  const [page, setPage] = useState(1);
  const shown = findings
    .map((one) => ({ findings: one, rows: shownRows(one, { rule, onlyOpen }), record: rows.find(({ id }) => id === one.id) }))
    .filter((one) => one.rows.length > 0)
    .sort((a, b) => b.findings.open - a.findings.open || byChinese(a.findings.subject, b.findings.subject));
  const unanswered = shown.flatMap(({ record, rows: asked }) => {
    const mayAnswer = record && desk.campaign.status === "open" && whyNot(record, "answerFinding", desk) === undefined;
    return mayAnswer && asked.some((row) => row.level === "doubt" && isOpen(row)) ? [record] : [];
  });
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_ROWS));
  const at = Math.min(page, pages);
  return (
    <Card title={`${say(TRIAL_WORDS.findings)}${rule ? `${say({ zh: "：", en: ": " })}${rule}` : ""}`} aside={<span class="soft">{say({ zh: `${shown.length} 户`, en: `${shown.length}` })}</span>}>
      <div class="findingHead">
        <label class="option"><input type="checkbox" checked={onlyOpen} onChange={() => (setOnlyOpen(!onlyOpen), setPage(1))} /><span>{say(TRIAL_WORDS.onlyOpen)}</span></label>
        {rule && <Button kind="quiet" onClick={clear}>{say(TRIAL_WORDS.all)}</Button>}
      </div>
      {rule && <AnswerTogether rule={rule} records={unanswered} />}
      {shown.length === 0 && <EmptyState title={say(TRIAL_WORDS.noFindings)}><p>{say(TRIAL_WORDS.noFindingsLead)}</p></EmptyState>}
      {shown.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS).map(({ findings: one, rows: asked, record }) => (
        <RecordFindings key={one.id} findings={one} rows={asked} record={record} name={record ? householderOf(record) : one.subject} />
      ))}
      <Pager page={at} pages={pages} go={setPage} />
    </Card>
  );
}
