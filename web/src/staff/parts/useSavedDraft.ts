import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DraftToSend, Signer } from "../actions/post.ts";
import { saveDraft } from "../data/drafts.ts";

/** A pause in typing after which a draft is saved. */
const PAUSE_MS = 2_000;

type Wanted = { draft: Omit<DraftToSend, "saved">; signer: Signer; wasSaved: boolean };

/**
 * Saves a draft whenever the typing pauses. `changed` is called with every change; `stop` before it is submitted, so
 * that nothing is saved over what was sent.
 */
export function useSavedDraft({ draft, signer, wasSaved }: Wanted) {
  const [savedAt, setSavedAt] = useState<Date>();
  const saved = useRef(wasSaved);
  const stopped = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);
  latest.current = draft;
  const save = useCallback(async () => {
    if (stopped.current) return;
    const done = await saveDraft({ ...latest.current, saved: saved.current }, signer);
    saved.current ||= done;
    if (done) setSavedAt(new Date());
  }, [signer.uid, signer.campaign]);
  const changed = useCallback(() => {
    clearTimeout(timer.current);
    setSavedAt(undefined);
    timer.current = setTimeout(() => void save(), PAUSE_MS);
  }, [save]);
  const stop = useCallback(() => {
    stopped.current = true;
    clearTimeout(timer.current);
    return saved.current;
  }, []);
  const resume = useCallback(() => {
    stopped.current = false;
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { savedAt, changed, stop, resume };
}
