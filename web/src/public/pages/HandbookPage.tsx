import { Alert, Card, Facts, LoadFailed, Loading, Page, Tag } from "../../shared/components.tsx";
import type { Tone } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { dateOf } from "../../shared/time.ts";
import { ask, UNREACHED } from "../api.ts";

/** As `services/handbook.ts` answers it. */
type Checked = { standing: "valid" | "superseded" | "ended"; version: number; village: string; printedAt: string };

const STANDINGS = {
  valid:      { tone: "done",  zh: "有效，是最新一版", en: "valid: the latest version" },
  superseded: { tone: "held",  zh: "已有更新的一版，以新版为准", en: "superseded by a later version" },
  ended:      { tone: "ended", zh: "该户已不在册", en: "the household is no longer in the register" },
} as const satisfies Record<Checked["standing"], { tone: Tone; zh: string; en: string }>;

/** Where the QR code of a handbook leads: whether it is genuine and the latest. It names nobody. */
export function HandbookPage({ code }: { code: string }) {
  const loaded = useLoaded(async () => {
    const answer = await ask<Checked>(`/api/handbook?code=${encodeURIComponent(code)}`);
    if (!answer.ok && answer.problem === UNREACHED) throw new Error(UNREACHED.code);
    return { answer };
  }, [code]);
  return (
    <Page title={say({ zh: "扶贫手册核验", en: "Is this handbook genuine?" })} noindex>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <LoadFailed retry={loaded.retry} />}
      {loaded.state === "ready" && (loaded.value.answer.ok
        ? <Genuine code={code} checked={loaded.value.answer.result} />
        : <Alert tone="error">{say(loaded.value.answer.problem)}</Alert>)}
    </Page>
  );
}

function Genuine({ code, checked: { standing, version, village, printedAt } }: { code: string; checked: Checked }) {
  const { tone, ...words } = STANDINGS[standing];
  return (
    <Card title={<span class="code">{code}</span>} aside={<Tag tone={tone}>{say(words)}</Tag>}>
      <Facts
        rows={[
          [say({ zh: "所在村", en: "Village" }), village],
          [say({ zh: "版次", en: "Version" }), say({ zh: `第 ${version} 版`, en: `No. ${version}` })],
          [say({ zh: "印制日期", en: "Printed on" }), dateOf(new Date(printedAt))],
        ]}
      />
      <p class="soft">
        {say({
          zh: "这里只核验手册的真伪和版次，不显示任何家庭的情况。",
          en: "This page tells whether the handbook is genuine and of which version. It shows nothing of any household.",
        })}
      </p>
    </Card>
  );
}
