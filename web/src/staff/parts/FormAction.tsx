import type { ActionType } from "@domain/actionInputs.ts";
import type { AreaCode } from "@domain/areas.ts";
import type { Form } from "@domain/forms/field.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { useState } from "preact/hooks";
import { Button } from "../../shared/components.tsx";
import { ErrorSummary } from "../../shared/field.tsx";
import type { ControlProps } from "../../shared/form/controls.tsx";
import { FormView } from "../../shared/form/FormView.tsx";
import type { FormValue } from "../../shared/form/value.ts";
import { controlId, listed } from "../../shared/form/value.ts";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { Order } from "../actions/post.ts";
import { usePosting } from "../actions/usePosting.ts";
import { fieldProblemsOf } from "./fieldProblems.ts";
import { Outcome, useOutcome } from "./Outcome.tsx";
import { Photos } from "./Photos.tsx";
import { useKept } from "./useKept.ts";

type FormActionProps<T extends ActionType> = {
  form: Form;
  /** Where this device keeps what is typed until it is carried out. */
  keptAs: string;
  initial: FormValue;
  village: AreaCode;
  /** The label of the button that sends it. */
  send: string;
  /** The action that carries the form, of which only the shown part leaves this page in the open. */
  order: (shown: unknown) => Order<T>;
  nameOf: (target: string) => string;
  /** What is to be done once it was carried out. */
  done: () => void;
  close: () => void;
  headings?: boolean;
};

/** A short form that is sent with an action: checked here first, kept on this device until it has been carried out. */
export function FormAction<T extends ActionType>({ form, keptAs, initial, village, send, order, nameOf, done, close, headings = true }: FormActionProps<T>) {
  const [value, setValue, drop] = useKept<FormValue>(keptAs, initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { post, progress, underWay } = usePosting(keptAs);
  useOutcome(progress, (outcome) => {
    if (outcome.applied === 0) return setProblems(Object.keys(outcome.targets).flatMap((target) => fieldProblemsOf(outcome, target)));
    drop();
    done();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const parsed = parseForm(form, value);
    setProblems(parsed.ok ? [] : parsed.problems);
    if (parsed.ok) void post(order(splitPrivate<unknown>(form, parsed.value).shown));
  };
  const photos = (props: ControlProps) => <FormPhotos village={village} {...props} />;
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={listed(problems, say)} />
      <FormView form={form} value={value} onChange={setValue} problems={problems} photos={photos} headings={headings} />
      <Outcome progress={progress} nameOf={nameOf} />
      <div class="buttons">
        <Button kind="primary" type="submit" busy={underWay}>{send}</Button>
        <Button onClick={close}>{say(WORDS.cancel)}</Button>
      </div>
    </form>
  );
}

/** The photos of a form, sent ahead of the action that names them. */
export function FormPhotos({ village, kind = "other", field, value, path, set }: ControlProps & { village: AreaCode; kind?: "house" | "other" }) {
  const photos = Array.isArray(value) ? value.map(String) : [];
  return <Photos id={`${controlId(path)}-input`} label={say(field)} village={village} kind={kind} most={field.limits.most ?? 6} photos={photos} onChange={(next) => set(next.length > 0 ? next : undefined)} />;
}
