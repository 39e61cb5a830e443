import { Alert, Button, ButtonLink, Card, Loading, Page } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { dateOf } from "../../shared/time.ts";
import type { Received } from "./Apply.tsx";
import { findDueAt } from "./send.ts";
import { APPLY, comesNext } from "./words.ts";

/** Between the button and the receipt. */
export function Sending() {
  return (
    <Page title={say(APPLY.sending)}>
      <Card>
        <Loading label={say(APPLY.stages)} />
      </Card>
    </Page>
  );
}

export function Unsent({ again, edit }: { again: () => void; edit: () => void }) {
  return (
    <Page title={say(APPLY.unsent)}>
      <Alert tone="warning">{say(APPLY.unsentWhy)}</Alert>
      <div class="buttons">
        <Button kind="primary" big onClick={again}>
          {say(APPLY.sendAgain)}
        </Button>
        <Button big onClick={edit}>
          {say(APPLY.edit)}
        </Button>
      </div>
    </Page>
  );
}

export function Waiting({ again }: { again: () => void }) {
  return (
    <Page title={say(APPLY.waiting)}>
      <Alert tone="info">{say(APPLY.waitingWhy)}</Alert>
      <div class="buttons">
        <Button kind="primary" big onClick={again}>
          {say(APPLY.lookAgain)}
        </Button>
      </div>
    </Page>
  );
}

/** The receipt: a number large enough to copy from across a table, and what happens next. */
export function Receipt({ received, another }: { received: Received; another: () => void }) {
  const due = useLoaded(() => findDueAt(received.application), [received.application]);
  const by = due.state === "ready" && due.value ? dateOf(due.value) : undefined;
  return (
    <Page title={say(APPLY.received)}>
      <div class="card receipt">
        <p>{say(APPLY.receiptNo)}</p>
        <p class="receiptNumber">{received.number}</p>
        <p>{say(APPLY.writeDown)}</p>
      </div>
      <Card title={say(APPLY.next)}>
        <p>{say(comesNext(by))}</p>
        <div class="buttons">
          <ButtonLink href={`/follow?number=${received.number}`} kind="primary">
            {say(APPLY.followIt)}
          </ButtonLink>
          <Button onClick={another}>{say(APPLY.another)}</Button>
        </div>
      </Card>
    </Page>
  );
}
