import { VERIFIERS } from "@domain/workflow/resolvers.ts";
import { ROLES } from "@domain/roles.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Button, Card, EmptyState, Page } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { Checklist } from "../../parts/Checklist.tsx";
import { householdColumns } from "../../parts/columns.tsx";
import { Lasting } from "../../parts/Lasting.tsx";
import { Gathered, VERIFYING } from "../../parts/Gathering.tsx";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, nameIn } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useExceptions } from "../../parts/useExceptions.ts";
import { useKeptText } from "../../parts/useKept.ts";
import { firstMine, useVillage, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";

const WORDS = {
  title:  { zh: "核实", en: "Verification" },
  lead:   { zh: "村两委、镇扶贫专干、包村干部各核实一次；三方都核实后，村里公示。", en: "The village committee, the poverty officer and the village cadre each verify once; then the village publishes." },
  none:   { zh: "没有待核实的农户", en: "No household waits for verification" },
  noneLead: { zh: "民主评议通过的农户会出现在这里。", en: "Households that the appraisal has nominated appear here." },
  marks:  { zh: "已核实", en: "Verified by" },
  note:   { zh: "核实意见", en: "Note" },
  off:    { zh: "不能核实的原因", en: "Why it cannot be verified" },
} as const;

const STATUSES = ["nominated"] as const;

/** Households that the meeting nominated, to be verified: all at once, but for the exceptions. */
export function Verify(_: RoomProps) {
  const { campaign, office } = useDesk();
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses: STATUSES });
  return (
    <Page title={say(WORDS.title)} lead={say(WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Villages rows={rows} />}</Reading>
    </Page>
  );
}

function Villages({ rows }: { rows: Household[] }) {
  const desk = useDesk();
  const { village, choose, own } = useVillage(firstMine(rows, (row) => whyNot(row, "verify", desk) === undefined));
  return (
    <>
      {!own && <VillageTabs rows={rows} village={village} choose={choose} />}
      <VillageList key={village} village={village} rows={rows.filter((row) => row.village === village).sort(byUrgency)} />
    </>
  );
}

function VillageList({ village, rows }: { village: string; rows: Household[] }) {
  const desk = useDesk();
  const isOff = (row: Household) => whyNot(row, "verify", desk) !== undefined;
  const { chosen, choose } = useExceptions(`verify.${desk.campaign.id}.${village}`, rows, isOff);
  const [note, setNote, dropNote] = useKeptText(`verify.${desk.campaign.id}.${village}`);
  const [sent, setSent] = useState<readonly Household[]>([]);
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && dropNote());
  const columns = householdColumns(desk.campaign.line);
  const send = () => {
    const targets = rows.filter(({ id }) => chosen.has(id));
    setSent(targets);
    void post({ type: "verify", area: village, targets: targets.map(({ id }) => id), input: note.trim() ? { note: note.trim() } : {}, seen: seenOf(targets) });
  };
  return (
    <>
      <Outcome progress={progress} nameOf={nameIn(sent)} done={(outcome) => <Gathered gathering={VERIFYING} outcome={outcome} rows={sent} role={desk.office.role} />} />
      {rows.length === 0 && <EmptyState title={say(WORDS.none)}><p>{say(WORDS.noneLead)}</p></EmptyState>}
      {rows.length > 0 && (
        <Card title={say(householdsOf(rows.length))} aside={<span class="soft">{say({ zh: `已选 ${chosen.size} 户`, en: `${chosen.size} chosen` })}</span>}>
          <Checklist
            rows={rows}
            columns={[columns.name, offColumn(desk), verifiedBy(), columns.people, columns.income, columns.votes, columns.due]}
            caption={say(WORDS.title)}
            chosen={chosen}
            onChange={choose}
            nameOf={householderOf}
            isOff={isOff}
          />
          <Field id="verifyNote" label={say(WORDS.note)}>
            {(aria) => <textarea {...aria} rows={2} maxLength={1000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />}
          </Field>
          <Lasting action="verify" />
          <div class="buttons">
            <Button kind="primary" disabled={chosen.size === 0} busy={underWay} onClick={send}>{say({ zh: `核实所选 ${chosen.size} 户`, en: `Verify the ${chosen.size} chosen` })}</Button>
          </div>
        </Card>
      )}
    </>
  );
}

/** Which of the three have verified already. */
const verifiedBy = (): Column<Household> => ({
  key: "verified",
  head: say(WORDS.marks),
  cell: ({ hands }) => VERIFIERS.filter((role) => hands.verified[role]).map((role) => say(ROLES[role])).join(say({ zh: "、", en: ", " })) || "—",
});

/** Why a household cannot be verified by this person. */
function offColumn(desk: ReturnType<typeof useDesk>): Column<Household> {
  const tell = (row: Household) => {
    const off = whyNot(row, "verify", desk);
    return off && off !== "notNow" ? say(off) : "";
  };
  return { key: "off", head: <span class="unseen">{say(WORDS.off)}</span>, cell: (row) => tell(row) && <span class="soft wraps">{tell(row)}</span> };
}
