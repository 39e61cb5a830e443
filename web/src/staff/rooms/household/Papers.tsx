import type { Action } from "@domain/action.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import { presentForm } from "@domain/forms/changes.ts";
import type { Form, Section, Values } from "@domain/forms/field.ts";
import { formOf } from "@domain/forms/received.ts";
import { NUMBER_READERS } from "@domain/roles.ts";
import { useMemo } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Card, Loading, Table } from "../../../shared/components.tsx";
import { inWords } from "../../../shared/form/inWords.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { rowsOf } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import type { Household } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { useYears } from "../../data/service.ts";
import { FormRead } from "../../parts/FormRead.tsx";
import { Masked } from "../../parts/Masked.tsx";
import { Photo } from "../../parts/Photos.tsx";
import { useDesk } from "../../session/session.ts";
import { PAGE_WORDS } from "./words.ts";

type PapersProps = { household: Household; survey: unknown; isReading: boolean; actions: readonly WithId<Action>[] };

const asValue = (value: unknown): FormValue | undefined => (typeof value === "object" && value !== null ? { ...value } : undefined);

/** What was written down of the household: its members, the survey, the application, the photos. */
export function Papers({ household, survey, isReading, actions }: PapersProps) {
  const { office } = useDesk();
  const mayReveal = NUMBER_READERS.some((role) => role === office.role);
  const { track } = household;
  const isVillage = track === "village";
  const surveyed = isVillage ? undefined : asValue(survey);
  const registered = useRegistered(household);
  const applied = asValue(household.form);
  const surveyForm: Form = formOf("survey", isVillage ? "identify" : track);
  const first: Form = formOf(track === "exit" ? "exitProposal" : "application", track);
  const common = { application: household.id, mayReveal };
  return (
    <>
      {(registered ?? surveyed) && !isVillage && <Members form={registered ? formOf("registration", track) : surveyForm} value={registered ?? surveyed ?? {}} {...common} />}
      <Minutes actions={actions} />
      {registered && (
        <Card title={say(PAGE_WORDS.registration)} aside={<Link href={`/staff/print/form/${household.id}`}>{say(PAGE_WORDS.print)}</Link>}>
          <FormRead form={formOf("registration", track)} value={registered} without={["members"]} {...common} />
        </Card>
      )}
      {!isVillage && (
        <Card title={say(PAGE_WORDS.survey)}>
          {isReading && <Loading />}
          {!isReading && !surveyed && <p class="soft">{say(PAGE_WORDS.noSurvey)}</p>}
          {surveyed && <FormRead form={surveyForm} value={surveyed} without={["members"]} {...common} />}
        </Card>
      )}
      {applied && (
        <Card title={say(track === "exit" ? PAGE_WORDS.proposal : PAGE_WORDS.application)}>
          <FormRead form={first} value={applied} {...common} />
        </Card>
      )}
    </>
  );
}

/** The registration form in force, as its yearly version holds it. */
function useRegistered(household: Household): FormValue | undefined {
  const { campaign } = useDesk();
  const live = useYears(household.registration ? household : undefined, campaign.register);
  const version = live.state === "ready" ? live.value.rows.find(({ year }) => year === household.registration?.year) : undefined;
  return version && asValue(presentForm(version));
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
    const meeting = type === "recordAppraisal" ? INPUTS.recordAppraisal.safeParse(input).data : undefined;
    return meeting ? [...meeting.minutes, ...meeting.attendance] : [];
  });
  if (minutes.length === 0) return null;
  return (
    <Card title={say(PAGE_WORDS.minutes)}>
      <div class="photoRow">{minutes.map((photo, at) => <Photo key={photo} evidence={photo} name={`${say(PAGE_WORDS.minutes)} ${at + 1}`} />)}</div>
    </Card>
  );
}
