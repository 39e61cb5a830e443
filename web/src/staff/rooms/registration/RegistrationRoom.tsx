import "../../service.css";
import type { Form } from "@domain/forms/field.ts";
import { formOf } from "@domain/forms/received.ts";
import type { Version } from "@domain/register.ts";
import { useMemo } from "preact/hooks";
import { ButtonLink, EmptyState, Loading } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication, useSurvey } from "../../data/applications.ts";
import { useFormDrafts, useHelp } from "../../data/help.ts";
import type { Live } from "../../data/live.ts";
import { useYears } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { EarlierRound } from "../../parts/EarlierRound.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { roundOf } from "../../parts/round.ts";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { RegistrationForm } from "./RegistrationForm.tsx";
import type { Typed } from "./value.ts";
import { beginRegistration, registrationKey, typedFrom } from "./value.ts";
import { REGISTRATION_WORDS } from "./words.ts";

/** Annex 4 of one household, from what is known of it. */
export function RegistrationRoom({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(household) => (household && household.track !== "village" ? <Known household={household} /> : <NotNow why="" />)}</Reading>;
}

function NotNow({ why }: { why: string }) {
  return (
    <EmptyState title={say(REGISTRATION_WORDS.notNow)}>
      {why && <p>{why}</p>}
      <ButtonLink href="/staff/registration">{say(REGISTRATION_WORDS.list)}</ButtonLink>
    </EmptyState>
  );
}

function Known({ household }: { household: Household }) {
  const desk = useDesk();
  const off = whyNot(household, "completeForm", desk);
  /* Once it is open the form stays, whatever happens meanwhile: what is typed must not go away under the fingers. */
  const wasOff = useMemo(() => off, [household.id]);
  if (wasOff) return <NotNow why={wasOff === "notNow" ? "" : say(wasOff)} />;
  return <Gathered household={household} />;
}

/** The version that a correction begins with, if the form was completed before. */
function versionOf(household: Household, versions: readonly Version[]): Version | undefined {
  return household.registration ? versions.find(({ year }) => year === household.registration?.year) : undefined;
}

/** Everything that the form is begun with; it is drawn once all of it is there. */
function Gathered({ household }: { household: Household }) {
  const { staff, campaign } = useDesk();
  const survey = useSurvey(household);
  const drafts = useFormDrafts(household);
  const versions = useYears(household, campaign.register);
  const help = useHelp(household);
  const all: readonly (Live<unknown> & { retry: () => void })[] = [survey, drafts, versions, help];
  const failed = all.find(({ state }) => state === "failed");
  const form: Form = formOf("registration", household.track);
  if (failed) return <Reading live={failed}>{() => null}</Reading>;
  if (survey.state !== "ready" || drafts.state !== "ready" || versions.state !== "ready" || help.state !== "ready") return <Loading />;
  const kept = survey.value.rows.find(({ id }) => id === "survey");
  const version = versionOf(household, versions.value.rows);
  const draft = drafts.value.rows.find(({ id }) => id === "registration");
  const begun: Typed = version
    ? { form: version.form as Typed["form"], answers: version.answers, at: "" }
    : { form: beginRegistration(form, { survey: kept?.survey, applied: household.form, filledBy: staff.name }), answers: {}, at: "" };
  const plan = help.value.rows.find(({ id }) => id === household.plan?.record)?.content;
  const { registration } = household;
  const round = roundOf([registration ? { id: registration.action, at: registration.at } : undefined, kept && { id: kept.action, at: kept.at }], household);
  return (
    <EarlierRound key={household.id} keptAs={registrationKey(household.id)} round={round} savedAt={draft?.at}>
      {(withSaved) => (
        <RegistrationForm
          household={household}
          form={form}
          begun={draft && withSaved ? typedFrom(draft.form, draft.at) : begun}
          saved={draft && withSaved ? { by: draft.by, at: draft.at } : undefined}
          plan={plan}
        />
      )}
    </EarlierRound>
  );
}
