import { STATUSES } from "@domain/status.ts";
import { useState } from "preact/hooks";
import { Alert, Button, Card, Page, Tag } from "../../../shared/components.tsx";
import { ErrorSummary, Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import type { Order } from "../../actions/post.ts";
import { usePosting } from "../../actions/usePosting.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useOwn } from "../../session/own.ts";
import { useSession } from "../../session/session.ts";
import { SETTINGS } from "./fields.ts";
import { PeriodControl, SettingControl, settingId } from "./SettingControl.tsx";
import type { Typed } from "./typedSettings.ts";
import { CLOCKED, emptySettings, newCampaignId, readSettings, settingsOf, valueAt, withValueAt } from "./typedSettings.ts";
import { VillageRows } from "./VillageRows.tsx";
import { CAMPAIGN_WORDS } from "./words.ts";

/** What makes a campaign: set by its office, seen by the supervisor; or a new one, made from the last. */
export function CampaignRoom() {
  const { campaign, office, chooseCampaign } = useSession();
  const own = useOwn();
  const [copying, setCopying] = useState(false);
  const [sent, setSent] = useState<Saving>();
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => {
    if (applied === 0 || !sent) return;
    own.forget(sent.key);
    setCopying(false);
    chooseCampaign(sent.order.campaign);
  });
  const save = (saving: Saving) => {
    setSent(saving);
    void post(saving.order);
  };
  const isNew = campaign === undefined || copying;
  return (
    <>
      <Outcome progress={progress} nameOf={() => say(CAMPAIGN_WORDS.title)} done={() => say(CAMPAIGN_WORDS.saved)} />
      <Settings key={`${campaign?.id} ${campaign?.version} ${isNew}`} isNew={isNew} isOff={office.role !== "campaignOffice"} busy={underWay} save={save} copy={() => setCopying(true)} />
    </>
  );
}

/** What goes out, and under which key this device keeps what was typed of it. */
type Saving = { key: string; order: Order<"saveCampaign"> & { campaign: string } };
type SettingsProps = { isNew: boolean; isOff: boolean; busy: boolean; save: (saving: Saving) => void; copy: () => void };

function Settings({ isNew, isOff, busy, save, copy }: SettingsProps) {
  const { office, campaign } = useSession();
  const initial = campaign ? settingsOf(campaign) : emptySettings(office.area);
  const key = `campaign.${isNew ? "new" : `${campaign?.id}.${campaign?.version}`}`;
  const [typed, setTyped, drop] = useKept<Typed>(key, initial);
  const [id] = useState(() => (isNew ? newCampaignId(valueAt(initial, "year")) : (campaign?.id ?? "")));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const set = (path: string, value: unknown) => setTyped(withValueAt(typed, path, value));
  const isWrong = (path: string) => wrong.some((one) => one === path || one.startsWith(`${path}.`));
  const submit = (open: boolean) => {
    const own = valueAt(typed, "rehearsal") === true && isNew ? withValueAt(typed, "register", id) : typed;
    const read = readSettings(own);
    setWrong(read.ok ? [] : read.paths);
    if (read.ok) save({ key, order: { type: "saveCampaign", campaign: id, area: read.settings.town.code, targets: [id], input: { settings: read.settings, open } } });
  };
  const isPreparing = isNew || campaign?.status === "preparing";
  return (
    <Page title={say(CAMPAIGN_WORDS.title)} lead={say(isNew ? CAMPAIGN_WORDS.copyLead : CAMPAIGN_WORDS.lead)} aside={!isNew && campaign && <Tag tone={campaign.status === "open" ? "running" : "ended"}>{say(CAMPAIGN_WORDS[campaign.status])}</Tag>}>
      {isOff && <Alert tone="info">{say(CAMPAIGN_WORDS.readOnly)}</Alert>}
      <ErrorSummary problems={wrong.map((path) => ({ id: settingId(path), text: nameOf(path) }))} />
      <Groups typed={typed} set={set} isWrong={isWrong} isOff={isOff} isNew={isNew} />
      <Steps path="steps" typed={typed} set={set} isOff={isOff} />
      <Steps path="villageSteps" typed={typed} set={set} isOff={isOff} />
      <Clocks typed={typed} set={set} isOff={isOff} />
      <Card title={say(CAMPAIGN_WORDS.villages)}>
        <VillageRows rows={(valueAt(typed, "villages") as Record<string, unknown>[] | undefined) ?? []} kept={isNew ? 0 : (campaign?.villages.length ?? 0)} set={(rows) => set("villages", rows)} isWrong={isWrong} isOff={isOff} />
      </Card>
      {!isOff && (
        <div class="buttons">
          <Button kind={isPreparing ? "plain" : "primary"} busy={busy} onClick={() => submit(false)}>{say(CAMPAIGN_WORDS.save)}</Button>
          {isPreparing && <Button kind="primary" busy={busy} onClick={() => submit(true)}>{say(CAMPAIGN_WORDS.saveOpen)}</Button>}
          <Button kind="quiet" onClick={drop}>{say(CAMPAIGN_WORDS.cancel)}</Button>
          {!isNew && <Button kind="quiet" onClick={copy}>{say(CAMPAIGN_WORDS.copy)}</Button>}
        </div>
      )}
    </Page>
  );
}

