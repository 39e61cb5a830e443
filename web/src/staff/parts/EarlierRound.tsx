import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Alert, Button } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useOwn } from "../session/own.ts";
import type { Round } from "./round.ts";
import { isEarlier } from "./round.ts";

const WORDS = {
  title: { zh: "保存着的是记录变动以前填的内容", en: "What is kept was typed before the record changed" },
  lead:  { zh: "填了没有提交，后来这份记录被退回或有了新的内容。接着填，会沿用以前填的；从现在的记录开始，以前填的就不要了。", en: "It was never sent, and the record has since been returned or changed. Going on keeps what was typed; starting from the record drops it." },
  keep:  { zh: "接着以前填的", en: "Go on with what was typed" },
  fresh: { zh: "从现在的记录开始", en: "Start from the record as it is" },
} as const;

type EarlierRoundProps = {
  /** Where this device keeps what is typed of the form. */
  keptAs: string;
  round: Round;
  /** When a draft of the form was saved for others. */
  savedAt?: Date | undefined;
  /** Draws the form: with the saved draft, or from the record alone. */
  children: (withSaved: boolean) => ComponentChildren;
};

/** Asks before a form shows what was typed in an earlier round of its record; a form that is open stays as it is. */
export function EarlierRound({ keptAs, round, savedAt, children }: EarlierRoundProps) {
  const own = useOwn();
  const place = `${keptAs}.round`;
  const [choice, choose] = useState<"ask" | "keep" | "fresh">(() =>
    (isEarlier(round, { typed: own.keptValue(keptAs) !== undefined, typedOf: own.kept(place), savedAt }) ? "ask" : "keep"));
  useEffect(() => {
    if (choice !== "ask") own.keep(place, round.of);
  }, [choice]);
  if (choice !== "ask") return <>{children(choice === "keep")}</>;
  const fresh = () => (own.forget(keptAs), choose("fresh"));
  return (
    <Alert tone="warning" title={say(WORDS.title)}>
      <p>{say(WORDS.lead)}</p>
      <div class="buttons">
        <Button onClick={() => choose("keep")}>{say(WORDS.keep)}</Button>
        <Button onClick={fresh}>{say(WORDS.fresh)}</Button>
      </div>
    </Alert>
  );
}
