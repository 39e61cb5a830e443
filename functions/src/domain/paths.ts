/** Every collection of the database, by the path that Firestore, its rules and its triggers all use. */
export const COLLECTIONS = [
  "campaigns",
  "campaigns/{campaign}/villages",
  "applications",
  "applications/{application}/forms",
  "applications/{application}/private",
  "actions",
  "actions/{action}/private",
  "evidence",
  "notices",
  "notices/{notice}/private",
  "objections",
  "objections/{objection}/private",
  "households",
  "villages",
  "staff",
  "identities",
  "receipts",
  "limits",
  "audit",
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** The path of each kind of document. Given a template such as `{action}`, the path of a trigger. */
export const paths = {
  campaign: (campaign: string) => `campaigns/${campaign}`,
  village: (campaign: string, village: string) => `campaigns/${campaign}/villages/${village}`,
  application: (application: string) => `applications/${application}`,
  surveyForm: (application: string) => `applications/${application}/forms/survey`,
  applicationPrivate: (application: string) => `applications/${application}/private/identity`,
  action: (action: string) => `actions/${action}`,
  actionPrivate: (action: string, target: string) => `actions/${action}/private/${target}`,
  evidence: (evidence: string) => `evidence/${evidence}`,
  notice: (notice: string) => `notices/${notice}`,
  noticeHouseholds: (notice: string) => `notices/${notice}/private/households`,
  objection: (objection: string) => `objections/${objection}`,
  objector: (objection: string) => `objections/${objection}/private/objector`,
  household: (household: string) => `households/${household}`,
  villageRegister: (register: string, village: string) => `villages/${register}-${village}`,
  staff: (uid: string) => `staff/${uid}`,
  identity: (campaign: string, hash: string) => `identities/${campaign}_${hash}`,
  receipt: (number: string) => `receipts/${number}`,
  limit: (source: string) => `limits/${source}`,
  audit: (id: string) => `audit/${id}`,
} as const;

/** Identifiers that a client makes: letters, digits, `-` and `_`; Firestore keeps those that begin with `__` to itself. */
export const CLIENT_ID = /^[A-Za-z0-9-][A-Za-z0-9_-]{7,63}$/;
