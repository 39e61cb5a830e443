import type { ActionInput } from "@domain/actionInputs.ts";
import { PublishNotice } from "@domain/actionInputs.ts";
import { periodEnd } from "@domain/notice/period.ts";
import { TRACKS } from "@domain/status.ts";
import { useState } from "preact/hooks";
import { Alert, Button, Card, Table } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field, FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { householdsOf, peopleOf, WORDS } from "../../../shared/words.ts";
import type { Progress } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { valueOf } from "../../data/live.ts";
import { useNotice } from "../../data/records.ts";
import { Lasting } from "../../parts/Lasting.tsx";
import { noticeKind } from "../../parts/noticeKind.ts";
import { useOutcome } from "../../parts/Outcome.tsx";
import { Photos } from "../../parts/Photos.tsx";
import { useKept } from "../../parts/useKept.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import { peopleIn } from "./rank.ts";
import { PUBLISH_WORDS } from "./words.ts";

type Details = ActionInput<"publishNotice">;
/** Households of a village, or the poor village itself: two notices that may be made ready side by side. */
type What = "households" | "village";
/** `send`: with the place where this device keeps what was typed; `sent`: how far it has come. */
type Props = { village: string; listed: Household[]; busy: boolean; send: (details: Details, keptAs: string) => Promise<void>; sent: Progress | undefined; what?: What; ready?: boolean };

const counted = (what: What, many: number) => (what === "village" ? { zh: `${many} 个村`, en: many === 1 ? "1 village" : `${many} villages` } : householdsOf(many));

const PROBLEMS = {
  place: { zh: "请填写张榜的地点，如：村委会公示栏。", en: "Say where it hangs, such as the village committee's board." },
  phone: { zh: "请填写受理异议的电话，5 到 20 位数字。", en: "Give the phone for objections, 5 to 20 digits." },
} as const;

/** Where the notice hangs, and the preview from which it is published. */
export function NoticeDetails({ village, listed, busy, send, sent, what = "households", ready = true }: Props) {
  const { office, campaign } = useDesk();
  const name = villageName(campaign, village);
  const initial: Details = { place: say({ zh: `${name}村委会公示栏`, en: `Board of the committee of ${name}` }), phone: campaign.phone, boardPhotos: [] };
  const keptAs = `publish.${campaign.id}.${office.role}.${village}${what === "village" ? ".village" : ""}`;
  const [details, setDetails, drop] = useKept(keptAs, initial);
  useOutcome(sent, ({ applied }) => applied > 0 && drop());
  const [asked, setAsked] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const parsed = PublishNotice.safeParse(details);
  const wrong = (key: keyof typeof PROBLEMS) => (asked && parsed.error?.issues.some(({ path }) => path[0] === key) ? say(PROBLEMS[key]) : undefined);
  const preview = () => {
    setAsked(true);
    if (parsed.success) setPreviewing(true);
  };
  const publish = () => {
    if (!parsed.success) return;
    setPreviewing(false);
    void send(parsed.data, keptAs);
  };
  return (
    <Card title={say(PUBLISH_WORDS.publish)}>
      <div class="formGrid">
        <Field id={`${what}NoticePlace`} label={say(PUBLISH_WORDS.place)} required error={wrong("place")}>
          {(aria) => <input {...aria} class="input" maxLength={100} value={details.place} onInput={(event) => setDetails({ ...details, place: event.currentTarget.value })} />}
        </Field>
        <Field id={`${what}NoticePhone`} label={say(PUBLISH_WORDS.phone)} required error={wrong("phone")}>
          {(aria) => <input {...aria} class="input" type="tel" maxLength={20} value={details.phone} onInput={(event) => setDetails({ ...details, phone: event.currentTarget.value })} />}
        </Field>
      </div>
      <FieldGroup id={`${what}NoticePhotos`} label={say(PUBLISH_WORDS.photos)} help={say(PUBLISH_WORDS.photosHelp)}>
        <Photos id={`${what}NoticePhotoInput`} label={say(PUBLISH_WORDS.photos)} village={village} kind="board" most={4} photos={details.boardPhotos} onChange={(boardPhotos) => setDetails({ ...details, boardPhotos })} />
      </FieldGroup>
      <div class="buttons">
        <Button kind="primary" disabled={listed.length === 0 || !ready} busy={busy} onClick={preview}>{say(PUBLISH_WORDS.preview)}{say({ zh: `（${counted(what, listed.length).zh}）`, en: ` (${listed.length})` })}</Button>
      </div>
      {previewing && <Preview village={village} what={what} listed={listed} close={() => setPreviewing(false)} publish={publish} />}
    </Card>
  );
}

type PreviewProps = { village: string; what: What; listed: Household[]; close: () => void; publish: () => void };

function Preview({ village, what, listed, close, publish }: PreviewProps) {
  const { campaign, office } = useDesk();
  const round = office.role === "povertyOfficer" ? "town" : "village";
  const end = dateTimeOf(periodEnd(new Date(), campaign.notice[round], campaign.calendar));
  const kind = noticeKind({ round, ofVillage: what === "village" });
  const rows = listed.map((row, at) => ({ ...row, serial: at + 1 }));
  return (
    <Dialog wide title={`${villageName(campaign, village)} ${say(kind)} · ${say(PUBLISH_WORDS.preview)}`} onClose={close}>
      <Alert tone="warning">{say(PUBLISH_WORDS.previewLead)}</Alert>
      <p>
        {say(counted(what, listed.length))}{say({ zh: "，", en: ", " })}{say(peopleOf(peopleIn(listed)))}{say({ zh: "。现在发布，公示至 ", en: ". Published now, it hangs until " })}<strong>{say(end)}</strong>{say({ zh: "。", en: "." })}
      </p>
      <Table
        rows={rows}
        caption={say(PUBLISH_WORDS.preview)}
        quiet
        rowKey={({ id }) => id}
        columns={[
          { key: "serial", head: say({ zh: "序号", en: "No." }), align: "end", cell: ({ serial }) => serial },
          ...(what === "village" ? [] : [{ key: "group", head: say(STAFF_WORDS.group), cell: ({ facts }: Household) => facts?.groupName ?? "" }]),
          { key: "name", head: say(what === "village" ? WORDS.village : STAFF_WORDS.householder), names: true, cell: ({ facts }) => facts?.householder ?? "" },
          { key: "people", head: say(WORDS.people), align: "end", cell: ({ facts }) => facts?.memberCount ?? "" },
          { key: "track", head: say(STAFF_WORDS.track), cell: ({ track }) => say(TRACKS[track]) },
        ]}
      />
      <Lasting action="publishNotice" />
      <div class="buttons">
        <Button kind="primary" onClick={publish}>{say(PUBLISH_WORDS.publish)}</Button>
        <Button onClick={close}>{say(WORDS.cancel)}</Button>
      </div>
    </Dialog>
  );
}

/** Until when a notice that was just published hangs, as the functions counted it. */
export function NoticeEnd({ id }: { id: string }) {
  const notice = valueOf(useNotice(id), null);
  if (!notice) return null;
  const end = dateTimeOf(notice.closesAt);
  return <>{say({ zh: `公示至 ${end.zh}。`, en: `It hangs until ${end.en}.` })}</>;
}
