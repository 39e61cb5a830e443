import type { VillageProgress } from "@domain/campaign.ts";
import type { Problem } from "@domain/problems.ts";
import { checkVillageSplit, proposeVillages } from "@domain/quota/villages.ts";
import { OFFICE_ACTIONS } from "@domain/workflow/offices.ts";
import { useMemo, useState } from "preact/hooks";
import { Alert, Button, EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { useLastMarks } from "../../data/marks.ts";
import { useVillageTrack } from "../../data/service.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import { MarksTable } from "./MarksTable.tsx";
import type { TypedMarks } from "./typedMarks.ts";
import { isMarked, marksFrom, rowsFrom, unexplainedIn } from "./typedMarks.ts";
import { MARK_WORDS } from "./words.ts";

/** Annex 8: which villages of the town are poor, proposed by the plan's order and then set; always exactly as many. */
export function Marks() {
  const { campaign } = useDesk();
  const live = useVillages(campaign.id);
  const hasSize = campaign.quota.villages > 0;
  return (
    <Page title={say(MARK_WORDS.title)} lead={say(MARK_WORDS.lead)} aside={hasSize && <span class="noPrint"><Button onClick={() => window.print()}>{say(MARK_WORDS.print)}</Button></span>}>
      {!hasSize && <EmptyState title={say(MARK_WORDS.noSize)}><p>{say(MARK_WORDS.noSizeLead)}</p></EmptyState>}
      {hasSize && <Reading live={live}>{({ rows }) => <LastMarked villages={rows} />}</Reading>}
    </Page>
  );
}

function LastMarked({ villages }: { villages: VillageProgress[] }) {
  const { campaign } = useDesk();
  const { reasons, isThere, retry } = useLastMarks(campaign);
  const isSet = isMarked(villages);
  return (
    <>
      <p class="soft">{say(isSet ? MARK_WORDS.set : MARK_WORDS.never)}</p>
      {(!isSet || isThere) && <Desk villages={villages} reasons={reasons} marked={retry} />}
    </>
  );
}

const MARKERS: readonly string[] = OFFICE_ACTIONS.splitVillages.by;

function Desk({ villages, reasons, marked }: { villages: VillageProgress[]; reasons: Record<string, string>; marked: () => void }) {
  const { office, campaign } = useDesk();
  const mayMark = MARKERS.includes(office.role) && office.area === campaign.town.code && campaign.status === "open";
  const proposed = useMemo(() => proposeVillages(campaign.villages, campaign.quota.villages), [campaign]);
  const applications = valueOf(useVillageTrack({ campaign: campaign.id, area: office.area }), { rows: [], unread: 0 }).rows;
  const [typed, setTyped, drop] = useKept<TypedMarks>(`marks.${campaign.id}.${campaign.version}`, marksFrom({ proposed, villages, reasons }));
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState(false);
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && (drop(), marked()));
  const missing = asked ? unexplainedIn(typed, proposed) : [];
  const hasGaps = campaign.villages.some(({ perCapita, collectiveIncomeWan }) => perCapita === undefined || collectiveIncomeWan === undefined);
  const save = () => {
    const rows = rowsFrom(campaign, typed, proposed);
    const wrong = checkVillageSplit(campaign, rows);
    setProblem(wrong);
    setAsked(true);
    if (!wrong) void post({ type: "splitVillages", area: campaign.town.code, targets: [campaign.id], input: { rows } });
  };
  return (
    <>
      {problem && <Alert tone="error">{say(problem)}</Alert>}
      {hasGaps && <Alert tone="info">{say(MARK_WORDS.noFigures)}</Alert>}
      <Outcome progress={progress} nameOf={() => say(campaign.name)} done={() => say(MARK_WORDS.saved)} />
      <MarksTable proposed={proposed} typed={typed} applications={applications} missing={missing} set={mayMark ? (code, mark) => setTyped({ ...typed, [code]: mark }) : undefined} />
      {mayMark && (
        <div class="buttons noPrint">
          <Button kind="primary" busy={underWay} onClick={save}>{say(MARK_WORDS.save)}</Button>
          <Button onClick={() => setTyped(Object.fromEntries(proposed.map(({ code, poor }) => [code, { poor, reason: "" }])))}>{say(MARK_WORDS.reset)}</Button>
        </div>
      )}
    </>
  );
}
