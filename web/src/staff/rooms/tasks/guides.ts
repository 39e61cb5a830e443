import type { StaffRole } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";
import type { RoomPath } from "../../shell/rooms.ts";

export type Guide = { does: Bilingual; steps: readonly [GuideStep, GuideStep, GuideStep] };
export type GuideStep = Bilingual & { room: RoomPath };

/** What each role finds here on its first visit: what it does, and the three steps to begin with. */
export const GUIDES = {
  villageCommittee: {
    does: { zh: "您在这里代农户申请、入户调查、开评议会、发布第一次公示，以后填登记表和扶贫手册。", en: "Here you apply for farmers, survey them, hold the meeting, publish the first notice, and later fill in forms and handbooks." },
    steps: [
      { zh: "农户来申请的，替他填六个问题", en: "Fill in the six questions for whoever comes to apply", room: "apply" },
      { zh: "到农户家调查，没有信号也能填", en: "Survey the households at home, also without a signal", room: "survey" },
      { zh: "开评议会，登记票数和到会人员", en: "Hold the meeting and record votes and who came", room: "meeting" },
    ],
  },
  villageCadre: {
    does: { zh: "您在这里入户调查、确认评议会、核实名单，以后结对、制定计划、填登记表。", en: "Here you survey, confirm the meeting and verify the lists; later you pair, plan and fill in forms." },
    steps: [
      { zh: "到农户家调查，没有信号也能填", en: "Survey the households at home, also without a signal", room: "survey" },
      { zh: "对照签到表和记录，确认评议会", en: "Confirm the meeting against its sheet and minutes", room: "confirm" },
      { zh: "逐户核实评议通过的农户", en: "Verify the households that were nominated", room: "verify" },
    ],
  },
  povertyOfficer: {
    does: { zh: "您在这里分解规模、核实名单、发布第二次公示、安排结对、录入和上报数据。", en: "Here you split the size, verify lists, publish the second notice, see to the pairing, enter and report the data." },
    steps: [
      { zh: "把全镇规模分解到各村", en: "Split the town's size over the villages", room: "quota" },
      { zh: "看各村进度，催办快到期的", en: "See how far the villages are and who is nearly late", room: "board" },
      { zh: "镇里审核通过的，发布第二次公示", en: "Publish what the town has approved", room: "publish" },
    ],
  },
  townGovernment: {
    does: { zh: "您在这里审核各村上报的名单，答复群众异议。", en: "Here you review the villages' lists and answer objections." },
    steps: [
      { zh: "先看待办，超期的和退回的在最前面", en: "Begin with the tasks: late and returned ones come first", room: "" },
      { zh: "逐村审核，默认通过，只挑出有问题的", en: "Review village by village: all pass but those you pick out", room: "review" },
      { zh: "核查异议，写出公开的答复", en: "Look into objections and write the public answer", room: "objections" },
    ],
  },
  countyOffice: {
    does: { zh: "您在这里复审农户名单、审定贫困村、答复上一级异议、通过试运行。", en: "Here you re-review households, decide villages, answer objections that reach the county, and pass the trial run." },
    steps: [
      { zh: "逐村复审，默认通过，只挑出有问题的", en: "Re-review village by village: all pass but those you pick out", room: "review" },
      { zh: "核查异议，写出公开的答复", en: "Look into objections and write the public answer", room: "objections" },
      { zh: "录入数据检查完的，通过试运行", en: "Pass the trial run of what was checked", room: "trial" },
    ],
  },
  countyLeadingGroup: {
    does: { zh: "您在这里审定贫困村，查看全县进度。", en: "Here you decide poor villages and see how far the county is." },
    steps: [
      { zh: "审定镇里公示过的贫困村", en: "Decide the villages that the town has made public", room: "review" },
      { zh: "看各村指标和三项标准", en: "See the marks of the villages and the three tests", room: "marks" },
      { zh: "看各环节进度和时限", en: "See each step and its deadlines", room: "board" },
    ],
  },
  helper: {
    does: { zh: "您在这里看与您结对的农户，制定计划，登记走访、措施和成效。", en: "Here are the households paired with you: make their plan, record visits, measures and results." },
    steps: [
      { zh: "下面每张卡片是一户，点“打开帮扶记录”", en: "Each card below is a household: open its help records", room: "" },
      { zh: "先制定帮扶计划，每季度至少走访一次", en: "Make the plan first, and visit at least once a quarter", room: "" },
      { zh: "先申报您在本村的亲属，避免经办亲属的事", en: "Declare your relatives in the village, so that you do not act on them", room: "kin" },
    ],
  },
  supportUnit: {
    does: { zh: "您在这里看与贵单位结对的村，制定计划，登记走访、措施和成效。", en: "Here are the villages paired with your unit: make their plan, record visits, measures and results." },
    steps: [
      { zh: "下面每张卡片是一个村，点“打开帮扶记录”", en: "Each card below is a village: open its help records", room: "" },
      { zh: "先制定帮扶计划，写明资金和完成时间", en: "Make the plan first, with its money and its dates", room: "" },
      { zh: "措施完成后登记成效，请村里确认", en: "Record results when measures are done, and have them confirmed", room: "" },
    ],
  },
  supervisor: {
    does: { zh: "您在这里查看本地区的全部办理记录，核查举报和异议。", en: "Here you read everything done in your area and look into complaints and objections." },
    steps: [
      { zh: "核查对工作人员的举报，只有您能看到", en: "Look into complaints about staff, which only you can see", room: "complaints" },
      { zh: "看差异报告：谁没列入、有没有理由", en: "Read the differences: who was left off, and why", room: "differences" },
      { zh: "校验办理记录有没有被改动", en: "See whether a record was changed afterwards", room: "chains" },
    ],
  },
  campaignOffice: {
    does: { zh: "您在这里设置本次工作、开通工作人员账号、导入上年名册和外部名单。", en: "Here you set up the campaign, open the staff's accounts, import last year's register and outside lists." },
    steps: [
      { zh: "核对各项设置，然后启动", en: "Check the settings, then open the campaign", room: "campaign" },
      { zh: "给每个村、每个岗位开通账号", en: "Open an account for each village and office", room: "accounts" },
      { zh: "导入上年名册", en: "Import last year's register", room: "imports" },
    ],
  },
} as const satisfies Record<StaffRole, Guide>;
