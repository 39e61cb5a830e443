import { paths } from "@domain/paths.ts";
import { clerkOf } from "./cast.ts";
import type { Desk } from "./entry.ts";
import type { Subject } from "./steps/service.ts";
import { doTo, mayNot } from "./steps/service.ts";

type Row = { rule: string; level: string; answer: unknown };

/** The trial run: every check over every record, each finding looked at, then into service. */
export async function tryOut({ stage, company, plan }: Desk, subjects: readonly Subject[]): Promise<void> {
  const [county, officer] = [await company.county(), await company.officer()];
  const clerk = await company.as(clerkOf(plan.code));
  await doTo(stage.by(county), subjects, { type: "runChecks", input: {} });
  for (const subject of subjects.slice(0, 12)) {
    const findings = await stage.beside(() => officer.read(paths.findings(subject.id)));
    const rows = ((findings?.rows ?? []) as Row[]).filter(({ level, answer }) => level !== "error" && !answer);
    const [first] = rows;
    if (first) await doTo(stage.by(clerk), [subject], { type: "answerFinding", input: { rule: first.rule, answer: "已核实，村委会有证明" } });
    else if (plan.index % 4 === 0 && subject === subjects[0])
      await mayNot(stage.by(clerk), [subject], { type: "answerFinding", input: { rule: "ID-01", answer: "没有这一条" } }, "findingUnknown");
  }
  await doTo(stage.by(officer), subjects, { type: "passTrialRun", input: {} });
}
