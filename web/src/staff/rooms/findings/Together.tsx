import { evenCheckOf } from "@domain/checks/evenness.ts";
import { OFFICE_ACTIONS } from "@domain/workflow/offices.ts";
import type { FindingRow } from "@domain/register.ts";
import { ROLES } from "@domain/roles.ts";
import { Button, Card } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { dateOf } from "../../../shared/time.ts";
import { usePosting } from "../../actions/usePosting.ts";
import { valueOf } from "../../data/live.ts";
import { useFindingsTogether } from "../../data/service.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { useKeptText } from "../../parts/useKept.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { TRIAL_WORDS } from "../trial/words.ts";
import { FINDINGS_WORDS as W } from "./words.ts";

const ANSWERERS: readonly string[] = OFFICE_ACTIONS.answerVillageFinding.by;

/** What is asked of the chosen village, and of the town, as a whole. */
export function Together({ village }: { village: string }) {
  const { campaign } = useDesk();
  const ofVillage = valueOf(useFindingsTogether(campaign.id, village), null);
  const ofTown = valueOf(useFindingsTogether(campaign.id, campaign.town.code), null);
  const rows = [ofVillage, ofTown].flatMap((one) => (one?.rows ?? []).map((row) => ({ row, of: one?.area ?? "" })));
  if (rows.length === 0) return null;
  return (
    <Card title={say(W.village)}>
      <p class="soft">{say(W.villageLead)}</p>
      <ul class="findingRows">{rows.map(({ row, of }) => <Asked key={`${of} ${row.zh}`} row={row} of={of} />)}</ul>
    </Card>
  );
}

function Asked({ row, of }: { row: FindingRow; of: string }) {
  const { campaign, office } = useDesk();
  const [text, setText, drop] = useKeptText(`together.${campaign.id}.${of}.${row.rule}`);
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && drop());
  const place = of === campaign.town.code ? campaign.town.zh : villageName(campaign, of);
  const may = campaign.status === "open" && ANSWERERS.includes(office.role) && !row.answer && row.settledAt === null;
  const send = () => void post({ type: "answerVillageFinding", area: campaign.town.code, targets: [campaign.id], input: { of, rule: row.rule, answer: text.trim() } });
  return (
    <li>
      <p><span class="soft">{place} · {say(evenCheckOf(row.rule) ?? { zh: row.rule, en: row.rule })}</span></p>
      <p>{say(row)}</p>
      {row.settledAt && <p class="soft">{say(W.settled)} {say(dateOf(row.settledAt))}</p>}
      {row.answer && <><p class="quoted">{say(TRIAL_WORDS.answered)}{row.answer.text}</p><p class="soft">{say(ROLES[row.answer.role])} · {say(dateOf(row.answer.at))}</p></>}
      <Outcome progress={progress} nameOf={() => place} />
      {may && (
        <>
          <Field id={`answer-${of}-${row.rule}`} label={say(TRIAL_WORDS.answer)}>{(control) => <textarea {...control} rows={2} maxLength={1000} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />}</Field>
          <div class="buttons"><Button kind="primary" busy={underWay} disabled={text.trim().length < 2} onClick={send}>{say(TRIAL_WORDS.answerSend)}</Button></div>
        </>
      )}
    </li>
  );
}
