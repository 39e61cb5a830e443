import type { Bilingual } from "@domain/text.ts";
import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import type { whyNot } from "../../parts/can.ts";
import { Outcome } from "../../parts/Outcome.tsx";
import { useDesk } from "../../session/session.ts";
import type { DirectAction } from "./ReasonDialog.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";

type DecideProps = {
  application: Household;
  /** Of whom or what, for the outcome and for those who hear the buttons. */
  name: string;
  /** In their order; the first is the one that is expected. `heard` tells it apart from other buttons of the page. */
  decisions: readonly { action: DirectAction; word: Bilingual; heard: Bilingual }[];
  /** Why it cannot be decided; `notNow` where nothing is to be decided. */
  off: ReturnType<typeof whyNot>;
  sent: () => void;
};

/** The decisions on one application, each asked for its reasons, and what became of it. */
export function Decide({ application, name, decisions, off, sent }: DecideProps) {
  const { campaign } = useDesk();
  const { post, progress, underWay } = usePosting();
  const [asking, setAsking] = useState<DirectAction>();
  return (
    <>
      <Outcome progress={progress} nameOf={() => name} />
      {off && off !== "notNow" && <p class="soft">{say(off)}</p>}
      {off !== "notNow" && (
        <div class="buttons">
          {decisions.map(({ action, word, heard }, place) => (
            <Button key={action} kind={place === 0 ? "primary" : "plain"} disabled={off !== undefined || campaign.status !== "open"} busy={underWay && asking === undefined && place === 0} aria-label={`${say(heard)} ${name}`} onClick={() => setAsking(action)}>
              {say(word)}
            </Button>
          ))}
        </div>
      )}
      {asking && (
        <ReasonDialog
          action={asking}
          household={application}
          close={() => setAsking(undefined)}
          send={(order) => {
            setAsking(undefined);
            sent();
            void post({ ...order, about: name });
          }}
        />
      )}
    </>
  );
}
