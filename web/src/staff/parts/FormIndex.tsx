import type { Form, Section } from "@domain/forms/field.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { Bilingual } from "@domain/text.ts";
import { useEffect, useRef } from "preact/hooks";
import { Field } from "../../shared/field.tsx";
import type { FormValue } from "../../shared/form/value.ts";
import { controlId, rowsOf, valuesOf } from "../../shared/form/value.ts";
import { say } from "../../shared/language.tsx";

const WORDS = {
  sections:  { zh: "表的目录", en: "Sections of the form" },
  section:   { zh: "第几部分", en: "Section" },
  elsewhere: { zh: "其他部分：", en: "In other sections:" },
} as const;

/** A last page of the form that is no section of it, such as written answers to doubts. */
export type LastPage = { name: string; told: string; isWrong: boolean };

type IndexProps = { form: Form; at: number; value: FormValue; problems: readonly FieldProblem[]; go: (section: number) => void; last?: LastPage };

/** How many answers a section holds: a row's id is none. */
function answersIn(section: Section, value: FormValue): number {
  const groups = section.rows ? rowsOf(value, section) : [valuesOf(value, section)];
  return groups.reduce((sum, values) => sum + section.fields.filter(({ key, computed }) => !computed && values[key] !== undefined).length, 0);
}

/** So much is left empty, and so much is wrong: an empty field is no mistake yet. */
export function tallyOf(problems: readonly FieldProblem[]): Bilingual {
  const empty = problems.filter(({ code }) => code === "missing").length;
  const wrong = problems.length - empty;
  const parts = [
    ...(empty > 0 ? [{ zh: `还有 ${empty} 处没填`, en: `${empty} left to fill in` }] : []),
    ...(wrong > 0 ? [{ zh: `有 ${wrong} 处需要更正`, en: `${wrong} to correct` }] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join("，"), en: parts.map(({ en }) => en).join(", ") };
}

/** The sections with what is in them and what is wrong; beside the form, or a list to choose from on a phone. */
export function FormIndex({ form, at, value, problems, go, last }: IndexProps) {
  const wrongIn = ({ key }: Section) => problems.filter(({ path }) => path.split(".")[0] === key);
  const told = (section: Section) => {
    const wrong = wrongIn(section);
    if (wrong.length > 0) return say(tallyOf(wrong));
    const many = answersIn(section, value);
    return many > 0 ? say({ zh: `已填 ${many}`, en: `${many} filled` }) : "";
  };
  const pages = form.sections.length + (last ? 1 : 0);
  return (
    <nav class="index" aria-label={say(WORDS.sections)}>
      <ol class="indexList">
        {form.sections.map((section, place) => (
          <li key={section.key}>
            <button type="button" class={wrongIn(section).length > 0 ? "wrong" : undefined} aria-current={place === at ? "step" : undefined} onClick={() => go(place)}>
              <span>{place + 1}. {say(section)}</span>
              <span class="soft">{told(section)}</span>
            </button>
          </li>
        ))}
        {last && (
          <li>
            <button type="button" class={last.isWrong ? "wrong" : undefined} aria-current={at === form.sections.length ? "step" : undefined} onClick={() => go(form.sections.length)}>
              <span>{form.sections.length + 1}. {last.name}</span>
              <span class="soft">{last.told}</span>
            </button>
          </li>
        )}
      </ol>
      <div class="indexChoice">
        <Field id="formSection" label={say(WORDS.section)} required>
          {(aria) => (
            <select {...aria} value={String(at)} onChange={(event) => go(Number(event.currentTarget.value))}>
              {form.sections.map((section, place) => <option key={section.key} value={String(place)}>{`${place + 1}/${pages} ${say(section)} ${told(section)}`}</option>)}
              {last && <option value={String(form.sections.length)}>{`${pages}/${pages} ${last.name} ${last.told}`}</option>}
            </select>
          )}
        </Field>
      </div>
    </nav>
  );
}

type ProblemsProps = {
  form: Form;
  at: number;
  problems: readonly FieldProblem[];
  /** Counts the checks that somebody has asked for: each takes the focus here. */
  asked: number;
  fix: (path: string) => void;
  go: (section: number) => void;
};

/** What is wrong in this section, each leading to its field; and how much there is in the others. */
export function FormProblems({ form, at, problems, asked, fix, go }: ProblemsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.focus();
  }, [asked]);
  if (problems.length === 0) return null;
  const of = (section: Section | undefined) => problems.filter(({ path }) => path.split(".")[0] === section?.key);
  const others = form.sections.map((section, place) => ({ section, place, many: of(section).length })).filter(({ place, many }) => place !== at && many > 0);
  const follow = (then: () => void) => (event: Event) => {
    event.preventDefault();
    then();
  };
  return (
    <div class="alert error errorSummary" role="alert" tabIndex={-1} ref={box}>
      <p class="alertTitle">{say(tallyOf(problems))}</p>
      <ul>
        {of(form.sections[at]).map((problem) => (
          <li key={problem.path}><a href={`#${controlId(problem.path)}`} onClick={follow(() => fix(problem.path))}>{say(problem)}</a></li>
        ))}
      </ul>
      {others.length > 0 && (
        <p>
          {say(WORDS.elsewhere)}
          {others.map(({ section, place, many }) => (
            <span key={section.key}> <a href={`#${controlId(section.key)}`} onClick={follow(() => go(place))}>{say({ zh: `${section.zh} ${many} 处`, en: `${section.en} (${many})` })}</a></span>
          ))}
        </p>
      )}
    </div>
  );
}

/** The section to look at after a check: the present one if something is wrong there, else the first that has something. */
export function firstWrong({ sections }: Form, problems: readonly FieldProblem[], at: number): number {
  const isWrong = (key: string | undefined) => problems.some(({ path }) => path.split(".")[0] === key);
  return isWrong(sections[at]?.key) ? at : Math.max(0, sections.findIndex(({ key }) => isWrong(key)));
}

/** Brings a field into sight and puts the cursor there. */
export function focusOn(path: string): void {
  const control = document.getElementById(controlId(path));
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}
