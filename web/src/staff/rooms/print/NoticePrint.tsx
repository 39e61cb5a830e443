import { useState } from "preact/hooks";
import { say } from "../../../shared/language.tsx";
import { useNotice } from "../../data/records.ts";
import { Reading } from "../../parts/Reading.tsx";
import { NoticePoster } from "../../print/notice/NoticePoster.tsx";
import type { RoomProps } from "../../shell/rooms.ts";
import { Chooser } from "../../parts/Chooser.tsx";
import { Nothing } from "./Nothing.tsx";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

/** A notice as a poster for the board. */
export function NoticePrint({ at }: RoomProps) {
  const live = useNotice(at.id);
  const [paper, setPaper] = useState<"posterA4" | "posterA3">("posterA4");
  return (
    <Reading live={live}>
      {(notice) => {
        if (!notice) return <Nothing />;
        const tools = <Chooser id="paper" label={say(PRINT_WORDS.paper)} value={paper} options={[["posterA4", "A4"], ["posterA3", "A3"]]} pick={(value) => setPaper(value === "posterA3" ? "posterA3" : "posterA4")} />;
        return <PrintFrame title={`${notice.villageName} ${say(PRINT_WORDS.notices)}`} tools={tools}><NoticePoster notice={notice} paper={paper} /></PrintFrame>;
      }}
    </Reading>
  );
}
