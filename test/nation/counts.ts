/**
 * What each step costs in documents, exactly: `test/services/counts.test.ts` counts them on the wire and fails when one is another.
 * Households have three members; a list's action costs what is its own, and as much again for each household on it.
 */

export type Cost = { reads: number; writes: number; deletes: number };
/** `sent`: documents of the client's own commit. */
export type Row = { sent: { action: number; household: number }; action: Cost; household: Cost };

type Documents = readonly [reads: number, writes: number, deletes?: number];
const cost = ([reads, writes, deletes = 0]: Documents): Cost => ({ reads, writes, deletes });
/** Sent with the action; read, written and deleted by the functions. */
const one = (sent: number, documents: Documents): Row => ({ sent: { action: sent, household: 0 }, action: cost(documents), household: cost([0, 0]) });
/** The same for a list, and what comes with each of its households. */
const list = (sent: readonly [action: number, household: number], action: Documents, household: Documents): Row => (
  { sent: { action: sent[0], household: sent[1] }, action: cost(action), household: cost(household) }
);

/** By the action and the role that signs it; `closeNotice` is the timer's function, before the action that it appends. */
export const COUNTS = {
  "submit villageCommittee":                list([1, 2], [4, 3], [5, 4, 1]),
  "recordSurvey villageCadre":              one(2, [18, 9, 1]),
  "recordAppraisal villageCommittee":       list([3, 0], [6, 2], [1, 1]),
  "confirmMeeting villageCadre":            list([1, 0], [3, 1], [1, 1]),
  "confirmMeeting povertyOfficer":          list([1, 0], [3, 1], [1, 1]),
  "verify villageCommittee":                list([1, 0], [3, 1], [1, 1]),
  "verify povertyOfficer":                  list([1, 0], [3, 1], [1, 1]),
  "verify villageCadre":                    list([1, 0], [3, 2], [1, 1]),
  "publishNotice villageCommittee":         list([1, 0], [7, 4], [1, 1]),
  "closeNotice":                            list([0, 0], [3, 1], [0, 0]),
  "endNotice village":                      list([0, 0], [3, 4], [1, 1]),
  "approve townGovernment":                 list([1, 0], [4, 2], [1, 1]),
  "publishNotice povertyOfficer":           list([1, 0], [7, 4], [1, 1]),
  "endNotice town":                         list([0, 0], [3, 4], [1, 1]),
  "approve countyOffice":                   list([1, 0], [4, 5], [1, 5]),
  "assignHelper povertyOfficer":            list([1, 0], [4, 4], [2, 3]),
  "adoptPlan villageCadre":                 list([1, 0], [3, 2], [2, 2]),
  "completeForm villageCommittee":          one(2, [18, 8, 1]),
  "printHandbook villageCommittee":         list([1, 0], [3, 1], [2, 2]),
  "issueHandbook villageCommittee":         list([1, 0], [3, 2], [2, 1]),
  "exportBatch povertyOfficer":             list([1, 0], [3, 2], [2, 1]),
  "enterData povertyOfficer":               list([1, 0], [4, 2], [1, 1]),
  "reportToCounty povertyOfficer":          list([1, 0], [3, 2], [2, 1]),
  "runChecks countyOffice":                 list([1, 0], [5, 1], [10, 2]),
  "passTrialRun countyOffice":              list([1, 0], [3, 2], [3, 1]),
  "recordVisit helper":                     one(1, [4, 3]),
  "recordMeasure helper":                   one(1, [5, 4]),
  "finishMeasure helper":                   one(1, [5, 4]),
  "recordResult helper":                    one(1, [5, 4]),
  "confirmResult villageCommittee":         one(1, [5, 3]),
  "updateYear villageCommittee":            one(2, [19, 7, 1]),
  "village submit villageCommittee":        one(3, [9, 7, 1]),
  "village approve townGovernment":         one(1, [5, 3]),
  "village publishNotice povertyOfficer":   one(1, [6, 5]),
  "village closeNotice":                    one(0, [3, 1]),
  "village endNotice town":                 one(0, [4, 6]),
  "village approve countyLeadingGroup":     one(1, [4, 6]),
  "village assignHelper povertyOfficer":    one(1, [5, 6]),
  "village adoptPlan villageCadre":         one(1, [4, 4]),
  "village completeForm villageCommittee":  one(2, [18, 5, 1]),
  "village exportBatch povertyOfficer":     one(1, [4, 3]),
  "village enterData povertyOfficer":       one(1, [5, 3]),
  "village reportToCounty povertyOfficer":  one(1, [4, 3]),
  "village runChecks countyOffice":         one(1, [18, 3]),
  "village passTrialRun countyOffice":      one(1, [5, 3]),
  "village recordVisit supportUnit":        one(1, [4, 3]),
  "village recordMeasure supportUnit":      one(1, [4, 4]),
  "village finishMeasure supportUnit":      one(1, [5, 4]),
  "village recordResult supportUnit":       one(1, [4, 4]),
  "village confirmResult villageCommittee": one(1, [5, 3]),
  "village updateYear villageCommittee":    one(1, [19, 4]),
} as const satisfies Record<string, Row>;
export type CountName = keyof typeof COUNTS;

/** Documents, and the bytes of them and of their index entries. */
export type Size = { documents: number; bytes: number; indexed: number };
/** What a whole way and a year of help leave in a collection, with each household and with each list. */
export type Left = { collection: string; each: Size; list: Size };
const size = ([documents, bytes, indexed]: readonly [number, number, number]): Size => ({ documents, bytes, indexed });
const left = (collection: string, each: readonly [number, number, number], list: readonly [number, number, number] = [0, 0, 0]): Left => ({ collection, each: size(each), list: size(list) });

/** Documents exactly, bytes within a twentieth; photos are not among them (plan.ts), nor what a campaign has once. */
export const LEFT = {
  household: [
    left("actions", [8, 18075, 24662], [25, 18770, 64295]),
    left("applications", [1, 2966, 8450]),
    left("applications/forms", [1, 2871, 1503]),
    left("applications/help", [4, 3898, 12118]),
    left("applications/private", [1, 246, 0]),
    left("batches", [0, 130, 0], [1, 335, 1674]),
    left("evidence", [0, 0, 0], [2, 434, 2636]),
    left("findings", [1, 263, 2077]),
    left("handbooks", [1, 177, 0]),
    left("households", [1, 437, 4009]),
    left("households/private", [2, 507, 0]),
    left("households/versions", [2, 9446, 5000]),
    left("identities", [3, 579, 2574]),
    left("messages", [0, 0, 0], [5, 1813, 12521]),
    left("notices", [0, 227, 0], [2, 1033, 6072]),
    left("notices/private", [0, 42, 0], [2, 218, 0]),
    left("pairings", [1, 763, 2738]),
    left("people", [3, 558, 0]),
    left("places", [1, 229, 1232]),
    left("receipts", [1, 105, 210]),
    left("villages", [0, 69, 0], [1, 498, 1222]),
  ],
  village: [
    left("actions", [19, 20545, 51760]),
    left("applications", [1, 2452, 8014]),
    left("applications/help", [4, 3427, 12136]),
    left("batches", [1, 461, 1672]),
    left("findings", [1, 764, 2072]),
    left("identities", [1, 172, 736]),
    left("messages", [6, 2172, 15026]),
    left("notices", [1, 618, 3033]),
    left("notices/private", [1, 130, 0]),
    left("pairings", [1, 1211, 2738]),
    left("receipts", [1, 105, 210]),
    left("villages/versions", [2, 8574, 4688]),
  ],
} as const satisfies Record<string, readonly Left[]>;
