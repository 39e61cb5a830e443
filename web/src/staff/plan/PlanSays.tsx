import { useState } from "preact/hooks";
import { Loading, LoadFailed } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import type { PlanPart } from "./planOf.ts";
import { planPartsOf } from "./planOf.ts";

/** What the plan says of the step that a room is for, folded; its words are fetched when somebody wants to read them. */
export function PlanSays({ path }: { path: string }) {
  const [isOpen, setOpen] = useState(false);
  const parts = planPartsOf(path);
  if (parts.length === 0) return null;
  return (
    <details class="planSays" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say({ zh: "方案怎么说", en: "What the plan says" })}</summary>
      {isOpen && <Words parts={parts} />}
    </details>
  );
}

function Words({ parts }: { parts: readonly PlanPart[] }) {
  const text = useLoaded(async () => (await import("./planText.ts")).PLAN_TEXT, []);
  if (text.state === "loading") return <Loading />;
  if (text.state === "failed") return <LoadFailed retry={text.retry} />;
  return <>{parts.map((part) => <p key={part} class="quoted">{say(text.value[part])}</p>)}</>;
}
