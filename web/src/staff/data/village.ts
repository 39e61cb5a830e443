import { Action } from "@domain/action.ts";
import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { Notice } from "@domain/notice/notice.ts";
import type { Overseen } from "@domain/oversight/differences.ts";
import { Findings } from "@domain/register.ts";
import type { QueryConstraint } from "firebase/firestore";
import { collection, documentId, getCountFromServer, getDocs, limit, orderBy, query, startAfter, where } from "firebase/firestore";
import { useCallback, useEffect, useState } from "preact/hooks";
import type * as z from "zod";
import type { WithId } from "./convert.ts";
import { readDocument } from "./convert.ts";
import { database } from "./database.ts";
import { readVillageApplications } from "./service.ts";

/** All that one village has written in a campaign. `unread`: actions that cannot be read, so that nothing is hidden. */
export type VillageRecord = Overseen & { findings: readonly Findings[]; unread: number };

type Place = { campaign: string; village: AreaCode };
type OnProgress = (done: number, total: number) => void;

const PAGE = 200;

const within = (name: string, { campaign, village }: Place, ...more: QueryConstraint[]) =>
  query(collection(database(), name), where("areas", "==", areasOf(village)), where("campaign", "==", campaign), ...more);

async function listOf<T extends object>(name: string, place: Place, schema: z.ZodType<T>): Promise<WithId<T>[]> {
  const { docs } = await getDocs(within(name, place));
  return docs.flatMap((one) => readDocument(schema, one) ?? []);
}

/** Every action done in the village, page by page, so that a year of them still tells how far it is. */
async function loadActions(place: Place, onProgress: OnProgress): Promise<{ actions: WithId<Action>[]; unread: number }> {
  const total = (await getCountFromServer(within("actions", place))).data().count;
  const actions: WithId<Action>[] = [];
  let read = 0;
  for (let last: string | undefined; ; ) {
    onProgress(read, total);
    const { docs } = await getDocs(within("actions", place, orderBy(documentId()), ...(last ? [startAfter(last)] : []), limit(PAGE)));
    read += docs.length;
    actions.push(...docs.flatMap((one) => readDocument(Action, one) ?? []));
    last = docs.at(-1)?.id;
    if (docs.length < PAGE) return { actions: actions.sort((a, b) => a.at.getTime() - b.at.getTime()), unread: read - actions.length };
  }
}

async function load(place: Place, onProgress: OnProgress): Promise<VillageRecord> {
  const [applications, notices, findings, acted] = await Promise.all([
    readVillageApplications(place),
    listOf("notices", place, Notice),
    listOf("findings", place, Findings),
    loadActions(place, onProgress),
  ]);
  return { applications, notices, findings, ...acted };
}

export type Loaded = { state: "loading"; done: number; total: number } | { state: "ready"; value: VillageRecord } | { state: "failed" };

const BEGIN: Loaded = { state: "loading", done: 0, total: 0 };

/** Reads a village once, for whoever oversees it; it does not follow later changes. */
export function useVillageRecord({ campaign, village }: Place): Loaded & { retry: () => void } {
  const [loaded, setLoaded] = useState<Loaded>(BEGIN);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let here = true;
    const set = (next: Loaded) => here && setLoaded(next);
    set(BEGIN);
    load({ campaign, village }, (done, total) => set({ state: "loading", done, total })).then((value) => set({ state: "ready", value }), () => set({ state: "failed" }));
    return () => {
      here = false;
    };
  }, [campaign, village, round]);
  return { ...loaded, retry: useCallback(() => setRound((count) => count + 1), []) };
}
