import "../../service.css";
import { formOf } from "@domain/forms/received.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { useState } from "preact/hooks";
import { ButtonLink, EmptyState, Loading } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { useFormDrafts, useHelp } from "../../data/help.ts";
import { useYears } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { EarlierRound } from "../../parts/EarlierRound.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { roundOf } from "../../parts/round.ts";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { UpdateForm } from "./UpdateForm.tsx";
import { beginUpdate, typedFrom, updateKey, updateYears } from "./value.ts";
import { UPDATE_WORDS } from "./words.ts";

/** The update of one household or village for a year, from the form of the year before. */
export function UpdateRoom({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(found) => (found ? <Known key={found.id} application={found} /> : <NotNow />)}</Reading>;
}

export function NotNow({ why }: { why?: string }) {
  return (
    <EmptyState title={say(UPDATE_WORDS.notNow)}>
      {why && <p>{why}</p>}
      <ButtonLink href="/staff/update">{say(UPDATE_WORDS.list)}</ButtonLink>
    </EmptyState>
  );
}

/** The year of the address, if it can be updated; else the next one, else a correction of the latest. */
function useYear({ registration }: Household): number {
  const { campaign } = useDesk();
  const [asked] = useState(() => Number(new URLSearchParams(location.search).get("year")));
  const latest = registration?.year ?? campaign.year;
  const [first] = useState(latest);
  if (asked === first || asked === first + 1) return asked;
  return updateYears(campaign, shanghaiDate(new Date())).includes(first + 1) ? first + 1 : first;
}

function Known({ application }: { application: Household }) {
  const desk = useDesk();
  /* Once it is open the form stays, whatever happens meanwhile: what is typed must not go away under the fingers. */
  const [off] = useState(() => whyNot(application, "updateYear", desk));
  const year = useYear(application);
  if (off) return <NotNow {...(off !== "notNow" && { why: say(off) })} />;
  return <Gathered application={application} year={year} />;
}

/** Everything that the update is begun with; it is drawn once all of it is there. */
function Gathered({ application, year }: { application: Household; year: number }) {
  const { campaign, staff } = useDesk();
  const versions = useYears(application, campaign.register);
  const drafts = useFormDrafts(application);
  const help = useHelp(application);
  const failed = [versions, drafts, help].find(({ state }) => state === "failed");
  const [kept, setKept] = useState<ReturnType<typeof beginUpdate>>();
  if (failed) return <Reading<unknown> live={failed}>{() => null}</Reading>;
  if (versions.state !== "ready" || drafts.state !== "ready" || help.state !== "ready") return <Loading />;
  const begun = kept ?? beginUpdate({ year, versions: versions.value.rows, filledBy: staff.name });
  if (!begun) return <NotNow why={say(UPDATE_WORDS.noBefore)} />;
  if (!kept) setKept(begun);
  const draft = drafts.value.rows.find(({ id }) => id === "update");
  const saved = draft && typedFrom(draft.form, draft.at);
  const isOfYear = saved !== undefined && saved.year === year;
  const changed = versions.value.rows.filter((version) => version.year === year || version.year === year - 1).sort((one, other) => one.year - other.year);
  const round = roundOf(changed.map(({ action, changes, at }) => ({ id: `${action ?? ""}${changes.length || ""}`, at })), application);
  return (
    <EarlierRound keptAs={updateKey(application.id, year)} round={round} savedAt={isOfYear ? draft?.at : undefined}>
      {(withSaved) => (
        <UpdateForm
          application={application}
          form={formOf("registration", application.track)}
          year={year}
          before={begun.before}
          begun={isOfYear && withSaved ? saved.typed : begun.typed}
          saved={isOfYear && withSaved && draft ? { by: draft.by, at: draft.at } : undefined}
          plan={help.value.rows.find(({ id }) => id === application.plan?.record)?.content}
        />
      )}
    </EarlierRound>
  );
}
