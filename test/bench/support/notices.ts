/**
 * Notices that hang until an instant, with the timers that publishing sets, and the moment each is seen
 * closed.
 */
import { collection, query, where } from "firebase/firestore";
import { newId } from "../../play/player.ts";
import { closingTimer, setTimer } from "../../../functions/src/timers/timers.ts";
import { TOWN } from "../../seed/campaign2013.ts";
import { noticeDocuments } from "../alone/village.ts";
import type { Bench } from "./bench.ts";
import type { Household } from "./households.ts";
import { writeAll } from "./households.ts";
import { Watch } from "./watch.ts";

/** Notices that hang: their end, and how late each is seen closed, in milliseconds. */
export type Hung = { closesAt: Date; closed: () => Promise<number[]> };

/** Hangs a notice for each list of one village's households; all end at the same instant. */
export async function hangNotices(
  bench: Bench,
  hanging: { campaign: string; lists: readonly (readonly Household[])[]; inSeconds: number },
): Promise<Hung> {
  const { campaign, lists, inSeconds } = hanging;
  const officer = await bench.people.find("officer");
  const ids = lists.map(() => newId());
  const documents = (closesAt: Date) =>
    lists.flatMap((list, at) => noticeDocuments(ids[at] ?? "", { campaign, list, closesAt }));
  await writeAll(bench.db, documents(new Date(Date.now() + 3_600_000)));
  const notices = query(
    collection(officer.db, "notices"),
    where("campaign", "==", campaign),
    where("areas", "array-contains", TOWN),
  );
  const watch = await Watch.over(notices, "closed");
  const closesAt = new Date(Date.now() + inSeconds * 1000);
  await writeAll(bench.db, documents(closesAt).filter(([path]) => path.startsWith("notices/")));
  await Promise.all(ids.map((id) => setTimer(closingTimer({ id, closesAt }, new Date()))));
  if (Date.now() > closesAt.getTime()) throw new Error("The notices were due before all were hung up: this machine is too busy.");
  const closed = async (): Promise<number[]> => {
    const seen = await Promise.all(ids.map((id) => watch.when(id, 120 + inSeconds)));
    watch.end();
    return seen.map((at) => at - closesAt.getTime());
  };
  return { closesAt, closed };
}
