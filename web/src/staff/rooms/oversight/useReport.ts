import type { OversightReport } from "@domain/oversight/report.ts";
import { reportOf } from "@domain/oversight/report.ts";
import { useMemo } from "preact/hooks";
import { useStaffNames } from "../../data/names.ts";
import type { VillageRecord } from "../../data/village.ts";
import { householderOf } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import type { Names } from "./sections.ts";

/** Every account that a report names. */
const uidsOf = ({ notices, meetings, differences, recusals, doings }: OversightReport): string[] => [
  ...notices.map(({ by }) => by),
  ...meetings.flatMap(({ recorder, confirmers }) => [recorder, ...confirmers.map(({ uid }) => uid)]),
  ...differences.flatMap(({ by }) => (by ? [by.uid] : [])),
  ...recusals.flatMap(({ uid }) => uid ?? []),
  ...doings.map(({ uid }) => uid),
];

/** The report of a village with the names that it tells. */
export function useReport(record: VillageRecord): { report: OversightReport; names: Names } {
  const { campaign } = useDesk();
  const report = useMemo(() => reportOf({ ...record, campaign }), [record, campaign]);
  const staff = useStaffNames(uidsOf(report));
  const households = useMemo(() => new Map(record.applications.map((one) => [one.id, householderOf(one)])), [record]);
  return { report, names: { staff, households } };
}
