import { createHash, createHmac } from "node:crypto";
import type { Hash } from "./domain/chain.ts";
import { inFours, lettersOf } from "./domain/letters.ts";
import { identityKey } from "./settings.ts";

/** SHA-256 in hexadecimal: the chain's hash, which anybody may recompute. */
export const sha256: Hash = (text) => createHash("sha256").update(text).digest("hex");

function keyed(purpose: string, text: string): Buffer {
  const key = identityKey.value();
  if (!key) throw new Error("IDENTITY_KEY is not set");
  return createHmac("sha256", key).update(`${purpose}\n${text}`).digest();
}

/** The keyed hash that stands for one person's number: not to be turned back, nor guessed, without the key. */
export const hashIdentity = (personKey: string): string => keyed("identity", personKey).toString("hex").slice(0, 40);

/** Stands for an address, or a phone, that households may share: it can be compared, and not be read. */
export const hashPlace = (text: string): string => keyed("place", text).toString("hex").slice(0, 40);

/** A digest of what must not be shown, for the chain. */
export const seal = (text: string): string => keyed("seal", text).toString("hex");

/** Stands for where an objection came from, so that a flood can be counted without keeping an address. */
export const hashSource = (source: string): string => keyed("source", source).toString("hex").slice(0, 32);

/** A receipt number of 12 letters and digits, `7K3M-92QF-X1TB`: the same for one application, and not to be guessed. */
export const receiptNumber = (application: string): string => inFours(lettersOf(keyed("receipt", application).subarray(0, 12)));

/** What the QR code of a handbook says: 16 letters and digits that prove one version and tell nothing else. */
export function handbookCode(application: string, version: number): string {
  return lettersOf(keyed("handbook", `${application}\n${version}`).subarray(0, 16));
}
