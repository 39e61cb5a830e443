import { useState } from "preact/hooks";
import { Alert, Button, ButtonLink, Card, EmptyState, Page } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { useApplication, useApplications } from "../../data/applications.ts";
import { deleteDraft } from "../../data/drafts.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useOwn } from "../../session/own.ts";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { ApplyForm } from "./ApplyForm.tsx";
import { beginApplication } from "./begin.ts";
import { draftKey } from "./draftKey.ts";
import { APPLY_WORDS } from "./words.ts";

const DRAFTS = ["draft"] as const;

/** Applications on a farmer's behalf: the drafts of the village, or one being filled in. */
export function Apply({ at }: RoomProps) {
  const own = useOwn();
  if (!at.id) return <Drafts />;
  /* What this device remembers is newer than what was saved, and holds the numbers. */
  return own.kept(draftKey(at.id)) !== undefined ? <ApplyForm id={at.id} draft={undefined} /> : <Resumed id={at.id} />;
}

function Resumed({ id }: { id: string }) {
  const live = useApplication(id);
  const isNew = new URLSearchParams(location.search).has("new");
  if (isNew) return <ApplyForm id={id} draft={undefined} />;
  return (
    <Reading live={live}>
      {(household) =>
        household?.status === "draft"
          ? <ApplyForm id={id} draft={household} />
          : <EmptyState title={say(APPLY_WORDS.gone)}><ButtonLink href="/staff/apply">{say(APPLY_WORDS.title)}</ButtonLink></EmptyState>
      }
    </Reading>
  );
}

function Drafts() {
  const { campaign, office } = useDesk();
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses: DRAFTS });
  return (
    <Page title={say(APPLY_WORDS.title)} lead={say(APPLY_WORDS.lead)} aside={campaign.status === "open" && <Button kind="primary" onClick={beginApplication}>{say(APPLY_WORDS.begin)}</Button>}>
      <Reading live={live}>{({ rows }) => <DraftList rows={rows.filter(({ track }) => track === "identify")} />}</Reading>
    </Page>
  );
}

function DraftList({ rows }: { rows: Household[] }) {
  if (rows.length === 0) return <EmptyState title={say(APPLY_WORDS.noDrafts)}><p>{say(APPLY_WORDS.noDraftsLead)}</p></EmptyState>;
  return (
    <Card title={say(APPLY_WORDS.drafts)} aside={<span class="soft">{rows.length}</span>}>
      <ul class="taskRows">{rows.map((row) => <DraftRow key={row.id} row={row} />)}</ul>
    </Card>
  );
}

function DraftRow({ row }: { row: Household }) {
  const { uid } = useDesk();
  const own = useOwn();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const remove = async () => {
    setAsking(false);
    const gone = await deleteDraft(row.id);
    if (gone) own.forget(draftKey(row.id));
    setFailed(!gone);
  };
  return (
    <li>
      <span class="taskName">{householderOf(row)} <span class="soft">{say(dateTimeOf(row.createdAt))}</span></span>
      <span class="taskState">
        <ButtonLink href={`/staff/apply/${row.id}`}>{say(APPLY_WORDS.goOn)}</ButtonLink>
        {row.createdBy === uid && <Button kind="quiet" aria-label={`${say(APPLY_WORDS.remove)} ${householderOf(row)}`} onClick={() => setAsking(true)}>{say(APPLY_WORDS.remove)}</Button>}
      </span>
      {failed && <Alert tone="error">{say(APPLY_WORDS.notRemoved)}</Alert>}
      {asking && (
        <Dialog title={say(APPLY_WORDS.remove)} onClose={() => setAsking(false)}>
          <p>{say(APPLY_WORDS.removeSure)}</p>
          <div class="buttons">
            <Button kind="danger" onClick={() => void remove()}>{say(APPLY_WORDS.remove)}</Button>
            <Button onClick={() => setAsking(false)}>{say(WORDS.cancel)}</Button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
