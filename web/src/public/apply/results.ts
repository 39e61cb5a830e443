import { RESULT } from "@domain/forms/result.ts";
import { inWords } from "../../shared/form/inWords.ts";
import type { Mine } from "../mine.ts";
import type { Found } from "../../shared/rest.ts";
import { listDocuments } from "../../shared/rest.ts";
import { signIn } from "./account.ts";

/** One result of the help as the household reads it. */
export type OwnResult = { id: string; title: string; text: string; amount: string; isConfirmed: boolean; at: number };

const isValues = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function read({ id, fields: { content, confirmed, at } }: Found): OwnResult {
  const values = isValues(content) && isValues(content.result) ? content.result : {};
  const word = (key: string) => {
    const field = RESULT.sections[0]?.fields.find((one) => one.key === key);
    return field ? inWords(field, values[key]) : "";
  };
  return { id, title: `${word("date")} · ${word("category")}`, text: word("result"), amount: word("amount"), isConfirmed: confirmed !== null, at: at instanceof Date ? at.getTime() : 0 };
}

/** The results that were written down for the household of this device, the latest first. @throws without a network. */
export async function listResults({ application }: Mine): Promise<OwnResult[]> {
  const { uid, token } = await signIn();
  const found = await listDocuments({ collection: "help", under: `applications/${application}`, equals: { applicant: uid, kind: "result" }, token });
  return found.map(read).sort((a, b) => b.at - a.at);
}
