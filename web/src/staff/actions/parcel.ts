import type { Problem } from "@domain/problems.ts";
import type { Bilingual } from "@domain/text.ts";

/** One document to write, in a shape that this device can keep: `now` names the fields that get the server's time. */
export type Write = {
  path: string;
  how: "create" | "change";
  data: Record<string, unknown>;
  now?: readonly string[];
  /** The field that holds the parcel's picture, which is kept apart (parcelStore.ts) until it is sent. */
  picture?: string;
};

/** What was not carried out, and of which household when it was not the whole. */
export type Undone = { target?: string; problem: Pick<Problem, "zh" | "en"> };

/** What goes to the database in one commit, and stays on this device until it has arrived there and was carried out. */
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
  /** The households that an action is about, and where one goes to do it again. */
  targets?: string[];
  room?: string;
  /** Where this device keeps what was typed; forgotten once it has been carried out. */
  keptAs?: string;
  /** Why it was not accepted; it is then sent again only when somebody asks for it. */
  refused?: Bilingual;
  /** It has arrived, and what becomes of it is not known yet. */
  arrived?: true;
  /** It has arrived and was, in part or as a whole, not carried out; kept until somebody has read why. */
  undone?: Undone[];
};
