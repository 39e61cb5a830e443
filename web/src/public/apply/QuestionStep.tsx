import { APPLICATION } from "@domain/forms/application.ts";
import type { Section } from "@domain/forms/field.ts";
import { useState } from "preact/hooks";
import { Button, Page } from "../../shared/components.tsx";
import { ErrorSummary } from "../../shared/field.tsx";
import { FormView } from "../../shared/form/FormView.tsx";
import { listed } from "../../shared/form/value.ts";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { StepProps } from "./Apply.tsx";
import { after, problemsIn, QUESTIONS } from "./draft.ts";
import { APPLY, questionWords, stepWords } from "./words.ts";

/** One question alone on the screen. The next comes when this one is answered soundly. */
export function QuestionStep({ campaign, draft, change, question }: StepProps & { question: Section }) {
  const told = refusalsOf(draft, question);
  const [tried, setTried] = useState(told.length > 0);
  const [summary, setSummary] = useState(listed(told, say));
  const next = (event: Event) => {
    event.preventDefault();
    const found = problemsIn([question], draft.form);
    setTried(true);
    setSummary(listed(found, say));
    if (found.length === 0) change(after(draft));
  };
  const problems = tried ? [...told, ...problemsIn([question], draft.form)] : [];
  return (
    <Page
      title={say(questionWords(question, campaign))}
      above={<StepOf step={draft.step} />}
      lead={question.help && say(question.help)}
    >
      <form class="card question" onSubmit={next} noValidate>
        <ErrorSummary problems={summary} />
        <FormView
          form={APPLICATION}
          value={draft.form}
          onChange={(form) => change({ form })}
          problems={problems}
          shows={(section) => section.key === question.key}
          headings={false}
        />
        <div class="buttons">
          <Button type="submit" kind="primary" big>
            {say(draft.revising ? APPLY.backToCheck : WORDS.next)}
          </Button>
          {!draft.revising && (
            <Button big onClick={() => change({ step: draft.step - 1 })}>
              {say(WORDS.previous)}
            </Button>
          )}
        </div>
      </form>
    </Page>
  );
}

/** What the server said of this question, until its answer changes. */
function refusalsOf({ refused, form }: StepProps["draft"], { key }: Section) {
  if (!refused || refused.form[key] !== form[key]) return [];
  return (refused.fields ?? []).filter(({ path }) => path.startsWith(`${key}.`));
}

function StepOf({ step }: { step: number }) {
  const all = QUESTIONS.length;
  return (
    <div class="stepOf">
      <p>{say(stepWords(step, all))}</p>
      <div class="stepTrack" aria-hidden="true">
        {QUESTIONS.map(({ key }, at) => (
          <i key={key} class={at < step ? "past" : undefined} />
        ))}
      </div>
    </div>
  );
}
