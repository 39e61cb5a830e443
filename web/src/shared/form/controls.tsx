import type { Field, Kind } from "@domain/forms/field.ts";
import { cleanIdentity } from "@domain/forms/identityNumber.ts";
import { isMask } from "@domain/forms/masks.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../components.tsx";
import type { Aria } from "../field.tsx";
import { say } from "../language.tsx";
import { WORDS } from "../words.ts";
import { Choice, Choices, YesNo } from "./options.tsx";
import { textOf, typed } from "./typed.ts";
import { controlId, isShort, readNumber } from "./value.ts";

/** What every control is given: its field, where it stands, what it holds. */
export type ControlProps = {
  field: Field;
  path: string;
  value: unknown;
  aria: Aria;
  set: (value: unknown) => void;
  leave: () => void;
};
type Control = (props: ControlProps) => JSX.Element;

function Line({ field, value, aria, set, leave }: ControlProps) {
  return (
    <input
      {...aria}
      class="input"
      type="text"
      inputMode={field.inputMode}
      autocomplete="off"
      placeholder={field.placeholder && say(field.placeholder)}
      value={textOf(value)}
      onInput={(event) => set(typed(event) || undefined)}
      onBlur={leave}
    />
  );
}

function Lines({ field, value, aria, set, leave }: ControlProps) {
  const most = field.limits.length ?? 0;
  const left = most - textOf(value).length;
  return (
    <>
      <textarea
        {...aria}
        rows={4}
        value={textOf(value)}
        onInput={(event) => set(typed(event) || undefined)}
        onBlur={leave}
      />
      {left < most / 4 && (
        <p class="help">{say({ zh: `还可写 ${left} 字`, en: `${left} characters left` })}</p>
      )}
    </>
  );
}

/** Keeps what is being typed, such as `12.`, until it is another number. */
function Figure({ field, value, aria, set, leave }: ControlProps) {
  const [raw, setRaw] = useState(textOf(value));
  const shown = readNumber(raw) === value ? raw : textOf(value);
  return (
    <div class="unitInput">
      <input
        {...aria}
        class="input short"
        inputMode={field.inputMode}
        autocomplete="off"
        placeholder={field.placeholder && say(field.placeholder)}
        value={shown}
        onInput={(event) => {
          setRaw(typed(event));
          set(readNumber(typed(event)));
        }}
        onBlur={leave}
      />
      {field.unit && <span class="unit">{say(field.unit)}</span>}
    </div>
  );
}

function Day({ value, aria, set, leave }: ControlProps) {
  return (
    <input
      {...aria}
      class="input short"
      type="date"
      min="1900-01-01"
      max="2099-12-31"
      value={textOf(value)}
      onInput={(event) => set(typed(event) || undefined)}
      onBlur={leave}
    />
  );
}

/** A number that only its owner should see: a kept one shows as its mask until somebody types another. */
function Secret(props: ControlProps) {
  const { field, value, aria, set, leave } = props;
  const [kept] = useState(value);
  const isKept = typeof kept === "string" && isMask(kept, field.kind);
  if (isKept && value === kept) {
    return (
      <div class="unitInput">
        <input {...aria} class="input code" value={kept} readOnly />
        <Button kind="quiet" onClick={() => set("")}>
          {say({ zh: "更改", en: "Change" })}
        </Button>
      </div>
    );
  }
  return (
    <>
      <input
        {...aria}
        class="input code"
        type="text"
        inputMode={field.inputMode}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        placeholder={field.placeholder && say(field.placeholder)}
        value={textOf(value)}
        onInput={(event) => set(typed(event) || (isKept ? "" : undefined))}
        onBlur={leave}
      />
      {field.kind === "identity" && <Digits text={textOf(value)} />}
      {isKept && (
        <Button kind="quiet" onClick={() => set(kept)}>
          {say({ zh: "保留原来的号码", en: "Keep the earlier number" })}
        </Button>
      )}
    </>
  );
}

/** How many of the 18 characters are there, for whoever types digit by digit from a card. */
function Digits({ text }: { text: string }) {
  const many = cleanIdentity(text).length;
  if (many === 0 || many >= 18) return null;
  return <p class="help">{say({ zh: `已输入 ${many} 位，共 18 位`, en: `${many} of 18 characters` })}</p>;
}

function Names({ field, path, value, set, leave }: ControlProps) {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const drawn = list.length === 0 ? [""] : list;
  const change = (at: number, name: string) => set(drawn.map((one, place) => (place === at ? name : one)));
  const label = say(field);
  return (
    <>
      {drawn.map((name, at) => (
        <div class="nameRow" key={at}>
          <input
            class="input"
            id={controlId(`${path}.${at}`)}
            aria-label={`${label} ${at + 1}`}
            autocomplete="off"
            value={textOf(name)}
            onInput={(event) => change(at, typed(event))}
            onBlur={leave}
          />
          {drawn.length > 1 && (
            <Button
              kind="quiet"
              aria-label={`${say(WORDS.remove)} ${label} ${at + 1}`}
              onClick={() => set(drawn.filter((_, place) => place !== at))}
            >
              {say(WORDS.remove)}
            </Button>
          )}
        </div>
      ))}
      {drawn.length < (field.limits.most ?? 10) && (
        <Button kind="quiet" onClick={() => set([...drawn, ""])}>
          {say(WORDS.add)}
        </Button>
      )}
    </>
  );
}

/** Photos need somewhere to be sent to; whoever draws a form that has them gives the control (FormView's `photos`). */
function NoPhotos() {
  return (
    <p class="help">
      {say({ zh: "照片由工作人员上门时拍摄。", en: "Photos are taken by the staff at the visit." })}
    </p>
  );
}

/** The control of each kind of field. */
export const CONTROLS: Record<Kind, Control> = {
  text: Line,
  longText: Lines,
  integer: Figure,
  decimal: Figure,
  money: Figure,
  yesNo: YesNo,
  choice: Choice,
  choices: Choices,
  date: Day,
  identity: Secret,
  phone: Secret,
  account: Secret,
  names: Names,
  photos: NoPhotos,
};

/** Fields whose control is several: they stand in a group with a legend instead of a label. */
export function isGroup({ kind, options = [] }: Field): boolean {
  return (
    kind === "yesNo" ||
    kind === "choices" ||
    kind === "names" ||
    kind === "photos" ||
    (kind === "choice" && isShort(options))
  );
}
