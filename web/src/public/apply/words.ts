import type { Campaign } from "@domain/campaign.ts";
import type { Section } from "@domain/forms/field.ts";
import type { Bilingual } from "@domain/text.ts";

/** Words of the farmer's application. */
export const APPLY = {
  title:        { zh: "申请认定为贫困户", en: "Apply to be registered as a poor household" },
  lead:         { zh: "一共六个问题，几分钟就能填完。不会填可以请家里人帮忙，也可以到村委会口头申请。", en: "Six questions, a few minutes. Ask your family to help, or apply by word of mouth at the village committee." },
  whichVillage: { zh: "您家在哪个村？", en: "Which village do you live in?" },
  chooseVillage: { zh: "请选择您家所在的村。", en: "Choose your village." },
  begin:        { zh: "开始填写", en: "Begin" },
  check:        { zh: "请核对您填写的内容", en: "Check what you have written" },
  change:       { zh: "修改", en: "Change" },
  backToCheck:  { zh: "改好了，回到核对", en: "Done; back to the check" },
  send:         { zh: "提交申请", en: "Submit the application" },
  sending:      { zh: "正在提交，请不要关闭页面", en: "Sending; please keep this page open" },
  stages:       { zh: "正在发送，收到后会给您一个受理编号，一般几秒钟。", en: "On its way; you get a receipt number when it has arrived, usually within seconds." },
  clear:        { zh: "清除已填内容", en: "Clear what was typed" },
  clearNote:    { zh: "填写的内容只暂存在这部手机（电脑）上，提交成功后自动删除。借用别人手机的，可以随时清除。", en: "What you type stays on this device alone until it is sent, and is then deleted. On a borrowed phone you may clear it at any time." },
  clearSure:    { zh: "确定清除？清除后要重新填写。", en: "Clear everything? You would have to start again." },
  unsent:       { zh: "还没有提交上去", en: "Not sent yet" },
  unsentWhy:    { zh: "现在连不上网络。您填写的内容保存在这部手机（电脑）上，没有丢。网络恢复后会自动再发；也可以点下面的按钮再发一次，不会重复。", en: "There is no connection. What you typed is kept on this device. It is sent again by itself when the connection is back, or with the button below; it never counts twice." },
  sendAgain:    { zh: "再发一次", en: "Send again" },
  waiting:      { zh: "已经收到，正在登记", en: "Arrived, being registered" },
  waitingWhy:   { zh: "今天办理的人多，受理编号还没有出来。您的申请已经收到，不用重新填写。请稍后点下面的按钮查看。", en: "It is a busy day and the receipt number is not there yet. Your application has arrived; you need not fill it in again. Look again in a moment." },
  lookAgain:    { zh: "查看受理编号", en: "Look for the number" },
  edit:         { zh: "返回修改", en: "Back to the answers" },
  refused:      { zh: "没有受理", en: "Not accepted" },
  received:     { zh: "申请已受理", en: "Your application was received" },
  receiptNo:    { zh: "受理编号", en: "Receipt number" },
  writeDown:    { zh: "请抄下来，或者截屏保存。凭这个编号可以随时查询进度。", en: "Write it down or take a screenshot. With it you can see at any time how things stand." },
  next:         { zh: "接下来", en: "What happens next" },
  followIt:     { zh: "查询进度", en: "Follow it" },
  another:      { zh: "为另一户申请", en: "Apply for another household" },
} as const satisfies Record<string, Bilingual>;

/** What to say of a sending that ended without an outcome. */
export const UNDERWAY = {
  unsent:   { code: "unsent", zh: "现在连不上网络，没有提交上去。请在网络恢复后再试，不会重复。", en: "There is no connection; it was not sent. Try again later; it never counts twice." },
  waiting:  { code: "waiting", zh: "已经收到，正在办理，请过一会儿再看。", en: "It has arrived and is being dealt with; look again in a moment." },
  notTaken: { code: "notTaken", zh: "服务器没有收下这份申请。请确认本次工作已经开始受理，刷新页面后再试；仍不行的，请到村委会办理。", en: "The server did not take this application. Reload the page and try again; if that fails, apply at the village committee." },
  wrong:    { code: "invalidInput", zh: "有内容需要更正，请看标出的地方。", en: "Some entries need correcting; see the marked places." },
} as const satisfies Record<string, Bilingual & { code: string }>;

/** A question as it is asked in a campaign: last year's income is that of the campaign's year, whenever it is asked. */
export const questionWords = ({ key, zh, en }: Section, { year }: Pick<Campaign, "year">): Bilingual =>
  key === "income" ? { zh: `${year} 年您家平均每人收入多少？`, en: `What was your income per head in ${year}?` } : { zh, en };

export const stepWords = (step: number, all: number): Bilingual => ({ zh: `第 ${step} 步，共 ${all} 步`, en: `Step ${step} of ${all}` });

export const comesNext = (by: Bilingual | undefined): Bilingual => ({
  zh: `村两委、包村干部或镇扶贫专干${by ? `会在 ${by.zh}前` : "会"}到您家入户调查，请准备好户口簿和身份证。之后由村民代表会议评议、公示，再由镇、县审核。`,
  en: `The village committee, the village's cadre or the town's officer will visit you${by ? ` by ${by.en}` : ""} for the survey; have your household booklet and identity cards ready. Then come the appraisal, the notices, and the town's and county's reviews.`,
});
