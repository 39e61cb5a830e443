import { describe, expect, it } from "vitest";
import { Facts } from "@domain/application.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { HOUSEHOLD_ASPECTS, VILLAGE_ASPECTS } from "@domain/forms/aspects.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { joinPrivate, splitPrivate } from "@domain/forms/private.ts";
import { factsOfRegistration, peopleOfRegistration, prefillRegistration, REGISTRATION } from "@domain/forms/registration.ts";
import { facts, SURVEY } from "@domain/forms/survey.ts";
import { factsOfVillageApplication, povertyRateOf, VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { factsOfVillageRegistration, prefillVillageRegistration, VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import { inventVillage } from "../../seed/inventVillage.ts";
import { VILLAGE, application, changed, complaints, registration, sampleOf, survey } from "./samples.ts";

const village = (seed = 1) => inventVillage({ seed, village: VILLAGE });
const stored = splitPrivate(SURVEY, survey());
const storedApplication = splitPrivate(APPLICATION, application()).shown;

describe("the registration form of a household", () => {
  it("asks nothing again that the survey knows: only the foot is left", () => {
    const draft = prefillRegistration({ survey: stored.shown, application: storedApplication });
    const whole = joinPrivate<unknown>(REGISTRATION, draft, stored.hidden);
    expect(complaints(REGISTRATION, whole)).toEqual(["foot.filledBy missing", "foot.checkedBy missing", "foot.filledOn missing", "foot.householderSigned missing"]);
    const { foot } = registration();
    expect(parseForm(REGISTRATION, { ...Object(whole), foot })).toEqual({ ok: true, value: { ...registration(), file: {}, costs: {} } });
  });

  it("begins with masks alone, under the survey's own paths", () => {
    const draft = prefillRegistration({ survey: stored.shown });
    const { hidden } = splitPrivate<unknown>(REGISTRATION, draft);
    expect(hidden).toEqual({});
    expect(splitPrivate(REGISTRATION, registration()).hidden).toEqual(stored.hidden);
  });

  it("leaves the day of the survey, its photos and its note on the line behind", () => {
    expect(Object.keys(prefillRegistration({ survey: stored.shown })).filter((key) => ["visit", "line", "exit", "farmSales"].includes(key))).toEqual([]);
  });

  it("takes from the application what a survey does not tell, and survives a form of no shape", () => {
    const bare = prefillRegistration({ survey: changed(stored.shown, "head.address", undefined), application: storedApplication });
    expect(bare.head).toMatchObject({ address: application().place.address, householderName: survey().head.householderName });
    expect(prefillRegistration({ survey: null, application: storedApplication }).cause).toEqual({ mainCause: application().cause.mainCause });
    expect(prefillRegistration({ survey: [], application: 3 })).toEqual({});
  });

  it("does not share its rows with the survey that it came from", () => {
    const { shown } = splitPrivate(SURVEY, survey());
    const draft = prefillRegistration({ survey: shown });
    expect(draft.members).toEqual(shown.members);
    expect(draft.members).not.toBe(shown.members);
  });

  it("tells facts and people as the survey does", () => {
    expect(factsOfRegistration(registration())).toEqual(facts(survey()));
    expect(peopleOfRegistration(registration())).toEqual(survey().members.map(({ idNo }) => idNo.slice(0, 18)));
  });

  it.each(["A0012", "620623105206-1", "6206231052060012", "62062310520600123"])("may have the national number %s", (no) => {
    expect(complaints(REGISTRATION, changed(registration(), "file.nationalHouseholdNo", no))).toEqual([]);
  });

  it.each(["620623500312123", "620623195003121234", "62062319500312123X", "1-123456789012345", "620623 1"])("refuses %s as a national number", (no) => {
    expect(complaints(REGISTRATION, changed(registration(), "file.nationalHouseholdNo", no))).toEqual(["file.nationalHouseholdNo notNationalNo"]);
  });

  it("may wait for that number, and does without a bank account", () => {
    expect(complaints(REGISTRATION, changed(registration(), "file.nationalHouseholdNo", ""))).toEqual([]);
    expect(complaints(REGISTRATION, changed(changed(registration(), "head.bankAccount", ""), "head.bankName", ""))).toEqual([]);
  });

  it("is not complete without the householder's signature", () => {
    expect(complaints(REGISTRATION, changed(registration(), "foot.householderSigned", false))).toEqual(["foot.householderSigned mustBeTrue"]);
  });
});

describe("the forms of a village", () => {
  it("work the poverty rate out of the registered rural population, whatever is typed", () => {
    const figures = { poorPopulation: 321, registeredRuralPopulation: 987 };
    expect(povertyRateOf(figures)).toBe(32.52);
    expect([povertyRateOf({ ...figures, registeredRuralPopulation: 0 }), povertyRateOf({ poorPopulation: 1 })]).toEqual([undefined, undefined]);
    const typed = changed(village().registration, "development.povertyRate", 1);
    expect(parseForm(VILLAGE_REGISTRATION, typed)).toEqual({ ok: true, value: village().registration });
    expect(parseForm(VILLAGE_APPLICATION, changed(village().application, "standard.povertyRate", 99))).toEqual({ ok: true, value: village().application });
  });

  it("know no collective income from none", () => {
    for (const [form, path] of [[VILLAGE_APPLICATION, "standard.collectiveIncomeWan"], [VILLAGE_REGISTRATION, "development.collectiveIncomeWan"]] as const) {
      expect(complaints(form, changed(sampleOf(form), path, 0))).toEqual([]);
      expect(complaints(form, changed(sampleOf(form), path, ""))).toEqual([`${path} missing`]);
    }
  });

  it("want the figures that the checks find empty elsewhere", () => {
    const asked = ["residents.population", "residents.households", "services.clinics", "services.doctors", "services.publicToilets", "services.garbagePoints",
      "services.libraries", "infrastructure.busService", "residents.minLivingPop", "residents.fiveGuaranteePop", "residents.disabledPop"];
    for (const path of asked) expect(complaints(VILLAGE_REGISTRATION, changed(village().registration, path, undefined))).toEqual([`${path} missing`]);
  });

  it("tell a village in a household's facts", () => {
    const { application, registration } = village();
    expect(Facts.parse(factsOfVillageApplication(application))).toEqual({
      householder: VILLAGE.name, groupName: "", memberCount: application.village.population, residentCount: null, laborCount: null,
      perCapitaNetIncome: application.standard.perCapitaNetIncome, mainCause: null, attribute: null,
    });
    expect(factsOfVillageRegistration(registration)).toEqual({ ...factsOfVillageApplication(application), laborCount: registration.residents.laborPop });
  });

  it("ask nothing again that the application knows", () => {
    const { application, registration } = village();
    const draft = prefillVillageRegistration({ application });
    expect(registration).toMatchObject(draft);
    expect(complaints(VILLAGE_REGISTRATION, draft).filter((one) => /poor|population|villageName|naturalVillages|Income/.test(one))).toEqual([]);
    expect(prefillVillageRegistration({ application: null }).residents).toEqual({});
  });
});

describe("the aspects of the plan", () => {
  it("are six of a household and seven of a village, and hold every section but the foot", () => {
    expect(HOUSEHOLD_ASPECTS.map(({ zh }) => zh)).toEqual(["家庭基本情况", "致贫原因", "帮扶责任人", "帮扶计划", "帮扶措施", "帮扶成效"]);
    expect(VILLAGE_ASPECTS.map(({ zh }) => zh)).toEqual(["基本情况", "发展水平", "基础设施状况", "生产生活条件", "公共服务情况", "帮扶情况", "帮扶成效"]);
    for (const [form, aspects] of [[REGISTRATION, HOUSEHOLD_ASPECTS], [VILLAGE_REGISTRATION, VILLAGE_ASPECTS]] as const) {
      const held = aspects.flatMap(({ sections }): string[] => [...sections]);
      expect([...held, "foot"].sort()).toEqual(form.sections.map(({ key }) => key).sort());
    }
  });
});
