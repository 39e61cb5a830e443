import type { Bilingual } from "@domain/text.ts";
import { useRef, useState } from "preact/hooks";
import { keep, kept } from "./kept.ts";
import { say } from "./language.tsx";

/*
 * How this device shows the pages: its colours and the size of its letters, kept on it. What they mean is in theme.css.
 */

type Choice = { key: "theme" | "type"; name: Bilingual; ways: readonly (readonly [string, Bilingual])[] };

/** The first way of each is what the device does by itself. */
const CHOICES: readonly Choice[] = [
  {
    key: "theme",
    name: { zh: "颜色", en: "Colours" },
    ways: [["auto", { zh: "跟随系统", en: "As the device" }], ["light", { zh: "浅色", en: "Light" }], ["dark", { zh: "深色", en: "Dark" }]],
  },
  {
    key: "type",
    name: { zh: "字号", en: "Size of letters" },
    ways: [["normal", { zh: "标准", en: "Normal" }], ["large", { zh: "大字", en: "Large" }]],
  },
];

const chosenOf = ({ key, ways }: Choice): string => (ways.find(([way]) => way === kept(`look.${key}`)) ?? ways[0])?.[0] ?? "";

/** Sets what was chosen before anything is drawn. */
export function startLook(): void {
  for (const choice of CHOICES) document.documentElement.dataset[choice.key] = chosenOf(choice);
}

/** The button of the header that opens the choices. */
export function LookSwitch() {
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => box.current?.removeAttribute("open");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !box.current?.open) return;
    close();
    box.current.querySelector("summary")?.focus();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) close();
  };
  return (
    <details class="look" ref={box} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <summary>{say({ zh: "显示", en: "Display" })}</summary>
      <div class="lookBox">{CHOICES.map((choice) => <Ways key={choice.key} choice={choice} />)}</div>
    </details>
  );
}

function Ways({ choice }: { choice: Choice }) {
  const { key, name, ways } = choice;
  const [chosen, setChosen] = useState(() => chosenOf(choice));
  const choose = (way: string) => {
    keep(`look.${key}`, way);
    setChosen(way);
    startLook();
  };
  return (
    <fieldset>
      <legend>{say(name)}</legend>
      {ways.map(([way, title]) => (
        <label key={way}>
          <input type="radio" name={`look-${key}`} value={way} checked={way === chosen} onChange={() => choose(way)} />
          {say(title)}
        </label>
      ))}
    </fieldset>
  );
}
