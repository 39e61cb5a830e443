import { dayInChinese } from "../chinese.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { answer } from "../forms/answer.ts";
import { Handbook } from "./Handbook.tsx";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import type { Copy, HandbookData } from "./types.ts";

export type HandbookJobProps = {
  books: readonly HandbookData[];
  copies: readonly Copy[];
  /** Which document of how many, and the place of its first household in the whole job; one alone unless told. */
  part?: { no: number; of: number; first: number };
};

/** The handbooks of one document: each in its copies, then the sheet to sign for them. */
export function HandbookJob({ books, copies, part = { no: 1, of: 1, first: 1 } }: HandbookJobProps) {
  const [first] = books;
  if (!first) return null;
  const lines = books.map(({ id, no, version, registration }) => ({
    id, no, version, householder: answer(REGISTRATION, registration, "head.householderName"), group: answer(REGISTRATION, registration, "head.groupName"),
  }));
  return (
    <>
      {books.flatMap((book) => copies.map((copy) => <Handbook key={`${book.id} ${copy}`} book={book} copy={copy} />))}
      <ReceiptSheet {...first.place} day={dayInChinese(first.printedOn)} lines={lines} part={part} />
    </>
  );
}
