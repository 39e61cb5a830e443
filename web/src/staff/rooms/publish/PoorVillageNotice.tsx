import type { ActionInput } from "@domain/actionInputs.ts";
import { useState } from "preact/hooks";
import { Alert, ButtonLink, Card, Facts } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { peopleOf, WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import { Outcome } from "../../parts/Outcome.tsx";
import { StatusTags } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { MarkTag } from "../villages/MarkTag.tsx";
import { testsOf } from "../villages/tests.ts";
import { VillageTests } from "../villages/VillageTests.tsx";
import { NoticeDetails, NoticeEnd } from "./NoticeDetails.tsx";
import { PUBLISH_WORDS } from "./words.ts";

type Props = { village: string; application: Household | undefined };

/** The one notice of a poor village: apart from the households', which hang for a reason of their own. */
export function PoorVillageNotice({ village, application }: Props) {
  const desk = useDesk();
  const { campaign } = desk;
  const [sent, setSent] = useState<string>();
  const { post, progress, underWay } = usePosting();
  const known = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows.find(({ code }) => code === village);
  const name = villageName(campaign, village);
  const send = async (details: ActionInput<"publishNotice">, keptAs: string) => {
    if (!application) return;
    setSent(await post({ type: "publishNotice", area: village, targets: [application.id], input: details, seen: seenOf([application]), about: name, keptAs }));
  };
  const off = application && whyNot(application, "publishNotice", desk);
  return (
    <>
      <Outcome progress={progress} nameOf={() => name} done={() => <>{say(PUBLISH_WORDS.done)}{say({ zh: `${name}。`, en: ` ${name}.` })} {sent && <NoticeEnd id={sent} />} {sent && <ButtonLink href={`/staff/notices/${sent}`}>{say(PUBLISH_WORDS.see)}</ButtonLink>}</>} />
      {application && (
        <Card title={say(PUBLISH_WORDS.poor)} aside={<StatusTags application={application} />}>
          <p class="soft">{say(PUBLISH_WORDS.poorLead)}</p>
          {known?.quota?.village === 0 && <Alert tone="warning">{say(PUBLISH_WORDS.notMarked)}</Alert>}
          <Facts
            rows={[
              [say(WORDS.village), <HouseholdLink key="name" household={application} />],
              [say(WORDS.people), say(peopleOf(application.facts?.memberCount ?? 0))],
              [say({ zh: "贫困村指标", en: "Marked (annex 8)" }), <MarkTag key="mark" progress={known} />],
            ]}
          />
          <VillageTests tests={testsOf(application.form, campaign)} />
          {off && <p class="soft">{off === "notNow" ? "" : say(off)}</p>}
        </Card>
      )}
      {application && off === undefined && <NoticeDetails village={village} listed={[application]} busy={underWay} send={send} sent={progress} what="village" />}
    </>
  );
}
