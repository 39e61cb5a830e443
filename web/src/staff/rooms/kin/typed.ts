import { cleanIdentity, findIdentityProblem } from "@domain/forms/identityNumber.ts";
import { sentence } from "@domain/forms/sentences.ts";
import type { Kinship } from "@domain/matches.ts";
import type { Bilingual } from "@domain/text.ts";
import { KIN_WORDS } from "./words.ts";

export type TypedRelative = { idNo: string; relation: Kinship | "" };
export type TypedKin = { self: string; relatives: readonly TypedRelative[] };

export const EMPTY_RELATIVE: TypedRelative = { idNo: "", relation: "" };
export const EMPTY_KIN: TypedKin = { self: "", relatives: [EMPTY_RELATIVE] };

const isBlank = ({ idNo, relation }: TypedRelative) => idNo.trim() === "" && relation === "";

/** What is sent: rows that nobody touched are left out. */
export function declarationOf({ self, relatives }: TypedKin) {
  return { ...(self.trim() && { self: self.trim() }), relatives: relatives.filter((one) => !isBlank(one)) };
}

function numberProblem(idNo: string): Bilingual | undefined {
  const code = findIdentityProblem(cleanIdentity(idNo));
  return code && sentence(code, { where: KIN_WORDS.number, limits: {} });
}

/** What is wrong, by the id of its control. */
export function problemsOf({ self, relatives }: TypedKin): Record<string, Bilingual> {
  const found = relatives.flatMap((one, at): [string, Bilingual | undefined][] => (isBlank(one) ? [] : [
    [`kinNumber${at}`, one.idNo.trim() === "" ? KIN_WORDS.numberMissing : numberProblem(one.idNo)],
    [`kinRelation${at}`, one.relation === "" ? KIN_WORDS.relationMissing : undefined],
  ]));
  const own: [string, Bilingual | undefined] = ["kinSelf", self.trim() === "" ? undefined : numberProblem(self)];
  return Object.fromEntries([own, ...found].flatMap(([id, problem]) => (problem ? [[id, problem]] : [])));
}
