import type { ChangedField } from "@domain/forms/changedFields.ts";
import type { Form, Section } from "@domain/forms/field.ts";
import type { Version } from "@domain/register.ts";
import { say } from "../../../shared/language.tsx";
import { RecordRead } from "../help/RecordRead.tsx";
import { UPDATE_WORDS } from "./words.ts";

type BeforeProps = { form: Form; section: Section; version: Version | undefined; changed: readonly ChangedField[]; application: string };

/** The section as it was the year before, and how much of it differs now. */
export function Before({ form, section, version, changed, application }: BeforeProps) {
  const differs = changed.filter(({ path }) => path.split(".")[0] === section.key).length;
  const alone: Form = { ...form, sections: [section] };
  return (
    <aside class="before" aria-label={say(UPDATE_WORDS.before)}>
      <h3>{version ? say({ zh: `${version.year} 年度登记`, en: `As in ${version.year}` }) : say(UPDATE_WORDS.before)}</h3>
      {!version?.form && <p class="soft">{say(UPDATE_WORDS.noBefore)}</p>}
      {version?.form !== undefined && version.form !== null && (
        <>
          <RecordRead form={alone} content={version.form} application={application} />
          <p class="soft">{differs === 0 ? say(UPDATE_WORDS.sameHere) : say({ zh: `这一部分有 ${differs} 处变化。`, en: `${differs} field(s) of this section differ.` })}</p>
        </>
      )}
    </aside>
  );
}
