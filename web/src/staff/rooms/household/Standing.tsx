import { ATTRIBUTES, CAUSES } from "@domain/forms/codes2014.ts";
import { findCode } from "@domain/forms/codeList.ts";
import { CONFIRMERS, confirmationsLacking, MEETING_KINDS } from "@domain/meeting.ts";
import { ROLES } from "@domain/roles.ts";
import { SINCE_APPROVAL, statusOf } from "@domain/status.ts";
import { ANSWERED_BY } from "@domain/records.ts";
import type { ComponentChildren } from "preact";
import { Alert, Card, Facts, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dateOf, dateTimeOf, leftUntil } from "../../../shared/time.ts";
import { peopleOf } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { valueOf } from "../../data/live.ts";
import { useNotice } from "../../data/records.ts";
import { HandbookTag } from "../../parts/HandbookTag.tsx";
import { noticeKind } from "../../parts/noticeKind.ts";
import { Due } from "../../parts/status.tsx";
import { isOnHold } from "../../parts/urgency.ts";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import { kindWords } from "../changes/words.ts";
import { PAGE_WORDS } from "./words.ts";

/** A register number, at the end of the entry's id (records.ts). */
const REGISTER_DIGITS = 16;

type Row = readonly [string, ComponentChildren];
type Props = { household: Household };

/** Who holds it, since when, until when; what returned or holds it; and its few main facts. */
export function Standing({ household }: Props) {
  const { returned, openObjections, correction, hold, escalated, erased } = household;
  return (
    <>
      {escalated && (
        <Alert tone="error">
          {say({ zh: `这一环节超期未办，已于${dateTimeOf(escalated.at).zh}报到${ROLES[ANSWERED_BY[escalated.to]].zh}。`, en: `This is late: the ${ROLES[ANSWERED_BY[escalated.to]].en} was told on ${dateTimeOf(escalated.at).en}.` })}
        </Alert>
      )}
      {hold && isOnHold(hold) && (
        <Alert tone="info" title={say({ zh: `已暂停计时，${dateOf(hold.until).zh}后自动恢复`, en: `The clock is stopped until ${dateOf(hold.until).en}` })}>
          {say({ zh: `${ROLES[hold.role].zh}：`, en: `${ROLES[hold.role].en}: ` })}{hold.reason}
        </Alert>
      )}
      {returned && (
        <Alert tone="warning" title={`${say(PAGE_WORDS.returnedBy)}${say({ zh: "：", en: ": " })}${roleName(returned.role)}，${say(dateTimeOf(returned.at))}`}>
          {returned.reasons}
        </Alert>
      )}
      {correction?.reply === null && (
        <Alert tone="warning" title={say({ zh: `农户要求更正，${dateTimeOf(correction.at).zh}，等待答复`, en: `The household asks for a correction, ${dateTimeOf(correction.at).en}` })}>
          {correction.text}
        </Alert>
      )}
      {erased && (
        <Alert tone="info">
          {say({ zh: `保存期满，这一户的个人信息已于${dateOf(erased).zh}删除，只留办理记录。`, en: `The household's data were erased on ${dateOf(erased).en}; the record of the steps remains.` })}
        </Alert>
      )}
      {openObjections > 0 && (
        <Alert tone="error">
          {say({ zh: `有 ${openObjections} 件异议尚未答复，答复前不能往下办理。`, en: `${openObjections} objection(s) wait for an answer; until then it stays where it is.` })}
        </Alert>
      )}
      <Card title={say(PAGE_WORDS.now)}><Facts rows={standingRows(household)} /></Card>
      <Card title={say(PAGE_WORDS.facts)}><FactRows household={household} /></Card>
    </>
  );
}

const roleName = (role: string): string => (role in ROLES ? say(ROLES[role as keyof typeof ROLES]) : role);

function standingRows(household: Household): Row[] {
  const { status, since, dueAt, receiptNo, household: entry, notice, track, helper, registration, handbook, request } = household;
  const { holders: held, ...stateName } = statusOf(track, status);
  const holders = held.map((role) => say(ROLES[role])).join(say({ zh: "、", en: ", " }));
  const rows: (Row | false)[] = [
    [say(STAFF_WORDS.status), say(stateName)],
    [say(PAGE_WORDS.heldBy), holders || say(PAGE_WORDS.over)],
    since !== null && [say(STAFF_WORDS.since), say(dateTimeOf(since))],
    dueAt !== null && [say(STAFF_WORDS.due), <><Due at={dueAt} />{say({ zh: "，", en: ", " })}{say(dateTimeOf(dueAt))}</>],
    helper !== null && [say({ zh: "帮扶责任人", en: "Helper" }), <Link key="helper" href={`/staff/help/${household.id}`}>{helper.name}</Link>],
    registration !== null && [say({ zh: "登记表", en: "Registration form" }), say({ zh: `${registration.year} 年度，${dateOf(registration.at).zh}完成`, en: `year ${registration.year}, completed ${dateOf(registration.at).en}` })],
    handbook !== null && [say({ zh: "扶贫手册", en: "Handbook" }), <HandbookTag key="handbook" household={household} />],
    request !== null && [say({ zh: "申请的变更", en: "Change asked for" }), say(kindWords(request.kind, track)) + say({ zh: "：", en: ": " }) + request.reason],
    notice !== null && [say(PAGE_WORDS.notice), <OnNotice key="notice" household={household} />],
    receiptNo !== null && [say(PAGE_WORDS.receiptNo), <span class="number">{receiptNo}</span>],
    entry !== null && (track === "exit" || status === "ended" || (SINCE_APPROVAL as readonly string[]).includes(status)) && [say(PAGE_WORDS.registerNo), <span class="number">{entry.slice(-REGISTER_DIGITS)}</span>],
  ];
  return rows.filter((row) => row !== false);
}

