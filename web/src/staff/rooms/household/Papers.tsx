import type { Action } from "@domain/action.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { EXIT_PROPOSAL } from "@domain/forms/exitProposal.ts";
import type { Form, Section, Values } from "@domain/forms/field.ts";
import { surveyOf } from "@domain/forms/survey.ts";
import type { StaffRole } from "@domain/roles.ts";
import { useMemo } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Card, Loading, Table } from "../../../shared/components.tsx";
import { inWords } from "../../../shared/form/inWords.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { rowsOf } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { FormRead } from "../../parts/FormRead.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { Photo } from "../../parts/Photos.tsx";
import { useSession } from "../../session/session.ts";
import { PAGE_WORDS } from "./words.ts";

type PapersProps = { household: Household; survey: unknown; isReading: boolean; actions: readonly WithId<Action>[] };

/** Those who check a number against a card or another list (functions/src/services/reveal.ts). */
const MAY_REVEAL: readonly StaffRole[] = ["villageCommittee", "villageCadre", "povertyOfficer", "townGovernment", "countyOffice"];

const asValue = (value: unknown): FormValue | undefined => (typeof value === "object" && value !== null ? { ...value } : undefined);

/** What was written down of the household: its members, the survey, the application, the photos. */
export function Papers({ household, survey, isReading, actions }: PapersProps) {
  const { office } = useSession();
  const mayReveal = MAY_REVEAL.includes(office.role);
  const surveyed = asValue(survey);
  const applied = asValue(household.form);
  const surveyForm: Form = surveyOf(household.track);
  const first: Form = household.track === "identify" ? APPLICATION : EXIT_PROPOSAL;
  const common = { application: household.id, mayReveal };
  return (
    <>
      {surveyed && <Members form={surveyForm} value={surveyed} {...common} />}
      <Minutes actions={actions} />
      <Card title={say(PAGE_WORDS.survey)}>
        {isReading && <Loading />}
        {!isReading && !surveyed && <p class="soft">{say(PAGE_WORDS.noSurvey)}</p>}
        {surveyed && <FormRead form={surveyForm} value={surveyed} without={["members"]} {...common} />}
      </Card>
      {applied && (
        <Card title={say(household.track === "identify" ? PAGE_WORDS.application : PAGE_WORDS.proposal)}>
          <FormRead form={first} value={applied} {...common} />
        </Card>
      )}
    </>
  );
}

/** What the table of members tells; the rest is in the survey itself. */
const SHOWN = ["relation", "sex", "birthDate", "education", "health", "laborAbility"];

type MembersProps = { form: Form; value: FormValue; application: string; mayReveal: boolean };

function Members({ form, value, application, mayReveal }: MembersProps) {
  const section = form.sections.find(({ key }) => key === "members");
  const columns = useMemo(() => (section ? columnsOf(section, { application, mayReveal }) : []), [section, application, mayReveal]);
  if (!section) return null;
  return (
    <Card title={say(PAGE_WORDS.members)}>
      <Table rows={rowsOf(value, section)} columns={columns} caption={say(PAGE_WORDS.members)} quiet rowKey={({ id }) => String(id)} onPhone="stack" />
    </Card>
  );
}

function columnsOf({ key, fields }: Section, reader: { application: string; mayReveal: boolean }): Column<Values>[] {
  const shown = fields.filter((field) => SHOWN.includes(field.key));
  const name = fields.find((field) => field.key === "name");
  const number = fields.find((field) => field.key === "idNo");
  return [
    ...(name ? [{ key: "name", head: say(name), names: true, cell: (row: Values) => inWords(name, row.name) }] : []),
    ...(number
      ? [{
          key: "idNo",
          head: say({ zh: "证件号码", en: "Identity number" }),
          cell: (row: Values) => <Masked {...reader} path={`${key}.${String(row.id)}.idNo`} mask={String(row.idNo ?? "—")} label={`${String(row.name ?? "")} ${say({ zh: "证件号码", en: "identity number" })}`} />,
        }]
      : []),
    ...shown.map((field) => ({ key: field.key, head: say(field), cell: (row: Values) => inWords(field, row[field.key]) })),
  ];
}

/** Photos of the minutes of every meeting that spoke of the household. */
function Minutes({ actions }: { actions: readonly Action[] }) {
  const minutes = actions.flatMap(({ type, input }) => {
    const listed = type === "recordAppraisal" && typeof input === "object" && input !== null && "minutes" in input ? input.minutes : [];
    return Array.isArray(listed) ? listed.map(String) : [];
  });
  if (minutes.length === 0) return null;
  return (
    <Card title={say(PAGE_WORDS.minutes)}>
      <div class="photoRow">{minutes.map((photo, at) => <Photo key={photo} evidence={photo} name={`${say(PAGE_WORDS.minutes)} ${at + 1}`} />)}</div>
    </Card>
  );
}
