import type { Audit } from "@domain/records.ts";
import { ROLES } from "@domain/roles.ts";
import { useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Card, EmptyState, Page, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { WithId } from "../../data/convert.ts";
import { useStaffNames } from "../../data/names.ts";
import { useAudit } from "../../data/records.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useSession } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { Chooser } from "../../parts/Chooser.tsx";
import { AUDIT_WORDS, AUDITED, OF_ACCOUNTS, OF_HOUSEHOLDS, REASONS } from "./words.ts";

type Line = WithId<Audit>;

/** Who showed, printed, exported or brought in what, and why: for whoever oversees the area. */
export function AuditRoom(_: RoomProps) {
  const { office } = useSession();
  const live = useAudit(office.area);
  return (
    <Page title={say(AUDIT_WORDS.title)} lead={say(AUDIT_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Lines rows={rows} />}</Reading>
    </Page>
  );
}

const KINDS = Object.keys(AUDITED) as Audit["what"][];

function Lines({ rows }: { rows: Line[] }) {
  const [kind, setKind] = useState("");
  const names = useStaffNames(rows.flatMap(({ by, what, subject }) => (OF_ACCOUNTS.includes(what) ? [by, subject] : [by])));
  const shown = rows.filter(({ what }) => kind === "" || what === kind).sort((a, b) => b.at.getTime() - a.at.getTime());
  const options = [["", say(AUDIT_WORDS.all)] as const, ...KINDS.map((one) => [one, say(AUDITED[one])] as const)];
  return (
    <>
      <Chooser id="auditKind" label={say(AUDIT_WORDS.kind)} value={kind} options={options} pick={setKind} />
      {shown.length === 0 && <EmptyState title={say(AUDIT_WORDS.none)}><p>{say(AUDIT_WORDS.noneLead)}</p></EmptyState>}
      {shown.length > 0 && <Card title={say(AUDIT_WORDS.title)} aside={<span class="soft">{shown.length}</span>}><Table rows={shown} columns={columnsOf(names)} caption={say(AUDIT_WORDS.title)} quiet rowKey={({ id }) => id} onPhone="stack" /></Card>}
    </>
  );
}

function columnsOf(names: Record<string, string>): Column<Line>[] {
  const about = ({ what, subject }: Line) => {
    if (OF_HOUSEHOLDS.includes(what)) return <Link href={addressOfHousehold(subject)}>{say(AUDIT_WORDS.open)}</Link>;
    return OF_ACCOUNTS.includes(what) ? (names[subject] ?? "—") : "—";
  };
  return [
    { key: "at", head: say(AUDIT_WORDS.at), names: true, cell: ({ at }) => say(dateTimeOf(at)) },
    { key: "by", head: say(AUDIT_WORDS.by), cell: ({ by }) => (by === "clock" ? say(ROLES.clock) : (names[by] ?? "—")) },
    { key: "what", head: say(AUDIT_WORDS.kind), cell: ({ what }) => say(AUDITED[what]) },
    { key: "about", head: say(AUDIT_WORDS.about), cell: about },
    { key: "why", head: say(AUDIT_WORDS.why), cell: ({ reason }) => <span class="wraps">{REASONS[reason] ? say(REASONS[reason]) : reason || "—"}</span> },
  ];
}
