import { useEffect, useState } from "preact/hooks";

/** The present instant, kept fresh so that "so much left" stays true: each second, or as often as told. */
export function useNow(milliseconds = 1000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return now;
}
