import type { ComponentType } from "preact";
import { WorkflowSheet } from "../../../web/src/staff/print/diagram/WorkflowSheet.tsx";
import { HandbookJob } from "../../../web/src/staff/print/handbook/HandbookJob.tsx";
import { HouseholdLetter } from "../../../web/src/staff/print/letters/HouseholdLetter.tsx";
import { VillageLetter } from "../../../web/src/staff/print/letters/VillageLetter.tsx";
import { HouseholdList } from "../../../web/src/staff/print/lists/HouseholdList.tsx";
import { MeetingRecord } from "../../../web/src/staff/print/meeting/MeetingRecord.tsx";
import { NoticePoster } from "../../../web/src/staff/print/notice/NoticePoster.tsx";
import { OversightSheet } from "../../../web/src/staff/print/oversight/OversightSheet.tsx";
import { SplitSheet } from "../../../web/src/staff/print/quota/SplitSheet.tsx";
import { VillageSplitSheet } from "../../../web/src/staff/print/quota/VillageSplitSheet.tsx";
import { HouseholdSheet } from "../../../web/src/staff/print/register/HouseholdSheet.tsx";
import { VillageSheet } from "../../../web/src/staff/print/register/VillageSheet.tsx";
import { PartedJob } from "../../../web/src/staff/rooms/print/PartedJob.tsx";
import type { Session } from "../../../web/src/staff/session/session.ts";
import { SessionContext } from "../../../web/src/staff/session/session.ts";
import { OVERSIGHT } from "../sampleOversight.ts";
import * as samples from "../samples.ts";

const { households, villages, PLACE, LIST, MEETING } = samples;
const PEOPLE = ["usual", "longest", "empty"] as const;

const noOf = (at: number) => `${PLACE.code}${String(at + 1).padStart(4, "0")}`;

/** A signing session of 300 households. */
const MANY = {
  books: Array.from({ length: 300 }, (_, at) => ({ id: `household-${at}`, no: noOf(at), version: 1 })),
  papers: {
    load: async (ids: readonly string[]) => ids.map((id) => ({ ...households.usual.book, id, no: noOf(Number(id.slice(10))) })),
    tools: () => null,
    data: (books: readonly (typeof households.usual.book)[]) => [...books],
  },
};

/** For whom the page keeps how far a job has come: of a session no more is asked here. */
const PRINTER = { uid: "printer" } as Session;

/** Every print under the name that the tests ask for. */
export const PRINTS: Record<string, ComponentType> = {
  ...Object.fromEntries((["identify", "exit", "village"] as const).map((track) => [`workflow ${track}`, () => <WorkflowSheet track={track} town={PLACE.town} steps={samples.STEPS[track]} />])),
  ...Object.fromEntries(PEOPLE.map((kind) => [`household letter ${kind}`, () => <HouseholdLetter {...households[kind].letter} />])),
  ...Object.fromEntries(PEOPLE.map((kind) => [`village letter ${kind}`, () => <VillageLetter {...villages[kind].letter} />])),
  ...Object.fromEntries(PEOPLE.map((kind) => [`household form ${kind}`, () => <HouseholdSheet {...households[kind].sheet} />])),
  ...Object.fromEntries(PEOPLE.map((kind) => [`village form ${kind}`, () => <VillageSheet {...villages[kind].sheet} />])),
  "notice A4": () => <NoticePoster notice={samples.NOTICES.long} paper="posterA4" />,
  "notice A3": () => <NoticePoster notice={samples.NOTICES.middle} paper="posterA3" />,
  "notice short": () => <NoticePoster notice={samples.NOTICES.short} paper="posterA4" />,
  "notice villages": () => <NoticePoster notice={samples.NOTICES.villages} paper="posterA4" />,
  "meeting": () => <MeetingRecord {...MEETING} />,
  "oversight": () => <OversightSheet {...OVERSIGHT.full} />,
  "oversight empty": () => <OversightSheet {...OVERSIGHT.empty} />,
  "quota": () => <SplitSheet {...samples.SPLIT} />,
  "quota villages": () => <VillageSplitSheet {...samples.VILLAGE_SPLIT} />,
  "list": () => <HouseholdList {...LIST} />,
  "list empty": () => <HouseholdList {...LIST} rows={[]} isOneVillage />,
  "handbooks of a large village": () => (
    <SessionContext.Provider value={PRINTER}>
      <PartedJob keptAs="print.test" books={MANY.books} papers={MANY.papers} onOpen={() => undefined} />
    </SessionContext.Provider>
  ),
  "handbooks": () => <HandbookJob books={PEOPLE.map((kind) => households[kind].book)} copies={["household", "committee"]} />,
};
