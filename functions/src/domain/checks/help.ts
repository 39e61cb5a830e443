import type { MeasureCategory } from "../forms/livingCodes2014.ts";
import type { Bilingual } from "../text.ts";
import type { Check, HouseholdRecord } from "./check.ts";
import { isAble, when } from "./finding.ts";

const causes = ({ cause }: HouseholdRecord) => [cause.mainCause, ...(cause.otherCauses ?? [])];

const isUnsafe = ({ living: { dangerGrade } }: HouseholdRecord) => dangerGrade === "gradeC" || dangerGrade === "gradeD";

type Want = Bilingual & { suffers: (record: HouseholdRecord) => boolean; by: readonly MeasureCategory[] };

/** What a household suffers from, and the measures of 2014 that answer it: the list's four kinds [G4], mapped [D]. */
const WANTS: readonly Want[] = [
  { zh: "因病", en: "illness",           suffers: (record) => causes(record).includes("illness"),    by: ["publicServices"] },
  { zh: "因残", en: "disability",        suffers: (record) => causes(record).includes("disability"), by: ["publicServices"] },
  { zh: "因学", en: "schooling",         suffers: (record) => causes(record).includes("schooling"),  by: ["yuluTraining", "publicServices"] },
  // A dangerous house is rebuilt under 基础设施, or left by relocation.
  { zh: "危房", en: "a dangerous house", suffers: isUnsafe,                                          by: ["relocation", "infrastructure"] },
];

/** Help against need (domain.md, section 8.2, HE). */
export const HELP_CHECKS = [
  {
    id: "HE-01", source: "[S]", level: "error", on: "household", asks: "povertyOfficer", blocks: "registration", of: "registration",
    zh: "没有帮扶责任人", en: "No helper",
    find: (_, { helper }) =>
      when(helper === null, [], {
        zh: "这一户现在没有帮扶责任人。请镇扶贫专干或包村干部安排结对。",
        en: "The household has no helper now. The poverty officer or the village's cadre assigns one.",
      }),
  },
  {
    id: "HE-02", source: "[G4]; mapping [D]", level: "doubt", on: "household", asks: "helper", blocks: "registration", of: "registration",
    zh: "致贫原因没有对应的措施", en: "Cause without a matching measure",
    find: (record, { plan, measures }) => {
      const open = WANTS.filter(({ suffers, by }) => suffers(record) && !by.some((one) => measures.includes(one)));
      return when(plan && open.length > 0, ["cause"], {
        zh: `${open.map(({ zh }) => `“${zh}”`).join("、")}还没有对应的帮扶措施。请补上措施，或说明打算怎样解决。`,
        en: `No measure answers ${open.map(({ en }) => en).join(", ")} yet. Add one, or say how it will be met.`,
      });
    },
  },
  {
    id: "HE-03", source: "[G4]", level: "lead", on: "household", asks: "povertyOfficer", blocks: null, track: "identify",
    zh: "全家无劳力而未享低保", en: "Nobody able to work, nobody on minimum living",
    find: ({ members, head, income }) => {
      const isPaid = [income.transferMinLiving, income.transferFiveGuarantee].some((amount = 0) => amount > 0);
      const isUnable = members.length > 0 && !members.some(isAble);
      return when(isUnable && head.attribute === "general" && !isPaid, ["head.attribute"], {
        zh: "全家没有劳动力，也没有低保或五保。请转民政部门核实能否纳入低保。",
        en: "Nobody is able to work, and there is no minimum living or five guarantees. Refer it to civil affairs.",
      });
    },
  },
] as const satisfies readonly Check<"household">[];
