import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "../support/suite/places.ts";
import { table } from "../support/table.ts";
import type { Tried } from "./attempt.ts";
import { titleOf } from "./attempt.ts";

/** Where the whole list lies after a run, for whoever wants to read what was tried. */
export const LIST = join(CACHE, "attacks.md");

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function counted(tried: readonly Tried[], by: "door" | "answer" | "family"): [string, number][] {
  const groups = Map.groupBy(tried, (one) => one[by]);
  return [...groups].map(([name, all]): [string, number] => [name, all.length]).sort(([, one], [, other]) => other - one);
}

/** Writes every attempt with its answer, and gives the sums to print: by door, by what refused it, and what was not refused as it should be. */
export function writeList(tried: readonly Tried[]): string {
  const wrong = tried.filter(({ refused, answer }) => refused !== answer);
  const lines = tried.map((one) => `| ${[one.family, one.who, one.door, one.what, one.refused, one.answer === one.refused ? "refused" : `**${one.answer}**`].map(cell).join(" | ")} |`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(LIST, ["# Attacks", "", `${tried.length} tried, ${tried.length - wrong.length} refused by name.`, "", "| family | who | door | what | refusal | result |", "| --- | --- | --- | --- | --- | --- |", ...lines, ""].join("\n"));
  const sums = (by: "door" | "answer") => table(counted(tried, by).map(([name, many]) => [`  ${name}`, String(many)]));
  return [
    `${tried.length} attacks, ${tried.length - wrong.length} refused by name, by door:`, sums("door"), "by what refused them:", sums("answer"),
    ...wrong.map((one) => `NOT REFUSED AS NAMED (${one.refused}): ${titleOf(one)}: ${one.answer}`),
  ].join("\n");
}
