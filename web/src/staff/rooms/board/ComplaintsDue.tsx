import type { Complaint } from "@domain/records.ts";
import type { Column } from "../../../shared/components.tsx";
import { Card, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { WORDS } from "../../../shared/words.ts";
import { valueOf } from "../../data/live.ts";
import { useComplaints } from "../../data/records.ts";
import { Due } from "../../parts/status.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { COMPLAINT_WORDS } from "../complaints/words.ts";
import { BOARD_WORDS } from "./words.ts";

type Row = { village: string; waiting: number; late: number; by: Date };

/** Late is what is past its day, and what the town left so long that it passed to the county. */
const isLate = ({ dueAt, level }: Pick<Complaint, "dueAt" | "level">) => level === "county" || dueAt < new Date();

/**
 * Complaints that wait, by village, on the supervisor's own board. They are counted here from what a supervisor alone
 * reads: the villages' counters are public, and one of complaints there would tell of them.
 */
export function ComplaintsDue() {
  const { campaign, office } = useDesk();
  const open = valueOf(useComplaints({ campaign: campaign.id, area: office.area }), { rows: [], unread: 0 }).rows.filter(({ status }) => status === "open");
  if (open.length === 0) return null;
  const rows = [...Map.groupBy(open, ({ village }) => village)].map(([village, some]): Row => (
    { village, waiting: some.length, late: some.filter(isLate).length, by: new Date(Math.min(...some.map(({ dueAt }) => dueAt.getTime()))) }
  ));
  const columns: Column<Row>[] = [
    { key: "village", head: say(WORDS.village), names: true, cell: ({ village }) => villageName(campaign, village) },
    { key: "waiting", head: say(BOARD_WORDS.waiting), align: "end", cell: ({ waiting }) => <Link href="/staff/complaints">{String(waiting)}</Link> },
    { key: "late", head: say(BOARD_WORDS.late), align: "end", cell: ({ late }) => (late > 0 ? <span class="late">{late}</span> : 0) },
    { key: "by", head: say(BOARD_WORDS.by), cell: ({ by }) => <Due at={by} /> },
  ];
  return (
    <Card title={say(COMPLAINT_WORDS.title)}>
      <p class="soft">{say(BOARD_WORDS.complaints)}</p>
      <Table rows={rows.sort((a, b) => a.by.getTime() - b.by.getTime())} columns={columns} caption={say(COMPLAINT_WORDS.title)} quiet rowKey={({ village }) => village} onPhone="stack" />
    </Card>
  );
}
