/** Opens one spreadsheet in a process of its own, and prints what came of it and by how many MB the process grew at most. */
import { readFileSync } from "node:fs";
import { Refusal } from "@domain/problems.ts";
import { readGrid } from "../../../functions/src/services/sheets/readFile.ts";

const file = readFileSync(process.argv[2] ?? "").toString("base64");
const peak = () => process.resourceUsage().maxRSS / 1024;
const before = peak();
const verdict = await readGrid({ file }).then((rows) => `${rows.length} rows`, (error: unknown) => (error instanceof Refusal ? error.problem.code : String(error)));
console.log(JSON.stringify({ verdict, grown: Math.round(peak() - before) }));
