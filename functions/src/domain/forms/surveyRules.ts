import type { Rule } from "./field.ts";
import { personKey } from "./identityNumber.ts";
import type { Label } from "./label.ts";
import type { Survey } from "./survey.ts";

/** Places of the rows of which an earlier row has the same value. */
function repeats(values: readonly string[], path: (row: number) => string): string[] {
  return values.flatMap((value, row) => (values.indexOf(value) < row ? [path(row)] : []));
}

const say = (zh: string, en: string) => (): Label => ({ zh, en });
const at = (zh: string, en: string) => (where: Label): Label => ({
  zh: `${where.zh}${zh}`, en: `${where.en}: ${en}`,
});

/** What a survey and a registration form both hold of a household. */
type Household = Pick<Survey, "head" | "cause" | "members" | "land">;

/** Whoever is born after the day on which the form was filled in was not there to be counted. */
export function bornAfter<T extends Pick<Survey, "members">>(dayOf: (value: T) => string, day: Label): Rule<T> {
  return {
    code: "bornAfterSurvey",
    source: "9.1",
    sentence: at(`中的出生日期晚于${day.zh}，请核对号码。`, `the birth date in the number is later than ${day.en}; check the number.`),
    broken: (value) =>
      value.members.flatMap(({ birthDate }, row) => (birthDate > dayOf(value) ? [`members.${row}.idNo`] : [])),
  };
}

/**
 * Rules between the fields of a household that make a form wrong. What is merely unusual is a finding and a question, never
 * an error (domain.md, section 8.2), and does not belong here.
 */
export const HOUSEHOLD_RULES: readonly Rule<Household>[] = [
  {
    code: "oneHead",
    source: "HH-01",
    sentence: say("家庭成员中必须正好有一位“户主”，请核对“与户主关系”。", "Exactly one member must be the head; check the relations to the head."),
    broken: ({ members }) => (members.filter(({ relation }) => relation === "head").length === 1 ? [] : ["members"]),
  },
  {
    code: "memberCountDiffers",
    source: "2.1",
    sentence: say(
      "“家庭人口数”应等于家庭成员的行数，请补上漏填的成员或改正人数。",
      "The number of people must equal the rows of members; add who is missing or correct the number.",
    ),
    broken: ({ head, members }) => (head.memberCount === members.length ? [] : ["head.memberCount"]),
  },
  {
    code: "headNameDiffers",
    source: "2.1",
    sentence: say(
      "“户主姓名”应与家庭成员中户主的姓名一致，请核对。",
      "The name of the head must be that of the member who is the head; check both.",
    ),
    broken: ({ head, members }) => {
      const heads = members.filter(({ relation }) => relation === "head");
      return heads.length === 1 && heads[0]?.name !== head.householderName ? ["head.householderName"] : [];
    },
  },
  {
    code: "causeRepeats",
    source: "2.2 [D]",
    sentence: say("“其他致贫原因”不能与主要致贫原因重复，请改选。", "The other causes must differ from the main one; choose others."),
    broken: ({ cause }) => (cause.otherCauses?.includes(cause.mainCause) ? ["cause.otherCauses"] : []),
  },
  {
    code: "monthsWithoutWork",
    source: "PE-06",
    sentence: at("填了，但没有选“务工状况”，请补选或清空。", "there are months but no kind of work; choose the work or clear the months."),
    broken: ({ members }) =>
      members.flatMap(({ migrantWork, migrantMonths }, row) =>
        migrantMonths !== undefined && migrantWork === undefined ? [`members.${row}.migrantMonths`] : [],
      ),
  },
  {
    code: "irrigatedAboveFarmland",
    source: "2.6",
    sentence: say("“有效灌溉面积”不能大于“耕地面积”，请核对。", "The irrigated land cannot exceed the farmland; check both."),
    broken: ({ land }) => ((land.irrigated ?? 0) > land.farmland ? ["land.irrigated"] : []),
  },
  {
    code: "sameIdentity",
    source: "ID-02",
    sentence: at("与本户另一位成员的号码相同，请核对。", "another member of the household has the same number; check both."),
    broken: ({ members }) => repeats(members.map(({ idNo }) => personKey(idNo)), (row) => `members.${row}.idNo`),
  },
  {
    code: "sameRow",
    source: "[D]",
    sentence: at("的系统编号与另一位重复，请删去后重新添加。", "its inner number is another's; remove the row and add it again."),
    broken: ({ members }) => repeats(members.map(({ id }) => id), (row) => `members.${row}`),
  },
];

export const SURVEY_RULES: readonly Rule<Survey>[] = [
  ...HOUSEHOLD_RULES,
  bornAfter(({ visit }) => visit.surveyedOn, { zh: "调查日期", en: "the survey" }),
];
