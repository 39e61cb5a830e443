import { describe, expect, it } from "vitest";
import { APPLICATION } from "@domain/forms/application.ts";
import type { Form } from "@domain/forms/field.ts";
import { HELPER, SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { MEASURE, MEASURE_DONE } from "@domain/forms/measure.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { RESULT, VILLAGE_RESULT } from "@domain/forms/result.ts";
import { SURVEY } from "@domain/forms/survey.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import { VISIT } from "@domain/forms/visit.ts";

/*
 * Every field of domain.md, sections 2, 3 and 5, that is not marked later, in its words, and the form that has it.
 * Not fields: division codes, the register's number and the year (the application's and the register's own), the
 * householder's number (the head's row), a member's number and status and the poverty status (set by the system), a
 * helper's end (the pairing's) and identity number (not kept).
 */
const ROWS: readonly [section: string, form: Form, keys: string][] = [
  ["2.1", REGISTRATION, "file.nationalHouseholdNo head.groupName head.householderName head.address head.phone head.phoneOwner head.bankName head.bankAccount head.memberCount head.residentCount file.householderPhoto"],
  ["2.2", REGISTRATION, "head.standard file.familyPlanningHousehold head.attribute cause.mainCause cause.otherCauses cause.causeNote head.isMilitaryFamily head.isOnlyChildHousehold head.isTwoDaughterHousehold"],
  ["2.3", REGISTRATION, "members.name members.sex members.idType members.idNo members.birthDate members.relation members.ethnicity members.education members.studentStatus members.health members.diseaseType members.laborAbility members.migrantWork members.migrantMonths members.inNewRuralCoopMedical members.inResidentPension members.yearlyResidenceMonths members.wantsTraining members.trainingStatus"],
  ["2.5", REGISTRATION, "income.wage income.business income.property income.transfer income.transferFamilyPlanning income.transferMinLiving income.transferFiveGuarantee income.transferPension income.transferEcology income.transferOther income.grossIncome income.businessCost income.netIncome income.perCapitaNetIncome income.cashIncome costs.farmSupplies costs.depreciation costs.powerAndFuel costs.landRent costs.fodder costs.vaccination costs.youngStock costs.sales costs.interest"],
  ["2.6 land, animals", REGISTRATION, "land.farmland land.irrigated land.woodland land.grainForGreen land.orchard land.pasture land.water land.inCooperative livestock.cattle livestock.yak livestock.sheep livestock.pig livestock.horse livestock.poultry"],
  ["2.6 living", REGISTRATION, "living.hasProductionPower living.hasHouseholdPower living.distanceToMainRoadKm living.entryRoad living.houseArea living.isDangerousHouse living.dangerGrade living.houseStructure living.houseBuiltYear living.hasSanitaryToilet living.fuel living.waterDifficult living.waterSafe living.drinkingSource living.hasTv"],
  ["2.6 goods", REGISTRATION, "relocation.isWilling relocation.way relocation.settlement relocation.place relocation.difficulty machinery.tractor machinery.harvester machinery.tricycle machinery.truck machinery.car machinery.motorcycle durables.tv durables.fridge durables.washer durables.computer durables.phone"],
  ["2.7 helper", HELPER, "helper.name helper.sex org.orgName org.orgAddress org.orgLevel org.title helper.politics helper.education helper.skill helper.phone helper.startDate helper.kind helper.isResidentTeam"],
  ["2.7 plan", HOUSEHOLD_PLAN, "needs.category needs.need needs.presentState needs.difficulty targets.year targets.target targets.present targets.planned targets.done summary.text summary.exitYear"],
  ["2.7 planned measure", HOUSEHOLD_PLAN, "measures.category measures.content measures.payers measures.amount measures.quantity measures.unit measures.plannedDate"],
  ["2.7 measure", MEASURE, "measure.category measure.content measure.payers measure.amount measure.quantity measure.unit measure.plannedDate"],
  ["2.7 its end", MEASURE_DONE, "done.doneDate done.amountPaid done.quantity done.householderSigned"],
  ["2.7 result", RESULT, "result.date result.result result.amount result.householderSigned"],
  ["2.7 visit", VISIT, "visit.quarter visit.date visit.visitors visit.unit visit.work visit.photos income.q1 income.q2 income.q3 income.q4 income.householderSigned"],
  ["foot", REGISTRATION, "foot.filledBy foot.filledByPhone foot.checkedBy foot.checkedByPhone foot.filledOn foot.householderSigned"],
  ["3.1", VILLAGE_REGISTRATION, "basics.leaderName basics.leaderTitle basics.officePhone basics.villageAttribute basics.developmentDirection basics.terrain basics.partyMembers basics.graduateOfficials basics.lat basics.lng basics.naturalVillages basics.groups basics.wholeVillageAdvance"],
  ["3.1 people", VILLAGE_REGISTRATION, "residents.households residents.poorHouseholds residents.poorGeneral residents.poorMinLivingPoor residents.minLivingHouseholds residents.fiveGuaranteeHouseholds residents.population residents.registeredRuralPopulation residents.poorPopulation residents.minLivingPop residents.fiveGuaranteePop residents.minorityPop residents.womenPop residents.disabledPop residents.laborPop residents.migrantPop residents.leftBehindChildren residents.emptyNestElderly"],
  ["3.1 land", VILLAGE_REGISTRATION, "land.farmland land.irrigated land.woodland land.grainForGreen land.orchard land.pasture land.water livestock.cattle livestock.yak livestock.sheep livestock.pig livestock.horse livestock.poultry"],
  ["3.2", VILLAGE_REGISTRATION, "development.povertyRate development.perCapitaNetIncome development.collectiveIncomeWan development.incomeBelow1000 development.income1000To2000 development.income2000To2800 development.income2800AndMore development.mainIncomeSources development.collectiveAssets development.cooperatives development.poorHouseholdsInCoop development.tourismHouseholds development.tourismWorkers development.farmstayHouseholds development.farmstayIncome specialIndustries.industry specialIndustries.perCapitaIncome"],
  ["3.3", VILLAGE_REGISTRATION, "infrastructure.pavedToTown infrastructure.unpavedKmToTown infrastructure.busService infrastructure.naturalVillagesUnpaved infrastructure.naturalVillagesUnpavedKm infrastructure.waterUnsafeHouseholds infrastructure.waterDifficultHouseholds infrastructure.tapWaterHouseholds infrastructure.noProductionPowerNV infrastructure.noHouseholdPowerNV infrastructure.noHouseholdPowerHH infrastructure.broadbandAtCommittee infrastructure.broadbandHouseholds infrastructure.broadbandSchools infrastructure.mobileInternetHouseholds"],
  ["3.4", VILLAGE_REGISTRATION, "living.dangerousHouseHouseholds living.noHouseHouseholds living.relocationHouseholdsPlanned living.relocationPeoplePlanned living.relocationHouseholdsDone living.relocationPeopleDone living.disastersLastYear living.loanHouseholds living.microLoanHouseholds living.overdueHouseholds living.loanBalanceWan living.mutualFund"],
  ["3.5", VILLAGE_REGISTRATION, "services.clinics services.publicToilets services.doctors services.villageDoctors services.garbagePoints services.libraries services.tvHouseholds services.noTvHouseholds services.infoOfficers services.primarySchools services.coopMedicalInsured services.pensionInsured services.medicalAidCases"],
  ["3.6 units", SUPPORT_UNIT, "units.name units.contact units.orgLevel units.phone units.helpFrom team.name team.unit team.title team.orgLevel team.phone team.from team.to team.isLeader team.isFirstSecretary team.politics"],
  ["3.6 plans", VILLAGE_PLAN, "plans.category plans.nationalTask plans.project plans.unit plans.scale plans.site plans.budgetWan plans.naturalVillages plans.households plans.poorHouseholds plans.people plans.years yulu.college yulu.vocational yulu.shortSkill yulu.practical yulu.employed"],
  ["3.7", VILLAGE_RESULT, "result.year result.project result.fundsCentralWan result.fundsProvincialWan result.fundsOtherWan result.beneficiaries result.poorBeneficiaries result.doneDate result.effect"],
  ["3.7 foot", VILLAGE_REGISTRATION, "foot.committeeHead foot.responsiblePhone foot.checkedBy foot.checkedByPhone foot.filledBy foot.filledOn foot.selfOpinion foot.townOpinion foot.countyOpinion"],
  ["5.1", APPLICATION, "householder.name householder.idNo householder.phone householder.proxyName householder.proxyRelation place.groupName place.address people.memberCount people.laborCount income.perCapitaNetIncome cause.mainCause pledge.isTrue"],
  ["5.2", VILLAGE_APPLICATION, "village.naturalVillages village.households village.population village.poorHouseholds village.poorPopulation standard.povertyRate standard.perCapitaNetIncome standard.collectiveIncomeWan reasons.description pledge.signedOn pledge.sealed"],
  ["5.3", SURVEY, "farmSales.product farmSales.size farmSales.output farmSales.sales farmSales.coefficient farmSales.net living.rooms living.houseStructure living.toilet living.drinkingSource living.waterPolluted livestock.cattleSold livestock.sheepSold livestock.pigSold income.taxes living.treatedInTime visit.problems visit.wishes visit.surveyedOn visit.place visit.informantSigned"],
];

describe("the forms", () => {
  it.each(ROWS)("have every field of %s", (_section, form, keys) => {
    const held = new Set(form.sections.flatMap((section) => section.fields.map(({ key }) => `${section.key}.${key}`)));
    expect(keys.split(" ").filter((key) => !held.has(key))).toEqual([]);
  });

  it("end the name of every figure in 万元 in Wan, and of no other", () => {
    const forms = new Set(ROWS.map(([, form]) => form));
    const fields = [...forms].flatMap(({ sections }) => sections.flatMap((section) => [...section.fields]));
    expect(fields.filter(({ key, unit }) => key.endsWith("Wan") !== (unit?.zh === "万元")).map(({ key }) => key)).toEqual([]);
  });
});
