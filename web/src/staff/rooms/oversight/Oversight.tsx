import { ButtonLink, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { VillageRecord } from "../../data/village.ts";
import { useVillageChoice, VillageReading } from "../../parts/VillageReading.tsx";
import type { RoomProps } from "../../shell/rooms.ts";
import { SectionTable } from "./SectionTable.tsx";
import { differenceSection, sectionsOf } from "./sections.ts";
import { useReport } from "./useReport.ts";
import { OVERSIGHT_WORDS } from "./words.ts";

/** What whoever oversees a village asks of it, from what is on record; and the way to the paper. */
export function Oversight(_: RoomProps) {
  const { village, choice } = useVillageChoice();
  return (
    <Page title={say(OVERSIGHT_WORDS.title)} lead={say(OVERSIGHT_WORDS.lead)} aside={<ButtonLink href={`/staff/print/oversight/${village}`}>{say(OVERSIGHT_WORDS.print)}</ButtonLink>}>
      {choice}
      <VillageReading key={village} village={village}>{(record) => <Sections record={record} />}</VillageReading>
    </Page>
  );
}

function Sections({ record }: { record: VillageRecord }) {
  const { report, names } = useReport(record);
  return <>{sectionsOf(report, names).map((section) => <SectionTable key={section.key} section={section} />)}</>;
}

/** The differences alone, for the village itself, the town and the county. */
export function Differences(_: RoomProps) {
  const { village, choice } = useVillageChoice();
  return (
    <Page title={say(OVERSIGHT_WORDS.differences)} lead={say(OVERSIGHT_WORDS.differencesLead)}>
      {choice}
      <VillageReading key={village} village={village}>{(record) => <DifferencesOf record={record} />}</VillageReading>
    </Page>
  );
}

function DifferencesOf({ record }: { record: VillageRecord }) {
  const { report, names } = useReport(record);
  return <SectionTable section={differenceSection(names, report.differences)} />;
}
