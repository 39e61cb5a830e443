import readExcelFile from "read-excel-file/node";
import type { Hand } from "../stage.ts";
import { BrokenPlay } from "../stage.ts";
import { call } from "./http.ts";

/** A file as a batch gives it: its name, and the .xlsx in base64. */
export type Exported = { name: string; file: string };
/** What a receipt says. */
export type Taken = { taken: number; differences: number; strangers: number };
type Sheet = { file: string } | { text: string };

type Answer<T> = { result: T } | { error: { message: string } };

/** Calls a callable function as the staff's client does. @throws BrokenPlay when it refuses. */
async function ask<T>({ stage, player }: Hand, name: string, data: unknown): Promise<T> {
  const url = `${stage.suite.functionsBaseUrl}/${name}`;
  const { status, text } = await call(stage, url, { data }, await player.token());
  if (!text.startsWith("{")) throw new BrokenPlay(`${name} answered ${status}`);
  const answer = JSON.parse(text) as Answer<T>;
  if ("error" in answer) throw new BrokenPlay(`${name} by ${player.role} was refused: ${answer.error.message}`);
  return answer.result;
}

/** Takes a batch out as the national system's columns. */
export function takeOut(hand: Hand, batch: string): Promise<Exported> {
  return ask(hand, "exportBatch", { batch, reason: "录入全国扶贫开发信息系统" });
}

/** Brings what the national system says it took in. */
export function bringReceipt(hand: Hand, batch: string, sheet: Sheet): Promise<Taken> {
  return ask(hand, "takeReceipt", { batch, ...sheet });
}

/** The national system, which takes in what was typed there: everything, but for one name typed wrongly. */
export async function mistyped({ file }: Exported): Promise<string> {
  const sheets = await readExcelFile(Buffer.from(file, "base64"));
  const [header = [], first = [], ...rest] = sheets[0]?.data ?? [];
  const name = header.indexOf("姓名");
  const wrong = first.map((cell, at) => (at === name ? `${String(cell)}某` : cell));
  return [header, wrong, ...rest].map((row) => row.map((cell) => String(cell ?? "")).join("\t")).join("\n");
}
