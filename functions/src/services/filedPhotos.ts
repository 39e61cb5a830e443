import type { Transaction } from "@google-cloud/firestore";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import { database } from "../store/firestore.ts";

/** The first bytes of each kind of picture that is taken. */
const KINDS = [
  { contentType: "image/jpeg", begins: (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { contentType: "image/png",  begins: (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) },
  { contentType: "image/webp", begins: (bytes: Buffer) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP" },
];

export type FiledPhoto = { contentType: string; data: Buffer };

/** Pictures that came as base64, by what they are and not by what they say. @throws Refusal for anything else. */
export function readPhotos(sent: readonly string[]): FiledPhoto[] {
  return sent.map((text) => {
    const data = Buffer.from(text, "base64");
    const kind = KINDS.find(({ begins }) => begins(data)) ?? refuse("photoUnreadable");
    return { contentType: kind.contentType, data };
  });
}

/** Keeps the photos of an objection or a complaint beneath it. */
export function keepPhotos(tx: Transaction, filed: string, photos: readonly FiledPhoto[]): void {
  for (const [at, photo] of photos.entries()) tx.create(database().doc(paths.filedPhoto(filed, at + 1)), photo);
}
