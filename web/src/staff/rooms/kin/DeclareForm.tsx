import { KINSHIPS, Kinship } from "@domain/matches.ts";
import { useState } from "preact/hooks";
import { Alert, Button, Card } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { call } from "../../actions/call.ts";
import type { KnownDeclaration } from "../../data/outside.ts";
import { useLeaveWarning } from "../../parts/useLeaveWarning.ts";
import { useDesk } from "../../session/session.ts";
import type { TypedKin, TypedRelative } from "./typed.ts";
import { declarationOf, EMPTY_KIN, EMPTY_RELATIVE, problemsOf } from "./typed.ts";
import { KIN_WORDS } from "./words.ts";

type Told = { tone: "success" | "error"; text: string };

/** Declares: the own number once, relatives as many as there are, or that there is nobody. */
export function DeclareForm({ declaration }: { declaration: KnownDeclaration | undefined }) {
  const { campaign } = useDesk();
  const [typed, setTyped] = useState<TypedKin>(EMPTY_KIN);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  useLeaveWarning(typed.self !== "" || typed.relatives.some(({ idNo }) => idNo !== ""));
  const problems = isAsked ? problemsOf(typed) : {};
  const send = async (content: ReturnType<typeof declarationOf>) => {
    setBusy(true);
    const answer = await call("declareRelatives", { campaign: campaign.id, ...content });
    setBusy(false);
    if (!answer.ok) return setTold({ tone: "error", text: [answer.problem, ...(answer.problem.fields ?? [])].map(say).join(" ") });
    setTyped(EMPTY_KIN);
    setAsked(false);
    setTold({ tone: "success", text: say(KIN_WORDS.saved) });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    setTold(undefined);
    if (Object.keys(problemsOf(typed)).length > 0) return;
    const content = declarationOf(typed);
    if (!content.self && content.relatives.length === 0) return setTold({ tone: "error", text: say(KIN_WORDS.nothing) });
    await send(content);
  };
  const change = (at: number, next: TypedRelative | undefined) =>
    setTyped({ ...typed, relatives: typed.relatives.flatMap((one, place) => (place === at ? (next ?? []) : one)) });
  return (
    <Card title={say(KIN_WORDS.add)}>
      <form onSubmit={(event) => void submit(event)} noValidate autocomplete="off">
        {!declaration?.self && (
          <Field id="kinSelf" label={say(KIN_WORDS.own)} help={say(KIN_WORDS.ownHelp)} error={problems["kinSelf"] && say(problems["kinSelf"])}>
            {(aria) => <input {...aria} class="input" maxLength={24} value={typed.self} onInput={(event) => setTyped({ ...typed, self: event.currentTarget.value })} />}
          </Field>
        )}
        {typed.relatives.map((one, at) => <Relative key={at} at={at} relative={one} problems={problems} change={(next) => change(at, next)} />)}
        <div class="buttons">
          <Button kind="quiet" onClick={() => setTyped({ ...typed, relatives: [...typed.relatives, EMPTY_RELATIVE] })}>{say(KIN_WORDS.more)}</Button>
        </div>
        <p class="soft">{say(KIN_WORDS.stays)}</p>
        {told && <Alert tone={told.tone}>{told.text}</Alert>}
        <div class="buttons">
          <Button kind="primary" type="submit" busy={isBusy}>{say(KIN_WORDS.declare)}</Button>
          <Button disabled={isBusy} onClick={() => void send({ relatives: [] })}>{say(declaration ? KIN_WORDS.same : KIN_WORDS.declareNone)}</Button>
        </div>
      </form>
    </Card>
  );
}

type RelativeProps = { at: number; relative: TypedRelative; problems: ReturnType<typeof problemsOf>; change: (next: TypedRelative | undefined) => void };

function Relative({ at, relative, problems, change }: RelativeProps) {
  const [number, relation] = [`kinNumber${at}`, `kinRelation${at}`];
  const wrong = (id: string) => problems[id] && say(problems[id]);
  return (
    <div class="changeRow" role="group" aria-label={`${say(KIN_WORDS.relative)} ${at + 1}`}>
      <Field id={relation} label={`${say(KIN_WORDS.relation)} ${at + 1}`} required error={wrong(relation)}>
        {(aria) => (
          <select {...aria} value={relative.relation} onChange={(event) => change({ ...relative, relation: Kinship.safeParse(event.currentTarget.value).data ?? "" })}>
            <option value="">{say(KIN_WORDS.pick)}</option>
            {Kinship.options.map((one) => <option key={one} value={one}>{say(KINSHIPS[one])}</option>)}
          </select>
        )}
      </Field>
      <Field id={number} label={`${say(KIN_WORDS.number)} ${at + 1}`} required error={wrong(number)}>
        {(aria) => <input {...aria} class="input" maxLength={24} value={relative.idNo} onInput={(event) => change({ ...relative, idNo: event.currentTarget.value })} />}
      </Field>
      {at > 0 && <Button kind="quiet" aria-label={`${say(KIN_WORDS.drop)} ${say(KIN_WORDS.relative)} ${at + 1}`} onClick={() => change(undefined)}>{say(KIN_WORDS.drop)}</Button>}
    </div>
  );
}