function OnNotice({ household: { notice, track } }: Props) {
  const found = valueOf(useNotice(notice?.id), null);
  if (!notice) return null;
  return (
    <>
      <Link href={`/staff/notices/${notice.id}`}>{say(noticeKind({ ofVillage: track === "village", round: notice.round }))}</Link>
      {say({ zh: `，序号 ${notice.serial}`, en: `, no. ${notice.serial}` })}
      {found && <> <Tag tone={found.status === "open" ? "running" : "ended"}>{say(found.status === "open" ? leftUntil(found.closesAt) : { zh: "已结束", en: "ended" })}</Tag></>}
    </>
  );
}

function FactRows({ household: { facts, appraisal, meetings, leftOff } }: Props) {
  if (!facts) return <p class="soft">{say({ zh: "提交申请后显示。", en: "Shown once the application is submitted." })}</p>;
  const { memberCount, residentCount, laborCount, perCapitaNetIncome, mainCause, attribute } = facts;
  const rows: (Row | false)[] = [
    [say(PAGE_WORDS.members), say(peopleOf(memberCount))],
    residentCount !== null && [say(PAGE_WORDS.residents), say(peopleOf(residentCount))],
    laborCount !== null && [say(PAGE_WORDS.labor), say(peopleOf(laborCount))],
    perCapitaNetIncome !== null && [say(STAFF_WORDS.income), <Income key="income" income={perCapitaNetIncome} />],
    mainCause !== null && [say(PAGE_WORDS.cause), labelOf(findCode(CAUSES, mainCause), mainCause)],
    attribute !== null && [say(PAGE_WORDS.attribute), labelOf(findCode(ATTRIBUTES, attribute), attribute)],
    appraisal !== null && [
      say(PAGE_WORDS.appraisal),
      say({
        zh: `到会 ${appraisal.present}：赞成 ${appraisal.yes}，反对 ${appraisal.no}，弃权 ${appraisal.abstain}`,
        en: `${appraisal.present} present: ${appraisal.yes} yes, ${appraisal.no} no, ${appraisal.abstain} abstained`,
      }),
    ],
    appraisal !== null && [say(PAGE_WORDS.confirmed), say(confirmedBy(appraisal))],
    ...meetings.filter(({ kind }) => kind !== "regular").map(({ kind, reason, at }): Row => [`${say(MEETING_KINDS[kind])} ${say(dateTimeOf(at))}`, reason]),
    leftOff !== null && [say(STAFF_WORDS.leftOff), leftOff.reasons],
  ];
  return <Facts rows={rows.filter((row) => row !== false)} />;
}

/** Who has confirmed the record of the meeting, and how many more must. */
function confirmedBy(appraisal: NonNullable<Household["appraisal"]>): { zh: string; en: string } {
  const roles = CONFIRMERS.filter((role) => appraisal.confirmedBy[role]).map((role) => ROLES[role]);
  const lacking = confirmationsLacking(appraisal);
  const [zh, en] = [roles.map((role) => role.zh).join("、"), roles.map((role) => role.en).join(", ")];
  if (lacking === 0) return { zh: `已封存：${zh}确认`, en: `sealed: ${en}` };
  return { zh: `${zh ? `${zh}已确认，` : ""}还差 ${lacking} 方`, en: `${en ? `${en}; ` : ""}${lacking} more` };
}

const labelOf = (code: { zh: string; en: string } | undefined, key: string): string => (code ? say(code) : key);

/** The income per head beside the campaign's line. */
function Income({ income }: { income: number }) {
  const { campaign } = useDesk();
  const isAbove = income >= campaign.line;
  return (
    <>
      {income.toLocaleString("en")} {say(STAFF_WORDS.yuan)}{" "}
      <Tag tone={isAbove ? "held" : "ended"}>
        {say(isAbove ? { zh: `达到标准 ${campaign.line} 元`, en: `at or above the line of ${campaign.line}` } : { zh: `低于标准 ${campaign.line} 元`, en: `below the line of ${campaign.line}` })}
      </Tag>
    </>
  );
}
