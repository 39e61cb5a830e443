import { useState } from "preact/hooks";
import { Alert, ButtonLink, Card, Page } from "../../shared/components.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { dateOf } from "../../shared/time.ts";
import type { OpenCampaign } from "../data.ts";
import { FilingForm } from "../filing/FilingForm.tsx";
import { Given } from "../filing/Given.tsx";

const TITLE = { zh: "举报工作人员", en: "Complain about staff" };
const COMPLAINING = {
  text: { zh: "举报内容", en: "What happened" },
  textHelp: {
    zh: "请写明时间、地点、做了什么，如替亲友说情、弄虚作假、索要钱物。请不要写身份证号。",
    en: "Say when, where and what: favours for relatives, false papers, asking for money. Leave identity numbers out.",
  },
  send: { zh: "提交举报", en: "Send the complaint" },
};

type Filed = { complaint: string; dueAt: string };

/** Tells the supervisors of somebody's conduct; nobody else reads it. */
export function ComplaintPage({ campaign }: { campaign: OpenCampaign }) {
  const [village, setVillage] = useState("");
  const [filed, setFiled] = useState<Filed | undefined>();
  if (filed)
    return (
      <Given title={{ zh: "举报已收到", en: "Your complaint was received" }} number={filed.complaint}>
        <p>
          {say({
            zh: `由监督部门在 ${dateOf(new Date(filed.dueAt)).zh}前答复；逾期移交县级监督部门。`,
            en: `Answered by the supervisor by ${dateOf(new Date(filed.dueAt)).en}; if that is late, by the county's.`,
          })}
        </p>
        <div class="buttons"><ButtonLink href="/">{say({ zh: "回首页", en: "To the first page" })}</ButtonLink></div>
      </Given>
    );
  return (
    <Page title={say(TITLE)} noindex>
      <Alert tone="info">
        {say({
          zh: "举报只交给监督部门，村里、镇政府和扶贫办都看不到。对公示名单有不同意见的，请在公示页面提异议。",
          en: "Only the supervisor reads this: neither the village, nor the town, nor the offices. To object to a listed household, use its notice.",
        })}
      </Alert>
      <Card>
        <Field id="village" required label={say({ zh: "哪个村的事", en: "Which village" })}>
          {(aria) => (
            <select {...aria} value={village} onChange={(event) => setVillage(event.currentTarget.value)}>
              <option value="">{say({ zh: "请选择", en: "Choose" })}</option>
              {campaign.villages.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
            </select>
          )}
        </Field>
      </Card>
      {village && (
        <FilingForm<Filed>
          key={village}
          draftKey={`complaint.${campaign.id}.${village}`}
          address="/api/complaint"
          beside={{ campaign: campaign.id, village }}
          withAbout
          words={COMPLAINING}
          back="/"
          onFiled={setFiled}
        />
      )}
    </Page>
  );
}
