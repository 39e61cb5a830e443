import { Action } from "@domain/action.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { paths } from "@domain/paths.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import { proposeVillages } from "@domain/quota/villages.ts";
import { doc } from "firebase/firestore";
import { say } from "../../../shared/language.tsx";
import { useVillages } from "../../data/campaigns.ts";
import { database } from "../../data/database.ts";
import { listenToOne } from "../../data/listen.ts";
import { useLive } from "../../data/live.ts";
import { useLastMarks } from "../../data/marks.ts";
import { Reading } from "../../parts/Reading.tsx";
import { dayInChinese } from "../../print/chinese.ts";
import { SplitSheet } from "../../print/quota/SplitSheet.tsx";
import { VillageSplitSheet } from "../../print/quota/VillageSplitSheet.tsx";
import { useDesk } from "../../session/session.ts";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

/** Annexes 2 and 8: the sizes as they were split over the villages. */
export function QuotaPrint() {
  const { campaign } = useDesk();
  const live = useVillages(campaign.id);
  return (
    <PrintFrame title={say(PRINT_WORDS.quota)}>
      <Reading live={live}>{({ rows }) => <Sheets progress={rows} />}</Reading>
    </PrintFrame>
  );
}

function Sheets({ progress }: { progress: VillageProgress[] }) {
  const { campaign } = useDesk();
  const action = campaign.split?.action ?? "";
  const split = useLive(action && `action ${action}`, listenToOne(() => doc(database(), paths.action(action)), Action));
  const rows = split.state === "ready" ? (INPUTS.splitQuota.safeParse(split.value?.input).data?.rows ?? []) : [];
  const quotaOf = (code: string) => progress.find((one) => one.code === code)?.quota ?? {};
  const proposed = proposeVillages(campaign.villages, campaign.quota.villages);
  const isMarked = progress.some(({ quota }) => quota?.village === 1);
  const marks = useLastMarks(campaign);
  const households = (code: string, track: "identify" | "exit") => {
    const counts = progress.find((one) => one.code === code)?.counts[track] ?? {};
    return SINCE_APPROVAL.reduce((sum, status) => sum + (counts[status]?.households ?? 0), 0);
  };
  const common = { town: campaign.town.zh, county: campaign.county.zh, year: campaign.year };
  return (
    <>
      <SplitSheet
        {...common}
        day={campaign.split ? dayInChinese(shanghaiDate(campaign.split.at)) : undefined}
        lines={campaign.villages.map(({ code, name, population, stock }) => ({
          village: name, population, stock, exit: quotaOf(code).exit ?? 0, identify: quotaOf(code).identify ?? 0, exitHouseholds: households(code, "exit"), households: households(code, "identify"), note: rows.find(({ village }) => village === code)?.reason ?? "",
        }))}
      />
      <VillageSplitSheet
        {...common}
        day={marks.at && dayInChinese(shanghaiDate(marks.at))}
        lines={proposed.flatMap(({ code, rank, poor: isProposed, reason }) => {
          const village = campaign.villages.find((one) => one.code === code);
          const poor = isMarked ? quotaOf(code).village === 1 : null;
          return village ? [{ ...village, rank, poor, reason: poor === null || poor === isProposed ? reason.zh : `${marks.reasons[code] || "镇里另行确定"}（${reason.zh}）` }] : [];
        })}
      />
    </>
  );
}
