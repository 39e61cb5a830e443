import type { Sex } from "./codes2014.ts";

/** GB 11643: weights of the first 17 digits, and the check characters by remainder (domain.md, section 9.1). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** 18 characters, or the disability certificate: the same, a category (1–7), a grade (1–4), two more when re-issued. */
const RESIDENT = /^\d{17}[\dX]$/;
const DISABILITY = /^\d{17}[\dX][1-7][1-4]([\dB]\d)?$/;

/** What can be wrong with a number; the sentences are in sentences.ts. */
export type IdentityProblem =
  | "identityFifteen"
  | "identityLength"
  | "identityCharacters"
  | "identityBirth"
  | "identityChecksum"
  | "identityDisability";

/** A number as typed or pasted, in the form that is stored: half-width, no spaces, upper-case X. */
export function cleanIdentity(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** The check character of the first 17 digits. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECKS.charAt(sum % 11);
}

/** The birth date that a number tells, as YYYY-MM-DD; undefined when it is no date or before 1900. */
export function birthDate(idNo: string): string | undefined {
  const [, year, month, day] = /^\d{6}((?:19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]/.exec(idNo) ?? [];
  if (!year || !month || !day) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year}-${month}-${day}`;
  return date.toISOString().startsWith(text) ? text : undefined;
}

/** The sex that a number tells by its 17th digit: odd is male. Undefined when it is no such number. */
export function sexOf(idNo: string): Sex | undefined {
  if (!/^\d{17}[\dX]/.test(idNo)) return undefined;
  return Number(idNo[16]) % 2 === 1 ? "male" : "female";
}

/** Whether a number is that of a disability certificate (20 characters, 22 when re-issued). */
export function isDisabilityCertificate(idNo: string): boolean {
  return DISABILITY.test(idNo);
}

/** What is wrong with a cleaned number, or undefined. No prefix is required: people marry in from anywhere. */
export function findIdentityProblem(idNo: string): IdentityProblem | undefined {
  if (/^\d{15}$/.test(idNo)) return "identityFifteen";
  if (![18, 20, 22].includes(idNo.length)) return "identityLength";
  if (!/^\d{17}[\dX]/.test(idNo)) return "identityCharacters";
  if (!RESIDENT.test(idNo) && !DISABILITY.test(idNo)) return "identityDisability";
  if (!birthDate(idNo)) return "identityBirth";
  return checkCharacter(idNo) === idNo[17] ? undefined : "identityChecksum";
}

/** What makes a person one and the same: the resident number, also inside a disability certificate's (ID-02). */
export function personKey(idNo: string): string {
  return idNo.slice(0, 18);
}

/** The number as staff see it. A certificate's category and grade are hidden too: they tell of health. */
export function mask(idNo: string): string {
  if (!RESIDENT.test(idNo) && !DISABILITY.test(idNo)) return "****";
  return `${idNo.slice(0, 6)}********${idNo.slice(14, 18)}${"*".repeat(idNo.length - 18)}`;
}
