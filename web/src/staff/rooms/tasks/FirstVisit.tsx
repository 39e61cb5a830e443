import { useState } from "preact/hooks";
import { Button, Card } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { useOwn } from "../../session/own.ts";
import { useSession } from "../../session/session.ts";
import type { Guide } from "./guides.ts";
import { GUIDES } from "./guides.ts";

/** What to do here, for whoever comes in a role for the first time; put away by a button, and brought back by another. */
export function FirstVisit() {
  const { office } = useSession();
  const own = useOwn();
  const key = `guide.${office.role}`;
  const [isPutAway, setPutAway] = useState(() => own.kept(key) === "seen");
  const put = (away: boolean) => {
    own.keep(key, away ? "seen" : "open");
    setPutAway(away);
  };
  if (isPutAway) return <p><button type="button" class="linkButton" onClick={() => put(false)}>{say({ zh: "怎么开始？看看说明", en: "How do I begin?" })}</button></p>;
  const { does, steps }: Guide = GUIDES[office.role];
  return (
    <Card class="firstVisit" title={say({ zh: "第一次来？从这里开始", en: "Here for the first time? Begin like this" })}>
      <p>{say(does)}</p>
      <ol>
        {steps.map((step) => <li key={step.zh}>{step.room === "" ? say(step) : <Link href={`/staff/${step.room}`}>{say(step)}</Link>}</li>)}
      </ol>
      <div class="buttons"><Button onClick={() => put(true)}>{say({ zh: "知道了", en: "I see" })}</Button></div>
    </Card>
  );
}
