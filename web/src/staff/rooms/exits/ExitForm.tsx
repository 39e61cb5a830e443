import { EXIT_PROPOSAL } from "@domain/forms/exitProposal.ts";
import { parseForm } from "@domain/forms/parse.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { Household as Entry } from "@domain/register.ts";
import { useState } from "preact/hooks";
import { Button, Card, Facts } from "../../../shared/components.tsx";
import { ErrorSummary } from "../../../shared/field.tsx";
import { FormView } from "../../../shared/form/FormView.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue, listed } from "../../../shared/form/value.ts";
import { newId } from "../../../shared/ids.ts";
import { say } from "../../../shared/language.tsx";
import { peopleOf, WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { fieldProblemsOf } from "../../parts/fieldProblems.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { useKept } from "../../parts/useKept.ts";
import { STAFF_WORDS } from "../../words.ts";
import { EXIT_WORDS } from "./words.ts";

type ExitFormProps = {
  entry: WithId<Entry>;
  /** An earlier attempt that is still a draft. */
  draft: Household | undefined;
  close: () => void;
  finish: (id: string, receiptNo: string) => void;
};

type Typed = { id: string; form: FormValue };

/** Why one household leaves the register: what is known is filled in already. */
export function ExitForm({ entry, draft, close, finish }: ExitFormProps) {
  const known = { registerNo: entry.no, householderName: entry.householder, groupName: entry.groupName, memberCount: entry.memberCount };
  const [fresh] = useState(newId);
  const initial: Typed = { id: draft?.id ?? fresh, form: { ...emptyValue(EXIT_PROPOSAL), entry: known } };
  const [typed, setTyped, drop] = useKept<Typed>(`exit.${entry.id}`, initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, (outcome) => {
    const own = outcome.targets[typed.id];
    if (!own?.applied) return setProblems(fieldProblemsOf(outcome, typed.id));
    drop();
    finish(typed.id, own.receiptNo ?? "");
  });
  const submit = () => {
    const parsed = parseForm(EXIT_PROPOSAL, { ...typed.form, entry: known });
    setProblems(parsed.ok ? [] : parsed.problems);
    if (!parsed.ok) return;
    const toSend = { id: typed.id, track: "exit", village: entry.village, form: parsed.value, household: entry.id, saved: draft?.id === typed.id } as const;
    void post({ type: "proposeExit", area: entry.village, targets: [typed.id], input: {}, draft: toSend, about: entry.householder });
  };
  return (
    <Card title={`${say(EXIT_WORDS.propose)}${say({ zh: "：", en: ": " })}${entry.householder}`}>
      <Facts
        rows={[
          [say({ zh: "户编号", en: "Register number" }), <span class="number">{entry.no}</span>],
          [say(STAFF_WORDS.group), entry.groupName],
          [say(WORDS.people), say(peopleOf(entry.memberCount))],
        ]}
      />
      <ErrorSummary problems={listed(problems, say)} />
      <FormView form={EXIT_PROPOSAL} value={typed.form} onChange={(form) => setTyped({ ...typed, form })} problems={problems} shows={({ key }) => key === "exit"} />
      <Outcome progress={progress} nameOf={() => entry.householder} />
      <div class="buttons">
        <Button kind="primary" busy={underWay} onClick={submit}>{say(EXIT_WORDS.propose)}</Button>
        <Button onClick={close}>{say(WORDS.back)}</Button>
      </div>
    </Card>
  );
}
