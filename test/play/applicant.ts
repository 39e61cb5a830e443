import type { Hidden } from "@domain/action.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { EXIT_PROPOSAL } from "@domain/forms/exitProposal.ts";
import type { Form } from "@domain/forms/field.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { EXIT_SURVEY, SURVEY } from "@domain/forms/survey.ts";
import type { HouseholdTrack } from "@domain/status.ts";
import { inventHousehold } from "../seed/invent.ts";

/** A household that plays: everything it will say follows from its seed. */
export type Applicant = {
  /** Its application's id. */
  id: string;
  village: { code: string; name: string };
  track: HouseholdTrack;
  seed: number;
  people: number;
  /** Exit track: its entry in last year's register, by the document's id. */
  entry?: string;
};

/** A form as clients send it: masks in the open, the numbers apart. */
export type Sent = { shown: unknown; hidden: Hidden };

type Invented = ReturnType<typeof inventHousehold>;

/** The household's people and facts; `perHead` puts its income on the other side of the line. */
export function inventionOf(
  { village, track, seed, people, entry }: Applicant,
  perHead?: "below" | "above",
): Invented {
  return inventHousehold({
    seed,
    village,
    track,
    memberCount: people,
    ...(perHead && { perHead }),
    ...(entry && { registerNo: entry.slice(-16) }),
  });
}

const sentAs = <T>(form: Form<T>, value: unknown): Sent => splitPrivate(form, value as T);

/** Annex 3, or for an exit the proposal of the village. */
export function draftOf(applicant: Applicant): Sent {
  const { application, exitProposal } = inventionOf(applicant);
  return applicant.track === "exit" ? sentAs(EXIT_PROPOSAL, exitProposal) : sentAs(APPLICATION, application);
}

/** The survey of the whole household, or a changed one. */
export function surveyOf(applicant: Applicant, survey: unknown = inventionOf(applicant).survey): Sent {
  return applicant.track === "exit" ? sentAs(EXIT_SURVEY, survey) : sentAs(SURVEY, survey);
}
