import type { Roles } from "@domain/areas.ts";
import type { Staff } from "@domain/records.ts";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { KnownCampaign } from "../data/campaigns.ts";
import type { Office } from "./offices.ts";

/** Who sits here, as what, and which campaign is on the desk. */
export type Session = {
  uid: string;
  staff: Staff;
  roles: Roles;
  offices: Office[];
  office: Office;
  chooseOffice: (office: Office) => void;
  /** Every campaign of the area, newest first; the one on the desk, undefined while there is none. */
  campaigns: KnownCampaign[];
  campaign: KnownCampaign | undefined;
  chooseCampaign: (id: string) => void;
};

export const SessionContext = createContext<Session | undefined>(undefined);

/** @throws outside the rooms, where nobody is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("nobody is signed in here");
  return session;
}

/** The session of a room that needs a campaign. */
export type Desk = Session & { campaign: KnownCampaign };

/** Rooms that need a campaign are entered only when there is one. @throws when there is none. */
export function useDesk(): Desk {
  const session = useSession();
  if (!session.campaign) throw new Error("there is no campaign on the desk");
  return { ...session, campaign: session.campaign };
}
