import { useEffect, useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Alert, Card, Page, Progress, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import type { VillageRecord } from "../../data/village.ts";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useVillageChoice, VillageReading } from "../../parts/VillageReading.tsx";
import type { RoomProps } from "../../shell/rooms.ts";
import type { Fault } from "./chains.ts";
import { recompute } from "./chains.ts";
import { CHAIN_WORDS, FAULTS } from "./words.ts";

/** Recomputes in this browser what no office can change unseen: the chain of every household's actions. */
export function Chains(_: RoomProps) {
  const { village, choice } = useVillageChoice();
  return (
    <Page title={say(CHAIN_WORDS.title)} lead={say(CHAIN_WORDS.lead)}>
      {choice}
      <VillageReading key={village} village={village}>{(record) => <Checked record={record} />}</VillageReading>
    </Page>
  );
}

function Checked({ record }: { record: VillageRecord }) {
  const { applications, actions } = record;
  const [done, setDone] = useState(0);
  const [faults, setFaults] = useState<Fault[]>();
  useEffect(() => {
    let here = true;
    const onProgress = (count: number) => here && (count % 10 === 0 || count === applications.length) && setDone(count);
    void recompute({ applications, actions, onProgress }).then((found) => here && setFaults(found));
    return () => {
      here = false;
    };
  }, [record]);
  const label = say(CHAIN_WORDS.working);
  if (!faults) return <Progress value={done} max={applications.length} label={label} text={`${label} ${done} / ${applications.length}`} />;
  const counted = { zh: `${applications.length} 户（村），${actions.length} 项办理记录`, en: `${applications.length} applications, ${actions.length} actions` };
  if (faults.length === 0) return <Alert tone="success" title={say(CHAIN_WORDS.sound)}>{say(counted)}</Alert>;
  return (
    <>
      <Alert tone="error" title={say({ zh: `有 ${faults.length} 户（村）的记录对不上`, en: `${faults.length} histories do not recompute` })}>{say(counted)}</Alert>
      <Card title={say(CHAIN_WORDS.broken)}><Table rows={faults} columns={columnsOf(record)} caption={say(CHAIN_WORDS.broken)} quiet rowKey={({ application }) => application} onPhone="stack" /></Card>
    </>
  );
}

function columnsOf({ applications, actions }: VillageRecord): Column<Fault>[] {
  const about = (id: string) => applications.find((one) => one.id === id);
  const done = (fault: Fault) => {
    const action = actions.find(({ id }) => id === fault.action);
    return action ? say({ zh: `${ACTIONS[action.type].zh}，${dateTimeOf(action.at).zh}`, en: `${ACTIONS[action.type].en}, ${dateTimeOf(action.at).en}` }) : "—";
  };
  return [
    {
      key: "household", head: say(CHAIN_WORDS.household), names: true,
      cell: ({ application }) => {
        const found = about(application);
        return found ? <Link href={addressOfHousehold(application)}>{householderOf(found)}</Link> : say(CHAIN_WORDS.nobody);
      },
    },
    { key: "seq", head: say(CHAIN_WORDS.seq), align: "end", cell: ({ seq, kind }) => (kind === "gone" ? "—" : seq) },
    { key: "action", head: say(CHAIN_WORDS.action), cell: done },
    { key: "why", head: say(CHAIN_WORDS.why), cell: ({ kind }) => <span class="late">{say(FAULTS[kind])}</span> },
  ];
}
