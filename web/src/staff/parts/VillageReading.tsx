import type { ComponentChildren } from "preact";
import { Alert, LoadFailed, Progress } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import type { VillageRecord } from "../data/village.ts";
import { useVillageRecord } from "../data/village.ts";
import { Chooser } from "./Chooser.tsx";
import { useDesk } from "../session/session.ts";
import { useVillage } from "./villages.tsx";

type VillageReadingProps = { village: string; children: (record: VillageRecord) => ComponentChildren };

/** All that a village has written, with how far the reading has come. */
export function VillageReading({ village, children }: VillageReadingProps) {
  const { campaign } = useDesk();
  const record = useVillageRecord({ campaign: campaign.id, village });
  if (record.state === "failed") return <LoadFailed retry={record.retry} />;
  if (record.state === "loading") {
    const label = say({ zh: "正在读取办理记录", en: "Reading what was done" });
    return <div class="loading"><Progress value={record.done} max={record.total} label={label} text={`${label} ${record.done} / ${record.total}`} /></div>;
  }
  const { unread } = record.value;
  return (
    <>
      {unread > 0 && <Alert tone="error">{say({ zh: `有 ${unread} 条办理记录读不出来，不在下面的内容里。请通知领导小组办公室。`, en: `${unread} record(s) cannot be read and are missing below. Tell the campaign's office.` })}</Alert>}
      {children(record.value)}
    </>
  );
}

/** The villages of the campaign, for a room that shows one at a time; nothing where the office is a village. */
export function useVillageChoice(): { village: string; choice: ComponentChildren } {
  const { campaign } = useDesk();
  const { village, choose, own } = useVillage([]);
  const choice = !own && <Chooser id="village" label={say({ zh: "村", en: "Village" })} value={village} options={campaign.villages.map(({ code, name }) => [code, name])} pick={choose} />;
  return { village, choice };
}
