import * as z from "zod";

/* What a refusal looks like, apart from the sentences of all that there are: a client reads many and makes few. */

/** One field of a form that is wrong: where, and in words. */
export const FieldProblem = z.strictObject({ path: z.string(), code: z.string(), zh: z.string(), en: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** A refusal: its name, a sentence in both languages that tells the way out, and what it was counted from. */
export const Problem = z.strictObject({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.array(FieldProblem).optional(),
});
