import type { Application } from "@domain/application.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { paths } from "@domain/paths.ts";
import type { Pairing } from "@domain/register.ts";
import { helperKey } from "@domain/register.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material, Split, Step } from "../material.ts";
import { histories, splitsIn } from "../material.ts";

type Numbered = { id: string; pairing: Pairing };

/** Each application's pairings, in the order of their days. */
function byApplication({ pairings }: Material): Map<string, Numbered[]> {
  const all = [...pairings].map(([id, pairing]) => ({ id, pairing }));
  const grouped = Map.groupBy(all, ({ pairing: { application } }) => application);
  for (const some of grouped.values())
    some.sort((a, b) => a.pairing.from.localeCompare(b.pairing.from) || a.pairing.assigned.at.getTime() - b.pairing.assigned.at.getTime());
  return grouped;
}

const PAIRED = SINCE_APPROVAL.filter((status) => status !== "approved");
const isPaired = ({ status }: Application) => PAIRED.some((one) => one === status);

/** The day from which an application must have a helper: that of its approval, or of the split that began it. */
function firstDay(steps: readonly Step[], split: Split | undefined): string | undefined {
  const approved = steps.findLast(({ outcome: { to } }) => to === "approved");
  const at = approved?.action.outcome?.at ?? split?.at;
  return at && shanghaiDate(at);
}

/** Whether the days are covered, from the first to today, each by one helper; a change is on one and the same day. */
function wrongDays(some: readonly Numbered[], from: string | undefined): (string | false)[] {
  const gaps = some.flatMap(({ pairing }, at) => {
    const before = some[at - 1]?.pairing;
    return before && before.until !== pairing.from ? [`a helper ends on ${before.until ?? "no day"}, the next begins on ${pairing.from}`] : [];
  });
  const [first] = some;
  return [
    ...gaps,
    first !== undefined && first.pairing.from !== from && `its first helper begins on ${first.pairing.from}, it was approved on ${from ?? "no day"}`,
  ];
}

function wrongHelper({ helper }: Application, open: Numbered | undefined): (string | false)[] {
  const { account, name, kind, from } = open?.pairing ?? {};
  return [
    helper === null && "has no helper",
    helper !== null && helper.pairing !== open?.id && "names another pairing than the open one",
    helper !== null && helper.pairing === open?.id &&
      (helper.account !== account || helper.name !== name || helper.kind !== kind || helper.from !== from) && "its helper differs from its pairing",
  ];
}

/** The register's own word of who helps. */
function inRegister({ entries, registers }: Material, { track, household, village }: Application): string | null | undefined {
  return track === "village" ? registers.get(village)?.poor?.unit : entries.get(household ?? "")?.helper;
}

/** Whoever is in the register has one helper on every day since the approval: no gap, no overlap, the same everywhere. */
export function checkHelped(material: Material): Finding {
  const pairings = byApplication(material);
  const steps = histories(material);
  const splits = splitsIn(steps);
  return finding((look) => {
    for (const [id, application] of material.applications) {
      if (!isPaired(application)) continue;
      const some = pairings.get(id) ?? [];
      const open = some.filter(({ pairing: { until } }) => until === null);
      look.look(
        paths.application(id),
        open.length !== 1 && `has ${open.length} helpers today`,
        ...wrongDays(some, firstDay(steps.get(id) ?? [], splits.get(id))),
        ...wrongHelper(application, some.at(-1)),
        inRegister(material, application) !== (application.helper?.account ?? null) && "the register names another helper",
      );
    }
    for (const [id, { application }] of material.pairings)
      look.look(paths.pairing(id), !material.applications.has(application) && "helps nobody that is there");
  });
}

/** Whoever has left the register, or never came into it, has no helper. */
export function checkReleased(material: Material): Finding {
  const pairings = byApplication(material);
  return finding((look) => {
    for (const [id, application] of material.applications) {
      if (isPaired(application)) continue;
      const open = (pairings.get(id) ?? []).filter(({ pairing: { until } }) => until === null).length;
      look.look(paths.application(id), open > 0 && `is ${application.status} and still has a helper`);
    }
    for (const [id, { status, helper }] of material.entries)
      look.look(paths.household(id), status === "ended" && helper !== null && "has ended and names a helper");
  });
}

/** How many households each helper has in a village, counted by the pairings that go on. */
function recountLoads({ pairings }: Material): Map<string, Map<string, number>> {
  const villages = new Map<string, Map<string, number>>();
  for (const pairing of pairings.values()) {
    if (pairing.until !== null || pairing.track === "village") continue;
    const loads = villages.get(pairing.village) ?? new Map<string, number>();
    loads.set(helperKey(pairing), (loads.get(helperKey(pairing)) ?? 0) + 1);
    villages.set(pairing.village, loads);
  }
  return villages;
}

/** Each helper has as many households as a village's counters say; a register of several campaigns counts them all. */
export function checkLoads(material: Material): Finding {
  const counted = recountLoads(material);
  return finding((look) => {
    if (!material.alone) return;
    for (const [code, { helpers }] of material.registers) {
      const loads = counted.get(code) ?? new Map<string, number>();
      const keys = new Set([...loads.keys(), ...Object.keys(helpers)]);
      const wrong = [...keys].filter((key) => (helpers[key]?.households ?? 0) !== (loads.get(key) ?? 0)).length;
      look.look(paths.villageRegister(material.campaign?.register ?? "", code), wrong > 0 && `${wrong} helpers have another number of households than it says`);
    }
    for (const code of counted.keys())
      if (!material.registers.has(code)) look.look(paths.villageRegister(material.campaign?.register ?? "", code), "has helpers and is not in the register");
  });
}
