import { paths } from "@domain/paths.ts";
import type { HelpSum } from "@domain/register.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import { benefitSum, paidSum, plannedSum } from "@domain/workflow/helpSums.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";

const KEYS = ["planned", "paid", "benefit", "measures", "finished", "results"] as const satisfies readonly (keyof HelpSum)[];
const nothing = (): HelpSum => ({ planned: 0, paid: 0, benefit: 0, measures: 0, finished: 0, results: 0 });

/** What the records of help come to, village by village; the cause under which each was summed may have changed since. */
function recount({ help }: Material): Map<string, HelpSum> {
  const sums = new Map<string, HelpSum>();
  for (const { record: { kind, content, done, village } } of help) {
    const parts = [
      kind === "measure" && plannedSum(content),
      kind === "measure" && done && paidSum(done.content),
      kind === "result" && benefitSum(content),
    ];
    const sum = sums.get(village) ?? nothing();
    for (const part of parts) if (part) for (const key of KEYS) sum[key] += part[key] ?? 0;
    sums.set(village, sum);
  }
  return sums;
}

const cents = (yuan: number) => Math.round(yuan * 100);

/** Money and results of each village are what its records of help add up to; a register of several campaigns sums them all. */
export function checkHelpSums(material: Material): Finding {
  const counted = recount(material);
  return finding((look) => {
    for (const { path, application, record } of material.help)
      look.look(
        path,
        !material.applications.has(application) && "helps nobody that is there",
        record.kind !== "measure" && record.done !== null && "has an end and is no measure",
        record.kind !== "result" && record.confirmed !== null && "is confirmed and is no result",
      );
    if (!material.alone) return;
    const register = material.campaign?.register ?? "";
    for (const [code, { help }] of material.registers) {
      const is = counted.get(code) ?? nothing();
      const said = Object.values(help).reduce((sum, part) => Object.fromEntries(KEYS.map((key) => [key, sum[key] + part[key]])) as HelpSum, nothing());
      const wrong = KEYS.filter((key) => cents(said[key]) !== cents(is[key]));
      look.look(
        paths.villageRegister(register, code),
        ...wrong.map((key) => `${key}: says ${said[key]}, its records come to ${is[key]}`),
      );
    }
    for (const code of counted.keys())
      if (!material.registers.has(code)) look.look(paths.villageRegister(register, code), "has help and is not in the register");
  });
}

/** Poor villages are those that were marked, applied and were approved: the register, the marks and the applications agree. */
export function checkPoorVillages({ id, campaign, villages, applications, registers }: Material): Finding {
  const approved = [...applications].filter(([, { track, status }]) => track === "village" && SINCE_APPROVAL.some((one) => one === status));
  const ours = [...registers].filter(([, { poor }]) => poor?.campaign === id);
  const marked = [...villages].filter(([, { quota }]) => quota?.village === 1).map(([code]) => code);
  return finding((look) => {
    for (const [application, { village }] of approved) {
      look.look(
        paths.application(application),
        registers.get(village)?.poor?.application !== application && "is approved, and the register does not know it as poor",
        !marked.includes(village) && "is approved, and was not marked",
      );
    }
    for (const [code, { poor }] of ours)
      look.look(
        paths.villageRegister(campaign?.register ?? "", code),
        !approved.some(([application]) => application === poor?.application) && "is poor by an application that was not approved",
      );
    if (campaign)
      look.look(
        paths.campaign(id),
        approved.length > marked.length && `${approved.length} villages are approved, ${marked.length} are marked`,
        marked.length > 0 && marked.length !== campaign.quota.villages && `${marked.length} villages are marked, the plan names ${campaign.quota.villages}`,
        new Set(approved.map(([, { village }]) => village)).size !== approved.length && "one village is approved twice",
      );
  });
}
