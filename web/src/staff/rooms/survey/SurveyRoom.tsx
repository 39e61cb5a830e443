import type { Form } from "@domain/forms/field.ts";
import { formOf } from "@domain/forms/received.ts";
import { useMemo } from "preact/hooks";
import { ButtonLink, EmptyState, Loading } from "../../../shared/components.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication, useSurvey } from "../../data/applications.ts";
import { EarlierRound } from "../../parts/EarlierRound.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { roundOf } from "../../parts/round.ts";
import { useDesk } from "../../session/session.ts";
import { whyNot } from "../../parts/can.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { SurveyForm } from "./SurveyForm.tsx";
import { beginSurvey, surveyKey } from "./surveyValue.ts";
import { SURVEY_WORDS } from "./words.ts";

/** The survey of one household, from what is known of it. */
export function SurveyRoom({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(household) => (household && household.track !== "village" ? <Known household={household} /> : <NotNow why="" />)}</Reading>;
}

function NotNow({ why }: { why: string }) {
  return (
    <EmptyState title={say(SURVEY_WORDS.notNow)}>
      {why && <p>{why}</p>}
      <ButtonLink href="/staff/survey">{say(SURVEY_WORDS.list)}</ButtonLink>
    </EmptyState>
  );
}

const asValue = (value: unknown): FormValue | undefined => (typeof value === "object" && value !== null ? { ...value } : undefined);

function Known({ household }: { household: Household }) {
  const desk = useDesk();
  const survey = useSurvey(household);
  const found = survey.state === "ready" ? survey.value.rows.find(({ id }) => id === "survey") : undefined;
  const kept = asValue(found?.survey);
  const form: Form = formOf("survey", household.track);
  const begun = useMemo(() => beginSurvey(form, household), [form, household.id]);
  const off = whyNot(household, "recordSurvey", desk);
  /* Once it is open the form stays, whatever happens meanwhile: what is typed must not go away under the fingers. */
  const wasOff = useMemo(() => off, [household.id]);
  if (wasOff) return <NotNow why={wasOff === "notNow" ? "" : say(wasOff)} />;
  if (survey.state === "loading") return <Loading />;
  const round = roundOf([found && { id: found.action, at: found.at }], household);
  return (
    <EarlierRound key={household.id} keptAs={surveyKey(household.id)} round={round}>
      {() => <SurveyForm household={household} form={form} initial={kept ?? begun} wasKept={kept !== undefined} />}
    </EarlierRound>
  );
}
