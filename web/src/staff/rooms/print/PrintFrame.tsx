import type { ComponentChildren } from "preact";
import { Button, ButtonLink, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { PRINT_WORDS } from "./words.ts";

type PrintFrameProps = {
  title: string;
  /** Choices and warnings above the sheets; not printed. */
  tools?: ComponentChildren;
  children: ComponentChildren;
};

/** A room that shows sheets as they will come out of the printer, and the button that prints them. */
export function PrintFrame({ title, tools, children }: PrintFrameProps) {
  return (
    <Page title={title} noindex>
      <div class="sheetTools">
        <p class="soft">{say(PRINT_WORDS.onPaper)}</p>
        {tools}
        <div class="buttons">
          <Button kind="primary" onClick={() => window.print()}>{say(PRINT_WORDS.print)}</Button>
          <ButtonLink href="/staff/print">{say(PRINT_WORDS.back)}</ButtonLink>
        </div>
      </div>
      <div class="sheets">{children}</div>
    </Page>
  );
}
