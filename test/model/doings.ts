import type { ActionType } from "@domain/actionInputs.ts";
import { RequestKind } from "@domain/application.ts";
import { CHECKS } from "@domain/checks/checks.ts";
import { presentForm, presentMembers } from "@domain/forms/changes.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { kindsOpen, MeetingKind } from "@domain/meeting.ts";
import type { Sample } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import { answer, appraisal, publication, survey } from "../functions/office.ts";
import { assignment, confirmation, entering, handover, measure, measureDone, plan, registration, registrationOf, request, result, update, visit } from "../functions/serviceDoings.ts";
import type { Seat, Town } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";
import { inventYearLater } from "../seed/inventRegistration.ts";
import type { Move } from "./anyMove.ts";
import type { Reference } from "./reference.ts";

/** An answer to whatever the checks may ask about a form. */
const ANSWERS = Object.fromEntries(CHECKS.household.map(({ id }) => [id, "已核实"]));
const HELPERS = ["helper", "helper2", "neighbourHelper", "unit"] as const satisfies readonly Seat[];

type World = { town: Town; samples: readonly Sample[]; objections: readonly string[]; reference: Reference };
type About = { first: Sample; samples: readonly Sample[]; move: Move };

/** An action upon some households, as whoever looks at them now would say it; undefined when it is upon nobody. */
export function doing(world: World, type: ActionType, { samples, move }: Omit<About, "first">): Doing | undefined {
  const [first] = samples;
  if (!first) return undefined;
  const { reference, town } = world;
  const { neighbour, seen } = move;
  const targets = samples.map(({ id }) => id);
  const drafts = type === "submit" || type === "proposeExit" ? samples.filter(({ id }) => !reference.applications.has(id)).map(({ draft }) => draft) : [];
  const elsewhere = first.village === town.first.code ? town.second : town.first;
  const common = { targets, drafts, area: neighbour ? elsewhere.code : first.village, ...(seen !== undefined && { seen: { [first.id]: seen } }) };
  const said = (BEFORE[type] ?? AFTER[type])?.(world, { first, samples, move });
  const input: Doing["input"] = ["return", "reject", "withdraw"].includes(type) ? { reasons: "情况有变" } : {};
  return said ? { ...said, ...common, targets: OF_ITS_OWN.includes(type) ? said.targets : targets } : { type, input, ...common };
}

/** These are upon the first household alone, the last two upon the household that the objection is about. */
const OF_ITS_OWN: readonly ActionType[] = ["recordSurvey", "completeForm", "updateYear", "requestChange", "answerObjection", "raiseObjection"];

type Table = Partial<Record<ActionType, (world: World, about: About) => Doing>>;

const BEFORE: Table = {
  submit: (_, { samples }) => ({ type: "submit", targets: [], input: {}, hidden: Object.fromEntries(samples.map(({ id, hidden }) => [id, hidden])) }),
  recordSurvey: (_, { first }) => survey(first),
  recordAppraisal: ({ reference }, { first, samples, move: { chance } }) => appraisal(samples, { yes: chance % 4 === 0 ? 15 : 25, changes: again(reference, first, chance) }),
  confirmMeeting: ({ reference }, { first }) => ({ type: "confirmMeeting", targets: [], input: { meeting: reference.applications.get(first.id)?.appraisal?.action ?? "no-such-meeting" } }),
  leaveOff: (_, { samples, move: { chance } }) => ({ type: "leaveOff", targets: [], input: { reasons: chance % 5 === 0 ? {} : Object.fromEntries(samples.map(({ id }) => [id, "规模已用完"])) } }),
  publishNotice: (_, { samples }) => publication(samples),
  answerObjection: (world, { first, move: { chance } }) => {
    const { objection, about } = objected(world, first, chance);
    return answer(about, objection, chance % 2 === 0 ? "dismiss" : "uphold");
  },
  endNotice: ({ reference }, { first }) => ({ type: "endNotice", targets: [], input: { notice: reference.applications.get(first.id)?.notice?.id ?? "no-such-notice" } }),
  raiseObjection: (world, { first, move: { chance } }) => {
    const { objection, about } = objected(world, first, chance);
    return { type: "raiseObjection", targets: [about.id], input: { objection, notice: world.reference.objections.get(objection)?.notice ?? "no-such-notice" } };
  },
};

