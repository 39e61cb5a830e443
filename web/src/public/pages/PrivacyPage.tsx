import type { ComponentChildren } from "preact";
import { Card, Page } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { Link } from "../../shared/router.tsx";
import type { OpenCampaign } from "../data.ts";

/* A campaign saved before this setting was one: as campaign.ts fills it in. */
const AS_A_RULE = { failedDays: 180, draftDays: 90, senderDays: 365 };

/** What is kept of people, who sees it, for how long, and what they can do about it; in plain words. */
export function PrivacyPage({ campaign }: { campaign: OpenCampaign }) {
  const { failedDays, draftDays, senderDays } = { ...AS_A_RULE, ...campaign.retention };
  return (
    <Page title={say({ zh: "您的信息怎么用", en: "What becomes of your data" })}>
      <Part title={{ zh: "登记些什么", en: "What is recorded" }}>
        <p>{say({ zh: "申请时登记户主、家庭成员、身份证号、电话和为什么困难；入户调查时登记收入、住房、土地、健康、上学的情况和照片。只登记判断是否贫困、怎样帮扶要用的内容。", en: "The application holds the householder, the family, identity numbers, a phone and why you are in need; the survey adds income, house, land, health, school and photos. Nothing that is not needed to decide and to help." })}</p>
      </Part>
      <Part title={{ zh: "谁能看到", en: "Who sees it" }}>
        <ul>
          <li>{say({ zh: "本村、本镇、本县办理这项工作的人能看到您家的登记内容，身份证号、电话和银行账号只显示头尾几位。", en: "The staff of your village, town and county who work on it see your record; of identity numbers, phones and accounts only the ends." })}</li>
          <li>{say({ zh: "有人要看完整号码，必须写明理由，谁、什么时候、为什么看的，都记录下来，监督部门能查。", en: "Whoever needs a whole number writes why. Who looked, when and why is recorded, and the supervisor reads it." })}</li>
          <li>{say({ zh: "公示只列户主姓名、所在的社、人数，没有身份证号、电话、病情和照片。公示期满就从公开网页上撤下。", en: "A notice lists the householder, the group and the number of people: no number, phone, illness or photo. It leaves the public pages when its period is over." })}</li>
          <li>{say({ zh: "您的帮扶责任人只在结对期间能看到您家的情况。", en: "Your helper sees your record while the pairing lasts, and not afterwards." })}</li>
        </ul>
      </Part>
      <Part title={{ zh: "您能做什么", en: "What you can do" }}>
        <ul>
          <li>{say({ zh: "用提交申请的那部手机，在“查询进度”里能看到自家登记的全部内容，发现不对可以要求更正，村里必须答复。", en: "On the device that applied, Follow shows everything that is recorded of you. Ask for a correction where it is wrong; the village must answer." })} <Link href="/follow">{say({ zh: "查询进度", en: "Follow" })}</Link></li>
          <li>{say({ zh: "不是用手机申请的，带上户口簿到村委会，可以看自家的登记表，也可以要求更正。", en: "If a clerk applied for you, take your booklet to the village committee: you may see your form there, and ask for a correction." })}</li>
          <li>{say({ zh: "县里批准之前，您随时可以撤回申请。", en: "You may withdraw at any time before the county's decision." })}</li>
        </ul>
      </Part>
      <Part title={{ zh: "保存多久", en: "How long it is kept" }}>
        <ul>
          <li>{say({ zh: `没有通过、没有批准或者撤回的申请，${failedDays} 天后删除全家的登记内容、身份证号和照片，只留下“办过什么手续”的记录，里面没有姓名。`, en: `Of an application that was not nominated, not approved or withdrawn, the forms, numbers and photos are erased after ${failedDays} days. What remains is the record of the steps, without names.` })}</li>
          <li>{say({ zh: `填了没有提交的申请，${draftDays} 天没有再填就删除。`, en: `An application that was begun and never sent is erased ${draftDays} days after its last change.` })}</li>
          <li>{say({ zh: "批准的农户进入名册，每年的登记表长期保存，脱贫以后也保存，供核查历史。", en: "Approved households enter the register; the form of each year is kept, also after the household has left poverty, so that the past can be checked." })}</li>
          <li>{say({ zh: `提异议、举报时留下的姓名和电话，答复 ${senderDays} 天后删除。`, en: `The name and phone that came with an objection or a complaint are erased ${senderDays} days after the answer.` })}</li>
        </ul>
      </Part>
      <Part title={{ zh: "提异议、举报的人", en: "Those who object or complain" }}>
        <p>{say({ zh: "可以不留姓名。留下的姓名和电话，村里看不到；答复的人要看，必须写明理由并被记录。对工作人员的举报只有监督部门能看到。", en: "You need not give a name. What you give the village never sees; whoever answers must write why before it is shown, and that is recorded. Complaints about staff are read by the supervisor alone." })}</p>
      </Part>
      {campaign.phone && <p>{say({ zh: `有疑问请打电话：${campaign.phone}`, en: `Questions: ${campaign.phone}` })}</p>}
    </Page>
  );
}

function Part({ title, children }: { title: { zh: string; en: string }; children: ComponentChildren }) {
  return <Card title={say(title)}>{children}</Card>;
}
