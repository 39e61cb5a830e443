import type { DeclaredLine } from "@domain/matches.ts";
import { KINSHIPS } from "@domain/matches.ts";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Card, Page, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateOf, dateTimeOf } from "../../../shared/time.ts";
import type { WithId } from "../../data/convert.ts";
import { valueOf } from "../../data/live.ts";
import type { KnownDeclaration } from "../../data/outside.ts";
import { useOwnDeclaration, useOwnLines } from "../../data/outside.ts";
import { Reading } from "../../parts/Reading.tsx";
import { useDesk } from "../../session/session.ts";
import { DeclareForm } from "./DeclareForm.tsx";
import { Everyone } from "./Everyone.tsx";
import { KIN_WORDS } from "./words.ts";

/** One's own relatives, to be kept away from their households; for the oversight also who has declared. */
export function Kin() {
  const { campaign, uid, office } = useDesk();
  const live = useOwnDeclaration(campaign.id, uid);
  const oversees = office.role === "supervisor" || office.role === "campaignOffice";
  return (
    <Page title={say(KIN_WORDS.title)} lead={say(KIN_WORDS.lead)}>
      <Alert tone="info">{say(KIN_WORDS.privacy)}</Alert>
      <Reading live={live}>
        {({ rows: [declaration] }) => (
          <>
            <Mine declaration={declaration} />
            <DeclareForm declaration={declaration} />
          </>
        )}
      </Reading>
      {oversees && <Everyone campaign={campaign.id} area={office.area} />}
    </Page>
  );
}

const DAY = 86_400_000;

/** A declaration counts for the campaign's days from the last time that it was made or confirmed. */
function keptUntil({ at }: KnownDeclaration, days: number) {
  const until = dateOf(new Date(at.getTime() + days * DAY));
  return { zh: `保存到 ${until.zh}，在这以前请再申报或确认一次；期满自动删除。`, en: `Kept until ${until.en}: declare or confirm it again before that day, for then it is erased.` };
}

function Mine({ declaration }: { declaration: KnownDeclaration | undefined }) {
  const { campaign, uid } = useDesk();
  const { rows } = valueOf(useOwnLines(campaign.id, uid), { rows: [], unread: 0 });
  const columns: Column<WithId<DeclaredLine>>[] = [
    { key: "relation", head: say(KIN_WORDS.relation), names: true, cell: ({ relation }) => say(relation === "self" ? KIN_WORDS.self : KINSHIPS[relation]) },
    { key: "number", head: say(KIN_WORDS.number), cell: ({ masked }) => <span class="number">{masked}</span> },
    { key: "at", head: say(KIN_WORDS.at), cell: ({ at }) => say(dateTimeOf(at)) },
  ];
  const sorted = [...rows].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <Card title={say(KIN_WORDS.mine)} aside={declaration && <span class="soft">{say(dateTimeOf(declaration.at))}</span>}>
      {!declaration && <Alert tone="warning">{say(KIN_WORDS.notYet)}</Alert>}
      {declaration && <p class="soft">{say(keptUntil(declaration, campaign.retention.kinDays))}</p>}
      {declaration?.relatives === 0 && <p>{say(KIN_WORDS.none)}</p>}
      {rows.length > 0 && <Table rows={sorted} columns={columns} caption={say(KIN_WORDS.mine)} quiet rowKey={({ id }) => id} onPhone="stack" />}
    </Card>
  );
}
