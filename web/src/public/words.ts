import type { Bilingual } from "@domain/text.ts";
import { householdsOf, peopleOf } from "../shared/words.ts";

/** What the public calls this site. */
export const SITE = { zh: "扶贫建档立卡", en: "Poverty register" } as const satisfies Bilingual;

/** Words of the public pages; those of the application are loaded with it (apply/words.ts). */
export const PUBLIC = {
  home:          { zh: "首页", en: "Home" },
  notices:       { zh: "公示", en: "Notices" },
  apply:         { zh: "申请", en: "Apply" },
  follow:        { zh: "查询进度", en: "Follow" },
  progress:      { zh: "工作进展", en: "Progress" },
  ways:          { zh: "网站栏目", en: "Sections of the site" },
  staffSignIn:   { zh: "工作人员登录", en: "Staff sign-in" },
  noCampaign:    { zh: "目前没有正在开展的建档立卡工作", en: "No campaign is under way" },
  noCampaignDo:  { zh: "开始后会在这里公布。有疑问请向镇政府或村委会了解。", en: "It will be announced here. Until then, ask the town government or the village committee." },
  rehearsal:     { zh: "演练：这里的人和数据都是虚构的，不产生任何效力。", en: "Rehearsal: everybody and everything here is invented and has no effect." },
  preparing:     { zh: "本次工作正在准备，尚未开始受理申请。", en: "This campaign is being prepared; applications are not taken yet." },
  closed:        { zh: "本次工作已经结束，不再受理申请。", en: "This campaign has ended; applications are no longer taken." },
  whichCampaign: { zh: "选择一次工作", en: "Choose a campaign" },
  lead:          { zh: "生活困难的农户可以在这里申请。谁被列入名单，都在这里公示，人人可以监督、提出异议。", en: "Households in need apply here. Whoever is listed stands on notice here, for everyone to see and to object." },
  whoMayApply:   { zh: "谁可以申请", en: "Who can apply" },
  wholeHousehold: { zh: "以户为单位，整户申请，不能拆户、分户。也可以到村委会口头或书面申请，由村里代填，效力相同。", en: "The whole household applies, not a part of it. You may also apply at the village committee, on paper or by word of mouth; it counts the same." },
  howDecided:    { zh: "怎样评定", en: "How it is decided" },
  schedule:      { zh: "工作步骤和时间", en: "Steps and dates" },
  openNotices:   { zh: "正在公示", en: "Notices open now" },
  noNotices:     { zh: "现在没有正在公示的名单", en: "No list is on notice now" },
  noNoticesDo:   { zh: "每份名单公示期间会显示在这里，也张贴在村公示栏。", en: "Each list appears here while it is on notice, and on the village's board." },
  allVillages:   { zh: "全部村", en: "All villages" },
  villageChoice: { zh: "选择村", en: "Village" },
  seeList:       { zh: "看名单", en: "See the list" },
  from:          { zh: "公示时间", en: "From" },
  until:         { zh: "公示至", en: "Until" },
  left:          { zh: "剩余", en: "Left" },
  onList:        { zh: "名单", en: "On the list" },
  seeNotices:    { zh: "看公示", en: "See notices" },
  serial:        { zh: "序号", en: "No." },
  group:         { zh: "村民小组", en: "Group" },
  householder:   { zh: "户主姓名", en: "Name" },
  members:       { zh: "人数", en: "People" },
  track:         { zh: "类别", en: "List" },
  objection:     { zh: "异议", en: "Object" },
  object:        { zh: "提出异议", en: "Object" },
  /* The two halves of the button at a line; a phone has room for the second alone. */
  objectFirst:   { zh: "提出", en: "" },
  objectRest:    { zh: "异议", en: "Object" },
  noticeGone:    { zh: "没有这份公示，或者公示已经结束", en: "There is no such notice, or it has ended" },
  noticeGoneDo:  { zh: "公示结束后名单不再公开。有意见可向镇政府或监督部门反映。", en: "A list is not public after its notice. You may still turn to the town government or the supervisor." },
  noticeOver:    { zh: "公示期已满，不能再提异议。", en: "The notice is over; objections are closed." },
  place:         { zh: "张贴地点", en: "Where it hangs" },
  phone:         { zh: "异议电话", en: "Phone for objections" },
  issuer:        { zh: "公示单位", en: "Published by" },
  mayObjectUntil: { zh: "可提异议到", en: "Objections until" },
  nobody:        { zh: "无", en: "None" },
  officePhone:   { zh: "领导小组办公室电话", en: "Campaign office" },
  watchPhone:    { zh: "监督举报电话（纪检监察）", en: "Supervision (discipline inspection)" },
  neverShown:    { zh: "公示和本网站从不公布：身份证号、电话、银行账号、健康状况、照片。", en: "Never published here or on a notice: identity numbers, phones, bank accounts, health, photos." },
} as const satisfies Record<string, Bilingual>;

/** 全国纪检监察举报电话, the same everywhere in the country. */
export const WATCH_PHONE = "12388";

export const whoMayApply = ({ year, line, town }: { year: number; line: number; town: Bilingual }): Bilingual => ({
  zh: `${town.zh}的农户，${year} 年全家人均纯收入低于 ${line} 元的，都可以申请认定为贫困户。`,
  en: `Any rural household of ${town.en} whose net income per head was below ${line} yuan in ${year} may apply to be registered as poor.`,
});

/** What an application goes through, in the order of the plan's steps 2 and 3. */
export const STATIONS = [
  { zh: "申请", en: "Application" },
  { zh: "入户调查", en: "House survey" },
  { zh: "民主评议", en: "Appraisal by the villagers' representatives" },
  { zh: "核实", en: "Verification" },
  { zh: "第一次公示", en: "First notice" },
  { zh: "镇政府审核", en: "Town's review" },
  { zh: "第二次公示", en: "Second notice" },
  { zh: "县扶贫办复审", en: "County's review" },
  { zh: "确定", en: "Decision" },
] as const satisfies readonly Bilingual[];

/** What an approved household goes through, in the order of the plan's steps 4 to 10. */
export const HELP_STATIONS = [
  { zh: "结对帮扶", en: "A helper" },
  { zh: "帮扶计划", en: "Plan of help" },
  { zh: "登记表", en: "Registration form" },
  { zh: "扶贫手册", en: "Handbook" },
  { zh: "在册帮扶", en: "In service" },
] as const satisfies readonly Bilingual[];

/** 1 个村，980 人: of a notice that tells of a village. */
export const villagesOf = (villages: number, people: number): Bilingual => ({ zh: `${villages} 个村，${peopleOf(people).zh}`, en: `${villages === 1 ? "1 village" : `${villages} villages`}, ${peopleOf(people).en}` });

/** 12 户，41 人 / 12 households, 41 people. */
export const sizeOf = (households: number, people: number): Bilingual => ({
  zh: `${householdsOf(households).zh}，${peopleOf(people).zh}`,
  en: `${householdsOf(households).en}, ${peopleOf(people).en}`,
});

export const byDay = (day: Bilingual): Bilingual => ({ zh: `${day.zh}前`, en: `by ${day.en}` });
