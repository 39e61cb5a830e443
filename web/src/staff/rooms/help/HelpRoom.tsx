import type { StaffRole } from "@domain/roles.ts";
import { useMemo } from "preact/hooks";
import { ButtonLink, EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTags } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { HelpCards } from "./HelpCards.tsx";
import type { Doing } from "./HelpForms.tsx";
import { HelperFindings } from "./HelperFindings.tsx";
import { HELP_WORDS } from "./words.ts";

const BEGINNINGS = ["plan", "measure", "visit", "result"] as const;

/** What the address asks to begin with, such as `?do=visit`. */
function beginning(): Doing | undefined {
  const wanted = new URLSearchParams(location.search).get("do");
  const kind = BEGINNINGS.find((one) => one === wanted);
  return kind && { kind };
}

const isHelperRole = (role: StaffRole): boolean => role === "helper" || role === "supportUnit";

/** All help for one household: its helper, plan, measures, visits and results, and what to do next. */
export function HelpRoom({ at }: RoomProps) {
  const { office } = useDesk();
  const live = useApplication(at.id);
  /* A helper sees no household from the day on which the pairing ends. */
  if (live.state === "failed" && isHelperRole(office.role)) return <Missing />;
  return <Reading live={live}>{(household) => (household ? <Found household={household} /> : <Missing />)}</Reading>;
}

function Missing() {
  return (
    <EmptyState title={say(HELP_WORDS.missing)}>
      <ButtonLink href="/staff">{say(HELP_WORDS.back)}</ButtonLink>
    </EmptyState>
  );
}

function Found({ household }: { household: Household }) {
  const { campaign, office } = useDesk();
  const begin = useMemo(beginning, [household.id]);
  const { facts, village } = household;
  const isHelper = isHelperRole(office.role);
  const lead = [villageName(campaign, village), facts?.groupName, facts && say({ zh: `${facts.memberCount} 人`, en: `${facts.memberCount} people` })].filter(Boolean).join(" · ");
  return (
    <Page title={householderOf(household)} name={`${say(HELP_WORDS.title)} ${householderOf(household)}`} lead={lead} aside={<StatusTags application={household} />}>
      <HelpCards household={household} begin={begin} />
      {isHelper && <HelperFindings household={household} />}
      <p>{isHelper ? <ButtonLink kind="quiet" href="/staff">{say(HELP_WORDS.back)}</ButtonLink> : <ButtonLink kind="quiet" href={addressOfHousehold(household.id)}>{say(HELP_WORDS.whole)}</ButtonLink>}</p>
    </Page>
  );
}
