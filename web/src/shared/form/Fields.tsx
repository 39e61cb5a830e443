import type { Field, Section, Values } from "@domain/forms/field.ts";
import { holds, isRequired } from "@domain/forms/field.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { JSX } from "preact";
import { Field as FieldFrame, FieldGroup } from "../field.tsx";
import { say } from "../language.tsx";
import { WORDS } from "../words.ts";
import type { ControlProps } from "./controls.tsx";
import { CONTROLS, isGroup } from "./controls.tsx";
import { inWords } from "./inWords.ts";
import { controlId, isWide, problemAt, withField } from "./value.ts";

/** What every part of a form that is being drawn needs to know. */
export type Drawn = {
  problems: readonly FieldProblem[];
  /** Those of them that were found while somebody was typing. */
  live: readonly FieldProblem[];
  notes: readonly FieldProblem[];
  leave: (path: string) => void;
  shows: (section: Section, field: Field) => boolean;
  photos: ((props: ControlProps) => JSX.Element) | undefined;
  headings: boolean;
};

type FieldsProps = {
  section: Section;
  path: string;
  values: Values;
  computed: Values;
  set: (next: Values) => void;
  drawn: Drawn;
};

/** The fields of one section or row that are asked now. */
export function Fields({ section, path, values, computed, set, drawn }: FieldsProps) {
  const fields = section.fields.filter(
    (field) => drawn.shows(section, field) && holds(field.showWhen, values),
  );
  return (
    <div class="formGrid">
      {fields.map((field) => {
        const at = `${path}.${field.key}`;
        if (field.computed)
          return (
            <Computed
              key={field.key}
              field={field}
              path={at}
              value={computed[field.key]}
              problem={problemAt(drawn.problems, at)}
              note={problemAt(drawn.notes, at)}
            />
          );
        const props = {
          field,
          path: at,
          value: values[field.key],
          set: (next: unknown) => set(withField(values, field.key, next)),
          leave: () => drawn.leave(at),
        };
        return <Asked key={field.key} {...props} required={isRequired(field, values)} drawn={drawn} />;
      })}
    </div>
  );
}

type AskedProps = Omit<ControlProps, "aria"> & { required: boolean; drawn: Drawn };

function Asked({ required, drawn, ...props }: AskedProps) {
  const { field, path } = props;
  const problem = problemAt(drawn.problems, path);
  const note = problemAt(drawn.notes, path);
  const Control = field.kind === "photos" && drawn.photos ? drawn.photos : CONTROLS[field.kind];
  const id = controlId(path);
  const head = {
    id,
    label: say(field),
    help: field.help && say(field.help),
    error: problem && say(problem),
    announce: problemAt(drawn.live, path) !== undefined,
    required,
  };
  const none = { id, "aria-describedby": undefined, "aria-invalid": undefined, "aria-required": undefined };
  return (
    <div class={isWide(field) ? "formCell full" : "formCell"}>
      {isGroup(field) ? (
        <FieldGroup {...head} quiet={field.mustBe ?? false}>
          <Control {...props} aria={none} />
        </FieldGroup>
      ) : (
        <FieldFrame {...head}>{(aria) => <Control {...props} aria={aria} />}</FieldFrame>
      )}
      {note && <p class="fieldNote">{say(note)}</p>}
    </div>
  );
}

type ComputedProps = { field: Field; path: string; value: unknown; problem: FieldProblem | undefined; note: FieldProblem | undefined };

function Computed({ field, path, value, problem, note }: ComputedProps) {
  return (
    <div class="formCell" id={controlId(path)} tabIndex={-1}>
      <p class="computedName">
        {say(field)}
        <span class="optional">{say({ zh: `（${WORDS.computed.zh}）`, en: ` (${WORDS.computed.en})` })}</span>
      </p>
      <p class="computedValue">{inWords(field, value)}</p>
      {problem && <p class="fieldError">{say(problem)}</p>}
      {note && <p class="fieldNote">{say(note)}</p>}
    </div>
  );
}
