import { useState } from "preact/hooks";

/** Choices kept in the page's address, so that going back finds them again. */
export function useSearch<T extends Record<string, string>>(initial: T): [T, (change: Partial<T>) => void] {
  const read = (): T => {
    const given = new URLSearchParams(location.search);
    return Object.fromEntries(Object.entries(initial).map(([key, value]) => [key, given.get(key) ?? value])) as T;
  };
  const [chosen, setChosen] = useState(read);
  const change = (part: Partial<T>) => {
    const next = { ...chosen, ...part };
    const search = new URLSearchParams(Object.entries(next).filter(([key, value]) => value !== initial[key]));
    history.replaceState(null, "", search.size > 0 ? `${location.pathname}?${search}` : location.pathname);
    setChosen(next);
  };
  return [chosen, change];
}
