import type { ComponentChildren } from "preact";
import { Alert, Loading, LoadFailed } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import type { Live } from "../data/live.ts";
import { DATA_WORDS } from "../data/words.ts";
import { STAFF_WORDS } from "../words.ts";
import { NoRight } from "./NoRight.tsx";

/** Something listened to, with the way to ask for it again. */
export type Listened<T> = Live<T> & { retry: () => void };
type ReadingProps<T> = {
  live: Listened<T>;
  children: (value: T) => ComponentChildren;
};

const unreadOf = (value: unknown): number =>
  typeof value === "object" && value !== null && "unread" in value && typeof value.unread === "number" ? value.unread : 0;

/** Draws what is listened to once it is there; until then, and when it cannot or may not be read, says so. */
export function Reading<T>({ live, children }: ReadingProps<T>) {
  if (live.state === "loading") return <Loading />;
  if (live.state === "failed") return live.problem === DATA_WORDS.noRight ? <NoRight /> : <LoadFailed retry={live.retry} />;
  const unread = unreadOf(live.value);
  return (
    <>
      {unread > 0 && <Alert tone="warning">{unread} {say(STAFF_WORDS.unreadable)}</Alert>}
      {children(live.value)}
    </>
  );
}
