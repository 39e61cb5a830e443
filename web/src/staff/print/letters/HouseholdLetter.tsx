import { APPLICATION } from "@domain/forms/application.ts";
import type { Hidden } from "@domain/forms/private.ts";
import { joinPrivate } from "@domain/forms/private.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { answer } from "../forms/answer.ts";
import { Fill, Sheet, Signs } from "../Sheet.tsx";

export type HouseholdLetterProps = {
  /** The application as staff see it: numbers as masks. */
  value: FormValue;
  numbers?: Hidden;
  village: string;
  /** Of the income. */
  year: number;
  /** The day it was sent in; written by hand when there is none yet. */
  day: string | undefined;
  receiptNo: string | undefined;
};

/** Annex 3: a household's letter to the village committee, in our own words after domain.md, section 5.1. */
export function HouseholdLetter({ value, numbers = {}, village, year, day, receiptNo }: HouseholdLetterProps) {
  const whole = joinPrivate(APPLICATION, value, numbers) as FormValue;
  const of = (path: string) => answer(APPLICATION, whole, path);
  const proxy = of("householder.proxyName");
  const note = of("cause.note");
  return (
    <Sheet paper="letter" title="贫困户申请书">
      <div class="letterBody">
        <p class="to">{village}村民委员会：</p>
        <p>
          我叫<Fill>{of("householder.name")}</Fill>，是{village}<Fill>{of("place.groupName")}</Fill>村民，家住<Fill>{of("place.address")}</Fill>，
          身份证（残疾证）号<Fill>{of("householder.idNo")}</Fill>，联系电话<Fill>{of("householder.phone")}</Fill>。
        </p>
        <p>
          全家共<Fill>{of("people.memberCount")}</Fill>口人，其中劳动力<Fill>{of("people.laborCount")}</Fill>人。{year}年全家人均纯收入约
          <Fill>{of("income.perCapitaNetIncome")}</Fill>元。主要困难是<Fill>{of("cause.mainCause")}</Fill>{note ? `：${note.replace(/[。．.]$/, "")}。` : "。"}
        </p>
        <p>现以整户名义自愿申请识别为贫困户，请村民委员会派人入户调查，交村民代表会议评议，并按程序公示、上报审核。</p>
        <Relatives cadre={of("relatives.cadreName")} relation={of("relatives.cadreRelation")} asked={of("relatives.isRelative") !== ""} />
        <p>以上情况属实，没有拆户、分户和空挂户。我愿意接受调查、评议和公示；如有不实，自愿承担责任。</p>
        <p>此致</p>
        <p class="end">敬礼！</p>
        <div class="closing">
          <Signs places={[["申请人（签字或按手印）"], ["代填人", proxy ? `${proxy}（${of("householder.proxyRelation")}）` : undefined], ["申请日期", day], ["受理编号", receiptNo]]} />
          <Signs places={[["村民委员会受理人"], ["受理日期"]]} />
          <div class="issuer">{village}村民委员会<span class="seal">（盖章）</span></div>
        </div>
      </div>
    </Sheet>
  );
}

function Relatives({ cadre, relation, asked }: { cadre: string; relation: string; asked: boolean }) {
  if (cadre) return <p>本户亲属<Fill>{cadre}</Fill>（系户主<Fill>{relation}</Fill>）任村、镇干部，请其在办理中回避。</p>;
  return asked ? <p>本户没有亲属任村、镇干部。</p> : <p>本户亲属任村、镇干部的有：<Fill />，系户主<Fill />。</p>;
}
