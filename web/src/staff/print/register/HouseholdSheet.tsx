import { HELPER } from "@domain/forms/helper.ts";
import { MEASURE, MEASURE_DONE } from "@domain/forms/measure.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import type { Hidden } from "@domain/forms/private.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { RESULT } from "@domain/forms/result.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { answer, asForm } from "../forms/answer.ts";
import { FormTables, Records } from "../forms/FormTables.tsx";
import { Sheet, SheetHead, Signs } from "../Sheet.tsx";
import { Aspect } from "./Aspect.tsx";
import type { HelpOf } from "./records.ts";
import { measureValues, resultValues } from "./records.ts";

export type HouseholdSheetProps = {
  place: { county: string; town: string; village: string };
  /** The register's number; none while it is not in the register. */
  no: string | undefined;
  year: number;
  /** The registration form as staff see it. */
  registration: FormValue;
  numbers?: Hidden;
  help: HelpOf;
};

const BASICS = ["file", "head", "members", "income", "costs", "land", "livestock", "living", "relocation", "machinery", "durables"];

/** Annex 4, the registration form of a household, with its six aspects; drawn from the forms' own schemas. */
export function HouseholdSheet({ place: { county, town, village }, no, year, registration, numbers = {}, help }: HouseholdSheetProps) {
  const of = (path: string) => answer(REGISTRATION, registration, path);
  return (
    <Sheet title={`${county}贫困农户登记表`}>
      <SheetHead parts={[`${town}　${village}　${of("head.groupName")}`, `本地户编号：${no ?? "　　　　　　　　"}`, `登记年度：${year}年`]} />
      <Aspect no={1} zh="家庭基本情况"><FormTables form={REGISTRATION} value={registration} numbers={numbers} sections={BASICS} blankRows={4} /></Aspect>
      <Aspect no={2} zh="致贫原因"><FormTables form={REGISTRATION} value={registration} sections={["cause"]} named={false} /></Aspect>
      <Aspect no={3} zh="帮扶责任人"><Records forms={[HELPER]} records={help.helpers.map(({ helper, from }) => [withStart(asForm(helper), from)])} least={2} /></Aspect>
      <Aspect no={4} zh="帮扶计划"><FormTables form={HOUSEHOLD_PLAN} value={asForm(help.plan)} sections={["summary", "needs", "targets", "measures"]} blankRows={2} /></Aspect>
      <Aspect no={5} zh="帮扶措施"><Records forms={[MEASURE, MEASURE_DONE]} records={measureValues(help)} least={2} /></Aspect>
      <Aspect no={6} zh="帮扶成效"><Records forms={[RESULT]} records={resultValues(help)} least={2} /></Aspect>
      <Signs
        places={[
          ["填表人", of("foot.filledBy")], ["填表人电话", of("foot.filledByPhone")], ["审核人", of("foot.checkedBy")], ["审核人电话", of("foot.checkedByPhone")],
          ["填表日期", of("foot.filledOn")], ["户主签字"],
        ]}
      />
    </Sheet>
  );
}

/** The day from which somebody helps is the pairing's, where the form left it open. */
function withStart(helper: FormValue, from: string): FormValue {
  return { ...helper, helper: { startDate: from, ...asForm(helper.helper) } };
}
