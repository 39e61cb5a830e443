import { HELPER } from "@domain/forms/helper.ts";
import { parseForm } from "@domain/forms/parse.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { useRef, useState } from "preact/hooks";
import { Alert, Button, Card, Tag } from "../../../shared/components.tsx";
import type { Listed } from "../../../shared/field.tsx";
import { ErrorSummary } from "../../../shared/field.tsx";
import { FormView } from "../../../shared/form/FormView.tsx";
import type { FormValue } from "../../../shared/form/value.ts";
import { listed } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { householdsOf, peopleOf } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { seenOf } from "../../parts/can.ts";
import { fieldProblemsOf } from "../../parts/fieldProblems.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { nameIn } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import type { KnownHelper } from "./helpers.ts";
import { endsFor, formFor, kindName } from "./helpers.ts";
import { PAIRING_WORDS } from "./words.ts";

type Typed = { who: string; form: FormValue };
/** Somebody of whom nothing is known yet. */
const OTHER = "other";

type ChooseHelperProps = {
  village: string;
  helpers: KnownHelper[];
  /** The list of accounts could not be read. */
  unread: boolean;
  chosen: Household[];
  settled: (applied: string[]) => void;
};

/** Who is to help the households chosen: an account of the village, somebody who helps already, or somebody else. */
export function ChooseHelper({ village, helpers, unread, chosen, settled }: ChooseHelperProps) {
  const { campaign } = useDesk();
  const [{ who, form }, setTyped, drop] = useKept<Typed>(`pairing.${campaign.id}.${village}`, { who: "", form: {} });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [missing, setMissing] = useState<readonly Listed[]>([]);
  const [sent, setSent] = useState<readonly Household[]>([]);
  const { post, progress, underWay } = usePosting();
  const told = useRef<HTMLDivElement>(null);
  const picked = helpers.find(({ key }) => key === who);
  const isChosen = picked !== undefined || who === OTHER;
  useOutcome(progress, (outcome) => {
    const applied = Object.entries(outcome.targets).flatMap(([id, one]) => (one.applied ? [id] : []));
    if (applied.length > 0) drop();
    else setProblems(Object.keys(outcome.targets).flatMap((id) => fieldProblemsOf(outcome, id)).slice(0, 10));
    settled(applied);
    told.current?.scrollIntoView({ block: "center" });
  });
  const pick = (key: string) => {
    setProblems([]);
    setMissing([]);
    setTyped({ who: key, form: formFor(helpers.find((one) => one.key === key)) });
  };
  const send = () => {
    const parsed = parseForm(HELPER, form);
    const lacking = [
      ...(chosen.length === 0 ? [{ text: say(PAIRING_WORDS.nobody) }] : []),
      ...(isChosen ? [] : [{ text: say(PAIRING_WORDS.noHelper), id: "helper-0" }]),
    ];
    setMissing(lacking);
    setProblems(parsed.ok || !isChosen ? [] : parsed.problems);
    if (!parsed.ok || lacking.length > 0) return;
    setSent(chosen);
    void post({
      type: "assignHelper", area: village, targets: chosen.map(({ id }) => id),
      input: { helper: parsed.value, account: picked?.account ?? null }, seen: seenOf(chosen), about: parsed.value.helper.name,
    });
  };
  return (
    <>
      <Card title={say(PAIRING_WORDS.choose)}>
        <p class="soft">{say(PAIRING_WORDS.chooseLead)}</p>
        {unread && <Alert tone="warning">{say(PAIRING_WORDS.accountsUnread)}</Alert>}
        <div ref={told}><Outcome progress={progress} nameOf={nameIn(sent)} done={({ applied }) => say({ zh: `已为 ${applied} 户结对。`, en: `${applied} paired.` })} /></div>
        <ErrorSummary problems={[...missing, ...listed(problems, say)]} />
        <HelperList helpers={helpers} who={who} pick={pick} chosen={chosen} />
        {/* The start is the pairing's own: the approval, or today. */}
        {isChosen && (
          <details class="folded" open={picked?.form === undefined || problems.length > 0}>
            <summary>{say(PAIRING_WORDS.form)} <span class="soft">{say(PAIRING_WORDS.formLead)}</span></summary>
            <FormView key={who} form={HELPER} value={form} onChange={(next) => setTyped({ who, form: next })} problems={problems} shows={(_, { key }) => key !== "startDate"} />
          </details>
        )}
        {isChosen && <Ending chosen={chosen} picked={picked} />}
      </Card>
      <div class="actionBar">
        <span>
          {chosen.length === 0 ? say(PAIRING_WORDS.nobody) : say({ zh: `已选 ${chosen.length} 户。`, en: `${chosen.length} chosen.` })}{say({ zh: "", en: " " })}
          {isChosen ? say({ zh: `帮扶责任人：${picked?.name ?? PAIRING_WORDS.other.zh}`, en: `Helper: ${picked?.name ?? PAIRING_WORDS.other.en}` }) : say(PAIRING_WORDS.noHelper)}
        </span>
        <Button kind="primary" busy={underWay} onClick={send}>{say({ zh: `为所选 ${chosen.length} 户结对`, en: `Pair the ${chosen.length} chosen` })}</Button>
      </div>
    </>
  );
}

