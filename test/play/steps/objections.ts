import { paths } from "@domain/paths.ts";
import type { ProblemCode } from "@domain/problems.ts";
import type { Applicant } from "../applicant.ts";
import type { Player } from "../player.ts";
import { newId } from "../player.ts";
import type { Stage } from "../stage.ts";
import { BrokenPlay } from "../stage.ts";
import { seenBy } from "./village.ts";

type Answered = { ok: true; result: { objection: string } } | { ok: false; problem: { code: string } };

/** The Functions emulator loses a request whose worker it could not start in time; an objection is sent again then. */
const PATIENCE_MS = 20_000;
const ATTEMPTS = 4;

/** Calls a function by HTTP, one call at a time. @throws BrokenPlay when it answers nothing, several times over. */
async function call(stage: Stage, url: string, body: unknown): Promise<{ status: number; text: string }> {
  const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const response = await stage.byHttp(() => fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) })).catch(() => undefined);
    if (response && response.status < 500) return { status: response.status, text: await response.text() };
  }
  throw new BrokenPlay(`${url} did not answer`);
}

async function post(stage: Stage, body: unknown): Promise<Answered> {
  const { status, text } = await call(stage, `http://${stage.suite.hosting}/api/objection`, body);
  if (status !== 200 && status !== 422) throw new BrokenPlay(`POST /api/objection answered ${status}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as Answered;
}

/** Has the emulator start a worker for each function that answers by HTTP, before much happens at once. */
export async function warmUp(stage: Stage): Promise<void> {
  await post(stage, {});
  await call(stage, `${stage.suite.functionsBaseUrl}/closeNotice`, { data: { notice: "nobody-knows-it" } });
}

const words = (notice: string, serial: number) => ({
  notice, serial, text: "这一户在县城有楼房，请核实", name: "不愿公开的群众", phone: "",
});

/** Somebody objects to one line of a notice, twice by mistake. `reader` may see that it was taken. Gives its id. */
export async function object(stage: Stage, reader: Player, { notice, serial }: { notice: string; serial: number }): Promise<string> {
  const id = newId();
  for (const body of [{ id, ...words(notice, serial) }, { id, ...words(notice, serial) }]) {
    const answer = await post(stage, body);
    if (!answer.ok) throw new BrokenPlay(`an objection to line ${serial} was refused: ${answer.problem.code}${answer.problem.code === "noticeClosed" ? " (let notices hang longer: --seconds)" : ""}`);
  }
  const { applied } = await reader.outcomeOf(`objection-${id}`);
  if (applied !== 1) throw new BrokenPlay(`the objection ${id} holds no household`);
  stage.counts.objections += 1;
  return id;
}

/** An objection that must not be taken. */
export async function mayNotObject(stage: Stage, { notice, serial }: { notice: string; serial: number }, name: ProblemCode): Promise<void> {
  const answer = await post(stage, { id: newId(), ...words(notice, serial) });
  if (answer.ok || answer.problem.code !== name) throw new BrokenPlay(`an objection was to be refused as ${name}, it was ${answer.ok ? "taken" : answer.problem.code}`);
  stage.refusedAs(name);
}

export type Answer = { applicant: Applicant; objection: string; decision: "dismiss" | "uphold" };

const actionOf = ({ applicant, objection, decision }: Answer) => ({
  type: "answerObjection" as const,
  area: applicant.village.code,
  targets: [applicant.id],
  input: { objection, decision, reasons: decision === "uphold" ? "经查情况属实，退回重新调查" : "经入户核查，情况不属实" },
});

/** Answers an objection, having looked at the household. Gives the state it leads to. */
export async function answer(stage: Stage, player: Player, given: Answer): Promise<string> {
  const { applicant } = given;
  const outcome = await stage.act(player, { ...actionOf(given), seen: await seenBy(stage, player, [applicant]) });
  if (given.decision === "uphold") stage.counts.upheld += 1;
  const one = outcome.targets[applicant.id];
  return one?.applied ? one.to : "";
}

/** An answer by whoever may not give it. */
export async function mayNotAnswer(stage: Stage, player: Player, given: Answer, name: ProblemCode): Promise<void> {
  await stage.isRefused(player, actionOf(given), name);
}

/** Calls the function that ends a notice before its time, as anybody on the net could try. */
export async function mayNotEndEarly(stage: Stage, reader: Player, notice: string): Promise<void> {
  const { status, text } = await call(stage, `${stage.suite.functionsBaseUrl}/closeNotice`, { data: { notice } });
  if (text.includes("noticeStillOpen")) return stage.refusedAs("noticeStillOpen");
  const { closesAt } = await reader.until(paths.notice(notice), () => true);
  const over = (closesAt as { toMillis(): number }).toMillis() <= Date.now();
  if (!over) throw new BrokenPlay(`a notice was to be closed early: ${status} ${text.slice(0, 200)}`);
}
