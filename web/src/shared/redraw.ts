import { useEffect, useState } from "preact/hooks";

/** For something of the page that lies outside any component: `tell` says that it has changed, `useRedraw` draws the component again then. */
export function redrawing(): { tell: () => void; useRedraw: () => void } {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const useRedraw = () => {
    const [, redraw] = useState(0);
    useEffect(() => {
      const listener = () => redraw((count) => count + 1);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }, []);
  };
  return { tell, useRedraw };
}
