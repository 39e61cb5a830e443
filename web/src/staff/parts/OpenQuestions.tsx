import { checkOf } from "@domain/checks/checks.ts";
import { waitingBefore } from "@domain/checks/questions.ts";
import { FINDING_STEPS, STEP_AHEAD } from "@domain/checks/steps.ts";
import type { Campaign } from "@domain/campaign.ts";
import { ROLES } from "@domain/roles.ts";
import { Alert } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import type { Household } from "../data/applications.ts";
import { useDesk } from "../session/session.ts";
import { HouseholdLink } from "./HouseholdLink.tsx";

/** The rules that wait for an answer before a household's next step. */
export function waitingOf(campaign: Pick<Campaign, "findings">, { questions, status }: Pick<Household, "questions" | "status">): string[] {
  const step = STEP_AHEAD[status];
  return step ? waitingBefore(campaign, questions.rules, step) : [];
}

/** What of a list cannot be dealt with yet, because a check asks something: household by household, and whom it asks. */
export function OpenQuestions({ rows }: { rows: readonly Household[] }) {
  const { campaign } = useDesk();
  const held = rows.map((row) => ({ row, rules: waitingOf(campaign, row) })).filter(({ rules }) => rules.length > 0);
  const step = held[0] && STEP_AHEAD[held[0].row.status];
  if (!step) return null;
  const title = say({
    zh: `${held.length} 户有疑点没有答复，答复前不能${FINDING_STEPS[step].zh}`,
    en: `${held.length} household(s) with open questions; they wait before ${FINDING_STEPS[step].en}`,
  });
  return (
    <Alert tone="warning" title={title}>
      <ul class="openQuestions">
        {held.map(({ row, rules }) => (
          <li key={row.id}>
            <HouseholdLink household={row} />{say({ zh: "：", en: ": " })}
            {rules.map((rule, at) => {
              const check = checkOf(rule);
              const asked = check ? say({ zh: `${check.zh}（由${ROLES[check.asks].zh}答复）`, en: `${check.en} (asked of the ${ROLES[check.asks].en})` }) : rule;
              return <span key={rule}>{at > 0 && say({ zh: "、", en: "; " })}{asked}</span>;
            })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