const ALL = Object.values(SETTINGS).flat();

/** The setting that a path belongs to, by its label; parts of the tables by the table's. */
function nameOf(path: string): string {
  const setting = ALL.find((one) => path === one.path || path.startsWith(`${one.path}.`));
  if (setting) return say(setting);
  const [group, at] = path.split(".");
  const row = at === undefined ? "" : ` ${Number(at) + 1}`;
  return group === "villages" || group === "steps" || group === "villageSteps" || group === "clocks" ? `${say(CAMPAIGN_WORDS[group])}${row}` : path;
}

type GroupsProps = { typed: Typed; set: (path: string, value: unknown) => void; isWrong: (path: string) => boolean; isOff: boolean; isNew: boolean };

function Groups({ typed, set, isWrong, isOff, isNew }: GroupsProps) {
  return (
    <>
      {(Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).map((group) => (
        <Card key={group} title={say(CAMPAIGN_WORDS[group])}>
          <div class="formGrid">
            {SETTINGS[group].map((setting) => (
              <SettingControl
                key={setting.path}
                setting={setting}
                value={valueAt(typed, setting.path)}
                set={(value) => set(setting.path, value)}
                isWrong={isWrong(setting.path)}
                isOff={isOff || ("fixed" in setting && !isNew)}
              />
            ))}
          </div>
        </Card>
      ))}
    </>
  );
}

type PartProps = Pick<GroupsProps, "typed" | "set" | "isOff">;

function Steps({ path, typed, set, isOff }: PartProps & { path: "steps" | "villageSteps" }) {
  const steps = (valueAt(typed, path) as { step: number; zh: string; en: string; by: string | null }[] | undefined) ?? [];
  if (steps.length === 0) return null;
  return (
    <Card title={say(CAMPAIGN_WORDS[path])}>
      <div class="formGrid">
        {steps.map((step, at) => (
          <Field key={step.step} id={settingId(`${path}.${at}.by`)} label={`${step.step}. ${say(step)}`} required>
            {(aria) => <input {...aria} aria-required={undefined} class="input" type="date" disabled={isOff} value={step.by ?? ""} onInput={(event) => set(`${path}.${at}.by`, event.currentTarget.value || null)} />}
          </Field>
        ))}
      </div>
    </Card>
  );
}

function Clocks({ typed, set, isOff }: PartProps) {
  const put = (status: string) => (value: unknown) => {
    const { [status]: _gone, ...others } = (valueAt(typed, "clocks") ?? {}) as Record<string, unknown>;
    set("clocks", value === undefined ? others : { ...others, [status]: value });
  };
  return (
    <Card title={say(CAMPAIGN_WORDS.clocks)}>
      <p class="soft">{say(CAMPAIGN_WORDS.clocksLead)}</p>
      <div class="formGrid">
        {CLOCKED.map((status) => (
          <Field key={status} id={settingId(`clocks.${status}`)} label={say(STATUSES[status])} required>
            {(aria) => <PeriodControl aria={{ ...aria, "aria-required": undefined }} isOff={isOff} value={valueAt(typed, `clocks.${status}`)} set={put(status)} />}
          </Field>
        ))}
      </div>
    </Card>
  );
}
