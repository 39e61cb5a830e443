import { checkOf } from "@domain/checks/checks.ts";
import { isOpen } from "@domain/checks/questions.ts";
import type { StaffRole } from "@domain/roles.ts";
import type { Applicant } from "../applicant.ts";
import type { Company } from "../company.ts";
import type { Player } from "../player.ts";
import type { Stage } from "../stage.ts";

type Asked = { stage: Stage; company: Company };

const WHO: Partial<Record<StaffRole, (company: Company, village: string) => Promise<Player>>> = {
  villageCadre: (company, village) => company.cadre(village),
  povertyOfficer: (company) => company.officer(),
  townGovernment: (company) => company.town(),
};

/** Whom a rule asks, or the village's cadre, who stands above the committee and is nobody's relative here. The demo has no clerks. */
export const answererOf = (company: Company, village: string, rule: string): Promise<Player> =>
  (WHO[checkOf(rule)?.asks ?? "villageCadre"] ?? ((one: Company) => one.cadre(village)))(company, village);

/**
 * Has the checks run over the list, as one does before a meeting and a notice, and each question answered in writing by
 * whom it asks. Gives how many there were.
 */
export async function answerQuestions({ stage, company }: Asked, applicants: readonly Applicant[]): Promise<number> {
  const [first] = applicants;
  if (!first) return 0;
  const { code } = first.village;
  const officer = await company.officer();
  await stage.act(officer, { type: "runChecks", area: code, targets: applicants.map(({ id }) => id), input: {} });
  const findings = await stage.beside(() => officer.listFindings(stage.campaign, code));
  const asked = applicants.flatMap(({ id }) => (findings.get(id) ?? []).filter((row) => row.level === "doubt" && isOpen(row)).map(({ rule }) => ({ id, rule })));
  for (const { id, rule } of asked) {
    await stage.act(await answererOf(company, code, rule), { type: "answerFinding", area: code, targets: [id], input: { rule, answer: "已入户核实，情况属实，有村委会证明" } });
  }
  return asked.length;
}
