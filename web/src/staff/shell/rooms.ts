import { LIST_KEEPERS, OVERSEERS } from "@domain/access.ts";
import type { StaffRole } from "@domain/roles.ts";
import { AREA_READERS } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";
import type { ComponentType } from "preact";

/** What a room is given: the named parts of its address. */
export type RoomProps = { at: Record<string, string> };

type Room = {
  /** Address below `/staff`; parts that begin with a colon are handed to the room. */
  path: string;
  name: Bilingual;
  roles: readonly StaffRole[];
  /** Listed in the navigation. */
  listed: boolean;
  /** Entered without any campaign, too. */
  withoutCampaign?: true;
  load: () => Promise<ComponentType<RoomProps>>;
};

const VILLAGE_WORKERS = ["villageCommittee", "villageCadre", "povertyOfficer"] as const;
/** Whoever is in charge of villages, and whoever oversees them. */
const OVERSIGHT: readonly StaffRole[] = ["supervisor", "campaignOffice", "povertyOfficer", "townGovernment", "countyOffice", "countyLeadingGroup"];
const EVERYONE: readonly StaffRole[] = [...AREA_READERS, "helper", "supportUnit"];

/** Every room, in the order of the navigation; its code is fetched when somebody enters. */
export const ROOMS = [
  { path: "",              name: { zh: "我的待办", en: "My tasks" },            roles: EVERYONE, listed: true,  load: () => import("../rooms/tasks/Tasks.tsx").then(({ Tasks }) => Tasks) },
  { path: "messages",      name: { zh: "消息", en: "Messages" },                roles: EVERYONE, listed: true, withoutCampaign: true, load: () => import("../rooms/messages/Messages.tsx").then(({ Messages }) => Messages) },
  { path: "board",         name: { zh: "进度与时限", en: "Progress and deadlines" }, roles: AREA_READERS, listed: true, load: () => import("../rooms/board/Board.tsx").then(({ Board }) => Board) },
  { path: "overview",      name: { zh: "概览", en: "Overview" },                roles: AREA_READERS, listed: true, load: () => import("../rooms/overview/Overview.tsx").then(({ Overview }) => Overview) },
  { path: "households",    name: { zh: "农户", en: "Households" },              roles: AREA_READERS, listed: true, load: () => import("../rooms/households/Households.tsx").then(({ Households }) => Households) },
  { path: "household/:id", name: { zh: "农户", en: "Household" },               roles: AREA_READERS, listed: false, load: () => import("../rooms/household/HouseholdPage.tsx").then(({ HouseholdPage }) => HouseholdPage) },
  { path: "apply",         name: { zh: "代农户申请", en: "Apply for a farmer" }, roles: ["villageCommittee"], listed: true, load: () => import("../rooms/apply/Apply.tsx").then(({ Apply }) => Apply) },
  { path: "apply/:id",     name: { zh: "代农户申请", en: "Apply for a farmer" }, roles: ["villageCommittee"], listed: false, load: () => import("../rooms/apply/Apply.tsx").then(({ Apply }) => Apply) },
  { path: "exits",         name: { zh: "脱贫提名", en: "Propose exits" },       roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/exits/Exits.tsx").then(({ Exits }) => Exits) },
  { path: "survey",        name: { zh: "入户调查", en: "Surveys" },             roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/survey/SurveyList.tsx").then(({ SurveyList }) => SurveyList) },
  { path: "survey/:id",    name: { zh: "入户调查", en: "Survey" },              roles: VILLAGE_WORKERS, listed: false, load: () => import("../rooms/survey/SurveyRoom.tsx").then(({ SurveyRoom }) => SurveyRoom) },
  { path: "meeting",       name: { zh: "民主评议", en: "Appraisal" },           roles: ["villageCommittee"], listed: true, load: () => import("../rooms/meeting/MeetingRoom.tsx").then(({ MeetingRoom }) => MeetingRoom) },
  { path: "confirm",       name: { zh: "确认评议记录", en: "Confirm meetings" },    roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/confirm/Confirm.tsx").then(({ Confirm }) => Confirm) },
  { path: "verify",        name: { zh: "核实", en: "Verify" },                  roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/verify/Verify.tsx").then(({ Verify }) => Verify) },
  { path: "publish",       name: { zh: "发布公示", en: "Publish" },             roles: ["villageCommittee", "povertyOfficer"], listed: true, load: () => import("../rooms/publish/Publish.tsx").then(({ Publish }) => Publish) },
  { path: "review",        name: { zh: "审核", en: "Review" },                  roles: ["townGovernment", "countyOffice", "countyLeadingGroup"], listed: true, load: () => import("../rooms/review/Review.tsx").then(({ Review }) => Review) },
  { path: "objections",    name: { zh: "异议", en: "Objections" },              roles: ["townGovernment", "countyOffice", "supervisor"], listed: true, load: () => import("../rooms/objections/Objections.tsx").then(({ Objections }) => Objections) },
  { path: "complaints",    name: { zh: "举报", en: "Complaints" },              roles: ["supervisor"], listed: true, load: () => import("../rooms/complaints/Complaints.tsx").then(({ Complaints }) => Complaints) },
  { path: "pairing",       name: { zh: "结对帮扶", en: "Pairing" },             roles: AREA_READERS, listed: true, load: () => import("../rooms/pairing/Pairing.tsx").then(({ Pairing }) => Pairing) },
  { path: "help",          name: { zh: "帮扶", en: "Help" },                    roles: AREA_READERS, listed: true, load: () => import("../rooms/help/HelpList.tsx").then(({ HelpList }) => HelpList) },
  { path: "help/:id",      name: { zh: "帮扶", en: "Help" },                    roles: EVERYONE, listed: false, load: () => import("../rooms/help/HelpRoom.tsx").then(({ HelpRoom }) => HelpRoom) },
  { path: "registration",  name: { zh: "登记表", en: "Forms" },                 roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/registration/RegistrationList.tsx").then(({ RegistrationList }) => RegistrationList) },
  { path: "registration/:id", name: { zh: "登记表", en: "Form" },               roles: VILLAGE_WORKERS, listed: false, load: () => import("../rooms/registration/RegistrationRoom.tsx").then(({ RegistrationRoom }) => RegistrationRoom) },
  { path: "handbook",      name: { zh: "扶贫手册", en: "Handbooks" },           roles: AREA_READERS, listed: true, load: () => import("../rooms/handbook/Handbooks.tsx").then(({ Handbooks }) => Handbooks) },
  { path: "print",          name: { zh: "打印", en: "Prints" },                  roles: AREA_READERS, listed: true, load: () => import("../rooms/print/Prints.tsx").then(({ Prints }) => Prints) },
  { path: "print/workflow", name: { zh: "打印", en: "Workflow" },                roles: AREA_READERS, listed: false, load: () => import("../rooms/print/WorkflowPrint.tsx").then(({ WorkflowPrint }) => WorkflowPrint) },
  { path: "print/quota",    name: { zh: "打印", en: "Quota" },                   roles: AREA_READERS, listed: false, load: () => import("../rooms/print/QuotaPrint.tsx").then(({ QuotaPrint }) => QuotaPrint) },
  { path: "print/list",     name: { zh: "打印", en: "List" },                    roles: AREA_READERS, listed: false, load: () => import("../rooms/print/ListPrint.tsx").then(({ ListPrint }) => ListPrint) },
  { path: "print/handbook", name: { zh: "打印", en: "Handbooks" },               roles: AREA_READERS, listed: false, load: () => import("../rooms/print/HandbookPrint.tsx").then(({ HandbookPrint }) => HandbookPrint) },
  { path: "print/letter/:id", name: { zh: "打印", en: "Letter" },                  roles: AREA_READERS, listed: false, load: () => import("../rooms/print/LetterPrint.tsx").then(({ LetterPrint }) => LetterPrint) },
  { path: "print/form/:id", name: { zh: "打印", en: "Form" },                    roles: AREA_READERS, listed: false, load: () => import("../rooms/print/FormPrint.tsx").then(({ FormPrint }) => FormPrint) },
  { path: "print/notice/:id", name: { zh: "打印", en: "Notice" },                  roles: AREA_READERS, listed: false, load: () => import("../rooms/print/NoticePrint.tsx").then(({ NoticePrint }) => NoticePrint) },
  { path: "print/meeting/:id", name: { zh: "打印", en: "Meeting" },                 roles: AREA_READERS, listed: false, load: () => import("../rooms/print/MeetingPrint.tsx").then(({ MeetingPrint }) => MeetingPrint) },
  { path: "entry",          name: { zh: "数据录入", en: "Data entry" }, roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/entry/Entry.tsx").then(({ Entry }) => Entry) },
  { path: "findings",       name: { zh: "疑点", en: "Questions" }, roles: AREA_READERS, listed: true, load: () => import("../rooms/findings/FindingsRoom.tsx").then(({ FindingsRoom }) => FindingsRoom) },
  { path: "trial",          name: { zh: "试运行检查", en: "Trial run" }, roles: [...VILLAGE_WORKERS, "countyOffice", "townGovernment", "supervisor"], listed: true, load: () => import("../rooms/trial/Trial.tsx").then(({ Trial }) => Trial) },
  { path: "update",         name: { zh: "年度更新", en: "Yearly update" }, roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/update/Update.tsx").then(({ Update }) => Update) },
  { path: "update/:id",     name: { zh: "年度更新", en: "Yearly update" }, roles: VILLAGE_WORKERS, listed: false, load: () => import("../rooms/update/UpdateRoom.tsx").then(({ UpdateRoom }) => UpdateRoom) },
  { path: "versions/:id",   name: { zh: "历年登记表", en: "Earlier years" }, roles: AREA_READERS, listed: false, load: () => import("../rooms/update/Versions.tsx").then(({ Versions }) => Versions) },
  { path: "changes",        name: { zh: "变更", en: "Changes" }, roles: AREA_READERS, listed: true, load: () => import("../rooms/changes/Changes.tsx").then(({ Changes }) => Changes) },
  { path: "changes/:id",    name: { zh: "变更", en: "Change" }, roles: VILLAGE_WORKERS, listed: false, load: () => import("../rooms/changes/AskRoom.tsx").then(({ AskRoom }) => AskRoom) },
  { path: "notices",       name: { zh: "公示", en: "Notices" },                 roles: AREA_READERS, listed: true, load: () => import("../rooms/notices/Notices.tsx").then(({ Notices }) => Notices) },
  { path: "notices/:id",   name: { zh: "公示", en: "Notice" },                  roles: AREA_READERS, listed: false, load: () => import("../rooms/notices/NoticePage.tsx").then(({ NoticePage }) => NoticePage) },
  { path: "differences",   name: { zh: "差异报告", en: "Differences" },         roles: AREA_READERS, listed: true, load: () => import("../rooms/oversight/Oversight.tsx").then(({ Differences }) => Differences) },
  { path: "oversight",     name: { zh: "监督报告", en: "Oversight report" },    roles: OVERSIGHT, listed: true, load: () => import("../rooms/oversight/Oversight.tsx").then(({ Oversight }) => Oversight) },
  { path: "chains",        name: { zh: "校验", en: "Verification" },            roles: OVERSIGHT, listed: true, load: () => import("../rooms/chains/Chains.tsx").then(({ Chains }) => Chains) },
  { path: "audit",         name: { zh: "查阅记录", en: "Who looked" },          roles: OVERSEERS, listed: true, withoutCampaign: true, load: () => import("../rooms/audit/AuditRoom.tsx").then(({ AuditRoom }) => AuditRoom) },
  { path: "print/oversight/:id", name: { zh: "打印", en: "Oversight report" },   roles: OVERSIGHT, listed: false, load: () => import("../rooms/print/OversightPrint.tsx").then(({ OversightPrint }) => OversightPrint) },
  { path: "quota",         name: { zh: "规模分解", en: "Quota" },               roles: ["povertyOfficer", "campaignOffice", "townGovernment", "countyOffice", "countyLeadingGroup", "supervisor"], listed: true, load: () => import("../rooms/quota/Quota.tsx").then(({ Quota }) => Quota) },
  { path: "marks",          name: { zh: "贫困村指标", en: "Poor villages: marks" }, roles: ["povertyOfficer", "campaignOffice", "townGovernment", "countyOffice", "countyLeadingGroup", "supervisor"], listed: true, load: () => import("../rooms/marks/Marks.tsx").then(({ Marks }) => Marks) },
  { path: "villages",       name: { zh: "贫困村", en: "Poor villages" }, roles: AREA_READERS, listed: true, load: () => import("../rooms/villages/Villages.tsx").then(({ Villages }) => Villages) },
  { path: "villages/:id",   name: { zh: "贫困村申请", en: "Application of a village" }, roles: ["villageCommittee"], listed: false, load: () => import("../rooms/villages/VillageRoom.tsx").then(({ VillageRoom }) => VillageRoom) },
  { path: "unit/:id",       name: { zh: "帮扶单位", en: "Support unit" }, roles: ["povertyOfficer", "villageCadre"], listed: false, load: () => import("../rooms/villages/SupportUnit.tsx").then(({ SupportUnit }) => SupportUnit) },
  { path: "villageForm/:id", name: { zh: "贫困村登记表", en: "Form of a village" }, roles: VILLAGE_WORKERS, listed: false, load: () => import("../rooms/villages/VillageRegistration.tsx").then(({ VillageRegistration }) => VillageRegistration) },
  { path: "money",          name: { zh: "资金和成效", en: "Money and results" }, roles: AREA_READERS, listed: true, load: () => import("../rooms/money/Money.tsx").then(({ Money }) => Money) },
  { path: "imports",        name: { zh: "导入名册", en: "Import" }, roles: ["povertyOfficer", "campaignOffice"], listed: true, load: () => import("../rooms/imports/Imports.tsx").then(({ Imports }) => Imports) },
  { path: "lists",          name: { zh: "外部名单", en: "Outside lists" }, roles: LIST_KEEPERS, listed: true, load: () => import("../rooms/lists/Lists.tsx").then(({ Lists }) => Lists) },
  { path: "kin",            name: { zh: "亲属申报", en: "Relatives" }, roles: EVERYONE, listed: true, load: () => import("../rooms/kin/Kin.tsx").then(({ Kin }) => Kin) },
  { path: "accounts",      name: { zh: "工作人员", en: "Staff" },               roles: ["campaignOffice", "supervisor"], listed: true, withoutCampaign: true, load: () => import("../rooms/accounts/Accounts.tsx").then(({ Accounts }) => Accounts) },
  { path: "campaign",      name: { zh: "工作设置", en: "Settings" },            roles: ["campaignOffice", "supervisor"], listed: true, withoutCampaign: true, load: () => import("../rooms/campaign/CampaignRoom.tsx").then(({ CampaignRoom }) => CampaignRoom) },
  { path: "aboard",        name: { zh: "带上本村", en: "Work offline" },        roles: VILLAGE_WORKERS, listed: true, load: () => import("../rooms/aboard/AboardRoom.tsx").then(({ AboardRoom }) => AboardRoom) },
  { path: "unsent",        name: { zh: "待发送", en: "Not sent yet" },          roles: EVERYONE, listed: false, withoutCampaign: true, load: () => import("../rooms/unsent/Unsent.tsx").then(({ Unsent }) => Unsent) },
] as const satisfies readonly Room[];

const ALL: readonly Room[] = ROOMS;
export type { Room };
export type RoomPath = (typeof ROOMS)[number]["path"];
/** The paths of the rooms that stand in the navigation. */
export type ListedPath = Extract<(typeof ROOMS)[number], { listed: true }>["path"];

export const addressOf = ({ path }: Room): string => (path ? `/staff/${path}` : "/staff");

/** The rooms that a role finds in its navigation. */
export const listedFor = (role: StaffRole): Room[] => ALL.filter(({ listed, roles }) => listed && roles.includes(role));

export const allRooms = (): readonly Room[] => ALL;
