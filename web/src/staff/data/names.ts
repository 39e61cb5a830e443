import { paths } from "@domain/paths.ts";
import { Staff } from "@domain/records.ts";
import { doc, getDoc } from "firebase/firestore";
import { useEffect, useState } from "preact/hooks";
import { readDocument } from "./convert.ts";
import { database } from "./database.ts";

/** Names already asked for; a name that could not be read is asked for again by the next screen. */
const known = new Map<string, Promise<string | undefined>>();

function nameOf(uid: string): Promise<string | undefined> {
  const found = known.get(uid) ?? askFor(uid);
  known.set(uid, found);
  return found;
}

async function askFor(uid: string): Promise<string | undefined> {
  try {
    return readDocument(Staff, await getDoc(doc(database(), paths.staff(uid))))?.name;
  } catch {
    known.delete(uid);
    return undefined;
  }
}

/** The names of members of the staff by account, as far as they are known by now. */
export function useStaffNames(uids: readonly string[]): Record<string, string> {
  const [names, setNames] = useState<Record<string, string>>({});
  const wanted = [...new Set(uids)].sort().join();
  useEffect(() => {
    let here = true;
    const list = wanted.split(",").filter(Boolean);
    void Promise.all(list.map(async (uid) => [uid, await nameOf(uid)] as const)).then((found) => {
      if (here) setNames(Object.fromEntries(found.flatMap(([uid, name]) => (name ? [[uid, name]] : []))));
    });
    return () => {
      here = false;
    };
  }, [wanted]);
  return names;
}
