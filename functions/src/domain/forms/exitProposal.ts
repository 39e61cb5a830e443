import * as z from "zod";
import type { CodeList } from "./codeList.ts";
import type { Facts } from "./facts.ts";
import type { ValueOf } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import { choice, integer, longText, personName, pledge, requiredWhen, text } from "./fieldKinds.ts";

/** Why a household leaves the list. The plan's only test in 2013 is the line (domain.md, section 8.3) [D]. */
export const EXIT_REASONS = [
  {
    key: "incomeAboveLine", code: "01", zh: "人均纯收入稳定超过标准", en: "net income per head steadily above the line",
  },
  { key: "other",           code: "99", zh: "其他", en: "other" },
] as const satisfies CodeList;

const registerNo = z
  .string({ error: ({ input }) => (input === undefined ? "missing" : "notRegisterNo") })
  .trim()
  .regex(/^\d{16}$/, { error: "notRegisterNo" });

const SECTIONS = [
  section({ key: "entry", zh: "名册中的这一户", en: "The household in the register", source: "2.1" }, {
    registerNo: {
      ...text({
        zh: "户编号", en: "Register number", length: 16, source: "[D]",
        help: {
          zh: "上年度名册上的 16 位编号：村编码 12 位加顺序号 4 位。",
          en: "16 digits of last year's register: the village's code and 4 more.",
        },
      }),
      schema: registerNo, inputMode: "numeric",
    },
    householderName: personName({ zh: "户主姓名", en: "Name of the head", national: "AAC029", source: "[P1]" }),
    groupName: text({
      zh: "社（村民小组）", en: "Villagers' group", length: 20, national: "AAR007", source: "[P1]",
    }),
    memberCount: integer({
      zh: "家庭人口数", en: "People in the household", min: 1, max: 20, unit: { zh: "人", en: "people" },
      source: "[G7]",
    }),
  }),
  section({ key: "exit", zh: "脱贫理由", en: "Why it leaves the list", source: "8.3" }, {
    reason: choice({ zh: "理由", en: "Reason", options: EXIT_REASONS, source: "[S]" }),
    note: requiredWhen({ key: "reason", equals: "other" }, longText({
      zh: "说明", en: "Explain", help: { zh: "选“其他”的必须写。", en: "Needed with \"other\"." }, length: 300,
      source: "[D]",
    })),
    householderInformed: pledge({
      zh: "已告知户主本人", en: "The head of the household has been told", source: "[P39]",
    }),
  }),
] as const;

/** The proposal that a household of last year's register leaves it; the survey and the signature follow. */
export const EXIT_PROPOSAL = form(
  {
    id: "exitProposal", zh: "脱贫户提名表", en: "Proposal that a household leaves the register", year: 2013,
    source: "domain.md, section 8.3",
  },
  SECTIONS,
  [],
);

export type ExitProposal = ValueOf<typeof SECTIONS>;
export const ExitProposal = schemaOf(EXIT_PROPOSAL);

/** What lists need of a proposal, until the survey tells the rest. */
export function factsOfExitProposal({ entry }: ExitProposal): Facts {
  return {
    householder: entry.householderName,
    groupName: entry.groupName,
    memberCount: entry.memberCount,
    residentCount: null,
    laborCount: null,
    perCapitaNetIncome: null,
    mainCause: null,
    attribute: null,
  };
}
