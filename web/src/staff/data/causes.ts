import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import type { Cause } from "@domain/forms/codes2014.ts";
import { CAUSES } from "@domain/forms/codes2014.ts";
import { COMMITTED_STATUSES } from "@domain/status.ts";
import { collection, getCountFromServer, query, where } from "firebase/firestore";
import { database } from "./database.ts";
import type { Start } from "./live.ts";
import { useLive } from "./live.ts";

type Wanted = { campaign: string; area: AreaCode; village: AreaCode | "" };
type CauseCount = { cause: Cause; households: number };

/** Households on the list to identify with this main cause, counted by the database: no household is read. */
async function countOf(cause: Cause, { campaign, area, village }: Wanted): Promise<CauseCount> {
  const place = village ? where("areas", "==", areasOf(village)) : where("areas", "array-contains", area);
  const found = query(
    collection(database(), "applications"),
    place,
    where("campaign", "==", campaign),
    where("track", "==", "identify"),
    where("status", "in", COMMITTED_STATUSES),
    where("facts.mainCause", "==", cause),
  );
  return { cause, households: (await getCountFromServer(found)).data().count };
}

const counting = (wanted: Wanted): Start<CauseCount[]> => ({ next, fail }) => {
  let here = true;
  Promise.all(CAUSES.map(({ key }) => countOf(key, wanted))).then(
    (counts) => here && next(counts, false),
    ({ code }: { code: string }) => here && fail(code),
  );
  return () => {
    here = false;
  };
};

/** How many households have which main cause of poverty, from the first notice on; one count a cause, not followed. */
export function useCauses(wanted: Wanted) {
  return useLive(`causes ${wanted.campaign} ${wanted.area} ${wanted.village}`, counting(wanted));
}
