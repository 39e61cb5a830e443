import * as z from "zod";
import { AreaCode } from "./areas.ts";
import { Instant } from "./instant.ts";
import type { Bilingual } from "./text.ts";

/** What an outside list tells of whoever stands in it (domain.md, section 8.1: the cross-check of the bureaux). */
export const ListKind = z.enum(["vehicle", "payroll", "business", "housing", "death", "lowIncomeAid", "staffRelative"]);
export type ListKind = z.infer<typeof ListKind>;

/** Also what the staff declare: `staffRelative` then names the account, `staff` is that account's own person. */
export const MatchKind = z.enum([...ListKind.options, "staff"]);
export type MatchKind = z.infer<typeof MatchKind>;

export const MATCH_KINDS = {
  vehicle:       { zh: "车辆登记",     en: "vehicles" },
  payroll:       { zh: "财政供养人员", en: "public payroll" },
  business:      { zh: "工商登记",     en: "businesses" },
  housing:       { zh: "商品房登记",   en: "commercial housing" },
  death:         { zh: "死亡登记",     en: "deaths" },
  lowIncomeAid:  { zh: "低保名单",     en: "low-income aid" },
  staffRelative: { zh: "干部亲属",     en: "relatives of cadres" },
  staff:         { zh: "工作人员本人", en: "the staff themselves" },
} as const satisfies Record<MatchKind, Bilingual>;

/**
 * Lists that are whole, so that not standing on one tells something too. That one is held is kept as if it were held
 * against a person of this name.
 */
export const WHOLE_LISTS: readonly ListKind[] = ["lowIncomeAid"];
export const HELD = "held";

/** One reason why a person is asked about: the list, or the declaration, it comes from; `staff` is who is recused by it. */
export const Hit = z.strictObject({ kind: MatchKind, list: z.string(), staff: z.string().optional() });
export type Hit = z.infer<typeof Hit>;

/** `matches/{campaign}_{hash}`: what is held against a person, by the hash alone. `lists` finds what a list has brought. */
export const Match = z.strictObject({ campaign: z.string(), lists: z.array(z.string()), hits: z.array(Hit) });
export type Match = z.infer<typeof Match>;

/** The accounts that these hits keep away from a household. */
export const recusedBy = (hits: readonly Hit[]): string[] => [...new Set(hits.flatMap(({ staff }) => staff ?? []))];

/** `lists/{id}`: an outside list that was matched. It tells how many, never who; the file itself is not kept. */
export const OutsideList = z.strictObject({
  campaign: z.string(),
  areas: z.array(AreaCode),
  kind: ListKind,
  /** Which office gave it, and as of when, in the uploader's words. */
  source: z.string(),
  /** Different people on it, how many are written so far, and how many of them belong to an application now. */
  people: z.int(),
  done: z.int(),
  matched: z.int(),
  state: z.enum(["writing", "done", "failed", "removing"]),
  by: z.string(),
  at: Instant,
  changedAt: Instant,
  /** From then on its hits are taken away (the campaign's `lists.keepDays`). */
  expiresAt: Instant,
});
export type OutsideList = z.infer<typeof OutsideList>;

/** How a declared person is related to the member of the staff. */
export const KINSHIPS = {
  spouse:  { zh: "配偶",             en: "spouse" },
  parent:  { zh: "父母",             en: "parent" },
  child:   { zh: "子女",             en: "child" },
  sibling: { zh: "兄弟姐妹",         en: "brother or sister" },
  inLaw:   { zh: "岳父母、公婆、儿媳、女婿", en: "parent, son or daughter in law" },
  elder:   { zh: "祖父母、外祖父母、孙辈", en: "grandparent or grandchild" },
  other:   { zh: "其他近亲属",       en: "another close relative" },
} as const satisfies Record<string, Bilingual>;
export const Kinship = z.enum(Object.keys(KINSHIPS) as [keyof typeof KINSHIPS]);
export type Kinship = z.infer<typeof Kinship>;

/** `declarations/{campaign}_{uid}`: that somebody declared, how many and when; of whom, only the own lines tell. */
export const Declaration = z.strictObject({
  campaign: z.string(),
  areas: z.array(AreaCode),
  account: z.string(),
  /** Whether the own number was given, and how many relatives; none is a declaration too. */
  self: z.boolean(),
  relatives: z.int(),
  at: Instant,
});
export type Declaration = z.infer<typeof Declaration>;

/** `declarations/{id}/lines/{line}`: one declared person, masked, for the declarer's own eyes. */
export const DeclaredLine = z.strictObject({ account: z.string(), relation: z.union([Kinship, z.literal("self")]), masked: z.string(), at: Instant });
export type DeclaredLine = z.infer<typeof DeclaredLine>;
