import type { DocumentSnapshot } from "@google-cloud/firestore";
import { Hidden } from "../domain/action.ts";
import { presentMembers } from "../domain/forms/changes.ts";
import { personKey } from "../domain/forms/identityNumber.ts";
import type { Version } from "../domain/register.ts";
import type { Living } from "../domain/workflow/case.ts";
import { hashIdentity } from "../secrets.ts";

/** Who lives in a household by the form that stands; `kept` are the numbers behind its masks. */
export function livingIn(version: Version, kept: DocumentSnapshot | undefined): Living {
  const numbers = Hidden.safeParse(kept?.data()).data ?? {};
  const members = presentMembers(version).map((values) => {
    const row = String(values.id);
    const number = numbers[`members.${row}.idNo`] ?? null;
    return { row, values, number, identity: number && hashIdentity(personKey(number)) };
  });
  return { form: version.form, members };
}
