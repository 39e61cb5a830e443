/**
 * A listener on a query, as the staff's pages have them: tells when each document came to the state one
 * waits for.
 */
import type { Query } from "firebase/firestore";
import { onSnapshot } from "firebase/firestore";

/** Now, in milliseconds since 1970 with their fractions. */
export const instant = (): number => performance.timeOrigin + performance.now();

export class Watch {
  private readonly seen = new Map<string, number>();
  private readonly waiting = new Map<string, (at: number) => void>();
  private readonly leave: () => void;

  private constructor(query: Query, status: string, ready: (error?: Error) => void) {
    this.leave = onSnapshot(
      query,
      (snapshot) => {
        const now = instant();
        for (const { doc } of snapshot.docChanges()) if (doc.get("status") === status) this.note(doc.id, now);
        ready();
      },
      ready,
    );
  }

  /** Listens from the first snapshot on. @throws when the rules refuse the query. */
  static async over(query: Query, status: string): Promise<Watch> {
    return new Promise((resolve, reject) => {
      const watch: Watch = new Watch(query, status, (error) =>
        error ? reject(error) : setImmediate(() => resolve(watch)),
      );
    });
  }

  private note(id: string, at: number): void {
    if (this.seen.has(id)) return;
    this.seen.set(id, at);
    this.waiting.get(id)?.(at);
    this.waiting.delete(id);
  }

  /** The instant at which it was seen to be there. @throws after `seconds`. */
  when(id: string, seconds = 60): Promise<number> {
    const known = this.seen.get(id);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${id} was not seen within ${seconds} s`)),
        seconds * 1000,
      );
      this.waiting.set(id, (at) => (clearTimeout(late), resolve(at)));
    });
  }

  end(): void {
    this.leave();
  }
}
