import { Button } from "../../../shared/components.tsx";
import { readNumber } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { CAMPAIGN_WORDS } from "./words.ts";

type Row = Record<string, unknown>;
type VillageRowsProps = { rows: readonly Row[]; kept: number; set: (rows: Row[]) => void; isWrong: (path: string) => boolean; isOff: boolean };

const COLUMNS = ["code", "name", "aliases", "population", "stock", "rate"] as const;
const NUMBERS: readonly string[] = ["population", "stock", "rate"];
const NEW: Row = { code: "", name: "", aliases: [], population: "", stock: "", rate: "" };

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join("、") : typeof value === "string" || typeof value === "number" ? String(value) : "");

function read(key: (typeof COLUMNS)[number], text: string): unknown {
  if (key === "aliases") return text.split(/[、,，]/).map((name) => name.trim()).filter((name, at, all) => name !== "" || (at === all.length - 1 && at > 0));
  return NUMBERS.includes(key) ? (readNumber(text) ?? "") : text.trim();
}

/** The villages of the campaign, each in one line; those that are in use already stay. */
export function VillageRows({ rows, kept, set, isWrong, isOff }: VillageRowsProps) {
  const change = (at: number, key: (typeof COLUMNS)[number], text: string) => set(rows.map((row, place) => (place === at ? { ...row, [key]: read(key, text) } : row)));
  return (
    <>
      <div class="tableFrame" role="region" aria-label={say(CAMPAIGN_WORDS.villages)} tabIndex={0}>
        <table class="table">
          <caption class="unseen">{say(CAMPAIGN_WORDS.villages)}</caption>
          <thead><tr>{COLUMNS.map((key) => <th key={key} scope="col">{say(CAMPAIGN_WORDS[key])}</th>)}<th /></tr></thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {COLUMNS.map((key) => (
                  <td key={key}>
                    <input
                      class={`input villageInput ${key}`}
                      aria-label={`${textOf(row.name) || at + 1} ${say(CAMPAIGN_WORDS[key])}`}
                      aria-invalid={isWrong(`villages.${at}.${key}`) || undefined}
                      disabled={isOff || (key === "code" && at < kept)}
                      value={textOf(row[key])}
                      onInput={(event) => change(at, key, event.currentTarget.value)}
                    />
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
