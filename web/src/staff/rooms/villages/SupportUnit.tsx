import { holds } from "@domain/areas.ts";
import { SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { useState } from "preact/hooks";
import { Alert, ButtonLink, Card, EmptyState, Loading, Page } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { usePairingsOf } from "../../data/help.ts";
import { useStaffOf } from "../../data/records.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { FormAction } from "../../parts/FormAction.tsx";
import { addressOfHousehold } from "../../parts/HouseholdLink.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { PAIRING_WORDS } from "../pairing/words.ts";
import { VILLAGE_WORDS } from "./words.ts";

/** Which unit supports a poor village: its form, and the account by which the unit sees the village. */
export function SupportUnit({ at }: RoomProps) {
  const live = useApplication(at.id);
  return <Reading live={live}>{(found) => (found?.track === "village" ? <Known key={found.id} application={found} /> : <CannotPair />)}</Reading>;
}

function CannotPair({ why }: { why?: string }) {
  return (
    <EmptyState title={say(VILLAGE_WORDS.cannotPair)}>
      {why && <p>{why}</p>}
      <ButtonLink href="/staff/villages">{say(VILLAGE_WORDS.back)}</ButtonLink>
    </EmptyState>
  );
}

function Known({ application }: { application: Household }) {
  const desk = useDesk();
  const off = whyNot(application, "assignHelper", desk);
  const [wasOff] = useState(off);
  const pairings = usePairingsOf(application);
  if (wasOff) return <CannotPair {...(wasOff !== "notNow" && { why: say(wasOff) })} />;
  if (pairings.state === "loading") return <Loading />;
  const last = pairings.state === "ready" ? [...pairings.value.rows].sort((a, b) => b.from.localeCompare(a.from))[0] : undefined;
  return <Choose application={application} known={last?.helper} />;
}

const asValue = (form: unknown): FormValue => (typeof form === "object" && form !== null ? { ...emptyValue(SUPPORT_UNIT), ...form } : emptyValue(SUPPORT_UNIT));

function Choose({ application, known }: { application: Household; known: unknown }) {
  const { campaign, office } = useDesk();
  const { id, village, helper } = application;
  const [account, setAccount] = useState(helper?.account ?? "");
  const [done, setDone] = useState(false);
  const staff = useStaffOf(office.area);
  const accounts = staff.state === "ready" ? staff.value.rows.filter(({ roles, disabled }) => !disabled && holds(roles, "supportUnit", village)) : [];
  const name = villageName(campaign, village);
  if (done) {
    return (
      <Page title={name}>
        <Alert tone="success">{say(VILLAGE_WORDS.paired)}</Alert>
        <div class="buttons">
          <ButtonLink kind="primary" href={addressOfHousehold(id)}>{say(VILLAGE_WORDS.see)}</ButtonLink>
          <ButtonLink href="/staff/villages">{say(VILLAGE_WORDS.back)}</ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <Page title={`${say(VILLAGE_WORDS.pairTitle)}${say({ zh: "：", en: ": " })}${name}`} lead={helper ? say(VILLAGE_WORDS.pairLead) : undefined}>
      {staff.state === "failed" && <Alert tone="info">{say(PAIRING_WORDS.accountsUnread)}</Alert>}
      <Card>
        <Field id="unitAccount" label={say(VILLAGE_WORDS.account)} help={say(VILLAGE_WORDS.accountHelp)} required>
          {(aria) => (
            <select {...aria} aria-required={undefined} value={account} onChange={(event) => setAccount(event.currentTarget.value)}>
              <option value="">{say(VILLAGE_WORDS.noAccount)}</option>
              {helper?.account && !accounts.some(({ id: one }) => one === helper.account) && <option value={helper.account}>{helper.name}</option>}
              {accounts.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          )}
        </Field>
        <FormAction<"assignHelper">
          form={SUPPORT_UNIT}
          keptAs={`unit.${id}`}
          initial={asValue(known)}
          village={village}
          send={say(VILLAGE_WORDS.pair)}
          order={(shown) => ({ type: "assignHelper", area: village, targets: [id], input: { helper: shown, account: account || null }, seen: seenOf([application]), about: name })}
          nameOf={() => name}
          done={() => setDone(true)}
          close={() => history.back()}
        />
      </Card>
    </Page>
  );
}
