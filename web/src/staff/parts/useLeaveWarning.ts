import { useLayoutEffect } from "preact/hooks";

/**
 * The browser asks before the page goes, for what is typed and must not be kept on a device: identity numbers. Listens as soon as
 * the key is drawn, not after the next frame: a slow phone draws its next frame when the page has long been closed.
 */
export function useLeaveWarning(isTyped: boolean): void {
  useLayoutEffect(() => {
    if (!isTyped) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isTyped]);
}
