import { Action } from "@domain/action.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import type { Problem } from "@domain/problems.ts";
import { checkSplit } from "@domain/quota/checkSplit.ts";
import { proposeSplit } from "@domain/quota/split.ts";
import { ROLES } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";
import { OFFICE_ACTIONS } from "@domain/workflow/offices.ts";
import { doc } from "firebase/firestore";
import { useMemo, useState } from "preact/hooks";
import { Alert, Button, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { usePosting } from "../../actions/usePosting.ts";
import { useVillages } from "../../data/campaigns.ts";
import { database } from "../../data/database.ts";
import { listenToOne } from "../../data/listen.ts";
import { useLive } from "../../data/live.ts";
import { useStaffNames } from "../../data/names.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import { SplitTable } from "./SplitTable.tsx";
import type { TypedSplit } from "./typedSplit.ts";
import { readSplit, typedFrom } from "./typedSplit.ts";
import { QUOTA_WORDS } from "./words.ts";

/** Annex 2: the town's size over its villages, computed, then set by the officer; the totals are always exact. */
export function Quota() {
  const { campaign } = useDesk();
  const live = useVillages(campaign.id);
  return (
    <Page title={say(QUOTA_WORDS.title)} lead={say(QUOTA_WORDS.lead)} aside={<span class="noPrint"><Button onClick={() => window.print()}>{say(QUOTA_WORDS.print)}</Button></span>}>
      <Reading live={live}>{({ rows }) => <LastSplit villages={rows} />}</Reading>
    </Page>
  );
}

/** The action of the last split tells who set it, when, and the reasons. */
function useLastSplit() {
  const { campaign } = useDesk();
  const id = campaign.split?.action;
  return useLive(id && `action ${id}`, listenToOne(() => doc(database(), paths.action(id ?? "")), Action));
}

function LastSplit({ villages }: { villages: VillageProgress[] }) {
  const { campaign } = useDesk();
  const live = useLastSplit();
  const action = live.state === "ready" ? live.value : undefined;
  const names = useStaffNames(action ? [action.by] : []);
  const reasons = useMemo(() => {
    const input = INPUTS.splitQuota.safeParse(action?.input);
    return Object.fromEntries((input.data?.rows ?? []).map(({ village, reason }) => [village, reason]));
  }, [action]);
  const who = action && `${names[action.by] ?? ""} ${say(ROLES[action.role])}`;
  return (
    <>
      <p class="soft">{campaign.split ? `${say(QUOTA_WORDS.last)}${say(dateTimeOf(campaign.split.at))} ${who ?? ""}` : say(QUOTA_WORDS.never)}</p>
      {(!campaign.split || live.state !== "loading") && <Desk villages={villages} reasons={reasons} />}
    </>
  );
}

const SPLITTERS: readonly string[] = OFFICE_ACTIONS.splitQuota.by;

function Desk({ villages, reasons }: { villages: VillageProgress[]; reasons: Record<string, string> }) {
  const { office, campaign } = useDesk();
  const maySplit = SPLITTERS.includes(office.role) && office.area === campaign.town.code && campaign.status === "open";
  const proposed = useMemo(() => proposeSplit(campaign.quota, campaign.villages), [campaign]);
  const now = Object.fromEntries(villages.flatMap(({ code, quota }) => (quota ? [[code, quota]] : [])));
  const initial = typedFrom(campaign, campaign.split ? now : proposed, reasons);
  const [typed, setTyped, drop] = useKept<TypedSplit>(`quota.${campaign.id}.${campaign.split?.action ?? ""}`, initial);
  const [problem, setProblem] = useState<Bilingual | Problem>();
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && drop());
  const save = () => {
    const rows = readSplit(campaign, typed);
    const wrong = rows ? checkSplit(campaign, villages, rows) : QUOTA_WORDS.notNumber;
    setProblem(wrong);
    if (rows && !wrong) void post({ type: "splitQuota", area: campaign.town.code, targets: [campaign.id], input: { rows } });
  };
  return (
    <>
      {problem && <Alert tone="error">{say(problem)}</Alert>}
      <Outcome progress={progress} nameOf={() => say(campaign.name)} done={() => say(QUOTA_WORDS.saved)} />
      <SplitTable villages={villages} typed={typed} proposed={proposed} set={maySplit ? (code, row) => setTyped({ ...typed, [code]: row }) : undefined} />
      {maySplit && (
        <div class="buttons noPrint">
          <Button kind="primary" busy={underWay} onClick={save}>{say(QUOTA_WORDS.save)}</Button>
          <Button onClick={() => setTyped(typedFrom(campaign, proposed, {}))}>{say(QUOTA_WORDS.reset)}</Button>
        </div>
      )}
    </>
  );
}
