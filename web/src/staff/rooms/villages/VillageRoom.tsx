import { useState } from "preact/hooks";
import { ButtonLink, EmptyState } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplication } from "../../data/applications.ts";
import { Reading } from "../../parts/Reading.tsx";
import { useOwn } from "../../session/own.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { AgainForm, BeginForm } from "./VillageForm.tsx";
import { villageKey } from "./villageKey.ts";
import { VILLAGE_WORDS } from "./words.ts";

/** The application of a village, being made or being sent anew after it came back. */
export function VillageRoom({ at }: RoomProps) {
  const id = at.id ?? "";
  const isNew = new URLSearchParams(location.search).has("new");
  const live = useApplication(isNew ? undefined : id);
  if (isNew) return <BeginForm id={id} draft={undefined} />;
  return <Reading live={live}>{(found) => <Opened key={id} id={id} found={found} />}</Reading>;
}

/** The form stays once it is open, also when it has just been sent: its outcome is told there. */
function Opened({ id, found: now }: { id: string; found: Household | null }) {
  const own = useOwn();
  const [found] = useState(now);
  if (found?.track === "village" && found.status === "draft") return <BeginForm id={id} draft={found} />;
  if (found?.track === "village" && found.status === "submitted") return <AgainForm application={found} />;
  if (!found && own.kept(villageKey(id)) !== undefined) return <BeginForm id={id} draft={undefined} />;
  return <EmptyState title={say(VILLAGE_WORDS.notNow)}><ButtonLink href="/staff/villages">{say(VILLAGE_WORDS.back)}</ButtonLink></EmptyState>;
}
