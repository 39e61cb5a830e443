import { useEffect, useMemo, useRef } from "preact/hooks";
import { EmptyState, Page, ButtonLink } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { byTime, readsHistory, useApplication, useHistory, useSurvey } from "../../data/applications.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTags, trackName } from "../../parts/status.tsx";
import { villageName, withGroup } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { HouseholdFindings } from "../findings/HouseholdFindings.tsx";
import { HelpCards } from "../help/HelpCards.tsx";
import { Doings } from "./Doings.tsx";
import { History } from "./History.tsx";
import { Papers } from "./Papers.tsx";
import { Standing } from "./Standing.tsx";
import { stationsOf } from "./steps.ts";
import { PAGE_WORDS } from "./words.ts";

/** One household: where it stands, what can be done, who its people are, and everything that has happened. */
export function HouseholdPage({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(household) => (household ? <Found household={household} /> : <Missing />)}</Reading>;
}

function Missing() {
  return (
    <EmptyState title={say(PAGE_WORDS.missing)}>
      <p>{say(PAGE_WORDS.missingLead)}</p>
      <ButtonLink href="/staff/households">{say({ zh: "回到农户列表", en: "To the households" })}</ButtonLink>
    </EmptyState>
  );
}

function Found({ household }: { household: Household }) {
  const { campaign, office } = useDesk();
  const survey = useSurvey(household);
  const history = useHistory(household, office.role);
  const actions = useMemo(() => (history.state === "ready" ? [...history.value.rows].sort(byTime) : []), [history.state === "ready" && history.value]);
  const kept = survey.state === "ready" ? survey.value.rows.find(({ id }) => id === "survey") : undefined;
  const lead = `${withGroup(villageName(campaign, household.village), household.facts?.groupName)} · ${trackName(household)}`;
  return (
    <Page title={householderOf(household)} lead={lead} aside={<StatusTags application={household} />}>
      <Steps household={household} />
      <div class="twoColumns">
        <div>
          <Standing household={household} />
          <HouseholdFindings household={household} survey={kept?.survey} />
          <div class="papers">
            <Papers household={household} survey={kept?.survey} isReading={survey.state === "loading"} actions={actions} />
            {household.helper && <HelpCards household={household} />}
          </div>
        </div>
        <div>
          <Doings household={household} />
          {readsHistory(office.role) && <div class="past"><Reading live={history}>{() => <History household={household} actions={actions} />}</Reading></div>}
        </div>
      </div>
    </Page>
  );
}

function Steps({ household: { track, status } }: { household: Household }) {
  const list = useRef<HTMLOListElement>(null);
  /* On a phone the stations stand in one line that scrolls: the present one has to be in sight. */
  useEffect(() => list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }), [status]);
  return (
    <ol ref={list} class="steps" aria-label={say(PAGE_WORDS.steps)}>
      {stationsOf(track, status).map(({ name, standing }) => (
        <li key={name.en} class={standing} aria-current={standing === "here" ? "step" : undefined}>
          <span class="dot" aria-hidden="true">{standing === "done" ? "✓" : ""}</span>
          {say(name)}
        </li>
      ))}
    </ol>
  );
}
