import "../../service.css";
import type { Form } from "@domain/forms/field.ts";
import { formOf } from "@domain/forms/received.ts";
import { prefillVillageRegistration } from "@domain/forms/villageRegistration.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { useState } from "preact/hooks";
import { ButtonLink, EmptyState, Loading } from "../../../shared/components.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { useFormDrafts, useHelp } from "../../data/help.ts";
import { useYears } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { EarlierRound } from "../../parts/EarlierRound.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { roundOf } from "../../parts/round.ts";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { RegistrationForm } from "../registration/RegistrationForm.tsx";
import type { Typed } from "../registration/value.ts";
import { registrationKey, typedFrom } from "../registration/value.ts";
import { VILLAGE_WORDS } from "./words.ts";

/** Annex 11 of one village, from what its application tells. */
export function VillageRegistration({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(found) => (found?.track === "village" ? <Known key={found.id} application={found} /> : <NotNow />)}</Reading>;
}

function NotNow({ why }: { why?: string }) {
  return (
    <EmptyState title={say(VILLAGE_WORDS.formNotNow)}>
      {why && <p>{why}</p>}
      <ButtonLink href="/staff/villages">{say(VILLAGE_WORDS.back)}</ButtonLink>
    </EmptyState>
  );
}

function Known({ application }: { application: Household }) {
  const desk = useDesk();
  /* Once it is open the form stays, whatever happens meanwhile: what is typed must not go away under the fingers. */
  const [off] = useState(() => whyNot(application, "completeForm", desk));
  if (off) return <NotNow {...(off !== "notNow" && { why: say(off) })} />;
  return <Gathered application={application} />;
}

/** Everything that the form is begun with; it is drawn once all of it is there. */
function Gathered({ application }: { application: Household }) {
  const { campaign, staff } = useDesk();
  const drafts = useFormDrafts(application);
  const versions = useYears(application, campaign.register);
  const help = useHelp(application);
  const failed = [drafts, versions, help].find(({ state }) => state === "failed");
  if (failed) return <Reading<unknown> live={failed}>{() => null}</Reading>;
  if (drafts.state !== "ready" || versions.state !== "ready" || help.state !== "ready") return <Loading />;
  const form: Form = formOf("registration", "village");
  const version = application.registration ? versions.value.rows.find(({ year }) => year === application.registration?.year) : undefined;
  const draft = drafts.value.rows.find(({ id }) => id === "registration");
  const known: FormValue = { ...emptyValue(form), ...prefillVillageRegistration({ application: application.form }), foot: { filledBy: staff.name, filledOn: shanghaiDate(new Date()) } };
  const begun: Typed = version ? { form: version.form as FormValue, answers: version.answers, at: "" } : { form: known, answers: {}, at: "" };
  const { registration } = application;
  const round = roundOf([registration ? { id: registration.action, at: registration.at } : undefined], application);
  return (
    <EarlierRound keptAs={registrationKey(application.id)} round={round} savedAt={draft?.at}>
      {(withSaved) => (
        <RegistrationForm
          household={application}
          form={form}
          begun={draft && withSaved ? typedFrom(draft.form, draft.at) : begun}
          saved={draft && withSaved ? { by: draft.by, at: draft.at } : undefined}
          plan={help.value.rows.find(({ id }) => id === application.plan?.record)?.content}
        />
      )}
    </EarlierRound>
  );
}
