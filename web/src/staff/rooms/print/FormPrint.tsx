import { REGISTRATION } from "@domain/forms/registration.ts";
import { useMemo, useState } from "preact/hooks";
import { Alert, Loading, LoadFailed } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useLoaded } from "../../../shared/loaded.ts";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { HouseholdSheet } from "../../print/register/HouseholdSheet.tsx";
import { VillageSheet } from "../../print/register/VillageSheet.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { Nothing } from "./Nothing.tsx";
import type { Numbers } from "./numbers.ts";
import { maskedPaths } from "./numbers.ts";
import { NumbersTool } from "./NumbersTool.tsx";
import type { Papers } from "./papers.ts";
import { loadPapers } from "./papers.ts";
import { PrintFrame } from "./PrintFrame.tsx";
import { PRINT_WORDS } from "./words.ts";

const REGISTER_DIGITS = 16;

/** The registration form of a household (annex 4) or of a village (annex 11). */
export function FormPrint({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(application) => (application ? <Found key={application.chain.length} application={application} /> : <Nothing />)}</Reading>;
}

function Found({ application }: { application: Household }) {
  const { campaign } = useDesk();
  const loaded = useLoaded(() => loadPapers(application, campaign.register), [application.id, campaign.register]);
  if (loaded.state === "failed") return <LoadFailed retry={loaded.retry} />;
  if (loaded.state === "loading") return <Loading label={say(PRINT_WORDS.reading)} />;
  return <Drawn papers={loaded.value} />;
}

function Drawn({ papers: { application, year, registration, isComplete, help } }: { papers: Papers }) {
  const { campaign } = useDesk();
  const [numbers, setNumbers] = useState<Numbers>();
  const isVillage = application.track === "village";
  const masks = useMemo(() => (isVillage ? [] : [{ application: application.id, paths: maskedPaths(REGISTRATION, registration) }]), [application.id, registration, isVillage]);
  const place = { county: campaign.county.zh, town: campaign.town.zh, village: villageName(campaign, application.village) };
  const hidden = numbers?.[application.id];
  return (
    <PrintFrame
      title={`${householderOf(application)} ${say(PRINT_WORDS.form)}`}
      tools={
        <>
          {!isComplete && <Alert tone="warning">{say(PRINT_WORDS.notComplete)}</Alert>}
          <NumbersTool masks={masks} numbers={numbers} set={setNumbers} />
        </>
      }
    >
      {isVillage
        ? <VillageSheet place={{ ...place, code: application.village }} year={year ?? campaign.year} registration={registration} help={help} />
        : <HouseholdSheet place={place} no={application.household?.slice(-REGISTER_DIGITS)} year={year ?? campaign.year} registration={registration} {...(hidden && { numbers: hidden })} help={help} />}
    </PrintFrame>
  );
}
