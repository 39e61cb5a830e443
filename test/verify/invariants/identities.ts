import { paths } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";
import { WITH_NUMBERS } from "../material.ts";

/** One person belongs to one application of a campaign: every hash points to its application, and back. */
export function checkIdentities({ id: campaign, applications, identities }: Material): Finding {
  return finding((look) => {
    const holders = new Map<string, string>();
    for (const [id, application] of applications) {
      const wrong = application.identities.flatMap((hash) => {
        const before = holders.get(hash);
        holders.set(hash, id);
        const points = identities.get(`${campaign}_${hash}`);
        return [
          before && `shares a person with ${paths.application(before)}`,
          !points && "has a person who is not held for it",
          points &&
            points.application !== id &&
            `has a person who is held for ${paths.application(points.application)}`,
          points && points.track !== application.track && "has a person who is held for the other list",
        ];
      });
      look.look(paths.application(id), ...wrong);
    }
    for (const [id, { application }] of identities) {
      const hash = id.slice(campaign.length + 1);
      const listed = applications.get(application)?.identities.includes(hash) ?? false;
      look.look(
        `identities/${id}`,
        !listed && `is held for ${paths.application(application)}, which does not have this person`,
      );
    }
  });
}

/** Hidden numbers do not stay with an action that was applied: they lie with the application alone. */
export function checkHidden({ actions, hidden }: Material): Finding {
  return finding((look) => {
    for (const [id, { type, outcome, targets }] of actions)
      for (const target of WITH_NUMBERS.includes(type) ? targets : []) {
        if (!outcome?.targets[target]?.applied) continue;
        const left = hidden.some((part) => part.action === id && part.target === target);
        look.look(paths.action(id), left && `still keeps the hidden part of ${paths.application(target)}`);
      }
  });
}

/** A receipt number leads to the application that gave it out, and to no other. */
export function checkReceipts({ applications, receipts, elsewhere }: Material): Finding {
  return finding((look) => {
    for (const [id, { receiptNo }] of applications) {
      if (receiptNo === null) continue;
      look.look(
        paths.application(id),
        receipts.get(receiptNo)?.application !== id && "its receipt number does not lead back to it",
      );
    }
    for (const [number, { application }] of receipts) {
      if (elsewhere.has(application)) continue;
      look.look(
        paths.receipt(number),
        applications.get(application)?.receiptNo !== number &&
          `${paths.application(application)} did not give it out`,
      );
    }
  });
}
