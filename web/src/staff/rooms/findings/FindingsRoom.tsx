import "../villages/villages.css";
import { isOpen } from "@domain/checks/questions.ts";
import { checkOf } from "@domain/checks/checks.ts";
import type { FindingRow } from "@domain/register.ts";
import { ROLES } from "@domain/roles.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Card, EmptyState, Page, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { valueOf } from "../../data/live.ts";
import type { KnownFindings } from "../../data/service.ts";
import { useOpenFindings, useVillageFindings } from "../../data/service.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useVillage, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { Together } from "./Together.tsx";
import { FINDINGS_WORDS as W } from "./words.ts";

/** As many households as are drawn at once: beyond them one looks by rule. */
const MOST_SHOWN = 100;

/** What the checks ask, by village and rule: open, answered, settled; and what they ask of villages as a whole. */
export function FindingsRoom() {
  const { campaign, office } = useDesk();
  const open = valueOf(useOpenFindings({ campaign: campaign.id, area: office.area }), { rows: [], unread: 0 }).rows;
  const { village, choose, own } = useVillage(open);
  return (
    <Page title={say(W.title)} lead={say(W.lead)}>
      {!own && <VillageTabs rows={open} village={village} choose={choose} />}
      <OfVillage key={village} village={village} />
      <Together village={village} />
    </Page>
  );
}

function OfVillage({ village }: { village: string }) {
  const { campaign } = useDesk();
  const live = useVillageFindings({ campaign: campaign.id, village });
  return <Reading live={live}>{({ rows }) => <Rules findings={rows} />}</Reading>;
}

type Tally = { rule: string; open: number; answered: number; settled: number };

/** How far each rule's questions have come: what is still open first. */
export function tallyOf(findings: readonly { rows: readonly FindingRow[] }[]): Tally[] {
  const groups = Map.groupBy(findings.flatMap(({ rows }) => rows).filter(({ level }) => level !== "lead"), ({ rule }) => rule);
  const tallies = [...groups].map(([rule, rows]): Tally => {
    const settled = rows.filter(({ settledAt }) => settledAt !== null).length;
    const open = rows.filter(isOpen).length;
    return { rule, open, answered: rows.length - open - settled, settled };
  });
  return tallies.sort((a, b) => b.open - a.open || a.rule.localeCompare(b.rule));
}

function Rules({ findings }: { findings: KnownFindings[] }) {
  const [rule, setRule] = useState("");
  const rules = tallyOf(findings);
  if (rules.length === 0) return <EmptyState title={say(W.none)}><p>{say(W.noneLead)}</p></EmptyState>;
  const nameOf = (id: string) => say(checkOf(id) ?? { zh: id, en: id });
  const figure = (key: "open" | "answered" | "settled", head: string): Column<Tally> => ({ key, head, align: "end", cell: (row) => <span class={key === "open" && row.open > 0 ? "late" : undefined}>{row[key]}</span> });
  const columns: Column<Tally>[] = [
    { key: "rule", head: say(W.rule), names: true, cell: (row) => <button type="button" class="linkButton" aria-pressed={row.rule === rule} onClick={() => setRule(row.rule === rule ? "" : row.rule)}>{nameOf(row.rule)}</button> },
    { key: "asks", head: say(W.asks), cell: (row) => say(ROLES[checkOf(row.rule)?.asks ?? "povertyOfficer"]) },
    figure("open", say(W.open)), figure("answered", say(W.answered)), figure("settled", say(W.done)),
  ];
  const shown = findings
    .map((one) => ({ one, rows: one.rows.filter((row) => isOpen(row) && (rule === "" || row.rule === rule)) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <Card title={say(W.byRule)}><Table rows={rules} columns={columns} caption={say(W.byRule)} quiet rowKey={(row) => row.rule} onPhone="stack" /></Card>
      <Card title={rule === "" ? say(W.byHouse) : nameOf(rule)}>
        {shown.length === 0 && <EmptyState title={say(W.noOpen)}><p>{say(W.noOpenLead)}</p></EmptyState>}
        {shown.length > MOST_SHOWN && <p class="soft">{say(W.more)}</p>}
        <ul class="findingRows">
          {shown.slice(0, MOST_SHOWN).map(({ one, rows }) => (
            <li key={one.id}>
              <p><Link href={addressOfHousehold(one.id)}>{one.subject}</Link></p>
              {rows.map((row) => <p key={row.rule} class="soft">{say(row)}（{say(W.asks)}{say({ zh: "：", en: ": " })}{say(ROLES[checkOf(row.rule)?.asks ?? "povertyOfficer"])}）</p>)}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
