import { useMemo } from "preact/hooks";
import { useKept } from "./useKept.ts";

/** The ticked rows of a list, kept on this device like what is typed; of those that are gone from the list nothing is shown. */
export function useTicked(keptAs: string, initial: readonly string[] = []): [ReadonlySet<string>, (next: ReadonlySet<string>) => void] {
  const [{ ids }, set] = useKept<{ ids: readonly string[] }>(`ticked.${keptAs}`, { ids: initial });
  return [useMemo(() => new Set(ids), [ids]), (next) => set({ ids: [...next] })];
}
