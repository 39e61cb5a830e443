import type { ProposedVillage, VillageTest } from "@domain/quota/villages.ts";
import { villageTests } from "@domain/quota/villages.ts";
import { Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { StatusTag } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { TestCell } from "../villages/VillageTests.tsx";
import type { TypedMark, TypedMarks } from "./typedMarks.ts";
import { countOf } from "./typedMarks.ts";
import { MARK_WORDS } from "./words.ts";

type MarksTableProps = {
  proposed: readonly ProposedVillage[];
  typed: TypedMarks;
  applications: readonly Household[];
  /** Villages whose reason is asked for and missing. */
  missing: readonly string[];
  /** Changes a village's mark; without it the table is only read. */
  set: ((code: string, mark: TypedMark) => void) | undefined;
};

const TESTS = ["rate", "perCapita", "collectiveIncomeWan"] as const satisfies readonly VillageTest["key"][];
const HEADS = { rate: MARK_WORDS.rate, perCapita: MARK_WORDS.perCapita, collectiveIncomeWan: MARK_WORDS.collective } as const;

/** Annex 8 as a table: every village in its order, why it stands there, the three tests, and its mark. */
export function MarksTable({ proposed, typed, applications, missing, set }: MarksTableProps) {
  const { campaign } = useDesk();
  const caption = `${say(campaign.name)} ${say(MARK_WORDS.title)}`;
  const left = campaign.quota.villages - countOf(typed);
  return (
    <div class="tableFrame paper" role="region" aria-label={caption} tabIndex={0}>
      <table class="table split stack">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="figure">{say(MARK_WORDS.rank)}</th>
            <th scope="col">{say(WORDS.village)}</th>
            <th scope="col" class="figure">{say(MARK_WORDS.poorPeople)}</th>
            {TESTS.map((key) => <th key={key} scope="col" class="figure">{say(HEADS[key])}</th>)}
            <th scope="col">{say(MARK_WORDS.why)}</th>
            <th scope="col">{say(MARK_WORDS.proposed)}</th>
            <th scope="col">{say(MARK_WORDS.marked)}</th>
            <th scope="col">{say(MARK_WORDS.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {proposed.map((one) => (
            <MarkRow
              key={one.code}
              proposed={one}
              mark={typed[one.code] ?? { poor: one.poor, reason: "" }}
              application={applications.find(({ village, status }) => village === one.code && status !== "withdrawn") ?? applications.find(({ village }) => village === one.code)}
              isMissing={missing.includes(one.code)}
              set={set && ((mark) => set(one.code, mark))}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>{say(WORDS.total)}</th>
            <td class="figure" data-label={say(MARK_WORDS.poorPeople)}>{proposed.reduce((sum, { people }) => sum + people, 0).toLocaleString("en")}</td>
            <td colSpan={4} />
            <td class="mark" data-label={say(MARK_WORDS.proposed)}>{campaign.quota.villages}</td>
            <td class={left === 0 ? "mark exact" : "mark late"} data-label={say(MARK_WORDS.marked)} role="status">
              {countOf(typed)}<br />
              {left === 0 ? say({ zh: "✓ 正好", en: "✓ exact" }) : say(left > 0 ? { zh: `还差 ${left} 个`, en: `${left} short` } : { zh: `多出 ${-left} 个`, en: `${-left} over` })}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type MarkRowProps = { proposed: ProposedVillage; mark: TypedMark; application: Household | undefined; isMissing: boolean; set: ((mark: TypedMark) => void) | undefined };

function MarkRow({ proposed: { code, rank, poor, people, reason }, mark, application, isMissing, set }: MarkRowProps) {
  const { campaign } = useDesk();
  const village = campaign.villages.find((one) => one.code === code);
  if (!village) return null;
  const tests = villageTests(village, campaign.villageTests);
  const differs = mark.poor !== poor;
  return (
    <tr>
      <td class="figure" data-label={say(MARK_WORDS.rank)}>{rank}</td>
      <th scope="row">
        <span class="rowName">
          {village.name}
          {application && <Link href={addressOfHousehold(application.id)}><StatusTag status={application.status} track="village" /></Link>}
        </span>
      </th>
      <td class="figure" data-label={say(MARK_WORDS.poorPeople)}>{people.toLocaleString("en")}</td>
      {TESTS.map((key) => <td key={key} class="figure" data-label={say(HEADS[key])}><TestCell test={tests.find((test) => test.key === key)} /></td>)}
      <td class="reasonTold" data-label={say(MARK_WORDS.why)}>{say(reason)}</td>
      <td class="mark soft" data-label={say(MARK_WORDS.proposed)}>{poor ? "✓" : "—"}</td>
      <td class={differs ? "mark other" : "mark"} data-label={say(MARK_WORDS.marked)}>
        {set
          ? <label class="box"><input type="checkbox" aria-label={`${village.name} ${say(MARK_WORDS.marked)}`} checked={mark.poor} onChange={() => set({ ...mark, poor: !mark.poor })} /></label>
          : mark.poor && <Tag tone="running">{say(MARK_WORDS.marked)}</Tag>}
      </td>
      <td class={isMissing ? "reason missing" : "reason"} data-label={differs ? say(MARK_WORDS.reason) : undefined}>
        {set
          ? differs && (
            <>
              <span class="onlyPrint">{mark.reason}</span>
              <textarea class="input noPrint" rows={2} maxLength={1000} aria-label={`${village.name} ${say(MARK_WORDS.reason)}`} aria-invalid={isMissing || undefined} aria-describedby={isMissing ? `mark-${code}` : undefined} value={mark.reason} onInput={(event) => set({ ...mark, reason: event.currentTarget.value })} />
              {isMissing && <p class="fieldError" id={`mark-${code}`}>{say(MARK_WORDS.reasonMissing)}</p>}
            </>
          )
          : differs && mark.reason}
      </td>
    </tr>
  );
}
