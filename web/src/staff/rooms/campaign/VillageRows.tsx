import { WHOLE_VILLAGE_ADVANCES } from "@domain/forms/villageCodes2014.ts";
import { Button } from "../../../shared/components.tsx";
import { readNumber } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { CAMPAIGN_WORDS } from "./words.ts";

type Row = Record<string, unknown>;
type VillageRowsProps = { rows: readonly Row[]; kept: number; set: (rows: Row[]) => void; isWrong: (path: string) => boolean; isOff: boolean };

const COLUMNS = ["code", "name", "aliases", "population", "stock", "rate", "perCapita", "collectiveIncomeWan", "advance", "pastoral"] as const;
type ColumnKey = (typeof COLUMNS)[number];
const NUMBERS: readonly string[] = ["population", "stock", "rate"];
/** What annex 8 needs: absent as long as nobody has told it. */
const OPTIONAL: readonly string[] = ["perCapita", "collectiveIncomeWan"];
const NEW: Row = { code: "", name: "", aliases: [], population: "", stock: "", rate: "" };

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join("、") : typeof value === "string" || typeof value === "number" ? String(value) : "");

function read(key: ColumnKey, text: string): unknown {
  if (key === "aliases") return text.split(/[、,，]/).map((name) => name.trim()).filter((name, at, all) => name !== "" || (at === all.length - 1 && at > 0));
  if (OPTIONAL.includes(key)) return readNumber(text);
  return NUMBERS.includes(key) ? (readNumber(text) ?? "") : text.trim();
}

/** The row with one cell changed; what is no longer told is taken out. */
function withCell(row: Row, key: ColumnKey, value: unknown): Row {
  const { [key]: _gone, ...others } = row;
  return value === undefined ? others : { ...others, [key]: value };
}

/** The villages of the campaign, each in one line; those that are in use already stay. */
export function VillageRows({ rows, kept, set, isWrong, isOff }: VillageRowsProps) {
  const put = (at: number, key: ColumnKey, value: unknown) => set(rows.map((row, place) => (place === at ? withCell(row, key, value) : row)));
  return (
    <>
      <div class="tableFrame" role="region" aria-label={say(CAMPAIGN_WORDS.villages)} tabIndex={0}>
        <table class="table stack">
          <caption class="unseen">{say(CAMPAIGN_WORDS.villages)}</caption>
          <thead><tr>{COLUMNS.map((key) => <th key={key} scope="col">{say(CAMPAIGN_WORDS[key])}</th>)}<td /></tr></thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {COLUMNS.map((key) => (
                  <td key={key} data-label={say(CAMPAIGN_WORDS[key])}>
                    {key === "advance" ? (
                      <select aria-label={`${textOf(row.name) || at + 1} ${say(CAMPAIGN_WORDS.advance)}`} disabled={isOff} value={textOf(row.advance)} onChange={(event) => put(at, key, event.currentTarget.value || undefined)}>
                        <option value="">{say(WORDS.notFilled)}</option>
                        {WHOLE_VILLAGE_ADVANCES.map((one) => <option key={one.key} value={one.key}>{say(one)}</option>)}
                      </select>
                    ) : key === "pastoral" ? (
                      <input type="checkbox" aria-label={`${textOf(row.name) || at + 1} ${say(CAMPAIGN_WORDS.pastoral)}`} disabled={isOff} checked={row.pastoral !== false} onChange={(event) => put(at, key, event.currentTarget.checked)} />
                    ) : <input
                      class={`input villageInput ${key}`}
                      aria-label={`${textOf(row.name) || at + 1} ${say(CAMPAIGN_WORDS[key])}`}
                      aria-invalid={isWrong(`villages.${at}.${key}`) || undefined}
                      disabled={isOff || (key === "code" && at < kept)}
                      value={textOf(row[key])}
                      onInput={(event) => put(at, key, read(key, event.currentTarget.value))}
                    />}
                  </td>
                ))}
                <td>{!isOff && at >= kept && <Button kind="quiet" onClick={() => set(rows.filter((_, place) => place !== at))}>{say(WORDS.remove)}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isOff && <Button onClick={() => set([...rows, NEW])}>{say(CAMPAIGN_WORDS.addVillage)}</Button>}
    </>
  );
}
