import { APPLICATION } from "@domain/forms/application.ts";
import type { Section } from "@domain/forms/field.ts";
import { holds } from "@domain/forms/field.ts";
import { useState } from "preact/hooks";
import { Alert, Button, Card, Page } from "../../shared/components.tsx";
import type { Listed } from "../../shared/field.tsx";
import { ErrorSummary } from "../../shared/field.tsx";
import { FormView } from "../../shared/form/FormView.tsx";
import { inWords } from "../../shared/form/inWords.ts";
import { controlId, valuesOf } from "../../shared/form/value.ts";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { StepProps } from "./Apply.tsx";
import { CHECK, PLEDGE, problemsIn, QUESTIONS, stepOf } from "./draft.ts";
import { ClearNote } from "./VillageStep.tsx";
import { APPLY, questionWords } from "./words.ts";

type CheckProps = StepProps & { send: () => void; clear: () => void };

/** Everything once more, each answer with a way back to it; then the pledge, and sending. */
export function CheckStep({ campaign, draft, change, send, clear }: CheckProps) {
  const [tried, setTried] = useState(false);
  const [summary, setSummary] = useState<readonly Listed[]>([]);
  const all = APPLICATION.sections;
  const submit = (event: Event) => {
    event.preventDefault();
    const found = problemsIn(all, draft.form).map((problem) => link(problem, change));
    const missing =
      draft.village === "" ? [{ text: say(APPLY.chooseVillage), jump: () => change({ step: 0, revising: true }) }] : [];
    setTried(true);
    setSummary([...missing, ...found]);
    if (found.length + missing.length === 0) send();
  };
  const village = campaign.villages.find(({ code }) => code === draft.village)?.name ?? say(WORDS.notFilled);
  return (
    <Page title={say(APPLY.check)}>
      {draft.refused && (
        <Alert tone="error" title={say(APPLY.refused)}>
          <p>{say(draft.refused)}</p>
          {draft.refused.fields && (
            <ul>
              {draft.refused.fields.map((problem) => (
                <li key={problem.path}>
                  <button
                    type="button"
                    class="linkButton"
                    onClick={() => change({ step: stepOf(problem.path), revising: true })}
                  >
                    {say(problem)}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      <form onSubmit={submit} noValidate>
        <ErrorSummary problems={summary} />
        <Card>
          <Answer
            name={say(APPLY.whichVillage)}
            edit={() => change({ step: 0, revising: true })}
            rows={[[say(WORDS.village), village]]}
          />
          {QUESTIONS.map((section, at) => (
            <Answer
              key={section.key}
              name={say(questionWords(section, campaign))}
              edit={() => change({ step: at + 1, revising: true })}
              rows={answersOf(section, draft.form)}
            />
          ))}
        </Card>
        <Card>
          <FormView
            form={APPLICATION}
            value={draft.form}
            onChange={(form) => change({ form })}
            problems={tried ? problemsIn(PLEDGE, draft.form) : []}
            shows={(section) => PLEDGE.includes(section)}
            headings={false}
          />
          <div class="buttons">
            <Button type="submit" kind="primary" big>
              {say(APPLY.send)}
            </Button>
            <Button big onClick={() => change({ step: CHECK - 1 })}>
              {say(WORDS.previous)}
            </Button>
          </div>
        </Card>
      </form>
      <ClearNote draft={draft} clear={clear} />
    </Page>
  );
}

/** A problem in the summary: to its control here, or to the step that asks for it. */
function link(problem: { path: string; zh: string; en: string }, change: StepProps["change"]): Listed {
  const step = stepOf(problem.path);
  return step === CHECK
    ? { id: controlId(problem.path), text: say(problem) }
    : { text: say(problem), jump: () => change({ step, revising: true }) };
}

type Rows = readonly (readonly [string, string])[];

function answersOf(section: Section, form: StepProps["draft"]["form"]): Rows {
  const values = valuesOf(form, section);
  return section.fields
    .filter((field) => holds(field.showWhen, values))
    .map(
      (field) =>
        [
          say(field),
          values[field.key] === undefined ? say(WORDS.notFilled) : inWords(field, values[field.key]),
        ] as const,
    );
}

function Answer({ name, rows, edit }: { name: string; rows: Rows; edit: () => void }) {
  return (
    <div class="answer">
      <div class="answerHead">
        <h2>{name}</h2>
        <Button
          kind="quiet"
          aria-label={`${say(APPLY.change)}${say({ zh: "：", en: ": " })}${name}`}
          onClick={edit}
        >
          {say(APPLY.change)}
        </Button>
      </div>
      <dl>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
