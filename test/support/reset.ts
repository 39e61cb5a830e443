/** `npm run reset`: forgets what `npm start` has saved, so that the next start puts in the demo anew. */
import { rm } from "node:fs/promises";
import { SAVED_DATA, shown } from "./suite/places.ts";
import { findSuite } from "./suite/suiteFile.ts";

const up = await findSuite();
if (up) {
  console.error(
    `Lika is up at http://${up.hosting} and would save its data again. Stop it first, then reset.`,
  );
  process.exitCode = 1;
} else {
  await rm(SAVED_DATA, { recursive: true, force: true });
  console.log(`${shown(SAVED_DATA)} is gone. The next npm start puts in the demo.`);
}
