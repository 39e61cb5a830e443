import { randomUUID } from "node:crypto";
import * as z from "zod";
import { areasOf } from "../domain/areas.ts";
import { Campaign } from "../domain/campaign.ts";
import { cleanIdentity, findIdentityProblem, mask, personKey } from "../domain/forms/identityNumber.ts";
import { sentence } from "../domain/forms/sentences.ts";
import type { DeclaredLine, Hit } from "../domain/matches.ts";
import { Declaration, Kinship } from "../domain/matches.ts";
import { paths } from "../domain/paths.ts";
import type { FieldProblem } from "../domain/problems.ts";
import { refuse } from "../domain/problems.ts";
import type { Audit } from "../domain/records.ts";
import { hashIdentity, sha256 } from "../secrets.ts";
import { database, read } from "../store/firestore.ts";
import type { Caller } from "./caller.ts";
import { dropHits, putHits } from "./matches.ts";
import { recheck } from "./recheck.ts";

/** Nobody has more close relatives than this; it bounds what one person may write. */
const MOST_RELATIVES = 40;

/** The own number and those of relatives, as far as they are not declared yet; nobody at all is a declaration as well. */
export const DeclarationRequest = z.strictObject({
  campaign: z.string().min(1).max(64),
  self: z.string().max(40).optional(),
  relatives: z.array(z.strictObject({ idNo: z.string().max(40), relation: Kinship })).max(MOST_RELATIVES),
});
export type DeclarationRequest = z.infer<typeof DeclarationRequest>;

type Declared = { relation: DeclaredLine["relation"]; idNo: string; hash: string; line: string };

/**
 * What a member of the staff declares of their own person and their relatives: who is in a household of these people is
 * kept away from it, at once. Numbers are not kept, only their hashes and what one sees of them oneself; what was
 * declared stays until the account ends, or the campaign's days for it are over. Sent twice, it counts once. @throws Refusal
 */
export async function declareRelatives(caller: Caller, request: DeclarationRequest): Promise<{ relatives: number; self: boolean }> {
  const db = database();
  const { campaign: id } = request;
  const campaign = read(Campaign, await db.doc(paths.campaign(id)).get()) ?? refuse("campaignUnknown");
  const held = Object.values(caller.roles).flat();
  if (!held.some((area) => campaign.areas.includes(area) || campaign.villages.some(({ code }) => code === area))) refuse("notHeld");
  const declared = declaredBy(caller, request);
  const at = new Date();
  const kept = await keep(caller, id, { areas: [...new Set(held.flatMap(areasOf))], declared, at });
  const known = [];
  for (const { hash, relation } of declared) {
    const hit: Hit = { kind: relation === "self" ? "staff" : "staffRelative", list: `staff-${caller.uid}`, staff: caller.uid };
    known.push(...(await putHits(db, id, hit, [hash])).applications);
  }
  await recheck(id, [...new Set(known)], at);
  return kept;
}

function declaredBy({ uid }: Caller, { self, relatives }: DeclarationRequest): Declared[] {
  const typed = [...(self ? [{ idNo: self, relation: "self" as const, path: "self" }] : []), ...relatives.map((one, at) => ({ ...one, path: `relatives.${at}.idNo` }))];
  const problems: FieldProblem[] = [];
  const declared = typed.map(({ idNo, relation, path }) => {
    const clean = cleanIdentity(idNo);
    const code = findIdentityProblem(clean);
    if (code) problems.push({ path, code, ...sentence(code, { where: { zh: "身份证号", en: "Identity number" }, limits: {} }) });
    const hash = hashIdentity(personKey(clean));
    return { relation, idNo: clean, hash, line: sha256(`${uid}/${hash}`).slice(0, 20) };
  });
  return problems.length > 0 ? refuse("invalidInput", {}, problems) : declared;
}

type Keeping = { areas: string[]; declared: readonly Declared[]; at: Date };

function keep({ uid }: Caller, campaign: string, { areas, declared, at }: Keeping): Promise<{ relatives: number; self: boolean }> {
  const db = database();
  return db.runTransaction(async (tx) => {
    const ref = db.doc(paths.declaration(campaign, uid));
    const lines = declared.map(({ line }) => db.doc(paths.declaredLine(campaign, uid, line)));
    const [beforeDoc, ...there] = await tx.getAll(ref, ...lines);
    const before = read(Declaration, beforeDoc);
    const fresh = declared.filter((_one, place) => !there[place]?.exists);
    const relatives = (before?.relatives ?? 0) + fresh.filter(({ relation }) => relation !== "self").length;
    if (relatives > MOST_RELATIVES) refuse("tooManyRelatives", { most: MOST_RELATIVES });
    const self = (before?.self ?? false) || fresh.some(({ relation }) => relation === "self");
    tx.set(ref, { campaign, areas, account: uid, self, relatives, at } satisfies Declaration);
    for (const { line, relation, idNo } of fresh)
      tx.create(db.doc(paths.declaredLine(campaign, uid, line)), { account: uid, relation, masked: mask(idNo), at } satisfies DeclaredLine);
    const audit: Audit = { what: "declareRelatives", by: uid, at, areas, subject: uid, reason: declared.length > 0 ? "declared" : "none" };
    tx.create(db.doc(paths.audit(randomUUID())), audit);
    return { relatives, self };
  });
}

/** Why a declaration ends: its account is disabled or holds no role any more, or the campaign's days are over. */
export type DeclarationEnd = "accountEnded" | "retention";

/**
 * Takes away what somebody declared: what it holds against people, the lines, then that there was one; the audit alone
 * tells of it. Whoever was kept away from a household stays away: that stands with the application. Safe to run twice.
 */
export async function endDeclaration(campaign: string, { account, areas }: Pick<Declaration, "account" | "areas">, { now, why }: { now: Date; why: DeclarationEnd }): Promise<void> {
  const db = database();
  const ref = db.doc(paths.declaration(campaign, account));
  const { applications } = await dropHits(db, campaign, `staff-${account}`, Number.POSITIVE_INFINITY);
  await recheck(campaign, applications, now);
  const lines = await ref.collection("lines").listDocuments();
  const batch = db.batch();
  for (const line of lines) batch.delete(line);
  batch.delete(ref);
  batch.create(db.doc(paths.audit(randomUUID())), { what: "endDeclaration", by: "clock", at: now, areas, subject: account, reason: why } satisfies Audit);
  await batch.commit();
}

/** Ends whatever an account has declared, in every campaign. */
export async function endDeclarationsOf(account: string, now: Date): Promise<void> {
  const found = await database().collection("declarations").where("account", "==", account).get();
  for (const doc of found.docs) {
    const declaration = read(Declaration, doc);
    if (declaration) await endDeclaration(declaration.campaign, declaration, { now, why: "accountEnded" });
  }
}
