import { shanghaiDate } from "@domain/notice/period.ts";
import { say } from "../../../shared/language.tsx";
import type { VillageRecord } from "../../data/village.ts";
import { VillageReading } from "../../parts/VillageReading.tsx";
import { villageName } from "../../parts/villages.tsx";
import { dayInChinese } from "../../print/chinese.ts";
import { OversightSheet } from "../../print/oversight/OversightSheet.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { sectionsOf } from "../oversight/sections.ts";
import { useReport } from "../oversight/useReport.ts";
import { OVERSIGHT_WORDS } from "../oversight/words.ts";
import { Nothing } from "./Nothing.tsx";
import { PrintFrame } from "./PrintFrame.tsx";

/** The oversight report of a village, to be printed; the address names the village. */
export function OversightPrint({ at: { id = "" } }: RoomProps) {
  const { campaign } = useDesk();
  if (!campaign.villages.some(({ code }) => code === id)) return <Nothing />;
  return <VillageReading village={id}>{(record) => <Report record={record} village={id} />}</VillageReading>;
}

function Report({ record, village }: { record: VillageRecord; village: string }) {
  const { campaign } = useDesk();
  const { report, names } = useReport(record);
  const name = villageName(campaign, village);
  return (
    <PrintFrame title={`${name} ${say(OVERSIGHT_WORDS.title)}`}>
      <OversightSheet town={campaign.town.zh} village={name} year={campaign.year} day={dayInChinese(shanghaiDate(new Date()))} sections={sectionsOf(report, names)} />
    </PrintFrame>
  );
}
