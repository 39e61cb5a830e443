import type { Field, Form, Section, Values } from "@domain/forms/field.ts";
import { cleanIdentity } from "@domain/forms/identityNumber.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { tidy } from "@domain/forms/tidy.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Button } from "../components.tsx";
import { say } from "../language.tsx";
import { WORDS } from "../words.ts";
import type { ControlProps } from "./controls.tsx";
import type { Drawn } from "./Fields.tsx";
import { Fields } from "./Fields.tsx";
import type { FormValue } from "./value.ts";
import { controlId, newRow, rowsOf, valuesOf } from "./value.ts";

export type FormViewProps<T> = {
  form: Form<T>;
  value: FormValue;
  onChange: (value: FormValue) => void;
  /** Problems found so far, by path: those of the last check, and refusals that came back. */
  problems: readonly FieldProblem[];
  /** Questions about what was filled in, by path: told beside the field, and not wrong by themselves. */
  notes?: readonly FieldProblem[];
  /** Which fields are drawn; all when not given. Sections without any are left out. */
  shows?: (section: Section, field: Field) => boolean;
  /** Headings of the sections. One question alone on a screen has its own. */
  headings?: boolean;
  /** Control for photos, which must be sent somewhere. */
  photos?: (props: ControlProps) => JSX.Element;
};

/**
 * Draws a form of the domain: every field by its kind, with unit, help, options and the problem beside it. A field
 * that was left is checked at once, an identity number as soon as it is long enough; a missing one only when asked.
 */
export function FormView<T>({
  form,
  value,
  onChange,
  problems,
  notes = [],
  shows = () => true,
  headings = true,
  photos,
}: FormViewProps<T>) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const live = useMemo(() => liveProblems(form, value, left), [form, value, left]);
  const computed = useMemo(() => tidy(form, value), [form, value]);
  const leave = (path: string) => setLeft((paths) => new Set([...paths, path]));
  const drawn: Drawn = { problems: [...live, ...problems], live, notes, leave, shows, photos, headings };
  const whole: FormValue = typeof computed === "object" && computed !== null ? { ...computed } : {};
  return (
    <>
      {form.sections
        .filter((section) => section.fields.some((field) => shows(section, field)))
        .map((section) => {
          const set = (next: unknown) => onChange({ ...value, [section.key]: next });
          const common = { key: section.key, section, value, whole, set, drawn };
          return section.rows ? <Rows {...common} /> : <Group {...common} />;
        })}
    </>
  );
}

/** What is wrong with fields that somebody has finished typing; a mask stands for a number that is known. */
function liveProblems<T>(form: Form<T>, value: FormValue, left: ReadonlySet<string>): FieldProblem[] {
  const parsed = parseForm(form, value);
  if (parsed.ok) return [];
  return parsed.problems.filter(
    ({ path, code }) => code !== "missing" && code !== "privateMissing" && (left.has(path) || isLongIdentity(form, value, path)),
  );
}

function isLongIdentity<T>({ sections }: Form<T>, value: FormValue, path: string): boolean {
  const [sectionKey, ...rest] = path.split(".");
  const section = sections.find(({ key }) => key === sectionKey);
  const values = section?.rows
    ? rowsOf(value, section)[Number(rest[0])]
    : section && valuesOf(value, section);
  const field = section?.fields.find(({ key }) => key === rest.at(-1));
  const text = field?.kind === "identity" ? values?.[field.key] : undefined;
  return typeof text === "string" && cleanIdentity(text).length >= 18;
}

type SectionProps = {
  section: Section;
  value: FormValue;
  whole: FormValue;
  set: (next: unknown) => void;
  drawn: Drawn;
};

function SectionFrame({
  section,
  drawn,
  children,
}: {
  section: Section;
  drawn: Drawn;
  children: ComponentChildren;
}) {
  return (
    <section
      class="formSection"
      id={controlId(section.key)}
      tabIndex={-1}
      aria-label={drawn.headings ? undefined : say(section)}
    >
      {drawn.headings && <h2>{say(section)}</h2>}
      {drawn.headings && section.help && <p class="help">{say(section.help)}</p>}
      {children}
    </section>
  );
}

function Group({ section, value, whole, set, drawn }: SectionProps) {
  const values = valuesOf(value, section);
  return (
    <SectionFrame section={section} drawn={drawn}>
      <Fields
        section={section}
        path={section.key}
        values={values}
        computed={valuesOf(whole, section)}
        set={set}
        drawn={drawn}
      />
    </SectionFrame>
  );
}

function Rows({ section, value, whole, set, drawn }: SectionProps) {
  const [removed, setRemoved] = useState<{ at: number; row: Values } | undefined>();
  const rows = rowsOf(value, section);
  if (!section.rows) return null;
  const { counter } = section.row;
  const wrong = drawn.problems.find(({ path }) => path === section.key);
  const note = drawn.notes.find(({ path }) => path === section.key);
  const remove = (at: number, row: Values) => {
    setRemoved({ at, row });
    set(rows.filter((_, place) => place !== at));
  };
  const restore = () => {
    if (removed) set([...rows.slice(0, removed.at), removed.row, ...rows.slice(removed.at)]);
    setRemoved(undefined);
  };
  return (
    <SectionFrame section={section} drawn={drawn}>
      {rows.map((row, at) => {
        const name = say({ zh: `第 ${at + 1} ${counter}${section.row.zh}`, en: `${section.row.en} ${at + 1}` });
        const computed = rowsOf(whole, section)[at] ?? {};
        const setRow = (next: Values) => set(rows.map((one, place) => (place === at ? next : one)));
        return (
          <fieldset class="formRow" key={String(row.id)} id={controlId(`${section.key}.${at}`)} tabIndex={-1}>
            <legend class="unseen">{name}</legend>
            <div class="formRowHead">
              <h3>{name}</h3>
              {rows.length > section.min && (
                <Button
                  kind="quiet"
                  aria-label={`${say(WORDS.remove)} ${name}`}
                  onClick={() => remove(at, row)}
                >
                  {say(WORDS.remove)}
                </Button>
              )}
            </div>
            <Fields
              section={section}
              path={`${section.key}.${at}`}
              values={row}
              computed={computed}
              set={setRow}
              drawn={drawn}
            />
          </fieldset>
        );
      })}
      {wrong && <p class="fieldError">{say(wrong)}</p>}
      {note && <p class="fieldNote">{say(note)}</p>}
      <div class="buttons">
        {rows.length < section.max && (
          <Button onClick={() => set([...rows, newRow()])}>
            {say({ zh: `增加一${counter}${section.row.zh}`, en: `Add: ${section.row.en}` })}
          </Button>
        )}
        {removed && (
          <Button kind="quiet" onClick={restore}>
            {say({ zh: "恢复刚删去的", en: "Undo the removal" })}
          </Button>
        )}
      </div>
    </SectionFrame>
  );
}
