import type { Change } from "@domain/forms/changes.ts";
import { birthDate, checkCharacter } from "@domain/forms/identityNumber.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { inventRegistration, inventYearLater } from "../seed/inventRegistration.ts";
import { inventHousehold } from "../seed/invent.ts";
import { inventionOf } from "./applicant.ts";
import type { Part } from "./plan.ts";

export const YEAR = 2014;
type Member = Registration["members"][number];
/** A form with its changes, as it is sent: masks in the open, the numbers typed now apart. */
export type Update = { form: Registration; changes: Change[]; hidden: Record<string, string> };

const on = `${YEAR}-06-15`;
const counted = (form: Registration, members: Member[]): Registration => ({
  ...form, members,
  head: { ...form.head, memberCount: members.length, residentCount: Math.min(form.head.residentCount, members.length) },
});
const sent = ({ form, changes }: Omit<Update, "hidden">): Update => {
  const { shown, hidden } = splitPrivate(REGISTRATION, form);
  return { form: shown, changes, hidden };
};

/** A child born in the year: no other number has that year in it. */
function newborn(seed: number, head: Member): Member {
  const day = new Date(Date.UTC(YEAR, 0, 1 + (seed % 365))).toISOString().slice(5, 10).replace("-", "");
  const digits = `620623${YEAR}${day}${String(2 * Math.floor(seed / 365) + 1).padStart(3, "0")}`;
  const idNo = digits + checkCharacter(digits);
  return {
    id: "b1", name: `${head.name.slice(0, 1)}新苗`, relation: head.birthDate < "1964" ? "grandson" : "son", idNo, idType: "residentId", sex: "male",
    birthDate: birthDate(idNo) ?? "", ethnicity: head.ethnicity, education: "preschoolChild", studentStatus: "notStudent", health: "healthy",
    laborAbility: "none", inNewRuralCoopMedical: true, inResidentPension: false,
  };
}

/** The household a year later: in some somebody has come or gone, in all of them the income is another. */
export function aYearLater(part: Pick<Part, "seed">, known: Registration, at: number): Update {
  const { form, changes } = inventYearLater({ seed: part.seed, registration: known, year: YEAR });
  const [head] = form.members;
  if (at % 7 !== 3 || !head || changes.length > 0) return sent({ form, changes });
  const child = newborn(part.seed, head);
  return sent({ form: counted(form, [...form.members, child]), changes: [{ kind: "birth", row: child.id, on }] });
}

/** The household a year later, with everybody who lives there now. */
export function asTheyAre(part: Part, known: Registration): Update {
  const grown = inventYearLater({ seed: part.seed, registration: known, year: YEAR }).form;
  return sent({ form: counted(grown, known.members), changes: [] });
}

/** The same with the people of another household, whose numbers are typed anew. */
export function withThem(known: Registration, joining: Part): Update {
  const members = inventionOf(joining).survey.members.map((member, at): Member => ({ ...member, id: `j${at + 1}`, relation: "other" }));
  const form = counted({ ...known, foot: { ...known.foot, filledOn: `${YEAR + 1}-01-10` } }, [...known.members, ...members]);
  return sent({ form, changes: members.map(({ id: row }) => ({ kind: "mergeIn", row, on })) });
}

/** The first form of a household of one who has left another: that person's number is typed anew. */
export function ofItsOwn(part: Part, leaving: string): Pick<Update, "form" | "hidden"> {
  const member = inventionOf(part).survey.members.find(({ id }) => id === leaving);
  if (!member) throw new Error("nobody leaves");
  const { survey } = inventHousehold({ seed: part.seed, village: part.village, track: "identify", memberCount: 1 });
  const form = inventRegistration({ seed: part.seed + 3, survey: { ...survey, head: { ...survey.head, householderName: member.name }, members: [{ ...member, id: "m1", relation: "head" }] } });
  return sent({ form: { ...form, foot: { ...form.foot, filledOn: `${YEAR + 1}-01-08` } }, changes: [] });
}
