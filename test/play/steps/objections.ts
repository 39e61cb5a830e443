import { paths } from "@domain/paths.ts";
import type { ProblemCode } from "@domain/problems.ts";
import type { Applicant } from "../applicant.ts";
import { filedAs } from "../../../functions/src/services/filedAs.ts";
import { newId } from "../player.ts";
import type { Hand, Stage } from "../stage.ts";
import { BrokenPlay } from "../stage.ts";
import { call } from "./http.ts";
import { seenBy } from "./village.ts";

type Answered = { ok: true; result: { objection: string } } | { ok: false; problem: { code: string } };

async function post(stage: Stage, body: unknown): Promise<Answered> {
  const { status, text } = await call(stage, `http://${stage.suite.hosting}/api/objection`, body);
  if (status !== 200 && status !== 422)
    throw new BrokenPlay(`POST /api/objection answered ${status}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as Answered;
}

const words = (notice: string, serial: number) => ({
  notice,
  serial,
  text: "这一户在县城有楼房，请核实",
  name: "不愿公开的群众",
  phone: "",
});

type Line = { notice: string; serial: number };

/** Somebody objects to one line of a notice, twice by mistake. Gives its id, or the name of its refusal. */
async function send(stage: Stage, { notice, serial }: Line): Promise<{ id: string } | { refused: string }> {
  const id = newId();
  const first = await post(stage, { id, ...words(notice, serial) });
  const second = await post(stage, { id, ...words(notice, serial) });
  if (first.ok && second.ok) return { id: filedAs(id) };
  return { refused: first.ok ? "sent twice" : first.problem.code };
}

/** Somebody objects. `reader` may see that it was taken. Gives the id by which staff know it. @throws BrokenPlay when it is not taken. */
export async function object({ stage, player: reader }: Hand, line: Line): Promise<string> {
  const id = await objectInTime(stage.by(reader), line);
  if (!id) throw new BrokenPlay("an objection came after the end: let notices hang longer (--seconds)");
  return id;
}

/** The same, undefined when the notice had ended by then: on a slow machine a short one does. */
export async function objectInTime({ stage, player: reader }: Hand, line: Line): Promise<string | undefined> {
  const sent = await send(stage, line);
  if ("refused" in sent) {
    if (sent.refused === "noticeClosed") return undefined;
    throw new BrokenPlay(`an objection to line ${line.serial} was refused: ${sent.refused}`);
  }
  const { applied } = await reader.outcomeOf(`objection-${sent.id}`);
  if (applied !== 1) throw new BrokenPlay(`the objection ${sent.id} holds no household`);
  stage.counts.objections += 1;
  return sent.id;
}

/** An objection that must not be taken. */
export async function mayNotObject(stage: Stage, { notice, serial }: Line, name: ProblemCode): Promise<void> {
  const answer = await post(stage, { id: newId(), ...words(notice, serial) });
  if (answer.ok || answer.problem.code !== name)
    throw new BrokenPlay(
      `an objection was to be refused as ${name}, it was ${answer.ok ? "taken" : answer.problem.code}`,
    );
  stage.refusedAs(name);
}

export type Answer = { applicant: Applicant; objection: string; decision: "dismiss" | "uphold" };

const REASONS = { uphold: "经查情况属实，退回重新调查", dismiss: "经入户核查，情况不属实" } as const;

const actionOf = ({ applicant, objection, decision }: Answer) => ({
  type: "answerObjection" as const,
  area: applicant.village.code,
  targets: [applicant.id],
  input: {
    objection,
    decision,
    reasons: REASONS[decision],
    published: REASONS[decision],
  },
});

/** Answers an objection, having looked at the household. Gives the state it leads to. */
export async function answer({ stage, player }: Hand, given: Answer): Promise<string> {
  const { applicant } = given;
  const outcome = await stage.act(player, {
    ...actionOf(given),
    seen: await seenBy(stage.by(player), [applicant]),
  });
  if (given.decision === "uphold") stage.counts.upheld += 1;
  const one = outcome.targets[applicant.id];
  return one?.applied ? one.to : "";
}

/** An answer by whoever may not give it. */
export async function mayNotAnswer({ stage, player }: Hand, given: Answer, name: ProblemCode): Promise<void> {
  await stage.isRefused(player, actionOf(given), name);
}

/** Calls the function that ends a notice before its time, as anybody on the net could try: it goes on hanging. */
export async function mayNotEndEarly({ stage, player: reader }: Hand, notice: string): Promise<void> {
  const { status } = await call(stage, `${stage.suite.functionsBaseUrl}/closeNotice`, { data: { notice } });
  const { status: stands, closesAt } = await reader.until(paths.notice(notice), () => true);
  const over = (closesAt as { toMillis(): number }).toMillis() <= Date.now();
  if (stands !== "open" && !over) throw new BrokenPlay(`a notice was closed early (${status})`);
  if (stands === "open") stage.refusedAs("noticeStillOpen");
}
