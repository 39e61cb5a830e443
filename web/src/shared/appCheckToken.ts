import { initializeApp } from "firebase/app";
import type { AppCheck } from "firebase/app-check";
import { getToken, initializeAppCheck, ReCaptchaEnterpriseProvider } from "firebase/app-check";
import { connection } from "./connection.ts";

let checking: Promise<AppCheck> | undefined;

/** In an app of its own: the public pages have no other, the staff's pages make theirs for signing in. */
async function start(key: string): Promise<AppCheck> {
  const { projectId, apiKey, appId } = await connection();
  const app = initializeApp({ projectId, apiKey, ...(appId && { appId }) }, "appCheck");
  return initializeAppCheck(app, { provider: new ReCaptchaEnterpriseProvider(key), isTokenAutoRefreshEnabled: false });
}

/** A token that says this is one of our pages; kept by Firebase until it runs out. @throws when Google cannot be reached. */
export async function tokenFor(key: string): Promise<string> {
  checking ??= start(key);
  return (await getToken(await checking)).token;
}
