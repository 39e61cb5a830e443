import type { Action } from "@domain/action.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import { CONFIRMERS } from "@domain/meeting.ts";
import type { StaffRole } from "@domain/roles.ts";
import { say } from "../../../shared/language.tsx";
import { useAction } from "../../data/actions.ts";
import type { Household } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { valueOf } from "../../data/live.ts";
import { useStaffNames } from "../../data/names.ts";
import { useVillageApplications } from "../../data/service.ts";
import { byHousehold } from "../../parts/order.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { MeetingRecord } from "../../print/meeting/MeetingRecord.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { Nothing } from "./Nothing.tsx";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

/** The record of one meeting; the address names the action that recorded it. */
export function MeetingPrint({ at }: RoomProps) {
  const { id = "" } = at;
  const live = useAction(id);
  return <Reading live={live}>{(action) => (action?.type === "recordAppraisal" ? <Found action={action} /> : <Nothing />)}</Reading>;
}

/** Who confirmed the record of the households for which it still counts, each once. */
function confirmersOf(rows: readonly Household[], meeting: string, names: Record<string, string>): { role: StaffRole; name: string }[] {
  const kept = rows.flatMap(({ appraisal }) => (appraisal?.action === meeting ? [appraisal.confirmedBy] : []));
  return CONFIRMERS.flatMap((role) => [...new Set(kept.flatMap((one) => one[role] ?? []))].map((uid) => ({ role, name: names[uid] ?? "" })));
}

function Found({ action }: { action: WithId<Action> }) {
  const { campaign } = useDesk();
  const meeting = INPUTS.recordAppraisal.safeParse(action.input).data;
  const live = useVillageApplications({ campaign: campaign.id, village: action.area });
  const names = useStaffNames(valueOf(live, { rows: [], unread: 0 }).rows.flatMap(({ appraisal }) => (appraisal?.action === action.id ? Object.values(appraisal.confirmedBy) : [])));
  if (!meeting) return <Nothing />;
  const village = villageName(campaign, action.area);
  return (
    <Reading live={live}>
      {({ rows }) => {
        const voted = rows.filter(({ id }) => meeting.votes[id]).sort(byHousehold);
        const households = voted.map((row) => ({ id: row.id, householder: householderOf(row), group: row.facts?.groupName ?? "", people: row.facts?.memberCount ?? 0, track: row.track }));
        return <PrintFrame title={`${village} ${say(PRINT_WORDS.meetings)}`}><MeetingRecord meeting={meeting} village={village} town={campaign.town.zh} households={households} confirmers={confirmersOf(voted, action.id, names)} /></PrintFrame>;
      }}
    </Reading>
  );
}
