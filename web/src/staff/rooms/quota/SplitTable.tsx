import type { CampaignVillage, VillageProgress } from "@domain/campaign.ts";
import { committed } from "@domain/quota/split.ts";
import type { HouseholdTrack } from "@domain/status.ts";
import { HOUSEHOLD_TRACKS } from "@domain/status.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { useDesk } from "../../session/session.ts";
import type { TypedRow, TypedSplit } from "./typedSplit.ts";
import { sumOf, wholePeople } from "./typedSplit.ts";
import { QUOTA_WORDS } from "./words.ts";

type SplitTableProps = {
  villages: VillageProgress[];
  typed: TypedSplit;
  proposed: Record<string, Record<HouseholdTrack, number>>;
  /** Changes a village's row; without it the table is only read. */
  set: ((code: string, row: TypedRow) => void) | undefined;
};

const EMPTY: TypedRow = { identify: "", exit: "", reason: "" };
const figure = (value: number): string => value.toLocaleString("en");

/** The printed table of annex 2: what each village is measured by, what comes out, what is set. */
export function SplitTable({ villages, typed, proposed, set }: SplitTableProps) {
  const { campaign } = useDesk();
  const caption = `${say(campaign.name)} ${say(QUOTA_WORDS.title)}`;
  return (
    <div class="tableFrame paper" role="region" aria-label={caption} tabIndex={0}>
      <table class="table split">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{say(WORDS.village)}</th>
            <th scope="col" rowSpan={2} class="figure">{say(QUOTA_WORDS.population)}</th>
            <th scope="col" rowSpan={2} class="figure">{say(QUOTA_WORDS.rate)}</th>
            <th scope="col" rowSpan={2} class="figure">{say(QUOTA_WORDS.stock)}</th>
            <th scope="colgroup" colSpan={3} class="group">{say(QUOTA_WORDS.identify)}</th>
            <th scope="colgroup" colSpan={3} class="group">{say(QUOTA_WORDS.exit)}</th>
            <th scope="col" rowSpan={2}>{say(QUOTA_WORDS.reason)}</th>
          </tr>
          <tr>{HOUSEHOLD_TRACKS.flatMap((track) => (["proposed", "set", "listed"] as const).map((key) => <th key={`${track} ${key}`} scope="col" class="figure">{say(QUOTA_WORDS[key])}</th>))}</tr>
        </thead>
        <tbody>
          {campaign.villages.map((village) => (
            <VillageRow
              key={village.code}
              village={village}
              progress={villages.find(({ code }) => code === village.code)}
              row={typed[village.code] ?? EMPTY}
              proposed={proposed[village.code] ?? { identify: 0, exit: 0 }}
              set={set && ((row) => set(village.code, row))}
            />
          ))}
        </tbody>
        <Totals villages={villages} typed={typed} />
      </table>
    </div>
  );
}

type VillageRowProps = {
  village: CampaignVillage;
  progress: VillageProgress | undefined;
  row: TypedRow;
  proposed: Record<HouseholdTrack, number>;
  set: ((row: TypedRow) => void) | undefined;
};

function VillageRow({ village, progress, row, proposed, set }: VillageRowProps) {
  const differs = HOUSEHOLD_TRACKS.some((track) => wholePeople(row[track]) !== proposed[track]);
  const cells = (track: HouseholdTrack) => {
    const isOther = wholePeople(row[track]) !== proposed[track];
    return [
      <td key={`${track} proposed`} class="figure soft">{figure(proposed[track])}</td>,
      <td key={`${track} set`} class={isOther ? "figure other" : "figure"}>
        {set
          ? <input class="input vote" inputMode="numeric" maxLength={8} aria-label={`${village.name} ${say(QUOTA_WORDS[track])} ${say(QUOTA_WORDS.set)}`} value={row[track]} onInput={(event) => set({ ...row, [track]: event.currentTarget.value })} />
          : figure(wholePeople(row[track]) ?? 0)}
      </td>,
      <td key={`${track} listed`} class="figure soft">{figure(progress ? committed(progress.counts, track) : 0)}</td>,
    ];
  };
  return (
    <tr>
      <th scope="row">{village.name}</th>
      <td class="figure">{figure(village.population)}</td>
      <td class="figure">{(village.rate * 100).toFixed(1)}%</td>
      <td class="figure">{figure(village.stock)}</td>
      {cells("identify")}
      {cells("exit")}
      <td class={differs && row.reason.trim().length < 2 ? "reason missing" : "reason"}>
        {set
          ? differs && <textarea class="input" rows={2} maxLength={1000} aria-label={`${village.name} ${say(QUOTA_WORDS.reason)}`} value={row.reason} onInput={(event) => set({ ...row, reason: event.currentTarget.value })} />
          : row.reason}
      </td>
    </tr>
  );
}

function Totals({ villages, typed }: Pick<SplitTableProps, "villages" | "typed">) {
  const { campaign } = useDesk();
  const all = (of: (village: CampaignVillage) => number) => figure(campaign.villages.reduce((sum, village) => sum + of(village), 0));
  const cells = (track: HouseholdTrack) => {
    const sum = sumOf(typed, track);
    const left = campaign.quota[track] - sum;
    return [
      <td key={`${track} proposed`} class="figure">{figure(campaign.quota[track])}</td>,
      <td key={`${track} set`} class={left === 0 ? "figure exact" : "figure late"} role="status">
        {figure(sum)}<br />
        {left === 0 ? `✓ ${say(QUOTA_WORDS.exact)}` : say(left > 0 ? { zh: `还差 ${left}`, en: `${left} short` } : { zh: `多出 ${-left}`, en: `${-left} over` })}
      </td>,
      <td key={`${track} listed`} class="figure">{figure(villages.reduce((people, { counts }) => people + committed(counts, track), 0))}</td>,
    ];
  };
  return (
    <tfoot>
      <tr>
        <th scope="row">{say(WORDS.total)}</th>
        <td class="figure">{all(({ population }) => population)}</td>
        <td />
        <td class="figure">{all(({ stock }) => stock)}</td>
        {cells("identify")}
        {cells("exit")}
        <td />
      </tr>
    </tfoot>
  );
}
