import type { Rule, Section, Values } from "./field.ts";
import { isValues } from "./tidy.ts";

function valueAt(value: unknown, [sectionKey = "", key = ""]: string[]): unknown {
  const held: unknown = isValues(value) ? value[sectionKey] : undefined;
  return isValues(held) ? held[key] : undefined;
}

/**
 * A rule that one figure is not above another (domain.md, section 3.8), both named as section.field. An empty one
 * breaks nothing. @throws when the sections have no such field.
 */
export function notAbove(code: string, source: string, sections: readonly Section[], [part, whole]: [string, string]): Rule<Values> {
  const [lesser, greater] = [part, whole].map((path) => labelOf(sections, path.split(".")));
  if (!lesser || !greater) throw new Error(`no field ${part} or ${whole}`);
  return {
    code,
    source,
    sentence: () => ({
      zh: `“${lesser.zh}”不能大于“${greater.zh}”，请核对。`, en: `"${lesser.en}" cannot exceed "${greater.en}"; check both.`,
    }),
    broken: (value) => {
      const [a, b] = [valueAt(value, part.split(".")), valueAt(value, whole.split("."))];
      return typeof a === "number" && typeof b === "number" && a > b ? [part] : [];
    },
  };
}

function labelOf(sections: readonly Section[], [sectionKey, key]: string[]) {
  return sections.find((section) => section.key === sectionKey)?.fields.find((field) => field.key === key);
}
