import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/*
 * Pages by path, with the browser's own history. Hosting answers every path with the same document.
 */

const MOVED = "lika:moved";

/** Goes to another page of this site. */
export function go(path: string, how: { replace: boolean } = { replace: false }): void {
  if (how.replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  window.dispatchEvent(new Event(MOVED));
  window.scrollTo(0, 0);
}

/** The path now, and again after each move; `moved` is false until the first one. */
export function usePath(): { path: string; moved: boolean } {
  const [at, setAt] = useState({ path: location.pathname, moved: false });
  useEffect(() => {
    const listener = () => setAt({ path: location.pathname, moved: true });
    window.addEventListener(MOVED, listener);
    window.addEventListener("popstate", listener);
    return () => {
      window.removeEventListener(MOVED, listener);
      window.removeEventListener("popstate", listener);
    };
  }, []);
  return at;
}

/** The parts of a path that a pattern names, as in `/notice/:id`; undefined when it does not fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) return undefined;
  const named: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const here = given[at] ?? "";
    if (part.startsWith(":")) named[part.slice(1)] = decoded(here);
    else if (part !== here) return undefined;
  }
  return named;
}

/** A part of a path as it was meant; as it stands when somebody cut it off in the middle of a character. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

type LinkProps = {
  href: string;
  class?: string;
  /** Read out instead of the content, where that says too little alone. */
  label?: string;
  /** Whether it leads to the page that is open. */
  current?: boolean;
  children: ComponentChildren;
};

/** A link within this site; modified clicks stay the browser's. */
export function Link({ href, class: look, label, current = false, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    go(href);
  };
  return (
    <a
      href={href}
      class={look}
      aria-label={label}
      aria-current={current ? "page" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
