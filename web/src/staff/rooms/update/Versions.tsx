import "../villages/villages.css";
import { checkOf } from "@domain/checks/checks.ts";
import { changedFields } from "@domain/forms/changedFields.ts";
import { findCode } from "@domain/forms/codeList.ts";
import { CHANGE_KINDS } from "@domain/forms/helpCodes2014.ts";
import { formOf } from "@domain/forms/received.ts";
import { useState } from "preact/hooks";
import { ButtonLink, Card, EmptyState, Facts, Page } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf, dayOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import type { KnownVersion } from "../../data/service.ts";
import { useYears } from "../../data/service.ts";
import { FormRead } from "../../parts/FormRead.tsx";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { villageName, withGroup } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { ChangedTable } from "./ChangedTable.tsx";
import { UPDATE_WORDS } from "./words.ts";

/** The forms of every year of a household or village, with what differs between any two of them. */
export function Versions({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(found) => (found ? <Known key={found.id} application={found} /> : <None />)}</Reading>;
}

function None({ application }: { application?: Household }) {
  return (
    <EmptyState title={say(UPDATE_WORDS.noVersions)}>
      <ButtonLink href={application ? addressOfHousehold(application.id) : "/staff/households"}>{say(UPDATE_WORDS.see)}</ButtonLink>
    </EmptyState>
  );
}

function Known({ application }: { application: Household }) {
  const { campaign } = useDesk();
  const live = useYears(application, campaign.register);
  const lead = withGroup(villageName(campaign, application.village), application.facts?.groupName);
  if (application.track !== "village" && application.household === null) return <None application={application} />;
  return (
    <Page title={`${householderOf(application)} · ${say(UPDATE_WORDS.versionsTitle)}`} lead={lead} aside={<ButtonLink href={addressOfHousehold(application.id)}>{say(UPDATE_WORDS.see)}</ButtonLink>}>
      <Reading live={live}>
        {({ rows }) => {
          const versions = rows.filter(({ form }) => form !== null && form !== undefined).sort((a, b) => a.year - b.year);
          return versions.length === 0 ? <None application={application} /> : <Compare application={application} versions={versions} />;
        }}
      </Reading>
    </Page>
  );
}

function Compare({ application, versions }: { application: Household; versions: KnownVersion[] }) {
  const [fromYear, setFrom] = useState(versions.at(-2)?.year ?? versions[0]?.year);
  const [toYear, setTo] = useState(versions.at(-1)?.year);
  const from = versions.find(({ year }) => year === fromYear) ?? versions[0];
  const to = versions.find(({ year }) => year === toYear) ?? versions.at(-1);
  if (!from || !to) return null;
  const form = formOf("registration", application.track);
  const changed = changedFields(form, from.form, to.form).filter(({ path }) => !path.startsWith("foot."));
  const choice = (id: string, label: string, year: number, set: (year: number) => void) => (
    <Field id={id} label={label} required>
      {(aria) => (
        <select {...aria} aria-required={undefined} value={String(year)} onChange={(event) => set(Number(event.currentTarget.value))}>
          {versions.map((one) => <option key={one.year} value={String(one.year)}>{one.year}</option>)}
        </select>
      )}
    </Field>
  );
  return (
    <>
      {versions.length === 1 && <p class="soft">{say(UPDATE_WORDS.oneOnly)}</p>}
      {versions.length > 1 && (
        <Card title={say({ zh: `${from.year} 与 ${to.year} 相比`, en: `${from.year} compared with ${to.year}` })} aside={<span class="soft">{say({ zh: `${changed.length} 处不同`, en: `${changed.length} differ` })}</span>}>
          <div class="filters">
            {choice("versionFrom", say(UPDATE_WORDS.compareFrom), from.year, setFrom)}
            {choice("versionTo", say(UPDATE_WORDS.compareTo), to.year, setTo)}
          </div>
          <ChangedTable changed={changed} none={say(UPDATE_WORDS.same)} />
        </Card>
      )}
      {[...versions].reverse().map((version) => <Whole key={version.year} application={application} version={version} />)}
    </>
  );
}

function Whole({ application, version: { year, form, helper, changes, answers, at, action } }: { application: Household; version: KnownVersion }) {
  const told = Object.entries(answers);
  return (
    <Card title={say({ zh: `${year} 年度`, en: `Year ${year}` })} aside={<span class="soft">{action === null ? say(UPDATE_WORDS.fromImport) : say(dateTimeOf(at))}</span>}>
      <Facts
        rows={[
          ...(helper ? [[say(UPDATE_WORDS.helper), helper.name] as const] : []),
          ...(changes.length > 0
            ? [[say(UPDATE_WORDS.peopleChanges), <ul key="changes" class="plainList">{changes.map(({ row, kind, name, on, note }) => <li key={`${row} ${kind}`}>{name ?? row}{say({ zh: "：", en: ": " })}{say(findCode(CHANGE_KINDS, kind) ?? { zh: kind, en: kind })} <span class="soft">{say(dayOf(on))} {note}</span></li>)}</ul>] as const]
            : []),
          ...(told.length > 0
            ? [[say(UPDATE_WORDS.answers), <ul key="answers" class="plainList">{told.map(([rule, text]) => <li key={rule}><span class="soft">{say(checkOf(rule) ?? { zh: rule, en: rule })}{say({ zh: "：", en: ": " })}</span>{text}</li>)}</ul>] as const]
            : []),
        ]}
      />
      <FormRead form={formOf("registration", application.track)} value={form as FormValue} application={application.id} mayReveal={false} />
    </Card>
  );
}
