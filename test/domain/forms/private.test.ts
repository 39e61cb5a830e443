import { describe, expect, it } from "vitest";
import { APPLICATION } from "@domain/forms/application.ts";
import { parseForm, parseShown } from "@domain/forms/parse.ts";
import { joinPrivate, shownSchemaOf, splitPrivate } from "@domain/forms/private.ts";
import { received } from "@domain/forms/received.ts";
import { SURVEY } from "@domain/forms/survey.ts";
import { inventHousehold } from "../../seed/invent.ts";
import { VILLAGE, application, changed, complaints, filled, survey } from "./samples.ts";

describe("private values of a form", () => {
  it("are shown as masks and kept by path", () => {
    const { shown, hidden } = splitPrivate(APPLICATION, application());
    const { idNo, phone } = application().householder;
    expect(hidden).toEqual({ "householder.idNo": idNo, "householder.phone": phone });
    expect(shown.householder.idNo).toBe(`620623********${idNo.slice(14)}`);
    expect(shown.householder.phone).toBe(`154****${phone?.slice(7)}`);
  });

  it("are kept under the id of their row, so that another order of rows mixes nobody up", () => {
    const { shown, hidden } = splitPrivate(SURVEY, survey());
    const ids = survey().members.map(({ id }) => `members.${id}.idNo`);
    expect(Object.keys(hidden).filter((path) => path.startsWith("members"))).toEqual(ids);
    const turned = joinPrivate(SURVEY, { ...shown, members: [...shown.members].reverse() }, hidden);
    expect(turned.members).toEqual([...survey().members].reverse());
  });

  it("let a surveyor who sees only masks save the survey again", () => {
    const { shown, hidden } = splitPrivate(SURVEY, survey());
    const edited = { ...shown, land: { ...shown.land, farmland: 12 } };
    expect(parseForm(SURVEY, joinPrivate(SURVEY, edited, hidden)).ok).toBe(true);
  });

  it("are asked for again when a mask has no value behind it", () => {
    const { shown, hidden } = splitPrivate(SURVEY, survey());
    const { "members.m2.idNo": _lost, ...rest } = hidden;
    expect(complaints(SURVEY, joinPrivate(SURVEY, shown, rest))).toEqual(["members.1.idNo privateMissing"]);
  });

  it("are taken out of a half-filled draft too, however they are typed", () => {
    const draft: unknown = { householder: { idNo: "62062319", phone: "" }, people: { memberCount: 3 } };
    const { shown, hidden } = splitPrivate<unknown>(APPLICATION, draft);
    expect(shown).toEqual({ householder: { idNo: "****", phone: "" }, people: { memberCount: 3 } });
    expect(joinPrivate(APPLICATION, shown, hidden)).toEqual(draft);
    expect(splitPrivate<unknown>(APPLICATION, { householder: { idNo: 620623195003121234 } }).shown).toEqual({ householder: { idNo: "****" } });
  });

  it("are refused in the open, for every private field", () => {
    for (const { form, value } of filled(3)) {
      const { shown, hidden } = splitPrivate(form, value);
      expect(shownSchemaOf(form).safeParse(shown).success).toBe(true);
      expect(shownSchemaOf(form).safeParse(value).success).toBe(Object.keys(hidden).length === 0);
    }
    const open = changed(splitPrivate(SURVEY, survey()).shown, "members.1.idNo", survey().members[1]?.idNo);
    expect(parseShown(SURVEY, open)).toMatchObject({ ok: false, problems: [{ path: "members.1.idNo", code: "privateInTheOpen" }] });
  });

  it("may be absent from the shown part, as may what is computed from them", () => {
    const { shown } = splitPrivate(APPLICATION, application());
    expect(parseShown(APPLICATION, changed(shown, "householder.idNo", undefined)).ok).toBe(true);
    const bare = changed(splitPrivate(SURVEY, survey()).shown, "members.0.sex", undefined);
    expect(parseShown(SURVEY, bare).ok).toBe(true);
  });
});

describe("reading a form that came with an action", () => {
  const household = inventHousehold({ seed: 21, village: VILLAGE, track: "exit", memberCount: 3 });
  const sent = { kind: "survey", track: "exit" } as const;

  it("puts it together, tells the workflow what it needs, and takes it apart again", () => {
    const { shown: content, hidden } = splitPrivate(SURVEY, household.survey);
    const read = received({ ...sent, content, hidden });
    expect(read).toMatchObject({ ok: true, shown: content, hidden, signed: true, lineNote: "", facts: { memberCount: 3 } });
    expect(read.ok && read.people).toEqual(household.survey.members.map(({ idNo }) => idNo.slice(0, 18)));
  });

  it("drops the hidden values of people who are no longer in it", () => {
    const { shown: content, hidden } = splitPrivate(SURVEY, household.survey);
    const read = received({ ...sent, content, hidden: { ...hidden, "members.gone.idNo": "620623195003121234" } });
    expect(read.ok && read.hidden).toEqual(hidden);
  });

  it("refuses a clear number in the open, and a form without its numbers", () => {
    const clear = received({ ...sent, content: household.survey, hidden: {} });
    expect(clear.ok ? [] : clear.problems.map(({ code }) => code)).toEqual(Array(5).fill("privateInTheOpen"));
    const { shown: content } = splitPrivate(SURVEY, household.survey);
    const empty = received({ ...sent, content, hidden: {} });
    expect(empty.ok ? [] : new Set(empty.problems.map(({ code }) => code))).toEqual(new Set(["privateMissing"]));
  });

  it("reads an application and a proposal of exit the same way", () => {
    const { shown: content, hidden } = splitPrivate(APPLICATION, household.application);
    const people = [household.application.householder.idNo.slice(0, 18)];
    expect(received({ kind: "application", track: "identify", content, hidden })).toMatchObject({ ok: true, people });
    const proposal = { kind: "exitProposal", track: "exit", content: household.exitProposal, hidden: {} } as const;
    expect(received(proposal)).toMatchObject({ ok: true, people: [] });
  });
});
