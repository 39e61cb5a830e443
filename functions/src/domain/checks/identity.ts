import { isMask } from "../forms/masks.ts";
import { birthDate, sexOf } from "../forms/identityNumber.ts";
import type { Check } from "./check.ts";
import { isAged, when, whoever } from "./finding.ts";

/** Nobody is known to have lived longer than this; a number that tells more was misread [D]. */
const OLDEST = 110;
/** What some offices type for people without a number [G4]. A mask shows these six digits too. */
const PLACEHOLDER = "999999";

/** The number where it is at hand whole; a mask tells nothing, and the checks on it are silent then. */
const whole = (idNo: string | undefined) => (idNo && !isMask(idNo, "identity") ? idNo : undefined);

/** Numbers and phones (domain.md, section 8.2, ID). The check digit itself is the field's own affair. */
export const IDENTITY_CHECKS = [
  {
    id: "ID-01", source: "[G6]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "出生日期不合常理", en: "Birth date hardly possible",
    find: (record, context) =>
      whoever({ record, context, field: "birthDate" }, ({ age }) => isAged(age, OLDEST + 1) || (age ?? 0) < 0, {
        zh: `的出生日期晚于登记时点，或已超过 ${OLDEST} 岁。请核对证件；登记时点以后出生的，应在年度更新时增加。`,
        en: `born after the reference day, or older than ${OLDEST}. Check the document; who was born later is added by the yearly update.`,
      }),
  },
  {
    id: "ID-02", source: "[G6]", level: "error", on: "household", asks: "povertyOfficer", blocks: "registration",
    zh: "一人登记在两户", en: "One person in two households",
    find: (_, { sameNumber }) =>
      when(sameNumber > 0, ["members"], {
        zh: `本户有 ${sameNumber} 名成员同时登记在另一户。一人只能在一户，请与另一户核对后改正。`,
        en: `${sameNumber} member(s) are registered in another household too. One person belongs to one household; settle it with the other one.`,
      }),
  },
  {
    id: "ID-03", source: "[G4]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "无证件号码，用了代用号", en: "Placeholder instead of a number",
    find: (record, context) =>
      whoever({ record, context, field: "idNo" }, ({ member }) => member.idNo?.startsWith(PLACEHOLDER) ?? false, {
        zh: "填的是 999999 开头的代用号。请说明是否已到派出所补办，补办后改正。",
        en: "the number begins with 999999, a placeholder. Say whether the police station is issuing one, and correct it then.",
      }),
  },
  {
    id: "ID-04", source: "[G4][G6]", level: "error", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "性别或出生日期与号码不符", en: "Sex or birth date differ from the number",
    find: (record, context) =>
      whoever({ record, context, field: "idNo" }, ({ member: { idNo, sex, birthDate: born } }) => {
        const known = whole(idNo);
        return known !== undefined && (sexOf(known) !== sex || birthDate(known) !== born);
      }, {
        zh: "的性别或出生日期与证件号码所示不同。请按证件改正号码。",
        en: "sex or birth date are not what the number tells. Correct the number from the document.",
      }),
  },
  {
    id: "ID-05", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "残疾与残疾人证不一致", en: "Disability and certificate do not agree",
    find: (record, context) =>
      // The kind of number is shown even where the number is masked, so this speaks in the browser too.
      whoever({ record, context, field: "health" }, ({ member: { health, idType } }) =>
        idType !== undefined && (health === "disabled") !== (idType === "disabilityCert"), {
        zh: "健康状况为残疾而没有填残疾证号，或填了残疾证号而健康状况不是残疾。请核对残疾人证并说明。",
        en: "disabled without a certificate's number, or the other way round. Check the certificate and explain.",
      }),
  },
  {
    id: "ID-07", source: "[D] from QU-02", level: "doubt", on: "household", asks: "povertyOfficer", blocks: "notice", of: "survey",
    zh: "名册上在另一户", en: "In the register under another household",
    find: (_, { elsewhere }) =>
      when(elsewhere > 0, ["members"], {
        zh: `本户有 ${elsewhere} 名成员在册上属于另一户，那一户仍在册。请查清是婚嫁、迁移还是拆户，并更新那一户。`,
        en: `${elsewhere} member(s) stand in the register under another household that is still in it. Find out whether by marriage, a move or a split, and update the other one.`,
      }),
  },
  {
    id: "ID-06", source: "[G4][G6]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "电话与别户相同", en: "Phone shared with another household",
    find: ({ head: { phoneOwner } }, { samePhone }) =>
      // A relative's or cadre's phone may well stand in several records (domain.md, section 2.1).
      when(samePhone > 0 && phoneOwner === "own", ["head.phone"], {
        zh: `这个号码还有 ${samePhone} 户填作自家电话。请核对；是亲属或干部的，请在“电话是谁的”中改选。`,
        en: `${samePhone} other household(s) gave this phone as their own. Check it; if it is a relative's or cadre's, say so in the form.`,
      }),
  },
] as const satisfies readonly Check<"household">[];
