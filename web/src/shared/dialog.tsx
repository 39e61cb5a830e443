import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { say } from "./language.tsx";
import { WORDS } from "./words.ts";

type DialogProps = {
  title: string;
  /** Without it the window stays until what it asks for is done. */
  onClose?: () => void;
  children: ComponentChildren;
  wide?: boolean;
};

/** A window above the page, closed by its button or the Escape key; the focus stays inside and goes back afterwards. */
export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.showModal();
    /* The window is off the page by then, and the browser gives the focus back only from one that is on it. */
    return () => opener instanceof HTMLElement && opener.focus();
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose?.();
  };
  /* A browser closes a window at the second Escape whatever is said to the first. */
  const reopen = () => box.current?.isConnected && box.current.showModal();
  return (
    <dialog ref={box} class={wide ? "dialog wide" : "dialog"} aria-labelledby={heading} onCancel={cancel} onClose={onClose ?? reopen}>
      <div class="dialogHead">
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" class="dialogClose" aria-label={say(WORDS.close)} onClick={onClose}>
            ×
          </button>
        )}
      </div>
      <div class="dialogBody">{children}</div>
    </dialog>
  );
}