type HelperListProps = { helpers: KnownHelper[]; who: string; pick: (key: string) => void; chosen: Household[] };

/** One line for each: who it is, what the helper has now, and what it would be. */
function HelperList({ helpers, who, pick, chosen }: HelperListProps) {
  const more = chosen.filter(({ helper }) => !helper || (helper.account ?? helper.name) !== who);
  const people = more.reduce((sum, { facts }) => sum + (facts?.memberCount ?? 0), 0);
  return (
    <fieldset class="helperList">
      <legend class="unseen">{say(PAIRING_WORDS.choose)}</legend>
      {helpers.map((one, at) => {
        const load = (households: number, inhabitants: number) => say({ zh: `${householdsOf(households).zh} ${peopleOf(inhabitants).zh}`, en: `${householdsOf(households).en}, ${peopleOf(inhabitants).en}` });
        return (
          <label key={one.key} class={who === one.key ? "helperLine chosen" : "helperLine"}>
            <input type="radio" id={`helper-${at}`} name="helper" checked={who === one.key} onChange={() => pick(one.key)} />
            <span class="rowName">
              <strong>{one.name}</strong>
              <span class="soft">{kindName(one.kind) || say(PAIRING_WORDS.noKind)}</span>
            </span>
            <Tag tone={one.account ? "done" : "ended"}>{say(one.account ? PAIRING_WORDS.hasAccount : PAIRING_WORDS.noAccount)}</Tag>
            <span class="helperLoad">
              {load(one.households, one.people)}
              {who === one.key && more.length > 0 && <> → <strong>{load(one.households + more.length, one.people + people)}</strong></>}
            </span>
          </label>
        );
      })}
      <label class={who === OTHER ? "helperLine chosen" : "helperLine"}>
        <input type="radio" id={`helper-${helpers.length}`} name="helper" checked={who === OTHER} onChange={() => pick(OTHER)} />
        <span class="rowName"><strong>{say(PAIRING_WORDS.other)}</strong><span class="soft wraps">{say(PAIRING_WORDS.otherLead)}</span></span>
      </label>
    </fieldset>
  );
}

/** What a change of helper ends, before it is sent. */
function Ending({ chosen, picked }: { chosen: Household[]; picked: KnownHelper | undefined }) {
  const ends = endsFor(chosen);
  const isRecused = picked?.account != null && chosen.some(({ recused }) => picked.account !== null && recused.includes(picked.account));
  return (
    <>
      {ends.length > 0 && (
        <Alert tone="warning">
          {say(PAIRING_WORDS.endsToday)}
          {ends.map(({ name, households }) => say({ zh: `${name}（${households} 户）`, en: `${name} (${households})` })).join(say({ zh: "、", en: ", " }))}
        </Alert>
      )}
      {isRecused && <Alert tone="warning">{say(PAIRING_WORDS.recused)}</Alert>}
    </>
  );
}
