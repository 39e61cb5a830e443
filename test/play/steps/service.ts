import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import type { ProblemCode } from "@domain/problems.ts";
import { newId } from "../player.ts";
import type { Hand, Part } from "../stage.ts";
import { BrokenPlay } from "../stage.ts";

/* What follows the approval, for households and villages alike, as the web client sends it. */

/** A household in the register, or a village. */
export type Subject = { id: string; village: { code: string; name: string } };

type Doing<T extends ActionType> = { type: T; input: ActionInput<T> };

const sendingOf = <T extends ActionType>(subjects: readonly Subject[], { type, input }: Doing<T>) => ({
  id: newId(),
  type,
  area: subjects[0]?.village.code ?? "",
  targets: subjects.map(({ id }) => id),
  input,
});

/** One action on a whole list: `refused` of it by these names, every other applied. Gives the action's id. */
export async function doTo<T extends ActionType>(
  { stage, player }: Hand,
  subjects: readonly Subject[],
  doing: Doing<T>,
  refused: Record<string, ProblemCode> = {},
): Promise<string> {
  if (subjects.length === 0) return "";
  const sending = sendingOf(subjects, doing);
  await stage.act(player, sending, refused);
  return sending.id;
}

/** An action that must be refused for each of the list. */
export async function mayNot<T extends ActionType>(
  { stage, player }: Hand,
  subjects: readonly Subject[],
  doing: Doing<T>,
  name: ProblemCode,
): Promise<void> {
  if (subjects.length > 0) await stage.isRefused(player, sendingOf(subjects, doing), name);
}

/** What a form says in answer to a doubt. */
const ANSWER = "已入户核实，情况属实";

type Filling = { type: "completeForm" | "updateYear"; subject: Subject; hidden?: Record<string, string> };

/**
 * Completes a form. Where the checks doubt something, it is refused; the doubts are answered in writing then, and it
 * is sent anew, as a clerk does. Gives how many doubts there were.
 */
export async function fill(
  { stage, player }: Hand,
  { type, subject, hidden = {} }: Filling,
  input: Record<string, unknown>,
): Promise<number> {
  const numbers = Object.keys(hidden).length > 0 && { hidden: { [subject.id]: hidden } };
  const send = (answers: Record<string, string>): Part<typeof type> => ({
    ...sendingOf([subject], { type, input: { ...input, answers } as ActionInput<typeof type> }),
    ...numbers,
  });
  const first = await stage.offer(player, send({}));
  const [outcome] = Object.values(first.targets);
  if (outcome?.applied) return 0;
  if (outcome?.problem.code !== "doubtsUnanswered") {
    const why = outcome ? [outcome.problem.code, ...(outcome.problem.fields ?? []).map(({ path, code }) => `${path} ${code}`)] : [first.problem?.code];
    throw new BrokenPlay(`${type} of ${subject.id} was refused: ${why.join(", ")}`);
  }
  stage.refusedAs("doubtsUnanswered");
  const rules = [...new Set((outcome.problem.fields ?? []).map(({ code }) => code))];
  await stage.act(player, send(Object.fromEntries(rules.map((rule) => [rule, ANSWER]))));
  return rules.length;
}
