import { SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { VILLAGE_MEASURE, VILLAGE_MEASURE_DONE } from "@domain/forms/measure.ts";
import { VILLAGE_RESULT } from "@domain/forms/result.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { answer, asForm } from "../forms/answer.ts";
import { FormTables, Records } from "../forms/FormTables.tsx";
import { Issuer, Sheet, SheetHead, Signs } from "../Sheet.tsx";
import { Aspect } from "./Aspect.tsx";
import type { HelpOf } from "./records.ts";
import { measureValues, resultValues } from "./records.ts";

export type VillageSheetProps = {
  place: { county: string; town: string; village: string; code: string };
  year: number;
  registration: FormValue;
  /** Its last helper is the support that goes on; earlier ones are printed below. */
  help: HelpOf;
};

/** Annex 11, the registration form of a village, with its seven aspects. */
export function VillageSheet({ place: { county, town, village, code }, year, registration, help }: VillageSheetProps) {
  const of = (path: string) => answer(VILLAGE_REGISTRATION, registration, path);
  const part = (...sections: string[]) => <FormTables form={VILLAGE_REGISTRATION} value={registration} sections={sections} blankRows={2} named={sections.length > 1} />;
  const units = help.helpers.length > 0 ? help.helpers : [{ helper: {}, from: "", until: null }];
  return (
    <Sheet title={`${county}贫困村登记表`}>
      <SheetHead parts={[`${town}　${village}`, `行政区划代码：${code}`, `登记年度：${year}年`]} />
      <Aspect no={1} zh="基本情况">{part("basics", "residents", "land", "livestock")}</Aspect>
      <Aspect no={2} zh="发展水平">{part("development", "specialIndustries")}</Aspect>
      <Aspect no={3} zh="基础设施状况">{part("infrastructure")}</Aspect>
      <Aspect no={4} zh="生产生活条件">{part("living")}</Aspect>
      <Aspect no={5} zh="公共服务情况">{part("services")}</Aspect>
      <Aspect no={6} zh="帮扶情况">
        {units.map(({ helper }, at) => <FormTables key={at} form={SUPPORT_UNIT} value={asForm(helper)} blankRows={2} />)}
        <FormTables form={VILLAGE_PLAN} value={asForm(help.plan)} sections={["summary", "plans", "yulu"]} blankRows={2} />
        <h3 class="group">帮扶项目实施情况</h3>
        <Records forms={[VILLAGE_MEASURE, VILLAGE_MEASURE_DONE]} records={measureValues(help)} least={2} />
      </Aspect>
      <Aspect no={7} zh="帮扶成效"><Records forms={[VILLAGE_RESULT]} records={resultValues(help)} least={2} /></Aspect>
      <Opinions of={of} village={village} town={town} county={county} />
      <Signs
        places={[
          ["村委会主任", of("foot.committeeHead")], ["负责人电话", of("foot.responsiblePhone")], ["审核人（村支书）", of("foot.checkedBy")],
          ["审核人电话", of("foot.checkedByPhone")], ["填报人", of("foot.filledBy")], ["填表日期", of("foot.filledOn")],
        ]}
      />
    </Sheet>
  );
}

type OpinionsProps = { of: (path: string) => string; village: string; town: string; county: string };

function Opinions({ of, village, town, county }: OpinionsProps) {
  const rows = [
    { zh: "村委会自评意见", text: of("foot.selfOpinion"), by: `${village}村民委员会` },
    { zh: "乡镇审核意见", text: of("foot.townOpinion"), by: `${town}人民政府` },
    { zh: "县审定意见", text: of("foot.countyOpinion"), by: `${county}扶贫开发办公室` },
  ];
  return (
    <>
      <h3 class="aspect">意见</h3>
      <table class="opinions">
        <colgroup><col style={{ width: "16%" }} /><col /></colgroup>
        <tbody>{rows.map(({ zh, text, by }) => <tr key={zh}><th scope="row">{zh}</th><td class="lines"><div class="opinion">{text}</div><Issuer names={[by]} day={undefined} /></td></tr>)}</tbody>
      </table>
    </>
  );
}
