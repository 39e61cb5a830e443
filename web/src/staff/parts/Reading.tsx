import type { ComponentChildren } from "preact";
import { Alert, Button, Loading } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { WORDS } from "../../shared/words.ts";
import type { Live } from "../data/live.ts";
import { STAFF_WORDS } from "../words.ts";

type ReadingProps<T> = {
  live: Live<T> & { retry: () => void };
  children: (value: T) => ComponentChildren;
};

const unreadOf = (value: unknown): number =>
  typeof value === "object" && value !== null && "unread" in value && typeof value.unread === "number" ? value.unread : 0;

/** Draws what is listened to once it is there; until then, and when it cannot be read, says so. */
export function Reading<T>({ live, children }: ReadingProps<T>) {
  if (live.state === "loading") return <Loading />;
  if (live.state === "failed") {
    return (
      <Alert tone="error">
        <p>{say(live.problem)}</p>
        <Button onClick={live.retry}>{say(WORDS.retry)}</Button>
      </Alert>
    );
  }
  const unread = unreadOf(live.value);
  return (
    <>
      {unread > 0 && <Alert tone="warning">{unread} {say(STAFF_WORDS.unreadable)}</Alert>}
      {children(live.value)}
    </>
  );
}
