import { isOpen } from "@domain/checks/questions.ts";
import type { FindingRow } from "@domain/register.ts";
import { clerkOf } from "./cast.ts";
import type { Desk } from "./entry.ts";
import { answererOf } from "./steps/questions.ts";
import type { Subject } from "./steps/service.ts";
import { doTo, mayNot } from "./steps/service.ts";

/** What is still to be answered before the trial run is passed. */
const isAsked = (row: FindingRow) => row.level === "doubt" && isOpen(row);

/** The trial run: every check over every record, each question answered, then into service. */
export async function tryOut({ stage, company, plan, filler = clerkOf(plan.code) }: Desk, subjects: readonly Subject[]): Promise<void> {
  const [county, officer, clerk] = [await company.county(), await company.officer(), await company.as(filler)];
  await doTo(stage.by(county), subjects, { type: "runChecks", input: {} });
  const findings = await stage.beside(() => officer.listFindings(stage.campaign, plan.code));
  const pass = { type: "passTrialRun" as const, input: {} };
  const asked = subjects.flatMap((subject) => (findings.get(subject.id) ?? []).filter(isAsked).map(({ rule }) => ({ subject, rule })));
  const [first] = asked;
  if (first) await mayNot(stage.by(officer), [first.subject], pass, "findingsOpen");
  for (const { subject, rule } of [...asked, ...leadOf(subjects, findings)])
    await doTo(stage.by(await answererOf(company, plan.code, rule)), [subject], { type: "answerFinding", input: { rule, answer: "已核实，村委会有证明" } });
  const unasked = { type: "answerFinding" as const, input: { rule: "ID-01", answer: "没有这一条" } };
  if (plan.index % 4 === 0) await mayNot(stage.by(clerk), subjects.slice(0, 1), unasked, "findingUnknown");
  await doTo(stage.by(officer), subjects, pass);
}

/** One that is only told, and is answered all the same. */
function leadOf(subjects: readonly Subject[], findings: ReadonlyMap<string, FindingRow[]>): { subject: Subject; rule: string }[] {
  const told = subjects.flatMap((subject) => (findings.get(subject.id) ?? []).filter(({ level }) => level === "lead").map(({ rule }) => ({ subject, rule })));
  return told.slice(0, 1);
}
