import type { Cause } from "../forms/codes2014.ts";
import type { Bilingual } from "../text.ts";
import type { Check, HouseholdRecord } from "./check.ts";
import type { Member } from "./finding.ts";
import { isAble, isStudent, when } from "./finding.ts";

/** From this share of able members on, lack of labour is asked about (another list says a quarter) [G4]. */
const ABLE_SHARE = 0.5;

/** Where a cause stands in the form, main or other; empty when it is not named. */
function placesOf({ cause }: HouseholdRecord, name: Cause): string[] {
  if (cause.mainCause === name) return ["cause.mainCause"];
  return cause.otherCauses?.includes(name) ? ["cause.otherCauses"] : [];
}

/** A finding where a cause is named that no member bears out. */
function unborne(record: HouseholdRecord, name: Cause, bears: (member: Member) => boolean, sentence: Bilingual) {
  const { members } = record;
  const places = placesOf(record, name);
  return when(places.length > 0 && members.length > 0 && !members.some(bears), places, sentence);
}

/** Causes of poverty against the members (domain.md, section 8.2, CA). */
export const CAUSE_CHECKS = [
  {
    id: "CA-01", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "因病而无病人", en: "Illness, yet nobody ill",
    find: (record) =>
      unborne(record, "illness", ({ health }) => health === "chronic" || health === "seriousIllness", {
        zh: "致贫原因有“因病”，但没有人患长期慢性病或大病。请核对原因和健康状况。",
        en: "Illness is a cause, yet nobody has a chronic or serious illness. Check the cause and the health of the members.",
      }),
  },
  {
    id: "CA-02", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "因残而无残疾人", en: "Disability, yet nobody disabled",
    find: (record) =>
      // One value of health was kept in 2014: who is ill and disabled may show the disability by the certificate alone.
      unborne(record, "disability", ({ health, idType }) => health === "disabled" || idType === "disabilityCert", {
        zh: "致贫原因有“因残”，但没有残疾的成员。请核对原因和健康状况。",
        en: "Disability is a cause, yet nobody is disabled. Check the cause and the health of the members.",
      }),
  },
  {
    id: "CA-03", source: "[G4] pattern", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "因学而无学生", en: "Schooling, yet no student",
    find: (record) =>
      unborne(record, "schooling", isStudent, {
        zh: "致贫原因有“因学”，但没有在校生。请核对原因和在校情况。",
        en: "Schooling is a cause, yet nobody is at school. Check the cause and the schools attended.",
      }),
  },
  {
    id: "CA-04", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "缺劳力而劳力不少", en: "Lack of labour, yet many able",
    // Only of the main cause: as another one it may be true of a season [D].
    find: ({ cause, members }) => {
      const able = members.filter(isAble).length;
      const many = able > 0 && able >= members.length * ABLE_SHARE;
      return when(cause.mainCause === "lackLabor" && many, ["cause.mainCause"], {
        zh: `主要致贫原因是“缺劳力”，但 ${members.length} 人中有 ${able} 个劳动力。请核对，属实的请说明。`,
        en: `Lack of labour is the main cause, yet ${able} of ${members.length} are able to work. Check it; explain if true.`,
      });
    },
  },
  {
    id: "CA-05", source: "[P8]", level: "lead", on: "household", asks: "villageCadre", blocks: null,
    zh: "主要致贫原因选了“其他”", en: "Main cause \"other\"",
    // The note that must go with it is a rule of the form; a handbook's guide does not allow the choice at all.
    find: ({ cause }) =>
      when(cause.mainCause === "other", ["cause.mainCause"], {
        zh: "主要致贫原因是“其他”。能归入所列原因的，请改选。",
        en: "The main cause is \"other\". Choose a listed one if any fits.",
      }),
  },
] as const satisfies readonly Check<"household">[];
