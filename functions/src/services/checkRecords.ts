import type { DocumentSnapshot, QuerySnapshot } from "@google-cloud/firestore";
import { Hidden } from "../domain/action.ts";
import type { Application } from "../domain/application.ts";
import type { Campaign, VillageProgress } from "../domain/campaign.ts";
import { checkRegistration, checkSurvey } from "../domain/checks/registration.ts";
import type { Identified } from "../domain/checks/villageRecord.ts";
import { identifiedOf } from "../domain/checks/villageRecord.ts";
import { presentMembers } from "../domain/forms/changes.ts";
import { joinPrivate } from "../domain/forms/private.ts";
import { formOf } from "../domain/forms/received.ts";
import { paths } from "../domain/paths.ts";
import type { Hit, MatchKind } from "../domain/matches.ts";
import type { MemberChange } from "../domain/register.ts";
import type { Found } from "../domain/workflow/case.ts";
import type { Found as BesideTarget } from "./needs.ts";
import { readOutside } from "./outside.ts";
import type { Reader } from "./reading.ts";

export type VillageSums = { identified: Identified; quota: number | null };

/** How many households of a village are read at a time; their forms are let go once they are added up. */
const AT_ONCE = 300;
/** Of a household's form, what the sums need; an imported one may lack any of it. */
const SUMMED = ["members", "living", "land"] as const;

/**
 * The sums of a village's registered households, which its own form is compared with (domain.md, section 3.8). Read page
 * by page to the last one: no household is left out, however many there are (a village has at most 9,999 numbers).
 */
export async function villageSums({ db, tx }: Reader, { register }: Campaign, progress: VillageProgress): Promise<VillageSums> {
  const all = db.collection("households").where("register", "==", register).where("village", "==", progress.code).where("status", "==", "registered").orderBy("__name__");
  let identified = identifiedOf([]);
  for (let last: string | undefined = ""; last !== undefined; ) {
    const { docs }: QuerySnapshot = await tx.get((last ? all.startAfter(last) : all).select("year").limit(AT_ONCE));
    const wanted = docs.flatMap((entry) => {
      const year: unknown = entry.get("year");
      return typeof year === "number" ? [db.doc(paths.version(entry.ref.path, year))] : [];
    });
    const versions = wanted.length > 0 ? await tx.getAll(...wanted, { fieldMask: [...SUMMED.map((key) => `form.${key}`), "changes"] }) : [];
    identified = identifiedOf(versions.map((version) => ({ living: {}, land: {}, ...version.get("form"), members: stillThere(version) })), identified);
    last = docs.length < AT_ONCE ? undefined : docs.at(-1)?.id;
  }
  return { identified, quota: progress.quota?.identify ?? null };
}

/** Whoever left after the form was completed counts in a household of their own. */
const stillThere = (version: DocumentSnapshot) => presentMembers({ form: version.get("form"), changes: (version.get("changes") ?? []) as MemberChange[] });

/** One target of a check run: its application and what stands beside it. */
export type Checked = { id: string; application: Application; beside: BesideTarget; hits: readonly Hit[]; lists: readonly MatchKind[] };

/** The record that stands, numbers put back: the registration form, or the survey before there is one. */
function recordOf({ application: { track }, beside: { version, survey, kept } }: Checked): unknown {
  const hidden = Hidden.safeParse(kept?.data()).data ?? {};
  if (version) return joinPrivate(formOf("registration", track), track === "village" ? version.form : { ...(version.form as object), members: presentMembers(version) }, hidden);
  return survey && joinPrivate(formOf("survey", track), survey, hidden);
}

/** What the checks ask about the records that stand. */
export async function checkRecords(reader: Reader, campaign: Campaign & { id: string }, checked: readonly Checked[], village: VillageSums | undefined): Promise<Map<string, Found[]>> {
  const told = await readOutside(reader, { campaign: campaign.id, register: campaign.register }, checked.map(({ id, application }) => ({
    application: id, people: application.track === "village" ? [] : application.identities, before: application.places,
    ...(!application.registration && { entries: [application.former, application.household] }),
  })));
  return new Map(checked.map((one, at) => {
    const { id, application, hits, lists, beside: { version, plan, entry } } = one;
    const record = recordOf(one);
    if (!record) return [id, []];
    const onBothLists = entry?.exit != null && entry.status === "registered";
    const asked = { record, year: version?.year ?? campaign.year, application, campaign, plan: plan?.content, sameNumber: 0, onBothLists, ...(told[at] && { outside: { ...told[at].outside, matches: hits.map(({ kind }) => kind), lists } }) };
    return [id, version ? checkRegistration({ ...asked, ...(village && { village }) }) : checkSurvey(asked)];
  }));
}
