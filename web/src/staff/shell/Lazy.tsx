import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Loading, LoadFailed } from "../../shared/components.tsx";

type LazyProps<P> = { load: () => Promise<ComponentType<P>>; props: P };
type Loaded<P> = { load: LazyProps<P>["load"]; component?: ComponentType<P>; failed?: true };

/** A part of the site whose code is fetched when it is first drawn; after a failure one can try again. */
export function Lazy<P extends object>({ load, props }: LazyProps<P>) {
  const [loaded, setLoaded] = useState<Loaded<P>>({ load });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let here = true;
    load().then(
      (component) => here && setLoaded({ load, component }),
      () => here && setLoaded({ load, failed: true }),
    );
    return () => {
      here = false;
    };
  }, [load, attempt]);
  if (loaded.load !== load) return <Loading />;
  if (loaded.failed) return <LoadFailed retry={() => (setLoaded({ load }), setAttempt((count) => count + 1))} />;
  const Part = loaded.component;
  return Part ? <Part {...props} /> : <Loading />;
}
