import { getAppCheck } from "firebase-admin/app-check";
import { refuse } from "../domain/problems.ts";
import { IS_APP_CHECKED } from "../settings.ts";
import { ownApp } from "../store/firestore.ts";

/**
 * Lets through what comes from one of our own pages, by its App Check token; everything while App Check is off. Calls of
 * the staff are held to it by Firebase itself (`options.ts`). @throws Refusal
 */
export async function checkApp(token: string | undefined): Promise<void> {
  if (!IS_APP_CHECKED) return;
  const isOurs = token ? await getAppCheck(ownApp()).verifyToken(token).then(() => true, () => false) : false;
  if (!isOurs) refuse("notOurPage");
}
