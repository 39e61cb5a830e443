import type { Bilingual } from "@domain/text.ts";
import type { ComponentChildren } from "preact";
import { ButtonLink, Card, Page } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { shownNumber } from "./number.ts";

/** What was filed, with the number that its answer is asked for by. */
export function Given({ title, number, children }: { title: Bilingual; number: string; children: ComponentChildren }) {
  return (
    <Page title={say(title)} noindex>
      <div class="card receipt">
        <p>{say({ zh: "编号", en: "Its number" })}</p>
        <p class="receiptNumber small">{shownNumber(number)}</p>
        <p>{say({ zh: "请抄下或截屏保存这个编号，凭它查答复。", en: "Write this number down or take a screenshot: the answer is asked for by it." })}</p>
        <div class="buttons">
          <ButtonLink kind="primary" href={`/answer?number=${number}`}>{say({ zh: "查答复", en: "Ask for the answer" })}</ButtonLink>
        </div>
      </div>
      <Card>{children}</Card>
    </Page>
  );
}
