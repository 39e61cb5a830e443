/**
 * `npm run nation`: what a town, a county and the nation use and cost, from counted operations. `--write` draws docs/SCALE.md anew.
 *
 *     node --import ./test/support/register.mjs test/nation/nation.ts [--write]
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { page } from "./page.ts";

const PAGE = new URL("../../docs/SCALE.md", import.meta.url);

const { values } = parseArgs({ options: { write: { type: "boolean" } } });
if (values.write) await writeFile(PAGE, page());
else console.log(page());
