import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Button, Table, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { householdColumns } from "../../parts/columns.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { Recusals } from "./Recusals.tsx";
import type { TypedMeeting, TypedVote, Verdict } from "./typed.ts";
import { EMPTY_VOTE, verdictOf } from "./typed.ts";
import { MEETING_WORDS } from "./words.ts";

/** Where a household's votes are typed. */
export const voteId = (id: string): string => `votes-${id}`;

type VoteTableProps = {
  rows: Household[];
  typed: TypedMeeting;
  setVote: (id: string, vote: TypedVote) => void;
  /** Takes a household out of the meeting, or into it. */
  toggle: (id: string) => void;
  isIn: (row: Household) => boolean;
  /** Whose votes were found to be incomplete, or too many. */
  isWrong: (row: Household) => boolean;
};

const VERDICTS: Record<Verdict, { tone: "done" | "ended" | "held" | "waiting"; zh: string; en: string }> = {
  nominated:    { tone: "done", ...MEETING_WORDS.nominated },
  notNominated: { tone: "ended", ...MEETING_WORDS.notNominated },
  tooMany:      { tone: "held", zh: "票数多于实到", en: "more than present" },
  missing:      { tone: "waiting", zh: "待填", en: "to be filled in" },
};

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Enter: 1 };

/** Down and up, as in a ledger: to the same column of the next household. */
function walk(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const box = event.target;
  if (!step || !(box instanceof HTMLInputElement) || !box.dataset.column) return;
  const column = [...(box.closest("table")?.querySelectorAll<HTMLInputElement>(`input[data-column=${box.dataset.column}]`) ?? [])];
  event.preventDefault();
  const next = column[column.indexOf(box) + step];
  next?.focus();
  next?.select();
}

/** One row for each household: its votes, and at once what they come to. */
export function VoteTable({ rows, typed, setVote, toggle, isIn, isWrong }: VoteTableProps) {
  const { campaign } = useDesk();
  const [recusing, setRecusing] = useState<Household>();
  const columns = householdColumns(campaign.line);
  const voteOf = ({ id }: Household) => typed.votes[id] ?? EMPTY_VOTE;
  const figure = (key: "yes" | "no" | "abstain"): Column<Household> => ({
    key,
    head: say(MEETING_WORDS[key]),
    align: "end",
    cell: (row) => isIn(row) && (
      <input
        class="input vote"
        id={key === "yes" ? voteId(row.id) : undefined}
        aria-invalid={isWrong(row) || undefined}
        inputMode="numeric"
        maxLength={4}
        data-column={key}
        aria-label={`${householderOf(row)} ${say(MEETING_WORDS[key])}`}
        value={voteOf(row)[key]}
        onInput={(event) => setVote(row.id, { ...voteOf(row), [key]: event.currentTarget.value })}
      />
    ),
  });
  const own: Column<Household>[] = [
    figure("yes"),
    figure("no"),
    figure("abstain"),
    {
      key: "recused",
      head: say(MEETING_WORDS.recusals),
      cell: (row) => isIn(row) && (
        <Button kind="quiet" onClick={() => setRecusing(row)}>
          {voteOf(row).recused.length > 0 ? say({ zh: `${voteOf(row).recused.length} 人`, en: `${voteOf(row).recused.length}` }) : say({ zh: "登记", en: "Enter" })}
          <span class="unseen"> {say(MEETING_WORDS.recusals)} {householderOf(row)}</span>
        </Button>
      ),
    },
    { key: "verdict", head: say(MEETING_WORDS.verdict), cell: (row) => (isIn(row) ? <VerdictTag verdict={verdictOf(voteOf(row), typed.present)} /> : row.appraisal && <span class="soft">{say(row.status === "nominated" ? MEETING_WORDS.nominatedBefore : MEETING_WORDS.again)}</span>) },
    {
      key: "out",
      head: "",
      cell: (row) => (
        <Button kind="quiet" aria-label={`${say(isIn(row) ? { zh: "本次不评议", en: "Leave out" } : { zh: "列入评议", en: "Take in" })} ${householderOf(row)}`} onClick={() => toggle(row.id)}>
          {say(isIn(row) ? { zh: "本次不评议", en: "Leave out" } : { zh: "列入评议", en: "Take in" })}
        </Button>
      ),
    },
  ];
  return (
    <div onKeyDown={walk}>
      <Table rows={rows} columns={[columns.name, ...own, columns.people, columns.income]} caption={say(MEETING_WORDS.votes)} quiet rowKey={({ id }) => id} onPhone="stack" />
      {recusing && (
        <Recusals
          name={householderOf(recusing)}
          recusals={voteOf(recusing).recused}
          close={() => setRecusing(undefined)}
          keep={(recused) => {
            setVote(recusing.id, { ...voteOf(recusing), recused });
            setRecusing(undefined);
          }}
        />
      )}
    </div>
  );
}

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  return <Tag tone={VERDICTS[verdict].tone}>{say(VERDICTS[verdict])}</Tag>;
}
