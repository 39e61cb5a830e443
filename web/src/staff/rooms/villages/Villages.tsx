import "./villages.css";
import type { CampaignVillage, VillageProgress } from "@domain/campaign.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Button, ButtonLink, Card, EmptyState, Page, Table, Tag } from "../../../shared/components.tsx";
import { newId } from "../../../shared/ids.ts";
import { say } from "../../../shared/language.tsx";
import { go, Link } from "../../../shared/router.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { useVillageTrack } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { Due, StatusTags } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { MarkTag } from "./MarkTag.tsx";
import { nextRoom } from "./nextRoom.ts";
import { testsOf } from "./tests.ts";
import { VillageTests } from "./VillageTests.tsx";
import { VILLAGE_WORDS } from "./words.ts";

/** The villages with their applications; for a village committee its own, which it makes here. */
export function Villages() {
  const { campaign, office } = useDesk();
  const live = useVillageTrack({ campaign: campaign.id, area: office.area });
  const progress = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows;
  return (
    <Page title={say(VILLAGE_WORDS.title)} lead={say(VILLAGE_WORDS.lead)}>
      <Reading live={live}>
        {({ rows }) => {
          const own = campaign.villages.filter(({ code }) => code.startsWith(office.area));
          return office.role === "villageCommittee"
            ? <Own applications={rows} progress={progress.find(({ code }) => code === office.area)} />
            : <List villages={own} applications={rows} progress={progress} />;
        }}
      </Reading>
    </Page>
  );
}

const OVER: readonly string[] = ["withdrawn", "rejected", "ended"];

/** The application that counts: the one under way, else the last. */
export function currentOf(applications: readonly Household[]): Household | undefined {
  const newest = [...applications].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return newest.find(({ status }) => !OVER.includes(status)) ?? newest[0];
}

function Own({ applications, progress }: { applications: Household[]; progress: VillageProgress | undefined }) {
  const { campaign } = useDesk();
  const current = currentOf(applications);
  const isOver = !current || OVER.includes(current.status);
  const isOpen = campaign.status === "open";
  return (
    <>
      {progress?.quota?.village === 0 && <Alert tone="warning">{say(VILLAGE_WORDS.ownNotMarked)}</Alert>}
      <Card title={say(VILLAGE_WORDS.own)} aside={current ? <StatusTags application={current} /> : <MarkTag progress={progress} />}>
        {!current && <p>{say(VILLAGE_WORDS.ownNone)}</p>}
        {current?.returned && <Alert tone="warning" title={say(VILLAGE_WORDS.returned)}>{current.returned.reasons}</Alert>}
        {current && current.status !== "draft" && <VillageTests tests={testsOf(current.form, campaign)} />}
        <div class="buttons">
          {isOver && isOpen && <Button kind="primary" onClick={() => go(`/staff/villages/${newId()}?new`)}>{say(VILLAGE_WORDS.begin)}</Button>}
          {current?.status === "draft" && <ButtonLink kind="primary" href={`/staff/villages/${current.id}`}>{say(VILLAGE_WORDS.goOn)}</ButtonLink>}
          {current?.status === "submitted" && <ButtonLink kind="primary" href={`/staff/villages/${current.id}`}>{say(VILLAGE_WORDS.again)}</ButtonLink>}
          {current && current.status !== "draft" && <ButtonLink href={addressOfHousehold(current.id)}>{say(VILLAGE_WORDS.see)}</ButtonLink>}
        </div>
      </Card>
    </>
  );
}

type Row = { village: CampaignVillage; progress: VillageProgress | undefined; application: Household | undefined };
type ListProps = { villages: readonly CampaignVillage[]; applications: Household[]; progress: readonly VillageProgress[] };

function List({ villages, applications, progress }: ListProps) {
  const { campaign } = useDesk();
  const rows: Row[] = villages.map((village) => ({
    village,
    progress: progress.find(({ code }) => code === village.code),
    application: currentOf(applications.filter((one) => one.village === village.code)),
  }));
  const rank = ({ application, progress: known }: Row) => (application ? 0 : known?.quota?.village === 1 ? 1 : 2);
  const shown = rows.sort((a, b) => rank(a) - rank(b));
  if (campaign.quota.villages === 0 && applications.length === 0) return <EmptyState title={say(VILLAGE_WORDS.none)}><p>{say(VILLAGE_WORDS.noneLead)}</p></EmptyState>;
  return (
    <Card title={say(VILLAGE_WORDS.title)} aside={<span class="soft">{say({ zh: `规模 ${campaign.quota.villages} 个，已申请 ${applications.filter(({ status }) => status !== "draft").length} 个`, en: `size ${campaign.quota.villages}, applied ${applications.filter(({ status }) => status !== "draft").length}` })}</span>}>
      <Table rows={shown} columns={columnsOf()} caption={say(VILLAGE_WORDS.title)} quiet rowKey={({ village }) => village.code} onPhone="stack" />
    </Card>
  );
}

function columnsOf(): Column<Row>[] {
  return [
    { key: "name", head: say(WORDS.village), names: true, cell: ({ village, application }) => (application ? <Link href={addressOfHousehold(application.id)}>{village.name}</Link> : village.name) },
    { key: "marked", head: say(VILLAGE_WORDS.marked), cell: ({ progress }) => <MarkTag progress={progress} /> },
    { key: "state", head: say(VILLAGE_WORDS.state), cell: ({ application }) => (application ? <StatusTags application={application} /> : <span class="soft">{say(VILLAGE_WORDS.noneYet)}</span>) },
    { key: "tests", head: say(VILLAGE_WORDS.tests), cell: ({ application }) => <Met application={application} /> },
    { key: "unit", head: say(VILLAGE_WORDS.unit), cell: ({ application }) => application?.helper?.name ?? "—" },
    { key: "next", head: say(VILLAGE_WORDS.next), cell: ({ application, village }) => <Next application={application} name={village.name} /> },
    { key: "due", head: say(VILLAGE_WORDS.due), cell: ({ application }) => <Due at={application?.dueAt ?? null} /> },
  ];
}

function Met({ application }: { application: Household | undefined }) {
  const { campaign } = useDesk();
  if (!application || application.status === "draft") return <>—</>;
  const tests = testsOf(application.form, campaign);
  const met = tests.filter(({ passed }) => passed).length;
  return <Tag tone={met === tests.length ? "done" : "held"}>{say({ zh: `符合 ${met} / ${tests.length}`, en: `${met} of ${tests.length} met` })}</Tag>;
}

/** The way to what this role may do with the village next. */
function Next({ application, name }: { application: Household | undefined; name: string }) {
  const desk = useDesk();
  const step = application && nextRoom(application);
  if (!application || !step || desk.campaign.status !== "open" || whyNot(application, step.action, desk) !== undefined) return null;
  return <ButtonLink href={step.href}>{say(ACTIONS[step.action])}<span class="unseen"> {name}</span></ButtonLink>;
}
