import * as z from "zod";

/** A point in time. Firestore's timestamps become dates in `store/`; JSON's strings in the web client. */
export const Instant = z.date();
export type Instant = z.infer<typeof Instant>;
