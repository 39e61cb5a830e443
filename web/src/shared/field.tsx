import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { say } from "./language.tsx";
import { WORDS } from "./words.ts";

/** What a control needs so that its label, help and error are read with it. */
export type Aria = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

type FieldProps = {
  id: string;
  label: ComponentChildren;
  help?: ComponentChildren;
  error?: string | undefined;
  /** Whether the error is read out when it appears; not where a list of all of them takes the focus. */
  announce?: boolean;
  required?: boolean;
  /** Draws the control with what it needs. */
  children: (aria: Aria) => ComponentChildren;
};

const described = (id: string, help: unknown, error: unknown) =>
  [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** One control with its label above, help under the label, and the error where the eye is. */
export function Field({ id, label, help, error, announce = true, required = false, children }: FieldProps) {
  const aria: Aria = {
    id,
    "aria-describedby": described(id, help, error),
    "aria-invalid": error ? true : undefined,
    "aria-required": required || undefined,
  };
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>
        {label}
        {!required && (
          <span class="optional">
            {say({ zh: `（${WORDS.optional.zh}）`, en: ` (${WORDS.optional.en})` })}
          </span>
        )}
      </label>
      {help && (
        <div class="help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children(aria)}
      <FieldError id={id} error={error} announce={announce} />
    </div>
  );
}

type GroupProps = Omit<FieldProps, "children"> & {
  /** The one control says the label itself, such as a pledge: then the legend is only read out. */
  quiet?: boolean;
  children: ComponentChildren;
};

/** Several controls under one question, such as radio buttons. */
export function FieldGroup({
  id,
  label,
  help,
  error,
  announce = true,
  required = false,
  quiet = false,
  children,
}: GroupProps) {
  return (
    <fieldset
      class={error ? "field wrong" : "field"}
      id={id}
      tabIndex={-1}
      aria-describedby={described(id, help, error)}
    >
      <legend class={quiet ? "unseen" : undefined}>
        {label}
        {!required && (
          <span class="optional">
            {say({ zh: `（${WORDS.optional.zh}）`, en: ` (${WORDS.optional.en})` })}
          </span>
        )}
      </legend>
      {help && (
        <div class="help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} announce={announce} />
    </fieldset>
  );
}

function FieldError({ id, error, announce }: { id: string; error: string | undefined; announce: boolean }) {
  return error ? (
    <p class="fieldError" id={`${id}-error`} role={announce ? "alert" : undefined}>
      {error}
    </p>
  ) : null;
}

/** A problem with the id of the control that it belongs to, or another way to get there. */
export type Listed = { id?: string; text: string; jump?: () => void };

/**
 * Every problem at the top, each a link to its control. Takes the focus when it appears, and with each new list; where
 * the list shrinks while somebody types, with each check instead, which `asked` counts.
 */
export function ErrorSummary({
  title = say(WORDS.problems),
  problems,
  asked,
}: {
  title?: string;
  problems: readonly Listed[];
  asked?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  /* By content: a page that draws itself anew while somebody types must not take the focus away from the typing. */
  const said = problems.map(({ text }) => text).join("\n");
  useEffect(() => {
    if (said !== "") box.current?.focus();
  }, [asked ?? said]);
  if (problems.length === 0) return null;
  const jumpTo = (id: string) => (event: Event) => {
    event.preventDefault();
    const control = document.getElementById(id);
    control?.scrollIntoView({ block: "center" });
    control?.focus({ preventScroll: true });
  };
  return (
    <div class="alert error errorSummary" role="alert" tabIndex={-1} ref={box}>
      <p class="alertTitle">{title}</p>
      <ul>
        {problems.map(({ id, text, jump }) => (
          <li key={`${id} ${text}`}>
            {id && (
              <a href={`#${id}`} onClick={jumpTo(id)}>
                {text}
              </a>
            )}
            {!id &&
              (jump ? (
                <button type="button" class="linkButton" onClick={jump}>
                  {text}
                </button>
              ) : (
                text
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
