import type { AreaCode } from "@domain/areas.ts";
import { Declaration, DeclaredLine, OutsideList } from "@domain/matches.ts";
import { paths } from "@domain/paths.ts";
import { collection, query, where } from "firebase/firestore";
import type { WithId } from "./convert.ts";
import { database } from "./database.ts";
import { listenToList } from "./listen.ts";
import { useLive } from "./live.ts";

export type KnownList = WithId<OutsideList>;

/** The outside lists of a campaign: which there are and how many they met, never whom. */
export function useOutsideLists({ campaign, area }: { campaign: string; area: AreaCode }) {
  const make = () => query(collection(database(), "lists"), where("areas", "array-contains", area), where("campaign", "==", campaign));
  return useLive(`lists ${campaign} ${area}`, listenToList(make, OutsideList));
}

export type KnownDeclaration = WithId<Declaration>;

/** What one has declared oneself in a campaign: none yet, or one. */
export function useOwnDeclaration(campaign: string, uid: string) {
  const make = () => query(collection(database(), "declarations"), where("account", "==", uid), where("campaign", "==", campaign));
  return useLive(`declaration ${campaign} ${uid}`, listenToList(make, Declaration));
}

/** The people one has declared oneself, masked. */
export function useOwnLines(campaign: string, uid: string) {
  const make = () => query(collection(database(), `${paths.declaration(campaign, uid)}/lines`), where("account", "==", uid));
  return useLive(`declared lines ${campaign} ${uid}`, listenToList(make, DeclaredLine));
}

/** Who of an area has declared, and how many, for those who oversee it. */
export function useDeclarations({ campaign, area }: { campaign: string; area: AreaCode }) {
  const make = () => query(collection(database(), "declarations"), where("areas", "array-contains", area), where("campaign", "==", campaign));
  return useLive(`declarations ${campaign} ${area}`, listenToList(make, Declaration));
}
