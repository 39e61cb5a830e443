import { APPLICATION } from "@domain/forms/application.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { useMemo, useState } from "preact/hooks";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { dayInChinese } from "../../print/chinese.ts";
import { asForm } from "../../print/forms/answer.ts";
import { HouseholdLetter } from "../../print/letters/HouseholdLetter.tsx";
import { VillageLetter } from "../../print/letters/VillageLetter.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { Nothing } from "./Nothing.tsx";
import type { Numbers } from "./numbers.ts";
import { maskedPaths } from "./numbers.ts";
import { NumbersTool } from "./NumbersTool.tsx";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

/** The letter of a household (annex 3) or of a village (annex 9). */
export function LetterPrint({ at }: RoomProps) {
  const live = useApplication(at.id);
  return (
    <Reading live={live}>
      {(application) => {
        if (!application) return <Nothing />;
        return application.track === "exit" ? <Nothing why={PRINT_WORDS.noLetter} /> : <Letter application={application} />;
      }}
    </Reading>
  );
}

function Letter({ application }: { application: Household }) {
  const { campaign } = useDesk();
  const [numbers, setNumbers] = useState<Numbers>();
  const { id, track, status, createdAt, receiptNo } = application;
  const value = useMemo(() => asForm(application.form), [application.form]);
  const masks = useMemo(() => (track === "village" ? [] : [{ application: id, paths: maskedPaths(APPLICATION, value) }]), [id, track, value]);
  const village = villageName(campaign, application.village);
  const day = status === "draft" ? undefined : dayInChinese(shanghaiDate(createdAt));
  const hidden = numbers?.[id];
  return (
    <PrintFrame title={`${householderOf(application)} ${say(PRINT_WORDS.letter)}`} tools={<NumbersTool masks={masks} numbers={numbers} set={setNumbers} />}>
      {track === "village"
        ? <VillageLetter value={value} village={village} town={campaign.town.zh} year={campaign.year} />
        : <HouseholdLetter value={value} {...(hidden && { numbers: hidden })} village={village} year={campaign.year} day={day} receiptNo={receiptNo ?? undefined} />}
    </PrintFrame>
  );
}