const AFTER: Table = {
  assignHelper: ({ town }, { first, move: { chance } }) => assignment([first], chance % 5 === 0 ? null : personAt(town, HELPERS[chance % HELPERS.length] ?? "helper").uid, 5000 + chance),
  adoptPlan: (_, { first }) => plan([first]),
  recordVisit: (_, { first }) => visit([first]),
  recordMeasure: (_, { first }) => measure([first]),
  recordResult: (_, { first }) => result([first]),
  finishMeasure: ({ reference }, { first, move: { chance } }) => measureDone(first, recordOf(reference, first, chance)),
  confirmResult: ({ reference }, { first, move: { chance } }) => confirmation(first, recordOf(reference, first, chance)),
  completeForm: (_, { first }) => registration(first, { answers: ANSWERS }),
  issueHandbook: (_, { samples }) => handover(samples),
  enterData: ({ reference }, { first, samples }) => entering(samples, reference.applications.get(first.id)?.batch ?? "no-such-batch"),
  updateYear: ({ reference }, { first, move: { chance } }) => yearOf(reference, first, chance),
  requestChange: ({ reference }, { first, move: { chance } }) => requestOf(reference, first, chance),
};

/** One of the objections so far, and the household that it is about. */
function objected({ objections, samples, reference }: World, first: Sample, chance: number): { objection: string; about: Sample } {
  const objection = objections[chance % Math.max(1, objections.length)] ?? "no-such-objection";
  return { objection, about: samples.find(({ id }) => id === reference.objections.get(objection)?.application) ?? first };
}

/** A meeting of the kind that the household may have; now and then another, or one without its reason. */
function again(reference: Reference, { id }: Sample, chance: number): { kind?: MeetingKind; reason?: string } {
  const application = reference.applications.get(id);
  const open = application ? kindsOpen(application) : [];
  const kind = chance % 7 === 0 ? MeetingKind.options[chance % 3] : open[chance % Math.max(1, open.length)];
  return { ...(kind && { kind }), reason: chance % 5 === 0 ? "" : "有新的情况" };
}

const isVillage = ({ draft }: Sample) => draft.track === "village";

/** The form of the next year, now and then of this one or a later one, told of with whom it has come to by then. */
function yearOf(reference: Reference, sample: Sample, chance: number): Doing<"updateYear"> {
  const year = (reference.applications.get(sample.id)?.registration?.year ?? 2013) + ([0, 2][chance % 8] ?? 1);
  if (isVillage(sample)) return update(sample, { year });
  const version = reference.standing(sample.id);
  const known = version ? (presentForm(version) as Registration) : registrationOf(sample);
  return update(sample, { year, answers: ANSWERS, ...inventYearLater({ seed: sample.seed + chance, registration: known, year }) });
}

/** Any of the four; a split of the last of them, of the householder, or of nobody who is there. */
function requestOf(reference: Reference, sample: Sample, chance: number): Doing<"requestChange"> {
  const kind = RequestKind.options[chance % RequestKind.options.length] ?? "split";
  if (isVillage(sample) || kind !== "split") return request(sample, { kind: kind === "split" ? "merge" : kind });
  const members = presentMembers(reference.standing(sample.id) ?? { form: registrationOf(sample), changes: [] });
  const leaver = chance % 5 === 0 ? members[0] : members.at(-1);
  return request(sample, { kind, people: [chance % 7 === 0 ? "m99" : String(leaver?.id)], householder: String(leaver?.name) });
}

/** One of the household's records of help; of a kind that need not fit. */
function recordOf(reference: Reference, { id }: Sample, chance: number): string {
  const own = [...reference.help.keys()].filter((key) => key.startsWith(`${id}/`));
  return own[chance % Math.max(1, own.length)]?.split("/")[1] ?? "no-such-record";
}
