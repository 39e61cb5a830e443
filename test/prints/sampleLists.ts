import type { NoticePosterProps } from "../../web/src/staff/print/notice/NoticePoster.tsx";
import type { HouseholdListProps } from "../../web/src/staff/print/lists/HouseholdList.tsx";
import type { MeetingRecordProps } from "../../web/src/staff/print/meeting/MeetingRecord.tsx";
import type { SplitSheetProps } from "../../web/src/staff/print/quota/SplitSheet.tsx";
import type { VillageSplitSheetProps } from "../../web/src/staff/print/quota/VillageSplitSheet.tsx";
import { proposeSplit } from "@domain/quota/split.ts";
import { proposeVillages } from "@domain/quota/villages.ts";
import { campaign2013, VILLAGES } from "../seed/campaign2013.ts";
import { inventHousehold } from "../seed/invent.ts";
import { longestName, textOf } from "./longest.ts";

const CAMPAIGN = campaign2013(new Date("2014-05-01T00:00:00+08:00"));
const TOWN = CAMPAIGN.town.zh;
const COUNTY = CAMPAIGN.county.zh;
const VILLAGE = { code: "620623105206", name: "阳屲村" };

/** Householders of a village; every fortieth has a name as long as names may be. */
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const { head, income, cause } = inventHousehold({ seed: at, village: VILLAGE, track: "identify" }).survey;
    return { householder: at % 40 === 7 ? longestName() : head.householderName, group: at % 90 === 3 ? textOf(20, at) : head.groupName, people: head.memberCount, income: income.perCapitaNetIncome, cause: cause.mainCause };
  });

const PEOPLE = people(500);

const listed = (from: number, to: number, track: "identify" | "exit") =>
  PEOPLE.slice(from, to).map(({ householder, group, people: count }, at) => ({ serial: from + at + 1, householder, group, people: count, track }));

const NOTICE = {
  round: "village", year: 2013, villageName: VILLAGE.name, townName: TOWN, rehearsal: false, place: "村委会公示栏", phone: "0935-0000000",
  opensAt: new Date("2014-06-20T09:00:00+08:00"), closesAt: new Date("2014-06-27T09:00:00+08:00"),
} as const;

/** A first notice as long as notices may be, a short second one, and the poor villages'. */
export const NOTICES: Record<"long" | "middle" | "short" | "villages", NoticePosterProps["notice"]> = {
  long: { ...NOTICE, list: [...listed(0, 470, "identify"), ...listed(470, 500, "exit")] },
  middle: { ...NOTICE, list: [...listed(0, 70, "identify"), ...listed(70, 80, "exit")] },
  short: { ...NOTICE, round: "town", list: listed(0, 9, "identify") },
  villages: { ...NOTICE, round: "town", list: [{ serial: 1, householder: VILLAGE.name, group: "", people: 980, track: "village" }] },
};

export const MEETING: MeetingRecordProps = {
  confirmers: [{ role: "villageCadre", name: longestName() }, { role: "povertyOfficer", name: "曹维" }],
  village: VILLAGE.name,
  town: TOWN,
  meeting: {
    kind: "regular", reason: "", heldOn: "2014-06-15", place: textOf(100, 5), chair: longestName(), recorder: "许积善", tellers: ["何良", "曹维", longestName(), "蔡兴"],
    method: "secretBallot", expected: 61, present: 47, minutes: ["photo-0001"], attendance: ["photo-0002"], discussion: textOf(1000, 2),
    votes: Object.fromEntries(PEOPLE.slice(0, 100).map((_, at) => [`household-${at}`, { yes: at % 9 === 0 ? 20 : 44, no: 2, abstain: 1, recused: at === 7 ? [{ name: longestName(), reason: textOf(200, 3) }] : [] }])),
  },
  households: PEOPLE.slice(0, 100).map(({ householder, group, people: count }, at) => ({ id: `household-${at}`, householder, group, people: count, track: at < 90 ? "identify" : "exit" })),
};

const split = proposeSplit(CAMPAIGN.quota, VILLAGES);
export const SPLIT: SplitSheetProps = {
  town: TOWN, county: COUNTY, year: 2013, day: "2014年5月20日",
  lines: VILLAGES.map(({ code, name, population, stock }, at) => ({ village: name, population, stock, exit: split[code]?.exit ?? 0, identify: split[code]?.identify ?? 0, exitHouseholds: at % 3, households: at * 20, note: at === 4 ? textOf(1000, 1) : "" })),
};

export const VILLAGE_SPLIT: VillageSplitSheetProps = {
  town: TOWN, county: COUNTY, year: 2013, day: undefined,
  lines: proposeVillages(VILLAGES, CAMPAIGN.quota.villages).flatMap(({ code, rank, poor, reason }) => {
    const village = VILLAGES.find((one) => one.code === code);
    return village ? [{ ...village, rank, poor, reason: rank === 2 ? textOf(1000, 4) : reason.zh }] : [];
  }),
};

export const LIST: HouseholdListProps = {
  title: `${VILLAGE.name}贫困户名单`, head: [`${TOWN}　${VILLAGE.name}`, "2014年8月25日"], isOneVillage: false,
  rows: PEOPLE.slice(0, 200).map(({ householder, group, people: count, income }, at) => ({ id: `household-${at}`, village: VILLAGE.name, group, householder, people: count, perCapitaNetIncome: income, cause: "自身发展动力不足", track: "贫困户", status: "待制定帮扶计划" })),
};
