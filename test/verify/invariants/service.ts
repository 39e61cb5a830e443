import { isDeepStrictEqual } from "node:util";
import { isOpen, openRules } from "@domain/checks/questions.ts";
import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";
import { histories } from "../material.ts";

/** Handbooks: every print has its code, its numbers run from 1 without a gap, and the last is the one in force. */
export function checkHandbooks({ applications, handbooks }: Material): Finding {
  const printed = Map.groupBy([...handbooks], ([, { application }]) => application);
  return finding((look) => {
    for (const [id, { handbook, household }] of applications) {
      const prints = printed.get(id) ?? [];
      if (!handbook && prints.length === 0) continue;
      const versions = prints.map(([, { version }]) => version).toSorted((a, b) => a - b);
      const last = handbook && handbooks.get(handbook.code);
      look.look(
        paths.application(id),
        !handbook && "has printed handbooks and does not say so",
        handbook && !last && "its handbook's code leads nowhere",
        last && (last.application !== id || last.version !== handbook.version) && "its handbook's code stands for another print",
        versions.some((version, at) => version !== at + 1) && `its prints are numbered ${versions.join(", ")}`,
        handbook && versions.length !== handbook.version && `says ${handbook.version} prints, ${versions.length} are on record`,
        prints.some(([, { no }]) => no !== household?.slice(-16)) && "a print bears another household's number",
      );
    }
  });
}

/** Who was entered was in its batch, and the national system had taken it in; so the sheet and the register agree. */
export function checkEntered(material: Material): Finding {
  const { applications, batches } = material;
  const steps = histories(material);
  return finding((look) => {
    for (const [id, { status, batch: present }] of applications) {
      const entered = (steps.get(id) ?? []).filter(({ action: { type } }) => type === "enterData");
      if (entered.length === 0 && status !== "entered" && status !== "reported") continue;
      const each = entered.flatMap(({ action: { input } }) => {
        const name = String((input as { batch?: unknown }).batch);
        const batch = batches.get(name);
        return [
          !batch && `was entered by a batch that does not exist (${name})`,
          batch && !batch.lines.some(({ application }) => application === id) && "was entered by a batch that does not list it",
          batch && !batch.receipt && "was entered before any receipt came",
          batch?.receipt && name === present && !batch.receipt.taken.includes(id) && "was entered though the national system differs",
        ];
      });
      look.look(paths.application(id), entered.length === 0 && `is ${status} without having been entered`, ...each);
    }
    for (const [id, { village, lines, receipt }] of batches) {
      const strangers = lines.filter(({ application }) => applications.get(application)?.village !== village).length;
      const unlisted = (receipt?.taken ?? []).filter((taken) => !lines.some(({ application }) => application === taken)).length;
      look.look(
        paths.batch(id),
        strangers > 0 && `lists ${strangers} that are not of its village`,
        unlisted > 0 && `its receipt takes in ${unlisted} that it does not list`,
      );
    }
  });
}

/**
 * What the checks asked is counted rightly, on the record and on the application; who came into service had nothing
 * open then, and the form that stands was checked.
 */
export function checkAnswered(material: Material): Finding {
  const { applications, findings } = material;
  const needs = ({ status }: Application) => status === "inService" || status === "changeReview";
  const steps = histories(material);
  const passedAt = (id: string) => steps.get(id)?.find(({ action: { type } }) => type === "passTrialRun")?.action.outcome?.at;
  return finding((look) => {
    for (const [id, { open, rows }] of findings) {
      const left = rows.filter(isOpen).length;
      const carried = applications.get(id)?.questions;
      look.look(
        paths.findings(id),
        !carried && "are about nobody that is there",
        open !== left && `says ${open} are open, ${left} are`,
        carried && carried.open !== left && `the application says ${carried.open} are open, ${left} are`,
        carried && !isDeepStrictEqual([...carried.rules].sort(), openRules(rows).sort()) && "the application says otherwise by which rules",
      );
    }
    for (const [id, application] of applications) {
      if (!needs(application)) continue;
      const own = findings.get(id);
      const passed = passedAt(id);
      /* A list that comes later may well ask something of who is in service. */
      const leftOpen = (own?.rows ?? []).filter((row) => isOpen(row) && passed && row.raisedAt <= passed).length;
      look.look(
        paths.application(id),
        !own && "is in service and was never checked",
        own && own.registration !== application.registration?.action && "is in service with a form that was not checked",
        own && leftOpen > 0 && `came into service with ${leftOpen} open questions`,
      );
    }
  });
}

/** Each person that the register knows stands in an entry of it, and of who is registered everybody is known. */
export function checkKnown({ campaign, applications, entries, people }: Material): Finding {
  const register = campaign?.register ?? "";
  return finding((look) => {
    for (const [id, { household }] of people)
      look.look(`people/${id}`, !entries.has(household) && "stands in an entry that does not exist");
    for (const [id, { track, household, identities, registration }] of applications) {
      if (track !== "identify" || !registration || !household) continue;
      const unknown = identities.filter((hash) => people.get(`${register}_${hash}`)?.household !== household).length;
      look.look(paths.application(id), unknown > 0 && `${unknown} of its people are not known to stand in its entry`);
    }
  });
}
