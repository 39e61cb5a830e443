import "./villages.css";
import type { VillageTest } from "@domain/quota/villages.ts";
import type { Bilingual } from "@domain/text.ts";
import type { Tone } from "../../../shared/components.tsx";
import { Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { inUnit, SIGNS } from "./tests.ts";

type Verdict = Bilingual & { tone: Tone };

const VERDICTS = {
  passed:  { zh: "符合", en: "met", tone: "done" },
  failed:  { zh: "不符合", en: "not met", tone: "held" },
  unknown: { zh: "未填", en: "not told", tone: "ended" },
} as const satisfies Record<string, Verdict>;

const verdictOf = ({ passed }: VillageTest): Verdict => (passed === null ? VERDICTS.unknown : passed ? VERDICTS.passed : VERDICTS.failed);

/** The three tests with figure, threshold and verdict: for whoever decides, and never a decision by themselves. */
export function VillageTests({ tests }: { tests: readonly VillageTest[] }) {
  const met = tests.filter(({ passed }) => passed === true).length;
  return (
    <div class="villageTests">
      <ul>
        {tests.map((test) => {
          const { tone, ...verdict } = verdictOf(test);
          return (
            <li key={test.key}>
              <span class="soft">{say(test)}</span>
              <strong class="number">{test.value === null ? "—" : inUnit(test.key, test.value)}</strong>
              <span class="soft number">{say({ zh: "标准", en: "threshold" })} {SIGNS[test.key]} {inUnit(test.key, test.threshold)}</span>
              <Tag tone={tone}>{say(verdict)}</Tag>
            </li>
          );
        })}
      </ul>
      <p class="soft">{say({ zh: `三项指标符合 ${met} 项，供审定时参考；不符合的不自动否决。`, en: `${met} of the three tests are met. They are there to be weighed, and refuse nothing by themselves.` })}</p>
    </div>
  );
}

/** One test in one cell of a table. */
export function TestCell({ test }: { test: VillageTest | undefined }) {
  if (!test) return <>—</>;
  const { tone, ...verdict } = verdictOf(test);
  const title = `${SIGNS[test.key]} ${inUnit(test.key, test.threshold)}`;
  return (
    <span class="testCell" title={title}>
      <span class="number">{test.value === null ? "—" : inUnit(test.key, test.value)}</span>
      <Tag tone={tone}>{say(verdict)}</Tag>
    </span>
  );
}
