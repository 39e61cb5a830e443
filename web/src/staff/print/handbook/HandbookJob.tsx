import { dayInChinese } from "../chinese.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { answer } from "../forms/answer.ts";
import { Handbook } from "./Handbook.tsx";
import { ReceiptSheet } from "./ReceiptSheet.tsx";
import type { Copy, HandbookData } from "./types.ts";

export type HandbookJobProps = { books: readonly HandbookData[]; copies: readonly Copy[] };

/** Many handbooks of one village in one print job: each in both copies, then the sheet to sign for them. */
export function HandbookJob({ books, copies }: HandbookJobProps) {
  const [first] = books;
  if (!first) return null;
  const lines = books.map(({ id, no, version, registration }) => ({
    id, no, version, householder: answer(REGISTRATION, registration, "head.householderName"), group: answer(REGISTRATION, registration, "head.groupName"),
  }));
  return (
    <>
      {books.flatMap((book) => copies.map((copy) => <Handbook key={`${book.id} ${copy}`} book={book} copy={copy} />))}
      <ReceiptSheet {...first.place} day={dayInChinese(first.printedOn)} lines={lines} />
    </>
  );
}
