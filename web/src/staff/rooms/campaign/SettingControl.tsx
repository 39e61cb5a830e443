import { MessageKind, MESSAGES } from "@domain/messages.ts";
import { Field } from "../../../shared/field.tsx";
import { readNumber } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Setting, SettingKind } from "./fields.ts";
import { CAMPAIGN_WORDS, QUOTA_MODES, UNITS } from "./words.ts";

export type ControlProps = { value: unknown; set: (value: unknown) => void; aria: { id: string } & Record<string, unknown>; isOff: boolean };

const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

function Line({ value, set, aria, isOff }: ControlProps) {
  return <input {...aria} class="input" disabled={isOff} value={textOf(value)} onInput={(event) => set(event.currentTarget.value)} />;
}

function Figure({ value, set, aria, isOff }: ControlProps) {
  return <input {...aria} class="input short" inputMode="decimal" disabled={isOff} value={textOf(value)} onInput={(event) => set(readNumber(event.currentTarget.value) ?? "")} />;
}

function Day({ value, set, aria, isOff }: ControlProps) {
  return <input {...aria} class="input" type="date" disabled={isOff} value={textOf(value)} onInput={(event) => set(event.currentTarget.value)} />;
}

function YesNo({ value, set, aria, isOff }: ControlProps) {
  return (
    <select {...aria} disabled={isOff} value={value === true ? "yes" : "no"} onChange={(event) => set(event.currentTarget.value === "yes")}>
      <option value="no">{say(WORDS.no)}</option>
      <option value="yes">{say(WORDS.yes)}</option>
    </select>
  );
}

function Mode({ value, set, aria, isOff }: ControlProps) {
  return (
    <select {...aria} disabled={isOff} value={textOf(value)} onChange={(event) => set(event.currentTarget.value)}>
      {Object.entries(QUOTA_MODES).map(([mode, name]) => <option key={mode} value={mode}>{say(name)}</option>)}
    </select>
  );
}

/** A count and its unit; an empty count is no period at all. */
export function PeriodControl({ value, set, aria, isOff }: ControlProps) {
  const { count, unit = "calendarDays" } = (value ?? {}) as { count?: unknown; unit?: string };
  return (
    <div class="unitInput">
      <input
        {...aria}
        class="input vote"
        inputMode="numeric"
        disabled={isOff}
        value={textOf(count)}
        onInput={(event) => {
          const next = readNumber(event.currentTarget.value);
          set(next === undefined ? undefined : { unit, count: next });
        }}
      />
      <select aria-label={say({ zh: "单位", en: "Unit" })} disabled={isOff} value={unit} onChange={(event) => set({ unit: event.currentTarget.value, count: count ?? "" })}>
        {Object.entries(UNITS).map(([key, name]) => <option key={key} value={key}>{say(name)}</option>)}
      </select>
    </div>
  );
}

/** One date a line. */
function Dates({ value, set, aria, isOff }: ControlProps) {
  const lines = Array.isArray(value) ? value.join("\n") : "";
  return <textarea {...aria} rows={6} disabled={isOff} value={lines} onInput={(event) => set(event.currentTarget.value.split("\n").map((line) => line.trim()).filter((line, at, all) => line !== "" || at === all.length - 1))} />;
}

/** Any of the kinds of messages. */
function Kinds({ value, set, aria, isOff }: ControlProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (kind: MessageKind) => set(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind]);
  return (
    <div role="group" class="kinds" id={aria.id} aria-describedby={aria["aria-describedby"] as string | undefined}>
      {MessageKind.options.map((kind) => (
        <label key={kind} class="kind">
          <input type="checkbox" disabled={isOff} checked={chosen.includes(kind)} onChange={() => toggle(kind)} />
          {say(MESSAGES[kind])}
        </label>
      ))}
    </div>
  );
}

const CONTROLS: Record<SettingKind, (props: ControlProps) => preact.JSX.Element> = {
  text: Line, number: Figure, date: Day, yesNo: YesNo, period: PeriodControl, quotaMode: Mode, dates: Dates, messages: Kinds,
};

type SettingControlProps = { setting: Setting; value: unknown; set: (value: unknown) => void; isWrong: boolean; isOff: boolean };

export const settingId = (path: string): string => `setting-${path.replaceAll(".", "-")}`;

/** One setting with its label, and the sentence beside it when it is wrong. */
export function SettingControl({ setting, value, set, isWrong, isOff }: SettingControlProps) {
  const Control = CONTROLS[setting.kind];
  const help = setting.kind === "dates" ? CAMPAIGN_WORDS.datesHelp : setting.help;
  const label = setting.unit && say(setting.unit) ? `${say(setting)}（${say(setting.unit)}）` : say(setting);
  return (
    <Field id={settingId(setting.path)} label={label} help={help && say(help)} required error={isWrong ? say({ zh: `请检查“${setting.zh}”：没有填，或者格式不对。`, en: `Check "${setting.en}": it is missing or malformed.` }) : undefined}>
      {(aria) => <Control value={value} set={set} aria={aria} isOff={isOff} />}
    </Field>
  );
}
