import type { Bilingual } from "@domain/text.ts";

/** Stages of a campaign, in order, each with its bar. */
export const STAGES = {
  apply:       { zh: "申请",     en: "applications" },
  survey:      { zh: "入户调查", en: "surveys" },
  appraise:    { zh: "民主评议", en: "appraisals" },
  verify:      { zh: "核实",     en: "verifications" },
  firstNotice: { zh: "一榜公示", en: "first notices" },
  townReview:  { zh: "镇审核",   en: "town's reviews" },
  townNotice:  { zh: "二榜公示", en: "second notices" },
  county:      { zh: "县复审",   en: "county's reviews" },
  pair:        { zh: "结对帮扶", en: "pairings" },
  plan:        { zh: "帮扶计划", en: "plans of help" },
  form:        { zh: "登记表",   en: "registration forms" },
  handbook:    { zh: "扶贫手册", en: "handbooks" },
  entry:       { zh: "录入上报", en: "entries and reports" },
  trial:       { zh: "试运行",   en: "trial runs" },
  village:     { zh: "贫困村",   en: "poor villages in service" },
  update:      { zh: "年度更新", en: "yearly updates" },
} as const satisfies Record<string, Bilingual>;
export type StageName = keyof typeof STAGES;

/** So many households of a stage are done. */
export type OnProgress = (stage: StageName, done: number, total: number) => void;

type Output = { isTTY?: boolean; write(text: string): unknown };

const WIDTH = 30;
/** Chinese letters take two columns each. */
const LABEL_COLUMNS = 10;

function line(stage: StageName, { done, total }: { done: number; total: number }): string {
  const { zh, en } = STAGES[stage];
  const filled = total > 0 ? Math.round((WIDTH * Math.min(done, total)) / total) : 0;
  const label = zh + " ".repeat(Math.max(0, LABEL_COLUMNS - 2 * zh.length));
  return `${label} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${String(done).padStart(4)} / ${total}  ${en}`;
}

/** One line a stage, drawn anew on a terminal; elsewhere one plain line as each stage is done. */
export function showProgress(output: Output): OnProgress {
  const bars = new Map<StageName, { done: number; total: number }>();
  let drawn = 0;
  return (stage, done, total) => {
    const before = bars.get(stage);
    bars.set(stage, { done, total });
    if (!output.isTTY) {
      if (done >= total && (before?.done ?? 0) < total) output.write(`${line(stage, { done, total })}\n`);
      return;
    }
    const lines = (Object.keys(STAGES) as StageName[]).flatMap((name) => {
      const bar = bars.get(name);
      return bar ? [`\u001b[2K${line(name, bar)}`] : [];
    });
    output.write(`${drawn > 0 ? `\u001b[${drawn}A` : ""}${lines.join("\n")}\n`);
    drawn = lines.length;
  };
}
