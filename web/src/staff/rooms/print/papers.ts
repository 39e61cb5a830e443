import { areasOf } from "@domain/areas.ts";
import { presentForm } from "@domain/forms/changes.ts";
import { prefillRegistration } from "@domain/forms/registration.ts";
import { prefillVillageRegistration } from "@domain/forms/villageRegistration.ts";
import { paths } from "@domain/paths.ts";
import { HelpRecord, Pairing, Version } from "@domain/register.ts";
import { collection, getDocs, query, where } from "firebase/firestore";
import * as z from "zod";
import type { FormValue } from "../../../shared/form/value.ts";
import type { Household } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { readDocument } from "../../data/convert.ts";
import { database } from "../../data/database.ts";
import { FormDraft } from "../../data/help.ts";
import { asForm } from "../../print/forms/answer.ts";
import type { HelpOf } from "../../print/register/records.ts";

/** Everything that is printed of one household or village. */
export type Papers = {
  application: Household;
  year: number | undefined;
  registration: FormValue;
  /** False while the form is still being filled in. */
  isComplete: boolean;
  help: HelpOf;
};

/** Documents below an application or a register entry; the areas prove to the rules that one may read them. */
async function below<T extends object>(path: string, { village }: Household, schema: z.ZodType<T>): Promise<WithId<T>[]> {
  const { docs } = await getDocs(query(collection(database(), path), where("areas", "==", areasOf(village))));
  return docs.flatMap((one) => readDocument(schema, one) ?? []);
}

async function pairingsOf({ id, village }: Household): Promise<Pairing[]> {
  const { docs } = await getDocs(query(collection(database(), "pairings"), where("areas", "==", areasOf(village)), where("application", "==", id)));
  return docs.flatMap((one) => readDocument(Pairing, one) ?? []);
}

/** Reads what is printed of an application once; prints do not follow later changes. `register` is the campaign's. */
export async function loadPapers(application: Household, register: string): Promise<Papers> {
  const [form, help, pairings] = await Promise.all([
    loadForm(application, register),
    below(`${paths.application(application.id)}/help`, application, HelpRecord),
    pairingsOf(application),
  ]);
  const sorted = [...help].sort((a, b) => a.at.getTime() - b.at.getTime());
  const plan = sorted.find(({ id }) => id === application.plan?.record) ?? sorted.filter(({ kind }) => kind === "plan").at(-1);
  return {
    application,
    ...form,
    help: {
      helpers: [...pairings].sort((a, b) => a.from.localeCompare(b.from)).map(({ helper, from, until }) => ({ helper, from, until })),
      plan: plan?.content ?? null,
      measures: sorted.filter(({ kind }) => kind === "measure"),
      results: sorted.filter(({ kind }) => kind === "result"),
    },
  };
}

type FormOfYear = Pick<Papers, "year" | "registration" | "isComplete">;

const KeptSurvey = z.object({ survey: z.unknown() });

/** The registration form of the latest year; while there is none, the one being filled in, or what is known already. */
async function loadForm(application: Household, register: string): Promise<FormOfYear> {
  const { id, track, village, household } = application;
  const isVillage = track === "village";
  const entry = isVillage ? paths.villageRegister(register, village) : household && paths.household(household);
  const versions = entry && application.registration ? await below(`${entry}/versions`, application, Version) : [];
  const latest = [...versions].sort((a, b) => b.year - a.year).find(({ form }) => form !== null);
  if (latest) return { year: latest.year, registration: asForm(presentForm(latest)), isComplete: true };
  const drafts = await below(`${paths.application(id)}/drafts`, application, FormDraft);
  const draft = drafts.find((one) => one.id === "registration")?.form;
  if (draft) return { year: undefined, registration: draft, isComplete: false };
  if (isVillage) return { year: undefined, registration: prefillVillageRegistration({ application: application.form }), isComplete: false };
  const forms = await below(`${paths.application(id)}/forms`, application, KeptSurvey);
  const survey = forms.find((one) => one.id === "survey")?.survey;
  return { year: undefined, registration: prefillRegistration({ survey, application: application.form }), isComplete: false };
}
