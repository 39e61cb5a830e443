import { Button } from "../components.tsx";
import { say } from "../language.tsx";
import { WORDS } from "../words.ts";
import type { ControlProps } from "./controls.tsx";
import { textOf, typed } from "./typed.ts";
import { isShort } from "./value.ts";

/* Controls that choose: yes or no, one of a list, several of a list. */

type OptionProps = {
  type: "radio" | "checkbox";
  name: string;
  id?: string;
  label: string;
  checked: boolean;
  pick: () => void;
  leave: () => void;
};

export function Option({ type, name, id, label, checked, pick, leave }: OptionProps) {
  return (
    <label class="option">
      <input type={type} name={name} id={id} checked={checked} onChange={pick} onBlur={leave} />
      <span>{label}</span>
    </label>
  );
}

export function YesNo({ field, path, value, set, leave }: ControlProps) {
  if (field.mustBe) {
    const toggle = () => set(value === true ? undefined : true);
    return (
      <Option
        type="checkbox"
        name={path}
        label={say(field)}
        checked={value === true}
        pick={toggle}
        leave={leave}
      />
    );
  }
  const { yes, no } = field.answers ?? WORDS;
  return (
    <div class="options row">
      <Option
        type="radio"
        name={path}
        label={say(yes)}
        checked={value === true}
        pick={() => set(true)}
        leave={leave}
      />
      <Option
        type="radio"
        name={path}
        label={say(no)}
        checked={value === false}
        pick={() => set(false)}
        leave={leave}
      />
      {!field.required && value !== undefined && <Clear set={set} />}
    </div>
  );
}

function Clear({ set }: { set: (value: unknown) => void }) {
  return (
    <Button kind="quiet" onClick={() => set(undefined)}>
      {say({ zh: "清除选择", en: "Clear" })}
    </Button>
  );
}

export function Choice({ field, path, value, aria, set, leave }: ControlProps) {
  const options = field.options ?? [];
  if (!isShort(options)) {
    return (
      <select
        {...aria}
        value={textOf(value)}
        onChange={(event) => set(typed(event) || undefined)}
        onBlur={leave}
      >
        <option value="">{say(WORDS.choose)}</option>
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {say(option)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div class="options row">
      {options.map((option) => (
        <Option
          key={option.key}
          type="radio"
          name={path}
          label={say(option)}
          checked={value === option.key}
          pick={() => set(option.key)}
          leave={leave}
        />
      ))}
      {!field.required && value !== undefined && <Clear set={set} />}
    </div>
  );
}

export function Choices({ field, path, value, set, leave }: ControlProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (key: string) =>
    set(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <div class="options row">
      {(field.options ?? []).map((option) => (
        <Option
          key={option.key}
          type="checkbox"
          name={path}
          label={say(option)}
          checked={chosen.includes(option.key)}
          pick={() => toggle(option.key)}
          leave={leave}
        />
      ))}
    </div>
  );
}
