import { setGlobalOptions } from "firebase-functions/v2/options";
import { IS_APP_CHECKED, REGION, RUNS_AS } from "./settings.ts";

/*
 * Imported on the first line of index.ts: imports run before its body, so options set there would come too late. Whoever
 * names no account of its own runs as the one with the fewest rights; the local suite knows no accounts.
 */
setGlobalOptions({ region: REGION, maxInstances: 20, memory: "512MiB", enforceAppCheck: IS_APP_CHECKED, serviceAccount: RUNS_AS.public });
