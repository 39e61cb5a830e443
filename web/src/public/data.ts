import type { Campaign, VillageProgress } from "@domain/campaign.ts";
import type { Notice } from "@domain/notice/notice.ts";
import { kept, keep } from "../shared/kept.ts";
import { getDocument, listDocuments, RestError } from "../shared/rest.ts";

/*
 * What the public pages read. Only functions write these documents, and parse them on the way in, so their shape is
 * taken as the domain says it: checking it again would need zod.
 */

export type OpenCampaign = Campaign & { id: string };
export type OpenNotice = Notice & { id: string };
/** A notice without its list, as the first page needs it. */
export type NoticeHead = Omit<OpenNotice, "list">;

/* A campaign under way comes before one to come, and a real one before a rehearsal. */
const ORDER: Record<Campaign["status"], number> = { open: 0, preparing: 1, closed: 2 };
const rank = ({ status, rehearsal }: Campaign) => ORDER[status] * 2 + (rehearsal ? 1 : 0);

let campaigns: Promise<OpenCampaign[]> | undefined;

/** Every campaign, the one to show first. Asked for once while the page is open; again after a failure. */
export function listCampaigns(): Promise<OpenCampaign[]> {
  campaigns ??= listDocuments({ collection: "campaigns" })
    .then((found) => found.map(({ id, fields }) => ({ id, ...(fields as Campaign) })))
    .then((all) => all.sort((a, b) => rank(a) - rank(b) || b.startsOn.localeCompare(a.startsOn)))
    .catch((error) => {
      campaigns = undefined;
      throw error;
    });
  return campaigns;
}

const CHOSEN = "campaign";

/** The campaign that this device looks at: the one chosen here, else the first. */
export async function findCampaign(): Promise<OpenCampaign | undefined> {
  const all = await listCampaigns();
  return all.find(({ id }) => id === kept(CHOSEN)) ?? all[0];
}

export function chooseCampaign(id: string): void {
  keep(CHOSEN, id);
}

/** How far each village is, in the campaign's own order. */
export async function listVillages({ id, villages }: OpenCampaign): Promise<VillageProgress[]> {
  const found = await listDocuments({ collection: "villages", under: `campaigns/${id}` });
  const progress = found.map(({ fields }) => fields as VillageProgress);
  const place = (code: string) => villages.findIndex((village) => village.code === code);
  return progress.sort((a, b) => place(a.code) - place(b.code));
}

const openOf = (campaign: string) => ({ collection: "notices", equals: { campaign, status: "open" } });
const byEnd = (a: NoticeHead, b: NoticeHead) => a.closesAt.getTime() - b.closesAt.getTime();

/** The notices that hang now, the one that ends first before the others. */
export async function listOpenNotices(campaign: string): Promise<OpenNotice[]> {
  const found = await listDocuments(openOf(campaign));
  return found.map(({ id, fields }) => ({ id, ...(fields as Notice) })).sort(byEnd);
}

const HEAD = ["village", "villageName", "townName", "round", "ofVillage", "opensAt", "closesAt"] as const;

/** The same without the lists of names. */
export async function listNoticeHeads(campaign: string): Promise<NoticeHead[]> {
  const found = await listDocuments({ ...openOf(campaign), only: HEAD });
  return found.map(({ id, fields }) => ({ id, ...(fields as Notice) })).sort(byEnd);
}

/** One notice while it is open; undefined when there is none, or when it hangs no longer. */
export async function findNotice(id: string): Promise<OpenNotice | undefined> {
  try {
    const fields = await getDocument(`notices/${encodeURIComponent(id)}`);
    return fields && { id, ...(fields as Notice) };
  } catch (error) {
    if (error instanceof RestError && error.status === 403) return undefined;
    throw error;
  }
}
