import type { Application } from "@domain/application.ts";
import { SURVEY } from "@domain/forms/survey.ts";
import { paths } from "@domain/paths.ts";
import { inWords } from "../../shared/form/inWords.ts";
import { rowsOf, valuesOf } from "../../shared/form/value.ts";
import { say } from "../../shared/language.tsx";
import { signIn } from "../apply/account.ts";
import type { Mine } from "../mine.ts";
import { getDocument } from "../../shared/rest.ts";

type Row = readonly [label: string, value: string];
/** What the survey holds, section by section, in words; a section of members once for each. */
export type OwnSection = { key: string; title: string; rows: Row[] };
export type OwnRecord = { sections: OwnSection[]; correction: Application["correction"] };

/** The record of this device's own application, as the village has it; numbers as masks. @throws without a network. */
export async function readOwn({ application }: Mine): Promise<OwnRecord> {
  const { token } = await signIn();
  const [held, form] = await Promise.all([getDocument(paths.application(application), token), getDocument(paths.surveyForm(application), token)]);
  const correction = (held?.["correction"] ?? null) as OwnRecord["correction"];
  const survey = form?.["survey"];
  return { correction, sections: typeof survey === "object" && survey !== null ? sectionsOf({ ...survey }) : [] };
}

function sectionsOf(survey: Record<string, unknown>): OwnSection[] {
  return SURVEY.sections.filter(({ key }) => survey[key] !== undefined).flatMap((section) => {
    const groups = section.rows ? rowsOf(survey, section) : [valuesOf(survey, section)];
    return groups.map((values, at) => ({
      key: `${section.key}${at}`,
      title: section.rows ? `${say(section)} ${at + 1}` : say(section),
      rows: section.fields.filter(({ key, kind }) => values[key] !== undefined && kind !== "photos").map((field) => [say(field), inWords(field, values[field.key])] as const),
    }));
  }).filter(({ rows }) => rows.length > 0);
}
