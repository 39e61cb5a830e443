import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { say } from "./language.tsx";
import { WORDS } from "./words.ts";

type DialogProps = { title: string; onClose: () => void; children: ComponentChildren; wide?: boolean };

/** A window above the page, closed by its button or the Escape key; the focus stays inside and goes back afterwards. */
export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={box} class={wide ? "dialog wide" : "dialog"} aria-labelledby={heading} onCancel={cancel}>
      <div class="dialogHead">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="dialogClose" aria-label={say(WORDS.close)} onClick={onClose}>
          ×
        </button>
      </div>
      <div class="dialogBody">{children}</div>
    </dialog>
  );
}
