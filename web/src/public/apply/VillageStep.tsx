import { useState } from "preact/hooks";
import { Button, Page } from "../../shared/components.tsx";
import { ErrorSummary, FieldGroup } from "../../shared/field.tsx";
import { Option } from "../../shared/form/options.tsx";
import { say } from "../../shared/language.tsx";
import type { StepProps } from "./Apply.tsx";
import { after, isBegun } from "./draft.ts";
import { APPLY } from "./words.ts";

/** The first step: whose committee will receive the application. */
export function VillageStep({ campaign, draft, change, clear }: StepProps & { clear: () => void }) {
  const [problems, setProblems] = useState<readonly { id: string; text: string }[]>([]);
  const isMissing = problems.length > 0 && draft.village === "";
  const next = (event: Event) => {
    event.preventDefault();
    if (draft.village === "") return setProblems([{ id: "village", text: say(APPLY.chooseVillage) }]);
    change(after(draft));
  };
  return (
    <Page title={say(APPLY.title)} lead={say(APPLY.lead)}>
      <form class="card" onSubmit={next} noValidate>
        <ErrorSummary problems={isMissing ? problems : NONE} />
        <FieldGroup
          id="village"
          required
          label={say(APPLY.whichVillage)}
          error={isMissing ? say(APPLY.chooseVillage) : undefined}
        >
          <div class="options columns">
            {campaign.villages.map(({ code, name }) => (
              <Option
                key={code}
                type="radio"
                name="village"
                label={name}
                checked={draft.village === code}
                pick={() => change({ village: code })}
                leave={() => undefined}
              />
            ))}
          </div>
        </FieldGroup>
        <div class="buttons">
          <Button type="submit" kind="primary" big>
            {say(draft.revising ? APPLY.backToCheck : APPLY.begin)}
          </Button>
        </div>
      </form>
      <ClearNote draft={draft} clear={clear} />
    </Page>
  );
}

const NONE: readonly { id: string; text: string }[] = [];

/** Says where the typed answers are, and takes them off the device; asks once before. */
export function ClearNote({ draft, clear }: Pick<StepProps, "draft"> & { clear: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <div class="clearNote">
      <p>{say(APPLY.clearNote)}</p>
      {isBegun(draft) &&
        (asked ? (
          <p role="alert">
            {say(APPLY.clearSure)}{" "}
            <Button kind="danger" onClick={clear}>
              {say(APPLY.clear)}
            </Button>
          </p>
        ) : (
          <Button kind="quiet" onClick={() => setAsked(true)}>
            {say(APPLY.clear)}
          </Button>
        ))}
    </div>
  );
}
