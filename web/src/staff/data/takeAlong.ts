import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { Status } from "@domain/status.ts";
import type { Query, QueryConstraint, QuerySnapshot } from "firebase/firestore";
import { collection, getDocsFromServer, query, where } from "firebase/firestore";
import type { Aboard } from "./aboard.ts";
import { keepAboard } from "./aboard.ts";
import { database } from "./database.ts";

/** Of these the survey may still be corrected, so its form has to be at hand. */
const SURVEYED: readonly Status[] = ["surveyed", "nominated", "notNominated"];
/** So many forms are asked for at once: one after the other takes too long, all at once too much of a weak signal. */
const AT_ONCE = 8;

type OnProgress = (done: number, total: number) => void;

/**
 * Reads what the people of a village need where there is no signal, from the server, so that the database's cache on
 * this device holds it: every application, the surveys that may be corrected, the open questions, the notices and the
 * village's register. @throws when the connection breaks; what was read stays and is read faster the next time.
 */
export async function takeAlong({ uid, campaign, village, register }: Omit<Aboard, "taken"> & { register: string }, onProgress: OnProgress): Promise<void> {
  const within = (name: string, ...more: QueryConstraint[]) => query(collection(database(), name), where("areas", "==", areasOf(village)), ...more);
  const ofCampaign = where("campaign", "==", campaign);
  let [done, total] = [0, 4];
  const read = async (wanted: Query): Promise<QuerySnapshot> => {
    const found = await getDocsFromServer(wanted);
    onProgress(++done, total);
    return found;
  };
  onProgress(done, total);
  const applications = await read(within("applications", ofCampaign));
  const surveyed = applications.docs.filter((one) => SURVEYED.includes(one.get("status")));
  total += surveyed.length;
  const questions = await read(within("findings", ofCampaign));
  const notices = await read(within("notices", ofCampaign));
  const entries = await read(within("households", where("register", "==", register), where("status", "==", "registered")));
  for (let at = 0; at < surveyed.length; at += AT_ONCE) {
    await Promise.all(surveyed.slice(at, at + AT_ONCE).map(({ id }) => read(within(`${paths.application(id)}/forms`))));
  }
  const taken = { at: new Date(), households: applications.size, surveys: surveyed.length, questions: questions.size, notices: notices.size, register: entries.size };
  keepAboard({ uid, campaign, village, taken });
}
