import { ButtonLink, EmptyState } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Bilingual } from "@domain/text.ts";
import { PRINT_WORDS } from "./words.ts";

/** What a room says when there is nothing to print. */
export function Nothing({ why = PRINT_WORDS.noneLead }: { why?: Bilingual }) {
  return (
    <EmptyState title={say(PRINT_WORDS.none)}>
      <p>{say(why)}</p>
      <ButtonLink href="/staff/print">{say(PRINT_WORDS.back)}</ButtonLink>
    </EmptyState>
  );
}
