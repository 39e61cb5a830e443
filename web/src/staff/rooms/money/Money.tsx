import "../villages/villages.css";
import type { VillageProgress } from "@domain/campaign.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import { useState } from "preact/hooks";
import { Button, Card, EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { useRegister } from "../../data/records.ts";
import type { RegisteredVillage } from "../../data/service.ts";
import { useRegisteredVillages } from "../../data/service.ts";
import { Reading } from "../../parts/Reading.tsx";
import { countsOf } from "../../parts/villageCounts.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { MoneyRow } from "./MoneyTable.tsx";
import { causeName, MoneyTable } from "./MoneyTable.tsx";
import { byCause, forHouseholds, NOTHING, ofVillage } from "./sums.ts";
import { MONEY_WORDS } from "./words.ts";

/** Money beside results, per village and per cause of poverty (the plan: 资金分配与瞄准及成效相挂钩). */
export function Money() {
  const { campaign, office } = useDesk();
  const live = useRegisteredVillages({ register: campaign.register, area: office.area });
  const progress = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows;
  return (
    <div class="money">
      <Page title={say(MONEY_WORDS.title)} lead={say(MONEY_WORDS.lead)} aside={<span class="noPrint"><Button onClick={() => window.print()}>{say(MONEY_WORDS.print)}</Button></span>}>
        <Reading live={live}>{({ rows }) => <Tables registered={rows} progress={progress.filter(({ code }) => code.startsWith(office.area))} />}</Reading>
      </Page>
    </div>
  );
}

type TablesProps = { registered: RegisteredVillage[]; progress: VillageProgress[] };

function Tables({ registered, progress }: TablesProps) {
  const { campaign, office } = useDesk();
  const isVillage = office.area.length === 12;
  const [chosen, setChosen] = useState(isVillage ? office.area : "");
  const households = countsOf(progress, { track: "identify", statuses: SINCE_APPROVAL });
  const own = campaign.villages.filter(({ code }) => code.startsWith(office.area));
  const rows: MoneyRow[] = own.map(({ code, name }) => {
    const known = registered.find(({ village }) => village === code) ?? { help: {} };
    return { key: code, name, households: households.get(code) ?? 0, sum: ofVillage(known), toThem: forHouseholds(known).paid };
  });
  if (rows.every(({ sum }) => sum.measures + sum.results === 0)) return <EmptyState title={say(MONEY_WORDS.none)}><p>{say(MONEY_WORDS.noneLead)}</p></EmptyState>;
  const shown = registered.filter(({ village }) => (chosen ? village === chosen : own.some(({ code }) => code === village)));
  return (
    <>
      {!isVillage && (
        <Card title={say(MONEY_WORDS.byVillage)}>
          <MoneyTable title={say(MONEY_WORDS.byVillage)} head={say(WORDS.village)} rows={rows} chosen={chosen} choose={(code) => setChosen(code === chosen ? "" : code)} />
        </Card>
      )}
      <Card title={`${say(MONEY_WORDS.byCause)}${say({ zh: "：", en: ": " })}${chosen ? villageName(campaign, chosen) : say(MONEY_WORDS.whole)}`} aside={chosen && !isVillage && <span class="noPrint"><Button kind="quiet" onClick={() => setChosen("")}>{say(MONEY_WORDS.whole)}</Button></span>}>
        <ByCause villages={shown} village={chosen} />
      </Card>
    </>
  );
}

/** Of one village with its households by cause; of the whole town their causes are not counted anywhere. */
function ByCause({ villages, village }: { villages: RegisteredVillage[]; village: string }) {
  const { campaign } = useDesk();
  const register = useRegister(village ? { register: campaign.register, village } : undefined);
  const entries = village && register.state === "ready" ? register.value.rows : undefined;
  const many = (cause: string) => (cause === "village" ? undefined : entries?.filter(({ mainCause }) => (mainCause ?? "unknown") === cause).length);
  const summed = byCause(villages);
  const without = [...new Set((entries ?? []).map(({ mainCause }) => mainCause ?? "unknown"))].filter((cause) => !summed.some((one) => one.cause === cause));
  const rows: MoneyRow[] = [...summed, ...without.map((cause) => ({ cause, sum: NOTHING }))].map(({ cause, sum }) => ({ key: cause, name: causeName(cause), households: many(cause), sum, toThem: cause === "village" ? 0 : sum.paid }));
  return <MoneyTable title={say(MONEY_WORDS.byCause)} head={say(MONEY_WORDS.cause)} rows={rows} />;
}
