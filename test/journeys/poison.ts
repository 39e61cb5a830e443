import type { ActionType } from "@domain/actionInputs.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import type { Hidden } from "@domain/action.ts";
import type { Field } from "@domain/forms/field.ts";
import type { FormKind } from "@domain/forms/received.ts";
import { formOf, received } from "@domain/forms/received.ts";
import { eachGroup } from "@domain/forms/tidy.ts";
import type { Track } from "@domain/status.ts";
import type * as z from "zod";
import { FORMS } from "../../functions/src/services/readForms.ts";
import type { Doing } from "../functions/office.ts";

/** Whoever runs one of these has set `hit` in its window; the rest is what template engines and spreadsheets take for theirs. */
export const SCRIPTS = [
  '"><img src=x onerror=hit=1>', "</textarea><script>hit=1</script>", "javascript:hit=1//", "{{constructor.constructor('hit=1')()}}",
  '=HYPERLINK("javascript:hit=1","x")', "<svg onload=hit=1>", "'-(hit=1)-'",
] as const;
/** What each of them, and nothing else in the town, has in it. */
export const MARK = "hit=1";

type Sound = (value: unknown) => boolean;

/** Texts that name something: another one would name nothing, which is no script's business. */
const NAMING: readonly string[] = ["account", "rule", "people", "of", "row", "id", "no", "register"];

/** The same value with scripts in the place of every text that may be any text; equal texts stay equal. */
function poison(value: unknown, isSound: Sound, from = 0): unknown {
  let poisoned = value;
  for (const [at, text] of [...textsIn(value)].entries()) {
    const turned = SCRIPTS.map((_, step) => SCRIPTS[(from + at + step) % SCRIPTS.length] ?? "");
    const next = turned.map((script) => replaced(poisoned, text, script)).find(isSound);
    if (next !== undefined) poisoned = next;
  }
  return poisoned;
}

function textsIn(value: unknown, found = new Set<string>(), key = ""): Set<string> {
  if (typeof value === "string" && value && !NAMING.includes(key)) found.add(value);
  if (typeof value === "object" && value !== null)
    for (const [inner, part] of Object.entries(value)) textsIn(part, found, Array.isArray(value) ? key : inner);
  return found;
}

function replaced(value: unknown, text: string, by: string, key = ""): unknown {
  if (value === text) return NAMING.includes(key) ? value : by;
  if (Array.isArray(value)) return value.map((part) => replaced(part, text, by, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, part]) => [inner, replaced(part, text, by, inner)]));
}

const WORDS: readonly Field["kind"][] = ["text", "longText", "names"];
const scriptFor = (field: Field) => SCRIPTS.map((script) => (field.kind === "names" ? [script] : script)).find((one) => field.schema.safeParse(one).success);

/** Fields of every form that take a script as their text, `form.section.field`: names of people and phones take none. */
export const fieldsOf = (kind: FormKind, track: Track): string[] =>
  formOf(kind, track).sections.flatMap(({ key, fields }) =>
    fields.filter((field) => WORDS.includes(field.kind) && scriptFor(field)).map((field) => `${formOf(kind, track).id}.${key}.${field.key}`));

/** Puts scripts into all that is sent, as far as its schemas let them through, and remembers where. */
export class Poisoner {
  readonly fields = new Set<string>();
  private readonly tracks = new Map<string, Track>();

  doing<T extends ActionType>(doing: Doing<T>): Doing<T> {
    const drafts = doing.drafts?.map((draft) => {
      this.tracks.set(draft.id, draft.track);
      const kind = draft.track === "exit" ? "exitProposal" : "application";
      return { ...draft, form: this.form(kind, draft.track, draft.form, doing.hidden?.[draft.id]) };
    });
    const asked = FORMS[doing.type];
    const [target = ""] = doing.targets;
    const { [asked?.content ?? ""]: content, ...rest } = doing.input as Record<string, unknown>;
    const form = content === undefined || !asked ? {} : { [asked.content ?? ""]: this.form(asked.kind, this.tracks.get(target) ?? "identify", content, doing.hidden?.[target]) };
    const input = this.input(doing.type, rest, form);
    return { ...doing, input: input as Doing<T>["input"], ...(drafts && { drafts }) };
  }

  private input(type: ActionType, rest: object, form: object): object {
    const isSound: Sound = (value) => INPUTS[type].safeParse({ ...(value as object), ...form }).success;
    const optional = Object.keys(INPUTS[type].shape).filter((key) => !(key in rest) && key !== FORMS[type]?.content && !NAMING.includes(key));
    const full = optional.reduce<object>((so, key) => (isSound({ ...so, [key]: SCRIPTS[0] }) ? { ...so, [key]: SCRIPTS[0] } : so), rest);
    return { ...(poison(full, isSound, type.length) as object), ...form };
  }

  private form(kind: FormKind, track: Track, content: unknown, hidden: Hidden = {}): unknown {
    const problemsOf = (value: unknown): string[] => {
      const read = received({ kind, track, content: value, hidden });
      return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
    };
    /* Numbers that lie with the functions are missing here: what is sound brings no problem beside that. */
    const before = problemsOf(content);
    const isSound: Sound = (value) => problemsOf(value).every((problem) => before.includes(problem));
    const form = formOf(kind, track);
    let full = structuredClone(content) as Record<string, unknown>;
    for (const { section, path } of eachGroup(form, full))
      for (const field of section.fields.filter((one) => WORDS.includes(one.kind) && !one.computed)) {
        const next = structuredClone(full);
        const group = path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, next);
        if (group[field.key] !== undefined) continue;
        group[field.key] = scriptFor(field);
        if (group[field.key] !== undefined && isSound(next)) full = next;
      }
    const poisoned = poison(full, isSound, kind.length);
    for (const { section, values } of eachGroup(form, poisoned))
      for (const [key, value] of Object.entries(values)) if (JSON.stringify(value ?? "").includes(MARK)) this.fields.add(`${form.id}.${section.key}.${key}`);
    return poisoned;
  }
}

/** A request of the public's with scripts in all its texts. */
export const poisonedRequest = <T>(schema: z.ZodType<T>, request: object): unknown => poison(request, (value) => schema.safeParse(value).success);
