import type * as z from "zod";
import type { FieldProblem, Problem as Shape } from "./problem.ts";
import type { Bilingual } from "./text.ts";

/** What a refusal may tell: counts, dates, labels. Never the name or number of a person. */
export type Details = Record<string, string | number>;

export type { FieldProblem };
export type Problem = z.infer<typeof Shape> & { code: ProblemCode };

type Sentence = (details: Details) => Bilingual;
const say = (zh: string, en: string): Sentence => () => ({ zh, en });

/** Every refusal of the product. A sentence says who holds it, what is missing, what to do next. */
export const PROBLEMS = {
  malformedAction:   say("提交的内容格式不对，没有生效。请刷新页面后再试。", "This was sent in a wrong form and had no effect. Reload the page and try again."),
  unknownTarget:     say("没有找到这份申请。请刷新后再试。", "This application does not exist. Reload and try again."),
  wrongVillage:      say("这份申请不属于所选的村。请在它所属的村办理。", "This application belongs to another village. Act on it there."),
  wrongCampaign:     say("这份申请不属于本次工作。", "This application belongs to another campaign."),
  campaignNotOpen:   say("本次建档立卡尚未启动或已经结束，请联系领导小组办公室。", "This campaign is not open. Ask the campaign's office."),
  roleNotAllowed:    (d) => ({ zh: `“${d.roleZh}”不能办理这一步。由${d.rolesZh}办理。`, en: `The ${d.roleEn} may not do this. It is for: ${d.rolesEn}.` }),
  notHeld:           say("您的账号没有这个地区的这项职责。如有变动，请联系领导小组办公室。", "Your account does not hold this role for this area. Ask the campaign's office."),
  accountDisabled:   say("您的账号已停用，请联系领导小组办公室。", "Your account is disabled. Ask the campaign's office."),
  notYours:          say("只有申请的农户本人可以办理。", "Only the household that applied may do this."),
  wrongStatus:       (d) => ({ zh: `这一户现在是“${d.statusZh}”，不能办理“${d.actionZh}”。${d.holderZh}`, en: `This household is at "${d.statusEn}", so "${d.actionEn}" is not possible. ${d.holderEn}` }),
  stale:             say("在您打开之后，这一户的情况有了变化。请重新查看后再决定。", "This household has changed since you opened it. Look at it again, then decide."),
  invalidInput:      say("有内容需要更正，请看标出的地方。", "Some entries need correcting; see the marked fields."),
  privateMissing:    say("没有收到身份证号等保密内容，请重新填写后再提交。", "The identity numbers were not received. Enter them again and resubmit."),
  identityTaken:     (d) => ({ zh: `有 ${d.count} 名成员已在本次工作的另一份申请中登记。一人只能在一户登记，请与镇扶贫专干核对。`, en: `${d.count} member(s) are already registered in another application of this campaign. One person belongs to one household; check with the town's poverty officer.` }),
  lineNeedsReason:   (d) => ({ zh: `人均纯收入 ${d.perHead} 元，达到或超过 ${d.line} 元的标准。请在“超过标准的说明”中写明理由。`, en: `Net income per head is ${d.perHead} yuan, at or above the line of ${d.line}. State the reason in the note on the line.` }),
  belowLine:         (d) => ({ zh: `人均纯收入 ${d.perHead} 元，低于 ${d.line} 元，不能列入脱贫户。`, en: `Net income per head is ${d.perHead} yuan, below ${d.line}: the household cannot leave poverty.` }),
  householderUnsigned: say("脱贫须由户主签字确认，请补签后再提交。", "The householder must sign the exit. Add the signature and submit again."),
  quorumMissed:      (d) => ({ zh: `应到 ${d.expected} 人，实到 ${d.present} 人，不足三分之二（须 ${d.needed} 人）。请择日重新开会。`, en: `${d.present} of ${d.expected} came; two thirds (${d.needed}) are needed. Hold the meeting again.` }),
  votesDoNotAdd:     (d) => ({ zh: `赞成、反对、弃权和回避共 ${d.sum} 人，多于实到 ${d.present} 人。请核对票数。`, en: `Yes, no, abstentions and recusals are ${d.sum}, more than the ${d.present} present. Check the votes.` }),
  voteMissing:       say("会议记录中没有这一户的票数。", "The record has no votes for this household."),
  attendanceMissing: say("没有附上代表签到表的照片。", "The photo of the sheet that the representatives signed is missing."),
  meetingInFuture:   say("开会日期不能晚于今天。", "A meeting cannot be dated later than today."),
  meetingOfOtherKind: (d) => ({ zh: `这一户现在不能登记“${d.kindZh}”，只能登记“${d.openZh}”。评议过的，要写明理由才能再评议或更正。`, en: `A ${d.kindEn} cannot be recorded for this household now, only: ${d.openEn}. Once appraised, it is heard again or corrected for a stated reason.` }),
  meetingNeedsReason: say("补充评议、更正记录必须写明理由。", "A supplementary meeting or a correction needs its reason."),
  meetingOther:      say("这一户的评议记录已经变了，您看到的不是现在的记录。请重新查看后再确认。", "This household's record is another one by now. Look at it again, then confirm."),
  confirmedAlready:  (d) => ({ zh: `“${d.roleZh}”已经确认过这次会议的记录。请由另一方确认。`, en: `The ${d.roleEn} has confirmed this meeting already. Another side must.` }),
  meetingUnsealed:   (d) => ({ zh: `评议记录还差 ${d.lacking} 方确认，不能核实。请村两委（记录人以外的人）、包村干部、镇扶贫专干中的两方在“确认评议记录”中确认。`, en: `The record of the meeting lacks ${d.lacking} confirmation(s), so nothing is verified yet. Two of these confirm it: the committee (not the recorder), the village cadre, the poverty officer.` }),
  leftOffUnexplained: say("没有写明这一户为什么不列入。", "It is not said why this household stays off the list."),
  passedOver:        (d) => ({ zh: `还有 ${d.count} 户等着这一榜，既没有列入，也没有写明理由，名单不能发布。请列入，或者逐户写明理由。`, en: `${d.count} more household(s) wait for this list, neither on it nor with a reason, so it is not published. List them, or say why not.` }),
  evidenceMissing:   say("没有收到所附照片，请重新上传后再提交。", "The photo that this refers to was not received. Upload it again."),
  recused:           say("您与这一户有亲属关系，或已申明回避，不能办理，请由他人办理。", "You are related to this household, or recused from it. Somebody else must act."),
  sameHands:         (d) => ({ zh: `您已经办理过这一户的“${d.beforeZh}”，按规定须由另一人办理“${d.actionZh}”。`, en: `You did "${d.beforeEn}" for this household; another person must do "${d.actionEn}".` }),
  verifiedAlready:   (d) => ({ zh: `“${d.roleZh}”已经核实过这一户。`, en: `The ${d.roleEn} has verified this household already.` }),
  overQuota:         (d) => ({ zh: `本村${d.trackZh}规模 ${d.limit} 人，已列入 ${d.used} 人，这一户 ${d.people} 人列入后将超出。这一户留在后备名单，等有名额再公示。`, en: `The village's size is ${d.limit} people, ${d.used} are listed; this household's ${d.people} would pass it. It stays on the reserve list until there is room.` }),
  heldByObjection:   (d) => ({ zh: `这一户有 ${d.count} 件异议尚未答复，答复前不能往下办理。`, en: `This household has ${d.count} open objection(s); it waits until they are answered.` }),
  noticeStillOpen:   (d) => ({ zh: `公示期到 ${d.closesZh} 才结束，不能提前。`, en: `The notice runs until ${d.closesEn}; it cannot end earlier.` }),
  noticeClosed:      say("这份公示已经结束，不能再提异议。可向镇政府或监督部门反映。", "This notice has ended; objections are closed. Turn to the town government or the supervisor."),
  noticeUnknown:     say("没有找到这份公示。", "This notice does not exist."),
  notOnNotice:       say("公示名单上没有这个序号。", "There is no such serial number on this notice."),
  notOnThisNotice:   say("这一户已不在这份公示上。", "This household is no longer on this notice."),
  endNotLater:       say("公示的结束时间只能推后，不能提前。", "A notice's end can only move later."),
  objectionUnknown:  say("没有找到这件异议。", "This objection does not exist."),
  objectionAnswered: say("这件异议已经答复过了。", "This objection has been answered already."),
  answerTellsNumber: say("给异议人看的答复里有一串长数字（身份证号、电话、账号等）。请删去后再答复；内部理由不受影响。", "What the objector will read holds a long number, such as an identity or phone number. Take it out; the internal reasons may keep it."),
  correctionOpen:    say("您已经提出过更正要求，村里答复后才能再提。", "You have asked for a correction already; you may ask again once the village has answered."),
  correctionNone:    say("这一户没有等待答复的更正要求。", "No request for a correction waits here."),
  senderErased:      say("提出人的姓名和电话保存期已满，已经删除。", "Who sent it is no longer kept."),
  stillKept:         say("这份申请的保存期还没有满，或已经删除。", "This application is still to be kept, or was erased already."),
  appealUnknown:     say("没有找到这件异议，请核对编号。", "This objection does not exist. Check its number."),
  appealTooEarly:    say("这件异议还没有答复，答复后仍有意见的可以再提一次复核。", "This objection has not been answered yet. You may appeal once it is."),
  appealNotOpen:     say("这件异议不能再申请复核：已成立、已复核过，或已过期限。仍有意见可向监督部门反映。", "This objection cannot be appealed: it was upheld, appealed before, or the time is over. You may still turn to the supervisor."),
  complaintUnknown:  say("没有找到这件举报。", "This complaint does not exist."),
  complaintAnswered: say("这件举报已经答复过了。", "This complaint has been answered already."),
  complaintAbove:    say("这件举报逾期未答复，已移交县级监督部门。", "This complaint was not answered in time; it is with the county's supervisor now."),
  numberUnknown:     say("没有找到这个编号。请对照提交后给您的编号核对。", "There is no such number. Check it against the one you were given."),
  photoUnreadable:   say("有一张照片不是 JPEG、PNG 或 WebP 图片，请换一张再提交。", "One of the photos is not a JPEG, PNG or WebP picture. Choose another."),
  notTheLevelAbove:  (d) => ({ zh: `这件异议由${d.levelZh}答复。`, en: `This objection is answered by the ${d.levelEn}.` }),
  tooManyObjections: say("从这里提交的异议太多，请一小时后再试，或直接向镇政府反映。", "Too many objections from here. Try again in an hour, or turn to the town government."),
  tooManyApplications: (d) => ({ zh: `这部手机今天提交的申请已满 ${d.most} 份，这一份没有收下。填写的内容还在，请明天再提交，或到村委会请村干部代为申请。`, en: `${d.most} applications have come from this phone today, so this one was not taken. What you typed is kept: send it tomorrow, or let the village committee apply for you.` }),
  tooManyInVillage:  (d) => ({ zh: `本村这一小时内提交的申请已满 ${d.most} 份，这一份没有收下。填写的内容还在，请一小时后再提交，或到村委会请村干部代为申请。`, en: `${d.most} applications have come to this village within the hour, so this one was not taken. What you typed is kept: send it in an hour, or let the village committee apply for you.` }),
  tooManyByStaff:    (d) => ({ zh: `您的账号今天代为提交的申请将超过 ${d.most} 份，没有收下。请明天再提交，或由另一位经办人提交；确有需要的，请领导小组办公室调高上限。`, en: `Your account would pass ${d.most} applications today, so nothing was taken. Send them tomorrow, or let a colleague; the campaign's office can raise the limit.` }),
  quotaNotExact:     (d) => ({ zh: `各村合计 ${d.sum}，必须正好等于 ${d.total}。请调整后再提交。`, en: `The villages add up to ${d.sum}; they must make exactly ${d.total}.` }),
  quotaVillages:     say("分解表必须正好包含本次工作的每一个村。", "The split must hold exactly the villages of this campaign."),
  overrideNeedsReason: (d) => ({ zh: `${d.count} 个村的人数与测算数不同，须逐村写明理由。`, en: `${d.count} village(s) differ from the computed figure; give a reason for each.` }),
  quotaBelowListed:  (d) => ({ zh: `${d.count} 个村的规模低于已列入公示的人数，不能减到这个数。`, en: `${d.count} village(s) would fall below the people already listed.` }),
  onlyRehearsal:     say("以秒计的公示期只能用于演练。", "Periods counted in seconds are for rehearsals only."),
  nothingDue:       say("这一环节没有办理时限，不用暂停计时。", "Nothing is due here, so there is no clock to stop."),
  heldBefore:       say("这一环节已经暂停过一次计时。请办理，或由上级督办。", "The clock was stopped once in this state already. Act on it, or let the level above see to it."),
  lateAlready:      say("已经超过时限，不能再暂停计时。请尽快办理，并在备注中说明原因。", "It is late already, so the clock cannot be stopped. Act on it soon, and tell why in the note."),
  holdTooLong:      (d) => ({ zh: `计时最多暂停到 ${d.dayZh}，不能早于现在。`, en: `The clock can stand still until ${d.dayEn} at most, and not into the past.` }),
  notOnHold:        say("现在没有暂停计时。", "The clock is not stopped now."),
  alarmOver:        say("这一户已经办理，或已提醒过，不用再提醒。", "It has been dealt with or told of meanwhile."),
  noticeFull:        say("这份公示登记的照片或延期次数已到上限。", "This notice holds as many photos or extensions as it can."),
  oneTarget:         say("这一步一次只能办理一项。", "This takes exactly one target at a time."),
  failed:            say("系统多次尝试仍未办成，没有生效。请联系领导小组办公室后重新提交。", "This could not be carried out and had no effect. Tell the campaign's office, then send it again."),
  registerStays:     say("演练与正式工作、所用的名册，在工作设立后不能再改。", "Whether it is a rehearsal, and which register it keeps, cannot change once a campaign exists."),
  rehearsalRegister: say("演练必须使用以本次工作编号命名的名册，正式工作不能使用。", "A rehearsal keeps a register named by its own id; a real campaign must not."),
  registerUnknown:   say("上年度名册中没有这一户。", "Last year's register has no such household."),
  exitProposed:      say("这一户已有一份脱贫申请在办理。", "An exit of this household is already under way."),
  outsideOwnArea:    say("只能管理本地区的账号和职责。", "You may manage only accounts and roles inside your own area."),
  levelMismatch:     (d) => ({ zh: `“${d.roleZh}”的地区级别不对。`, en: `The area's level does not fit the role ${d.roleEn}.` }),
  emailTaken:        say("这个登录名已被使用。", "This sign-in name is taken."),
  notOurPage:        say("系统没能确认这是本网站的页面，没有收下。请换一个浏览器或网络再试，也可以到村委会当面办理。", "This was not taken: we could not make sure that it comes from our own page. Try another browser or network, or do it at the village office."),
  signInFirst:       say("请先登录。", "Sign in first."),
  receiptUnknown:    say("没有找到这个受理编号，请核对后再试。", "There is no such receipt number. Check it and try again."),
  ownAccount:        say("不能停用或更改自己的账号，请由另一位管理员办理。", "You cannot change your own account; another administrator must."),
  inRegister:        say("这一户已在册，正在帮扶，不用再申请。情况有变的，请村干部办理年度更新。", "This household is in the register and in service; it need not apply. If its situation changed, the village updates its record."),
  entryEnded:        say("这一户已不在册，不能再办理。返贫的须重新申请。", "This entry has ended; nothing more can be done with it. Whoever is poor again applies anew."),
  notPaired:         say("您不是它现在的帮扶责任人，不能办理。", "You are not its present helper."),
  helperRecused:     say("这位帮扶责任人与这一户有亲属关系，已回避。请换一位。", "This helper is a relative of the household and recused. Choose another."),
  notAHelper:        (d) => ({ zh: `所选账号没有本村的“${d.roleZh}”职责，或已停用。请先由领导小组办公室设立。`, en: `The account chosen does not hold the role ${d.roleEn} in this village, or is disabled. The campaign's office sets it up.` }),
  sameHelper:        say("它现在就由这位帮扶责任人帮扶。", "This is its helper already."),
  recordUnknown:     say("没有找到这条帮扶记录。请刷新后再试。", "This record of help does not exist. Reload and try again."),
  measureDone:       say("这项措施已登记完成。", "This measure is recorded as done already."),
  resultConfirmed:   say("这项成效户主已确认。", "The householder has confirmed this result already."),
  formHasErrors:     (d) => ({ zh: `登记表有 ${d.count} 处矛盾，更正后才能完成。`, en: `The form contradicts itself in ${d.count} place(s); correct them to complete it.` }),
  doubtsUnanswered:  (d) => ({ zh: `登记表有 ${d.count} 处疑问，请逐条书面说明。`, en: `The form raises ${d.count} question(s); answer each in writing.` }),
  handbookUnprinted: say("扶贫手册还没有印制。请先印制。", "The handbook has not been printed. Print it first."),
  handbookOutdated:  say("登记表在手册印制之后有过更正。请重新印制后再发放。", "The form was corrected after the handbook was printed. Print it anew, then hand it out."),
  handbookIssued:    say("这一版手册的两份都已发放。", "Both copies of this version have been handed out."),
  alreadyInBatch:    say("已在一个录入批次中。", "It is in an entry batch already."),
  batchMixed:        say("农户和村不能放在同一个录入批次里，请分开导出。", "Households and a village do not go into one entry batch; export them apart."),
  notInThisBatch:    say("不在这个录入批次中。请重新导出。", "It is not in this entry batch. Export it anew."),
  receiptMissing:    say("这个批次还没有国家系统的回执。请先上传或粘贴回执。", "The national system's receipt of this batch is missing. Upload or paste it first."),
  receiptDiffers:    (d) => ({ zh: `国家系统录入的内容与登记表有 ${d.count} 处不一致，或没有录入。更正后重新上传回执。`, en: `What the national system took in differs in ${d.count} field(s), or is missing. Put it right and upload the receipt again.` }),
  findingUnknown:    say("没有这条疑点。请重新运行检查。", "There is no such finding. Run the checks again."),
  findingIsError:    say("这一条是错误，不能用说明代替，请更正登记表。", "This is an error; correct the form, an answer does not settle it."),
  notChecked:        say("登记表更正后还没有重新检查。请先运行检查。", "The form has not been checked since it was last completed. Run the checks first."),
  findingsOpen:      (d) => ({ zh: `还有 ${d.count} 条疑点没有答复或更正。`, en: `${d.count} finding(s) are neither answered nor corrected.` }),
  questionsOpen:     (d) => ({ zh: `检查提出的 ${d.count} 条疑点还没有答复：${d.rulesZh}。书面答复或更正后再办理。`, en: `${d.count} question(s) of the checks are open: ${d.rulesEn}. Answer them in writing, or correct the record.` }),
  notAsked:          (d) => ({ zh: `这条疑点由${d.askedZh}或上级答复。`, en: `This question is answered by the ${d.askedEn}, or above.` }),
  yearDoesNotFollow: (d) => ({ zh: `不能更新 ${d.year} 年度，接下来是 ${d.next} 年度。`, en: `${d.year} cannot be updated; the next year is ${d.next}.` }),
  changesUnexplained: (d) => ({ zh: `有 ${d.count} 处人口变动和登记的原因对不上。请在“人口变动”中逐人核对。`, en: `${d.count} change(s) of people and their reasons do not agree. Look through the changes of people.` }),
  handbookUnknown:   say("没有这个编码的扶贫手册。请核对手册封面上的编码。", "No handbook bears this code. Check it against the cover."),
  headStays:         say("户主留在原户。请只选分出的其他成员；户主本人另立的，由其余成员分出。", "The householder stays. Choose others; where the householder is to leave, let the rest split off."),
  requestIncomplete: say("请写明分出的人员和新户主。", "Name the people who leave and their new householder."),
  villagesNotExact:  (d) => ({ zh: `已选 ${d.marked} 个村，必须正好选 ${d.total} 个。`, en: `${d.marked} village(s) are marked; exactly ${d.total} must be.` }),
  fileTooLarge:      (d) => ({ zh: `文件超过 ${d.most} MB，请分成几个文件。`, en: `The file is larger than ${d.most} MB; split it.` }),
  fileUnpacksTooLarge: (d) => ({ zh: `文件展开后超过 ${d.most} MB，没有打开。请只保留数据，另存后再试。`, en: `The file unpacks to more than ${d.most} MB and was not opened. Keep the data alone, save it anew, try again.` }),
  fileUnreadable:    say("打不开这个文件。请用表格软件另存为 .xlsx 后再试。", "The file cannot be opened. Save it as .xlsx with a spreadsheet program and try again."),
  fileOld:           say("这是旧的 .xls 文件，请用表格软件另存为 .xlsx 后再试。", "This is an old .xls file; save it as .xlsx and try again."),
  fileMissing:       say("没有收到文件，也没有粘贴内容。", "Neither a file nor pasted text was received."),
  importHasErrors:   (d) => ({ zh: `文件中有 ${d.count} 处错误，没有写入任何内容。请更正后再导入。`, en: `The file has ${d.count} error(s); nothing was written. Correct them and import again.` }),
  importOfOther:     say("这个导入编号已用于另一项工作，请刷新后再试。", "This import id belongs to another campaign; reload and try again."),
  campaignUnknown:   say("没有找到这项工作。", "There is no such campaign."),
  listEmpty:         say("没有读到任何身份证号，请核对所选的列。", "No identity number was read; check the column chosen."),
  listUnknown:       say("没有找到这份名单，可能已经到期删除。", "There is no such list; it may have ended."),
  tooManyRelatives:  (d) => ({ zh: `申报的亲属最多 ${d.most} 人，请先申报近亲属。`, en: `At most ${d.most} relatives; declare the close ones.` }),
  batchUnknown:      say("没有找到这个录入批次，请刷新后再试。", "There is no such entry batch; reload and try again."),
  versionsMissing:   (d) => ({ zh: `有 ${d.count} 户（村）还没有完成登记表，不能导出。`, en: `${d.count} of them have no completed form yet, so nothing is exported.` }),
  receiptUnreadable: (d) => ({ zh: `看不懂回执：${d.zh}`, en: `The receipt cannot be understood: ${d.en}` }),
} as const satisfies Record<string, Sentence>;
export type ProblemCode = keyof typeof PROBLEMS;

/** The refusal of that name, with its sentences filled in. */
export function problem(code: ProblemCode, details: Details = {}, fields?: FieldProblem[]): Problem {
  const sentence: Sentence = PROBLEMS[code];
  return {
    code,
    ...sentence(details),
    ...(Object.keys(details).length > 0 && { details }),
    ...(fields && { fields }),
  };
}

/** A refusal on its way out of a service or a callable. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(refused: Problem) {
    super(refused.code);
    this.problem = refused;
  }
}

/** Stops here with a named refusal. @throws Refusal always. */
export function refuse(code: ProblemCode, details: Details = {}, fields?: FieldProblem[]): never {
  throw new Refusal(problem(code, details, fields));
}

/** What zod found wrong with an input that no form names the fields of: the place of each, in plain words. */
export function malformed(error: z.ZodError): Problem {
  const fields = error.issues.slice(0, 20).map(({ path, code }) => ({
    path: path.join("."),
    code,
    zh: "这一项没有填写，或者格式不对。",
    en: "This entry is missing or malformed.",
  }));
  return problem("invalidInput", {}, fields);
}
