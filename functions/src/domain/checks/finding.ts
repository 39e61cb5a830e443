import type { Bilingual } from "../text.ts";
import type { Finding, HouseholdContext, HouseholdRecord } from "./check.ts";

export type Member = HouseholdRecord["members"][number];
type Members = Pick<HouseholdRecord, "members">;
/** A member with the age on the reference day; undefined while the number that tells it is not typed. */
export type Person = { member: Member; at: number; age: number | undefined };

/** Whole years on a day; negative before birth, undefined without a date. Both as YYYY-MM-DD. */
export function ageOn(day: string, birthDate: string | undefined): number | undefined {
  if (!birthDate || !/^\d{4}-\d\d-\d\d$/.test(birthDate)) return undefined;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether an age lies between two, both included. An unknown age does not. */
export function isAged(age: number | undefined, from: number, to = Number.POSITIVE_INFINITY): boolean {
  return age !== undefined && age >= from && age <= to;
}

/** The members with their ages on the context's day, in the form's order. */
export function peopleOf({ members }: Members, { referenceDate }: Pick<HouseholdContext, "referenceDate">): Person[] {
  return members.map((member, at) => ({ member, at, age: ageOn(referenceDate, member.birthDate) }));
}

/** Whether somebody counts as able to work: ordinary or skilled labour. */
export const isAble = ({ laborAbility }: Member) => laborAbility === "ordinary" || laborAbility === "skilled";
export const isStudent = ({ studentStatus }: Member) => studentStatus !== undefined && studentStatus !== "notStudent";

/** One finding at these places when it holds, none otherwise. */
export function when(holds: boolean, paths: string[], sentence: Bilingual): Finding[] {
  return holds ? [{ paths, ...sentence }] : [];
}

type Asked = { record: Members; context: Pick<HouseholdContext, "referenceDate">; field: keyof Member };

/** One finding that names all the members of whom it holds, by their place in the form; none when it holds of nobody. */
export function whoever(
  { record, context, field }: Asked, holds: (person: Person) => boolean, sentence: Bilingual,
): Finding[] {
  const found = peopleOf(record, context).filter(holds);
  if (found.length === 0) return [];
  const places = found.map(({ at }) => at + 1);
  return [{
    paths: found.map(({ at }) => `members.${at}.${field}`),
    zh: `第 ${places.join("、")} 位家庭成员${sentence.zh}`,
    en: `${found.length === 1 ? "Member" : "Members"} ${places.join(", ")}: ${sentence.en}`,
  }];
}
