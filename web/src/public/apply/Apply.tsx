import { useEffect, useState } from "preact/hooks";
import { Alert, Page } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import type { OpenCampaign } from "../data.ts";
import { rememberMine } from "../mine.ts";
import { PUBLIC } from "../words.ts";
import { CheckStep } from "./CheckStep.tsx";
import type { ApplyDraft } from "./draft.ts";
import { CHECK, dropDraft, keepDraft, newDraft, openDraft, QUESTIONS } from "./draft.ts";
import { QuestionStep } from "./QuestionStep.tsx";
import type { Sent } from "./send.ts";
import { sendApplication } from "./send.ts";
import { Receipt, Sending, Unsent, Waiting } from "./Sending.tsx";
import { VillageStep } from "./VillageStep.tsx";
import { APPLY } from "./words.ts";
import "./apply.css";

export type ApplyProps = { campaign: OpenCampaign };
export type Received = { number: string; application: string };
type Phase = "typing" | "sending" | "unsent" | "waiting";

/** What each step is given: the draft, and how to change it. */
export type StepProps = {
  campaign: OpenCampaign;
  draft: ApplyDraft;
  change: (change: Partial<ApplyDraft>) => void;
};

/** The farmer's application, from the choice of the village to the receipt. */
export function Apply({ campaign }: ApplyProps) {
  const [draft, setDraft] = useState(() => openDraft(campaign.id));
  const [phase, setPhase] = useState<Phase>(
    draft.sent === "not" ? "typing" : draft.sent === "may" ? "unsent" : "waiting",
  );
  const [received, setReceived] = useState<Received | undefined>();

  const change = (change: Partial<ApplyDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...change };
      keepDraft(campaign.id, next);
      return next;
    });

  const send = async () => {
    setPhase("sending");
    change({ sent: "may", refused: null });
    settle(await sendApplication({ draft, campaign: campaign.id }));
  };

  const settle = (sent: Sent) => {
    if (sent.kind === "unsent") return setPhase("unsent");
    if (sent.kind === "waiting") {
      change({ sent: "did" });
      return setPhase("waiting");
    }
    if (sent.kind === "refused") {
      const { zh, en, fields, code } = sent.problem;
      const again = code === "notTaken" ? {} : refusedOnce(draft);
      change({
        ...again,
        sent: "not",
        step: CHECK,
        refused: { zh, en, ...(fields && { fields }), form: draft.form },
      });
      return setPhase("typing");
    }
    const number = sent.outcome.receiptNo ?? "";
    remember(number);
    setReceived({ number, application: draft.application });
  };

  const remember = (receipt: string) => {
    const { application, village } = draft;
    const villageName = campaign.villages.find(({ code }) => code === village)?.name ?? "";
    rememberMine({
      receipt,
      application,
      campaign: campaign.id,
      village,
      villageName,
      at: new Date().toISOString(),
    });
    dropDraft(campaign.id);
  };

  const startAgain = () => {
    setReceived(undefined);
    dropDraft(campaign.id);
    setDraft(newDraft());
    setPhase("typing");
  };

  useSendWhenOnline(phase === "unsent", send);

  if (received) return <Receipt received={received} another={startAgain} />;
  if (phase === "sending") return <Sending />;
  if (phase === "unsent") return <Unsent again={send} edit={() => setPhase("typing")} />;
  if (phase === "waiting") return <Waiting again={send} />;
  if (campaign.status !== "open") return <NotOpen campaign={campaign} />;

  const step = { campaign, draft, change };
  if (draft.step === 0) return <VillageStep {...step} clear={startAgain} />;
  const question = QUESTIONS[draft.step - 1];
  if (question) return <QuestionStep key={question.key} {...step} question={question} />;
  return <CheckStep {...step} send={send} clear={startAgain} />;
}

/** After a refusal the draft lies in the database, and the next try is another action. */
function refusedOnce({ application }: ApplyDraft): Partial<ApplyDraft> {
  return { application, action: newDraft().action, exists: true };
}

function NotOpen({ campaign }: ApplyProps) {
  return (
    <Page title={say(APPLY.title)}>
      <Alert tone="warning">{say(campaign.status === "preparing" ? PUBLIC.preparing : PUBLIC.closed)}</Alert>
    </Page>
  );
}

function useSendWhenOnline(isUnsent: boolean, send: () => void) {
  useEffect(() => {
    if (!isUnsent) return undefined;
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  });
}
