import type { Bilingual } from "@domain/text.ts";
import { ButtonLink, EmptyState } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { STAFF_WORDS } from "../words.ts";

/** Something is not for the account or for the role it acts in: says so, what can be done about it, and leads back. */
export function NoRight({ title = STAFF_WORDS.noRight, lead = STAFF_WORDS.noRightLead }: { title?: Bilingual; lead?: Bilingual }) {
  return (
    <EmptyState title={say(title)}>
      <p>{say(lead)}</p>
      <ButtonLink href="/staff">{say(STAFF_WORDS.toTasks)}</ButtonLink>
    </EmptyState>
  );
}
