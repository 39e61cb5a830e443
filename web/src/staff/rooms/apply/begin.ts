import { newId } from "../../../shared/ids.ts";
import { go } from "../../../shared/router.tsx";

/** Opens an empty form for a household that applies at the office. */
export const beginApplication = (): void => go(`/staff/apply/${newId()}?new`);
