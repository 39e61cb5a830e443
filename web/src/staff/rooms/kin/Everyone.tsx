import type { AreaCode } from "@domain/areas.ts";
import type { Staff } from "@domain/records.ts";
import type { Column } from "../../../shared/components.tsx";
import { Card, Table, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import type { WithId } from "../../data/convert.ts";
import { valueOf } from "../../data/live.ts";
import type { KnownDeclaration } from "../../data/outside.ts";
import { useDeclarations } from "../../data/outside.ts";
import { useStaffOf } from "../../data/records.ts";
import { Reading } from "../../parts/Reading.tsx";
import { officeName, officesOf } from "../../session/offices.ts";
import { useDesk } from "../../session/session.ts";
import { KIN_WORDS } from "./words.ts";

type Row = { account: WithId<Staff>; declaration: KnownDeclaration | undefined };

/** Who of the area has declared how many relatives, and who has not; of whom, nobody is told. */
export function Everyone({ campaign, area }: { campaign: string; area: AreaCode }) {
  const staff = useStaffOf(area);
  const declarations = valueOf(useDeclarations({ campaign, area }), { rows: [], unread: 0 }).rows;
  const desk = useDesk();
  const rolesOf = ({ account }: Row) => officesOf(account.roles).map((office) => say(officeName(office, desk.campaign)));
  const columns: Column<Row>[] = [
    { key: "account", head: say(KIN_WORDS.account), names: true, cell: ({ account }) => account.name },
    { key: "roles", head: say(KIN_WORDS.roles), cell: (row) => <ul class="plainList">{rolesOf(row).map((name) => <li key={name}>{name}</li>)}</ul> },
    { key: "declared", head: say(KIN_WORDS.declared), cell: ({ declaration }) => <Declared declaration={declaration} /> },
    { key: "at", head: say(KIN_WORDS.at), cell: ({ declaration }) => (declaration ? say(dateTimeOf(declaration.at)) : "—") },
  ];
  return (
    <Reading live={staff}>
      {({ rows }) => {
        const all = rows.filter(({ disabled }) => !disabled).map((account): Row => ({ account, declaration: declarations.find((one) => one.account === account.id) }));
        const missing = all.filter(({ declaration }) => !declaration).length;
        const sorted = all.sort((a, b) => Number(a.declaration !== undefined) - Number(b.declaration !== undefined) || a.account.email.localeCompare(b.account.email));
        return (
          <Card title={say(KIN_WORDS.everyone)} aside={<span class="soft">{say(KIN_WORDS.missing)} {missing} / {all.length}</span>}>
            <Table rows={sorted} columns={columns} caption={say(KIN_WORDS.everyone)} quiet rowKey={({ account }) => account.id} onPhone="stack" />
          </Card>
        );
      }}
    </Reading>
  );
}

function Declared({ declaration }: { declaration: KnownDeclaration | undefined }) {
  if (!declaration) return <Tag tone="waiting">{say(KIN_WORDS.missing)}</Tag>;
  const { self, relatives } = declaration;
  const many = relatives === 0 ? say(KIN_WORDS.nobody) : say({ zh: `亲属 ${relatives} 人`, en: `${relatives} relatives` });
  return <>{[...(self ? [say(KIN_WORDS.self)] : []), many].join(say({ zh: "、", en: ", " }))}</>;
}
