import { AreaCode } from "@domain/areas.ts";
import * as z from "zod";
import { forget, keepValue, keptValue } from "../../shared/kept.ts";

/*
 * What this device has along of a village. As long as nothing is along, the database's cache lives in memory alone and
 * goes with the window: an office's computer keeps no household.
 */

const PLACE = "aboard";

/** Whose it is, which village of which campaign; once everything was read, when, and how much. */
export const Aboard = z.object({
  uid: z.string(),
  campaign: z.string(),
  village: AreaCode,
  taken: z.object({ at: z.coerce.date(), households: z.int(), surveys: z.int(), questions: z.int(), notices: z.int(), register: z.int() }).optional(),
});
export type Aboard = z.infer<typeof Aboard>;

/** What this person has along on this device. */
export function aboardOf(uid: string): Aboard | undefined {
  const { data } = Aboard.safeParse(keptValue(PLACE));
  return data?.uid === uid ? data : undefined;
}

export const keepAboard = (aboard: Aboard): boolean => keepValue(PLACE, aboard);

export const forgetAboard = (): void => forget(PLACE);
