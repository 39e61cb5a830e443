import type { Member } from "../seed/cast.ts";
import type { Company } from "./company.ts";
import { clerkOf } from "./cast.ts";
import type { Stage } from "./stage.ts";
import { BrokenPlay } from "./stage.ts";
import type { Subject } from "./steps/service.ts";
import { doTo, mayNot } from "./steps/service.ts";
import type { Taken } from "./steps/sheets.ts";
import { bringReceipt, mistyped, takeOut } from "./steps/sheets.ts";

/** Who plays in which village: households' and villages' records are entered the same way. */
export type Desk = {
  stage: Stage;
  company: Company;
  plan: { code: string; index: number };
  /** Who fills in and enters; the village's clerk unless told. */
  filler?: Member;
};

type Entering = { subjects: readonly Subject[]; mistype?: boolean };

function takenWhole({ taken, differences, strangers }: Taken, all: number): void {
  if (taken !== all || differences > 0 || strangers > 0)
    throw new BrokenPlay(`a receipt says ${taken} of ${all} taken in, ${differences} differences, ${strangers} strangers`);
}

/**
 * From the form to the county: a batch is taken out, typed into the national system, its receipt brought, what was
 * taken in is entered, and all of it reported. With `mistype` one name is typed wrongly there first, and put right.
 */
export async function enterAll({ stage, company, plan, filler = clerkOf(plan.code) }: Desk, { subjects, mistype = false }: Entering): Promise<void> {
  const [first] = subjects;
  if (!first) return;
  const by = stage.by(await company.as(filler));
  const batch = await doTo(by, subjects, { type: "exportBatch", input: { note: "第一批" } });
  const enter = { type: "enterData" as const, input: { batch } };
  if (mistype) {
    await mayNot(by, [first], { type: "exportBatch", input: {} }, "alreadyInBatch");
    await mayNot(by, [first], enter, "receiptMissing");
  }
  const exported = await takeOut(by, batch);
  if (mistype) {
    const { taken, differences } = await bringReceipt(by, batch, { text: await mistyped(exported) });
    if (taken !== subjects.length - 1 || differences === 0) throw new BrokenPlay(`a wrong name was taken in: ${taken}, ${differences}`);
    await doTo(by, subjects, enter, { [first.id]: "receiptDiffers" });
  }
  takenWhole(await bringReceipt(by, batch, { file: exported.file }), subjects.length);
  await doTo(by, mistype ? [first] : subjects, enter);
  await doTo(stage.by(await company.officer()), subjects, { type: "reportToCounty", input: {} });
}
