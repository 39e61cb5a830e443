import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { answer } from "../forms/answer.ts";
import { Fill, Issuer, Sheet, Signs } from "../Sheet.tsx";

export type VillageLetterProps = { value: FormValue; village: string; town: string; /** Of the figures. */ year: number };

/** Annex 9: a village's letter to the town government, in our own words after domain.md, section 5.2. */
export function VillageLetter({ value, village, town, year }: VillageLetterProps) {
  const of = (path: string) => answer(VILLAGE_APPLICATION, value, path);
  return (
    <Sheet paper="letter" title="贫困村申请书">
      <div class="letterBody">
        <p class="to">{town}人民政府：</p>
        <p>
          {village}辖<Fill>{of("village.naturalVillages")}</Fill>个自然村（村民小组），共<Fill>{of("village.households")}</Fill>户、<Fill>{of("village.population")}</Fill>人，
          农村户籍人口<Fill>{of("village.registeredRuralPopulation")}</Fill>人。其中贫困户<Fill>{of("village.poorHouseholds")}</Fill>户、贫困人口<Fill>{of("village.poorPopulation")}</Fill>人，
          贫困发生率<Fill>{of("standard.povertyRate")}</Fill>%。
        </p>
        <p>
          {year}年全村农民年人均纯收入<Fill>{of("standard.perCapitaNetIncome")}</Fill>元，村级集体经济收入<Fill>{of("standard.collectiveIncomeWan")}</Fill>万元，
          整村推进<Fill>{of("standard.wholeVillageAdvance")}</Fill>。
        </p>
        <Paragraphs text={of("reasons.description")} />
        <p>
          <Fill>{of("consultation.heldOn")}</Fill>，在<Fill>{of("consultation.place")}</Fill>召开会议征求群众意见，<Fill>{of("consultation.present")}</Fill>人参加。群众意见和讨论情况如下。
        </p>
        <Paragraphs text={of("consultation.record")} />
        <p>根据群众意见，经村党支部委员会、村民委员会研究，我村自愿申请列为贫困村，请镇人民政府审核。以上情况属实，愿意接受核查和公示。</p>
        <p>此致</p>
        <p class="end">敬礼！</p>
        <div class="closing">
          <Signs places={[["村党支部书记（签字）"], ["村民委员会主任（签字）"]]} />
          <Issuer names={[`${village}村民委员会`]} day={of("pledge.signedOn") || undefined} />
        </div>
      </div>
    </Sheet>
  );
}

function Paragraphs({ text }: { text: string }) {
  if (text === "") return <p><Fill /></p>;
  return <>{text.split("\n").filter((line) => line.trim() !== "").map((line, at) => <p key={at}>{line}</p>)}</>;
}
