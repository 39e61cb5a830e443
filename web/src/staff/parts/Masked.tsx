import { useState } from "preact/hooks";
import { Button } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { call } from "../actions/call.ts";
import { AskWhy } from "./AskWhy.tsx";

type MaskedProps = {
  application: string;
  /** Place of the number among the hidden ones, such as `members.<id of the row>.idNo`. */
  path: string;
  mask: string;
  /** What it is and whose, for the button. */
  label: string;
  /** Whether this role may ask for the number at all. */
  mayReveal: boolean;
};

/** A number of which only the mask is kept here; showing it takes a reason and is recorded. */
export function Masked({ application, path, mask, label, mayReveal }: MaskedProps) {
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  if (value !== undefined) {
    return (
      <span class="masked">
        <span class="number">{value}</span>
        <Button kind="quiet" onClick={() => setValue(undefined)}>{say({ zh: "隐藏", en: "Hide" })}</Button>
      </span>
    );
  }
  const show = (number: string) => {
    setValue(number);
    setAsking(false);
  };
  return (
    <span class="masked">
      <span class="number">{mask}</span>
      {mayReveal && <Button kind="quiet" aria-label={say({ zh: `显示${label}`, en: `Show ${label}` })} onClick={() => setAsking(true)}>{say({ zh: "显示", en: "Show" })}</Button>}
      {asking && (
        <AskWhy
          about={`${application}.${path}`}
          title={say({ zh: `显示${label}`, en: `Show ${label}` })}
          button={say({ zh: "显示号码", en: "Show the number" })}
          example={say({ zh: "如：核对户口簿", en: "such as: comparing with the booklet" })}
          ask={(reason) => call<{ value: string }>("revealIdentity", { application, path, reason })}
          show={({ value: number }) => show(number)}
          close={() => setAsking(false)}
        />
      )}
    </span>
  );
}
