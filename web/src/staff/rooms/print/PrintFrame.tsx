import type { ComponentChildren } from "preact";
import { Button, ButtonLink, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { PRINT_WORDS } from "./words.ts";

type PrintFrameProps = {
  title: string;
  /** Choices and warnings above the sheets; not printed. */
  tools?: ComponentChildren;
  /** False while the sheets are not there yet. */
  isReady?: boolean;
  /** The way to what is printed after this. */
  next?: ComponentChildren;
  /** What stands between the buttons and the sheets; not printed either. */
  below?: ComponentChildren;
  children: ComponentChildren;
};

/** A room that shows sheets as they will come out of the printer, and the button that prints them. */
export function PrintFrame({ title, tools, isReady = true, next, below, children }: PrintFrameProps) {
  return (
    <Page title={title} noindex>
      <div class="sheetTools">
        <p class="soft">{say(PRINT_WORDS.onPaper)}</p>
        {tools}
        <div class="buttons">
          <Button kind="primary" disabled={!isReady} onClick={() => window.print()}>{say(PRINT_WORDS.print)}</Button>
          {next}
          <ButtonLink href="/staff/print">{say(PRINT_WORDS.back)}</ButtonLink>
        </div>
        {below}
      </div>
      <div class="sheets">{children}</div>
    </Page>
  );
}
