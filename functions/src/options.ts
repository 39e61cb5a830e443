import { setGlobalOptions } from "firebase-functions/v2/options";
import { IS_APP_CHECKED, REGION } from "./settings.ts";

/*
 * Imported on the first line of index.ts: imports run before its body, so options set there would come too late. The
 * account is the one that `npm run deploy` makes and gives its few rights to; the local suite knows no accounts.
 */
setGlobalOptions({ region: REGION, maxInstances: 20, memory: "512MiB", enforceAppCheck: IS_APP_CHECKED, serviceAccount: "lika-functions@" });
