import type { Check } from "./check.ts";
import { NOTICES_NEEDED } from "./check.ts";
import { when } from "./finding.ts";

/** The way to the register and the lists, as told by whoever runs the checks (domain.md, section 8.2, QU and PR). */
export const PROCESS_CHECKS = [
  {
    id: "QU-02", source: "[D]", level: "error", on: "household", asks: "povertyOfficer", blocks: "registration", of: "registration",
    zh: "同时在贫困户和脱贫户名单上", en: "On both lists",
    // A person in two households is ID-02.
    find: (_, { onBothLists }) =>
      when(onBothLists, [], {
        zh: "这一户同时列在贫困户和脱贫户名单上。请核实后只保留一处。",
        en: "The household is on the list of poor households and on that of exits. Keep one of them.",
      }),
  },
  {
    id: "PR-02", source: "[S]", level: "doubt", on: "household", asks: "povertyOfficer", blocks: "registration", of: "registration",
    zh: "入册的过程材料不全", en: "Way to the register not on file",
    find: (_, { application, surveyed, appraised, notices }) => {
      const missing = [
        ...(application ? [] : [{ zh: "申请", en: "the application" }]),
        ...(surveyed ? [] : [{ zh: "入户调查", en: "the survey" }]),
        ...(appraised ? [] : [{ zh: "民主评议", en: "the appraisal" }]),
        ...(notices >= NOTICES_NEEDED ? [] : [{
          zh: `公示（${notices} 次，应为 ${NOTICES_NEEDED} 次）`, en: `notices (${notices} of ${NOTICES_NEEDED})`,
        }]),
      ];
      return when(missing.length > 0, [], {
        zh: `系统中没有这一户的${missing.map(({ zh }) => zh).join("、")}。上年度名册转入的，请说明纸质材料在哪里。`,
        en: `Not on file here: ${missing.map(({ en }) => en).join(", ")}. For an entry taken over from last year's register, say where the papers are.`,
      });
    },
  },
] as const satisfies readonly Check<"household">[];
