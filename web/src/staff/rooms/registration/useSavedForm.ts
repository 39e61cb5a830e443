import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Household } from "../../data/applications.ts";
import type { DraftKind } from "../../data/help.ts";
import { saveFormDraft } from "../../data/help.ts";

/** A pause in typing after which the form is saved. */
const PAUSE_MS = 2_000;

/** Where the saving stands: nothing changed yet, under way, saved at a time, or kept on this device alone. */
export type Saving = { state: "idle" | "saving" | "here" } | { state: "saved"; at: Date };

type Wanted = {
  application: Household;
  kind: DraftKind;
  uid: string;
  /** What this device had kept of it and shows again, where nobody has saved anything later. */
  restored?: Record<string, unknown> | undefined;
};

/**
 * Saves a form whenever the typing pauses, when the page goes out of sight, and again once there is a connection.
 * `changed` is called with every change; `stop` when it is completed, so that nothing is saved over what was sent.
 */
export function useSavedForm({ application, kind, uid, restored }: Wanted) {
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  const latest = useRef<Record<string, unknown>>(undefined);
  const stopped = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useCallback(async () => {
    const form = latest.current;
    if (stopped.current || !form) return;
    const done = await saveFormDraft({ application, kind, form, uid });
    if (done && latest.current === form) latest.current = undefined;
    setSaving(done ? { state: "saved", at: new Date() } : { state: "here" });
  }, [application.id, kind, uid]);
  const changed = useCallback(
    (form: Record<string, unknown>) => {
      latest.current = form;
      clearTimeout(timer.current);
      setSaving({ state: "saving" });
      timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    [save],
  );
  const stop = useCallback(() => {
    stopped.current = true;
    clearTimeout(timer.current);
  }, []);
  const resume = useCallback(() => {
    stopped.current = false;
  }, []);
  useEffect(() => {
    const again = () => void save();
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
      clearTimeout(timer.current);
      /* Whoever leaves in the middle of a pause loses nothing. */
      void save();
    };
  }, [save]);
  /* A page closed in the middle of a pause has kept the typing here alone. */
  useEffect(() => restored && changed(restored), []);
  return { saving, changed, stop, resume };
}
