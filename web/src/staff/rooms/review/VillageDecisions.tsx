import { formOf } from "@domain/forms/received.ts";
import { isValues } from "@domain/forms/tidy.ts";
import type { Status } from "@domain/status.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { useState } from "preact/hooks";
import { Card, Facts } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dayOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { useVillageTrack } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { FormRead } from "../../parts/FormRead.tsx";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import { Due, StatusTags } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { Decide } from "../household/Decide.tsx";
import { MarkTag } from "../villages/MarkTag.tsx";
import { testsOf } from "../villages/tests.ts";
import { VillageTests } from "../villages/VillageTests.tsx";
import { REVIEW_WORDS } from "./words.ts";

/** The poor villages that wait for this desk's decision, and those that it has just decided. */
export function VillageDecisions({ of, empty }: { of: Status; empty?: preact.ComponentChildren }) {
  const { campaign, office } = useDesk();
  const rows = valueOf(useVillageTrack({ campaign: campaign.id, area: office.area }), { rows: [], unread: 0 }).rows;
  /* A village stays on the desk when it is decided, so that one sees what became of it. */
  const [seen, setSeen] = useState<readonly string[]>([]);
  const shown = rows.filter(({ id, status }) => status === of || seen.includes(id));
  if (shown.length === 0) return <>{empty}</>;
  return <>{shown.map((row) => <Decision key={row.id} application={row} sent={() => setSeen((before) => [...before, row.id])} />)}</>;
}

const DECISIONS = (["approve", "return", "reject"] as const).map((action) => ({ action, word: REVIEW_WORDS[action], heard: ACTIONS[action] }));

function Decision({ application, sent }: { application: Household; sent: () => void }) {
  const desk = useDesk();
  const { campaign } = desk;
  const { id, village, form, dueAt, hands } = application;
  const progressOf = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows.find(({ code }) => code === village);
  const off = whyNot(application, "approve", desk);
  const name = villageName(campaign, village);
  const consultation = isValues(form) && isValues(form.consultation) ? form.consultation : {};
  return (
    <Card title={<>{say(REVIEW_WORDS.village)}{say({ zh: "：", en: ": " })}<HouseholdLink household={application} /></>} aside={<StatusTags application={application} />}>
      <VillageTests tests={testsOf(form, campaign)} />
      <Facts
        rows={[
          [say(REVIEW_WORDS.marked), <MarkTag key="mark" progress={progressOf} />],
          ...(typeof consultation.heldOn === "string" ? [[say(REVIEW_WORDS.consulted), consulted(consultation)] as const] : []),
          ...(dueAt && hands.applied ? [[say(REVIEW_WORDS.due), <Due key="due" at={dueAt} />] as const] : []),
        ]}
      />
      {isValues(form) && <FormRead form={formOf("application", "village")} value={form} application={id} mayReveal={false} />}
      <Decide application={application} name={name} decisions={DECISIONS} off={off} sent={sent} />
    </Card>
  );
}

function consulted({ heldOn, place, present }: Record<string, unknown>): string {
  const { zh, en } = dayOf(String(heldOn));
  return say({ zh: `${zh}，${String(place ?? "")}，${String(present ?? "")} 人参加`, en: `${en}, ${String(place ?? "")}, ${String(present ?? "")} people` });
}
