import type { Track } from "../status.ts";
import type { Application } from "./application.ts";
import { APPLICATION, factsOfApplication } from "./application.ts";
import type { ExitProposal } from "./exitProposal.ts";
import { EXIT_PROPOSAL, factsOfExitProposal } from "./exitProposal.ts";
import type { Facts } from "./facts.ts";
import type { Form } from "./field.ts";
import { personKey } from "./identityNumber.ts";
import type { FieldProblem } from "./parse.ts";
import { parseForm, parseShown } from "./parse.ts";
import type { Hidden } from "./private.ts";
import { joinPrivate, splitPrivate } from "./private.ts";
import type { ExitSurvey, Survey } from "./survey.ts";
import { EXIT_SURVEY, facts, SURVEY } from "./survey.ts";

export type FormKind = "application" | "exitProposal" | "survey";

/** A form as it came with an action: what everybody may see, and apart from it the numbers that were typed or kept. */
export type Sent = { kind: FormKind; track: Track; content: unknown; hidden: Hidden };

/** What the workflow needs of a form that is right. `people` are their numbers' keys, to be hashed at once. */
export type Received = {
  ok: true;
  shown: unknown;
  hidden: Hidden;
  facts: Facts;
  people: string[];
  lineNote: string;
  signed: boolean;
};

type About = Pick<Received, "facts" | "people"> & Partial<Pick<Received, "lineNote" | "signed">>;

function receive<T>(form: Form<T>, { content, hidden }: Sent, about: (value: T) => About): Received | { ok: false; problems: FieldProblem[] } {
  const open = parseShown(form, content);
  if (!open.ok) return open;
  const whole = parseForm(form, joinPrivate(form, open.value, hidden));
  if (!whole.ok) return whole;
  return { ok: true, ...splitPrivate(form, whole.value), lineNote: "", signed: false, ...about(whole.value) };
}

const ofApplication = (value: Application): About => ({ facts: factsOfApplication(value), people: [personKey(value.householder.idNo)] });
const ofExitProposal = (value: ExitProposal): About => ({ facts: factsOfExitProposal(value), people: [] });
const ofSurvey = (value: Survey): About => ({
  facts: facts(value),
  people: value.members.map(({ idNo }) => personKey(idNo)),
  lineNote: value.line.lineNote ?? "",
});
const ofExitSurvey = (value: ExitSurvey): About => ({ ...ofSurvey(value), signed: value.exit.householderSigned });

/** Reads a form that came with an action, by the form of its kind and track. Never throws. */
export function received(sent: Sent): Received | { ok: false; problems: FieldProblem[] } {
  if (sent.kind === "application") return receive(APPLICATION, sent, ofApplication);
  if (sent.kind === "exitProposal") return receive(EXIT_PROPOSAL, sent, ofExitProposal);
  return sent.track === "exit" ? receive(EXIT_SURVEY, sent, ofExitSurvey) : receive(SURVEY, sent, ofSurvey);
}
