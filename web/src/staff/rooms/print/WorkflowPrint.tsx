import type { Track } from "@domain/status.ts";
import { Track as Tracks, TRACKS } from "@domain/status.ts";
import { say } from "../../../shared/language.tsx";
import { useSearch } from "../../parts/useSearch.ts";
import { WorkflowSheet } from "../../print/diagram/WorkflowSheet.tsx";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import { Chooser } from "../../parts/Chooser.tsx";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

const FIRST: { track: string } = { track: "identify" };

/** Annexes 6 and 12: the workflow of a list, drawn from the table that the system works by. */
export function WorkflowPrint() {
  const { campaign } = useDesk();
  const [{ track: chosen }, change] = useSearch(FIRST);
  const track: Track = Tracks.safeParse(chosen).data ?? "identify";
  const tools = <Chooser id="track" label={say(STAFF_WORDS.track)} value={track} options={Tracks.options.map((one) => [one, say(TRACKS[one])])} pick={(value) => change({ track: value })} />;
  return (
    <PrintFrame title={say(PRINT_WORDS.workflows)} tools={tools}>
      <WorkflowSheet track={track} town={campaign.town.zh} steps={track === "village" ? campaign.villageSteps : campaign.steps} />
    </PrintFrame>
  );
}
