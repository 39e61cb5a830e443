import type { Values } from "./field.ts";
import { form, RowId, rowsOf } from "./field.ts";
import { choice, date, longText, optional, personName, text } from "./fieldKinds.ts";
import { CHANGE_KINDS, type ChangeKind } from "./helpCodes2014.ts";
import type { Registration } from "./registration.ts";
import { isValues } from "./tidy.ts";

const SECTIONS = [
  rowsOf({
    key: "changes", zh: "人口变化", en: "Who came and who went", min: 0, max: 40,
    row: { zh: "变化", en: "change", counter: "项" },
    help: {
      zh: "一人一行。减少的成员从家庭成员中删去，历年的表仍保留。",
      en: "One row a person. Who has gone is taken out of the members; earlier years keep them.",
    },
    source: "8.3",
  }, {
    kind: choice({ zh: "变化原因", en: "What happened", options: CHANGE_KINDS, source: "[P35]" }),
    row: {
      ...text({ zh: "成员", en: "Whom", help: { zh: "从家庭成员中选。", en: "Choose the member." }, length: 12, source: "[D]" }),
      schema: RowId,
    },
    name: optional(personName({ zh: "姓名", en: "Name", source: "[D]" })),
    on: date({ zh: "发生日期", en: "On", source: "[P35]" }),
    note: optional(longText({ zh: "说明", en: "Note", length: 200, source: "[D]" })),
  }),
] as const;

/** Why members came and went in a year; it goes with the year's registration form. */
export const CHANGES = form(
  {
    id: "changes", zh: "家庭人口变化表", en: "Changes in the household's people", year: 2013,
    source: "domain.md, section 8.3",
  },
  SECTIONS,
  [
    {
      code: "changeRepeats",
      source: "[D]",
      sentence: ({ zh, en }) => ({
        zh: `${zh}与前面一项重复，一人一年一个原因，请删去一项。`, en: `${en}: the same change of the same person stands above; remove one.`,
      }),
      broken: ({ changes }) => {
        const seen = changes.map(({ kind, row }) => `${effectOf(kind)} ${row}`);
        return seen.flatMap((one, row) => (seen.indexOf(one) < row ? [`changes.${row}.kind`] : []));
      },
    },
  ],
);

/** Whether a change brings somebody in or takes somebody out. */
export function effectOf(kind: ChangeKind): "in" | "out" {
  return CHANGE_KINDS.find(({ key }) => key === kind)?.effect ?? "out";
}

type Member = Registration["members"][number];
type Members = { members: readonly Member[] };
export type ChangedMember = { row: string; before: Member; after: Member; keys: string[] };
/** How the members of two registration forms differ; a member is known by the id of the row, in any order. */
export type MemberChanges = { added: Member[]; removed: Member[]; changed: ChangedMember[] };

const same = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after);

/** The difference between the members of two forms of one household. */
export function memberChanges(before: Members, after: Members): MemberChanges {
  const earlier = new Map(before.members.map((member) => [member.id, member]));
  const later = new Set(after.members.map(({ id }) => id));
  const changed = after.members.flatMap((member): ChangedMember[] => {
    const old = earlier.get(member.id);
    const keys = old ? keysThatDiffer(old, member) : [];
    return old && keys.length > 0 ? [{ row: member.id, before: old, after: member, keys }] : [];
  });
  return {
    added: after.members.filter(({ id }) => !earlier.has(id)),
    removed: before.members.filter(({ id }) => !later.has(id)),
    changed,
  };
}

function keysThatDiffer(before: Member, after: Member): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => !same(old.get(key), now.get(key)));
}

/** A change as the update carries it: of which member (row), of what kind, on which day. */
export type Change = { kind: ChangeKind; row: string; on: string };
/** A member who came or went without a change that says so, and what kind of change is needed. */
export type UnexplainedMember = { row: string; name: string; need: "in" | "out" };
type Update = { before: Members; after: Members; changes: readonly Change[]; year: number };

/** Whether a change is told with the right year. A split is told with the form that stood when it was approved, perhaps later. */
export const isOfYear = ({ kind, on }: Pick<Change, "kind" | "on">, year: number): boolean =>
  on.startsWith(`${year}-`) || (kind === "splitOff" && on > `${year}-`);

/** Members added or removed without a change of a fitting kind, dated in the year. Empty when all is told. */
export function unexplained({ before, after, changes, year }: Update): UnexplainedMember[] {
  const { added, removed } = memberChanges(before, after);
  const told = (row: string, need: "in" | "out") =>
    changes.some((change) => change.row === row && effectOf(change.kind) === need && isOfYear(change, year));
  const untold = (members: readonly Member[], need: "in" | "out") =>
    members.filter(({ id }) => !told(id, need)).map(({ id, name }) => ({ row: id, name, need }));
  return [...untold(added, "in"), ...untold(removed, "out")];
}

/** Changes that no difference of the members bears out, such as a death of somebody who is still listed. */
export function unfounded({ before, after, changes }: Omit<Update, "year">): Change[] {
  const { added, removed } = memberChanges(before, after);
  const rows = { in: new Set(added.map(({ id }) => id)), out: new Set(removed.map(({ id }) => id)) };
  return changes.filter(({ kind, row }) => !rows[effectOf(kind)].has(row));
}

/** A yearly version, as far as it tells who lives there. */
type Told = { form: unknown; changes: readonly Change[] };

const rowsIn = (form: unknown): Values[] => (isValues(form) && Array.isArray(form.members) ? form.members.filter(isValues) : []);

/**
 * The members of a yearly version who are still there: those who left after it was completed stay in its form, and a
 * change beside it says so (never deleted: section 8.3).
 */
export function presentMembers({ form, changes }: Told): Values[] {
  const gone = new Set(changes.filter(({ kind }) => effectOf(kind) === "out").map(({ row }) => row));
  return rowsIn(form).filter(({ id }) => !gone.has(String(id)));
}

/** The form of a yearly version with those who are still there, and counted so; everything else as it was filled in. */
export function presentForm(version: Told): unknown {
  const { form } = version;
  const members = presentMembers(version);
  if (!isValues(form) || members.length === rowsIn(form).length) return form;
  const head = isValues(form.head) ? form.head : {};
  const { residentCount } = head;
  const residents = typeof residentCount === "number" && { residentCount: Math.min(residentCount, members.length) };
  return { ...form, head: { ...head, memberCount: members.length, ...residents }, members };
}
