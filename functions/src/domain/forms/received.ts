import type { Track } from "../status.ts";
import { APPLICATION, factsOfApplication } from "./application.ts";
import { EXIT_PROPOSAL, factsOfExitProposal } from "./exitProposal.ts";
import type { Facts } from "./facts.ts";
import type { Form } from "./field.ts";
import { HELPER, SUPPORT_UNIT } from "./helper.ts";
import { personKey } from "./identityNumber.ts";
import { MEASURE, MEASURE_DONE, VILLAGE_MEASURE, VILLAGE_MEASURE_DONE } from "./measure.ts";
import type { FieldProblem } from "./parse.ts";
import { parseForm, parseShown } from "./parse.ts";
import { HOUSEHOLD_PLAN } from "./plan.ts";
import type { Hidden } from "./private.ts";
import { joinPrivate, splitPrivate } from "./private.ts";
import { factsOfRegistration, peopleOfRegistration, REGISTRATION } from "./registration.ts";
import { RESULT, VILLAGE_RESULT } from "./result.ts";
import { sentence } from "./sentences.ts";
import type { Survey } from "./survey.ts";
import { EXIT_SURVEY, facts, SURVEY } from "./survey.ts";
import { factsOfVillageApplication, VILLAGE_APPLICATION } from "./villageApplication.ts";
import { VILLAGE_PLAN } from "./villagePlan.ts";
import { factsOfVillageRegistration, VILLAGE_REGISTRATION } from "./villageRegistration.ts";
import { VISIT } from "./visit.ts";

/** One kind a concept; the track chooses the form of it. */
export type FormKind =
  | "application" | "exitProposal" | "survey" | "helper" | "plan" | "measure" | "measureDone" | "visit" | "result"
  | "registration";

/** A form as it came with an action: what everybody may see, and apart from it the numbers that were typed or kept. */
export type Sent = { kind: FormKind; track: Track; content: unknown; hidden: Hidden };

/** What the workflow needs of a form that is right. `people` are their numbers' keys, to be hashed at once. */
export type Received = {
  ok: true;
  shown: unknown;
  hidden: Hidden;
  /** Null for a form that tells nothing of the household or village as a whole, such as a visit. */
  facts: Facts | null;
  people: string[];
  lineNote: string;
  signed: boolean;
};
type Refused = { ok: false; problems: FieldProblem[] };

type About = Pick<Received, "facts"> & Partial<Pick<Received, "people" | "lineNote" | "signed">>;
type Reader = { form: Form; read: (sent: Sent) => Received | Refused };

/** A form with what the workflow needs of it; nothing unless told. */
function reader<T>(form: Form<T>, about: (value: T) => About = () => ({ facts: null })): Reader {
  const read = ({ content, hidden }: Sent): Received | Refused => {
    const open = parseShown(form, content);
    if (!open.ok) return open;
    const whole = parseForm(form, joinPrivate(form, open.value, hidden));
    if (!whole.ok) return whole;
    return { ok: true, ...splitPrivate(form, whole.value), people: [], lineNote: "", signed: false, ...about(whole.value) };
  };
  return { form, read };
}

const ofSurvey = (value: Survey): About => ({
  facts: facts(value),
  people: value.members.map(({ idNo }) => personKey(idNo)),
  lineNote: value.line.lineNote ?? "",
});

const HOUSEHOLD = {
  application:  reader(APPLICATION, (value) => ({ facts: factsOfApplication(value), people: [personKey(value.householder.idNo)] })),
  exitProposal: reader(EXIT_PROPOSAL, (value) => ({ facts: factsOfExitProposal(value) })),
  helper:       reader(HELPER),
  plan:         reader(HOUSEHOLD_PLAN),
  measure:      reader(MEASURE),
  measureDone:  reader(MEASURE_DONE, ({ done }) => ({ facts: null, signed: done.householderSigned })),
  visit:        reader(VISIT),
  result:       reader(RESULT, ({ result }) => ({ facts: null, signed: result.householderSigned })),
  registration: reader(REGISTRATION, (value) => ({
    facts: factsOfRegistration(value), people: peopleOfRegistration(value), signed: value.foot.householderSigned,
  })),
};

/** Every form of every track. A village has no survey and leaves no list by a proposal. */
const READERS: Record<Track, Partial<Record<FormKind, Reader>>> = {
  identify: { ...HOUSEHOLD, survey: reader(SURVEY, ofSurvey) },
  exit: { ...HOUSEHOLD, survey: reader(EXIT_SURVEY, (value) => ({ ...ofSurvey(value), signed: value.exit.householderSigned })) },
  village: {
    application:  reader(VILLAGE_APPLICATION, (value) => ({ facts: factsOfVillageApplication(value) })),
    helper:       reader(SUPPORT_UNIT),
    plan:         reader(VILLAGE_PLAN),
    measure:      reader(VILLAGE_MEASURE),
    measureDone:  reader(VILLAGE_MEASURE_DONE),
    visit:        reader(VISIT),
    result:       reader(VILLAGE_RESULT),
    registration: reader(VILLAGE_REGISTRATION, (value) => ({ facts: factsOfVillageRegistration(value) })),
  },
};

/** The form of a kind on a track. @throws where there is none. */
export function formOf(kind: FormKind, track: Track): Form {
  const found = READERS[track][kind];
  if (!found) throw new RangeError(`no ${kind} on the track ${track}`);
  return found.form;
}

/** Reads a form that came with an action, by the form of its kind and track. Never throws. */
export function received(sent: Sent): Received | Refused {
  const found = READERS[sent.track][sent.kind];
  const where = { zh: "这张表", en: "This form" };
  if (!found) return { ok: false, problems: [{ path: "", code: "notAForm", ...sentence("notAForm", { where, limits: {} }) }] };
  return found.read(sent);
}
