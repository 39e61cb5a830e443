/** How often the plan does what: the assumptions beside the counts, each with its reason. */
import type { CountName } from "./counts.ts";

/** The nation of 2014 (domain.md, section 11: 2,948 万户, 12.8 万 villages) with a project for each of its 832 poor counties, and a large county. */
export const PLACES = {
  town:   { name: "this town",           households: 873,        villages: 4,       projects: 1 },
  county: { name: "a county of 100,000", households: 100_000,    villages: 150,     projects: 1 },
  nation: { name: "the nation",          households: 29_480_000, villages: 128_000, projects: 832 },
} as const;

/** One list is one village's: 873 households of this town in 11 villages. */
export const HOUSEHOLDS_A_LIST = 79;

/** `times` for each household or village. `inLists`: one action carries a whole village's list. */
export type Step = { name: CountName; times: number; inLists: boolean };

const one = (...names: readonly CountName[]): Step[] => names.map((name) => ({ name, times: 1, inLists: false }));
const list = (...names: readonly CountName[]): Step[] => names.map((name) => ({ name, times: 1, inLists: true }));
const often = (many: number, steps: readonly Step[]): Step[] => steps.map((step) => ({ ...step, times: many }));

/** At least four visits a year (domain.md, section 10), one measure, one result, signed. */
const HELP: readonly Step[] = [...often(4, one("recordVisit helper")), ...one("recordMeasure helper", "finishMeasure helper", "recordResult helper", "confirmResult villageCommittee")];
const VILLAGE_HELP: readonly Step[] = [
  ...often(6, one("village recordVisit supportUnit")),
  ...one("village recordMeasure supportUnit", "village finishMeasure supportUnit", "village recordResult supportUnit", "village confirmResult villageCommittee"),
];

export const STEPS = {
  household: {
    first: [
      ...list("submit villageCommittee"),
      ...one("recordSurvey villageCadre"),
      ...list(
        "recordAppraisal villageCommittee", "confirmMeeting villageCadre", "confirmMeeting povertyOfficer",
        "verify villageCommittee", "verify povertyOfficer", "verify villageCadre",
        "publishNotice villageCommittee", "closeNotice", "endNotice village", "approve townGovernment",
        "publishNotice povertyOfficer", "closeNotice", "endNotice town", "approve countyOffice",
        "assignHelper povertyOfficer", "adoptPlan villageCadre",
      ),
      ...one("completeForm villageCommittee"),
      ...list(
        "printHandbook villageCommittee", "issueHandbook villageCommittee", "exportBatch povertyOfficer", "enterData povertyOfficer",
        "reportToCounty povertyOfficer", "runChecks countyOffice", "passTrialRun countyOffice",
      ),
      ...HELP,
    ],
    later: [...one("updateYear villageCommittee"), ...list("runChecks countyOffice"), ...HELP],
  },
  village: {
    first: [
      ...one(
        "village submit villageCommittee", "village approve townGovernment", "village publishNotice povertyOfficer", "village closeNotice", "village endNotice town",
        "village approve countyLeadingGroup", "village assignHelper povertyOfficer", "village adoptPlan villageCadre", "village completeForm villageCommittee",
        "village exportBatch povertyOfficer", "village enterData povertyOfficer", "village reportToCounty povertyOfficer",
        "village runChecks countyOffice", "village passTrialRun countyOffice",
      ),
      ...VILLAGE_HELP,
    ],
    later: [...one("village updateYear villageCommittee", "village runChecks countyOffice"), ...VILLAGE_HELP],
  },
} as const satisfies Record<string, Record<"first" | "later", readonly Step[]>>;

/** Something that is looked at: `times` a year for each household or village, so many documents and bytes each time. */
export type Look = { what: string; times: number; reads: number; bytes: number; invocations?: number };

/** Bytes of a document as a list shows it, and of a page's own code when it is not cached. */
const DOCUMENT = 3_000;
const PAGE = 30_000;

/**
 * One of the staff for a hundred households, 250 working days, a hundred documents of tasks, messages and counters each, and those with an
 * open question of the checks: of a thousand invented households 153 have one (test/domain/checks/falsePositives.test.ts).
 */
const DESK: Look = { what: "the staff's tasks each day", times: 250 / 100, reads: 115, bytes: 115 * DOCUMENT };
/** Whoever sends a list has seen each household on it and sees it change; two others look at the list, too. */
const LISTS: Look = { what: "lists before and after their action", times: 22, reads: 4, bytes: 4 * DOCUMENT };
const PUBLIC: readonly Look[] = [
  { what: "a notice read by its people", times: 4, reads: 1, bytes: PAGE + 79 * 120 },
  { what: "the receipt followed", times: 4, reads: 3, bytes: PAGE, invocations: 1 },
];
/** Its application, survey, versions, and the history of some twenty actions. */
const page = (many: number): Look => ({ what: "the household's page", times: many, reads: 25, bytes: 25 * DOCUMENT });

/** The checks of a village's form add up its households: entry and version of each (the counts have four households, a village here has a list of them). */
const sums = (many: number): Look => ({ what: "its households by the checks", times: many, reads: 2 * (HOUSEHOLDS_A_LIST - 4), bytes: 0 });

export const LOOKS = {
  household: { first: [DESK, LISTS, page(10), ...PUBLIC], later: [DESK, page(8)] },
  village:   { first: [page(20), sums(2)], later: [page(12), sums(2)] },
} as const satisfies Record<string, Record<"first" | "later", readonly Look[]>>;

/** Photos that a household or a village leaves in its first year: the survey's two, one of each visit; the village's meetings, boards and sheets. */
export const PHOTOS: Record<"household" | "village", number> = { household: 6, village: 20 };
/** Photos that each later year adds. */
export const LATER_PHOTOS: typeof PHOTOS = { household: 4, village: 8 };
/** As the phone makes them: 1,600 pixels, middling quality (web/src/shared/compress.ts). The most is 700 KiB. */
export const PHOTO_BYTES = 250_000;

/**
 * A function's time with 512 MiB and one processor: assumed, with reserve for a cold start and the way between two services. From
 * submission to approval it comes to 0.5 s a household by lists; the bench saw 0.063 s of processor, emulators and all (way.lists.cpu).
 */
export const SECONDS = { action: 0.3, household: 0.01, gib: 0.5 } as const;

/** The share of a round's notices that end on the same day. */
export const ONE_DAY = 1 / 10;

/** The periodic run of each project: every five minutes, six questions; once an hour every account. */
export const UPKEEP = { runs: 105_120, reads: 6, hours: 8_760, accounts: 1 / 100 } as const;
/** Times that it looks at a notice, and asks for its timer: every five minutes of its last day. */
export const LAST_DAY = 288;
