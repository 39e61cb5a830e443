import type { VillageProgress } from "@domain/campaign.ts";
import type { Status, Track } from "@domain/status.ts";
import { statusOf } from "@domain/status.ts";
import type { Column } from "../../../shared/components.tsx";
import { Card, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { boardStates, listOf } from "../board/standing.ts";
import { OVERVIEW_WORDS } from "./words.ts";

type MatrixProps = { villages: readonly VillageProgress[]; track: Track };

/** Steps by villages: how many wait where. A table that is its own picture: the darker, the more. */
export function Matrix({ villages, track }: MatrixProps) {
  const waiting = ({ counts }: VillageProgress, status: Status) => counts[track][status]?.households ?? 0;
  const states = boardStates(track).filter((status) => villages.some((village) => waiting(village, status) > 0));
  const most = Math.max(1, ...states.flatMap((status) => villages.map((village) => waiting(village, status))));
  const columns: Column<Status>[] = [
    { key: "step", head: say(OVERVIEW_WORDS.step), names: true, cell: (status) => say(statusOf(track, status)) },
    ...villages.map((village): Column<Status> => ({
      key: "heat", head: village.name, align: "end",
      cell: (status) => <Heat many={waiting(village, status)} most={most} href={listOf(track, status, village.code)} />,
    })),
  ];
  if (states.length === 0) return null;
  return (
    <Card title={say(OVERVIEW_WORDS.matrix)} class="matrix">
      <p class="soft">{say(OVERVIEW_WORDS.matrixLead)}</p>
      <Table rows={states} columns={columns} caption={say(OVERVIEW_WORDS.matrix)} quiet rowKey={(status) => status} />
    </Card>
  );
}

function Heat({ many, most, href }: { many: number; most: number; href: string }) {
  if (many === 0) return <span class="heat soft">·</span>;
  return <span class="heat" style={{ "--heat": `${Math.round(10 + (60 * many) / most)}%` }}><Link href={href}>{String(many)}</Link></span>;
}
