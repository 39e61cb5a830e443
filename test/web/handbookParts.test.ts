import { describe, expect, it } from "vitest";
import type { Listed, Standing } from "../../web/src/staff/rooms/print/parts.ts";
import { isPrinted, jobOf, nextPart, NOTHING_KEPT, pagesOf, partsOf, standingOf, withPages, withPrinted } from "../../web/src/staff/rooms/print/parts.ts";

const booksOf = (many: number, version = 1): Listed[] => Array.from({ length: many }, (_, at) => ({ id: `household${at}`, no: `62062310520600${at}`, version }));

describe("the handbooks of a signing session", () => {
  it.each([[1, 1], [25, 1], [26, 2], [60, 3], [300, 12]])("%i of them are printed as %i documents", (many, documents) => {
    const books = booksOf(many);
    const parts = partsOf(books);
    expect(parts).toHaveLength(documents);
    expect(parts.flatMap((part) => part.books)).toEqual(books);
    for (const { no, of, first, books: held } of parts) {
      expect(of).toBe(documents);
      expect(held.length).toBeGreaterThan(0);
      expect(held.length).toBeLessThanOrEqual(25);
      expect(parts.slice(0, no - 1).flatMap((part) => part.books)).toHaveLength(first - 1);
    }
  });

  it("are no document where nothing was numbered", () => expect(partsOf([])).toEqual([]));
});

describe("a print job that was left", () => {
  const books = booksOf(60);
  const parts = partsOf(books);
  const left: Standing = { ...withPages(withPrinted(standingOf(NOTHING_KEPT, books), 1, true), 1, 340), at: 2 };

  it("goes on at the part where it was, and knows what was printed", () => {
    const again = standingOf(JSON.parse(JSON.stringify(left)) as Standing, books);
    expect(again.at).toBe(2);
    expect(isPrinted(again, 1)).toBe(true);
    expect(isPrinted(again, 2)).toBe(false);
    expect(pagesOf(again, 1)).toBe(340);
  });

  it("begins anew when a book was numbered anew, or another was added", () => {
    const renumbered = books.map((book, at) => (at === 30 ? { ...book, version: 2 } : book));
    for (const others of [renumbered, booksOf(61)]) expect(standingOf(left, others)).toMatchObject({ job: jobOf(others), at: 1, printed: [] });
  });

  it("does not take the household's copies for the committee's", () => {
    expect(isPrinted({ ...left, copies: "committee" }, 1)).toBe(false);
  });

  it("goes to the next part not yet printed, then to those that were passed over, then to none", () => {
    expect(nextPart(left, parts)).toBe(3);
    expect(nextPart({ ...left, at: 3 }, parts)).toBe(2);
    const all = [2, 3].reduce((standing, no) => withPrinted(standing, no, true), left);
    expect(nextPart(all, parts)).toBeUndefined();
    expect(nextPart(withPrinted(all, 1, false), parts)).toBe(1);
  });
});
