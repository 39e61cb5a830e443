import type { Bilingual } from "@domain/text.ts";

/**
 * One document to write, in a shape that this device can keep: `now` names the fields that get the server's time,
 * `bytes` those that hold a picture.
 */
export type Write = {
  path: string;
  how: "create" | "change";
  data: Record<string, unknown>;
  now?: readonly string[];
  bytes?: readonly string[];
};

/** What goes to the database in one commit, and stays on this device until it has arrived there. */
export type Parcel = {
  /** Made here, so that sending it twice is sending it once. */
  id: string;
  uid: string;
  /** Parcels arrive in the order in which they were made: photos before the action that names them. */
  order: number;
  kind: "action" | "evidence";
  label: Bilingual;
  /** The document that tells by being there that the parcel has arrived. */
  proof: string;
  writes: Write[];
  /** The same when the draft among the writes is already there, or not there yet. */
  otherwise?: Write[];
  /** Why it was not accepted; it is then sent again only when somebody asks for it. */
  refused?: Bilingual;
};
