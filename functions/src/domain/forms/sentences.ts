import type { Kind, Limits } from "./field.ts";
import type { Label } from "./label.ts";

/** What a sentence may name: the place in the form, and the bounds that hold there. Never what was typed. */
export type About = { where: Label; limits: Limits; kind?: Kind | undefined; unit?: Label | undefined };
type Sentence = (about: About) => Label;

const say =
  (zh: string, en: string): Sentence =>
    ({ where }) => ({ zh: `${where.zh}${zh}`, en: `${where.en}: ${en}` });

/** `choice` and the like are picked, everything else is written. */
const PICKED: readonly (Kind | undefined)[] = ["choice", "choices", "yesNo", "date", "photos"];

/** Every problem that one field alone can have, and the way out. */
export const SENTENCES = {
  missing: ({ where, kind }) =>
    PICKED.includes(kind)
      ? { zh: `${where.zh}还没有选，请选择。`, en: `${where.en}: nothing is chosen; choose one.` }
      : { zh: `${where.zh}还没有填，请填写。`, en: `${where.en}: it is empty; fill it in.` },
  wrongType:   say("的内容格式不对，请重新填写。", "its content has the wrong form; fill it in again."),
  notAForm:    () => ({ zh: "整张表的格式不对，请刷新页面后重新填写。", en: "The form as a whole is malformed; reload the page and fill it in again." }),
  unknownKey:  say("是表上没有的内容，请删去；如果不是您填的，请刷新页面。", "the form has no such entry; remove it, or reload the page if you did not write it."),
  notText:     say("应填文字，请重新填写。", "it must be text; fill it in again."),
  notNumber:   say("应填数字（如 12），请重新填写。", "it must be a number, such as 12; fill it in again."),
  notYesNo:    say("请选“是”或“否”。", "choose yes or no."),
  notList:     say("应是一项一项的内容，请重新填写。", "it must be a list; fill it in again."),
  notInList:   say("不在可选的范围内，请从列表中选一项。", "this is not among the choices; choose one from the list."),
  notDate:     say("不是有效的日期，请按“年-月-日”填写，如 2013-12-31。", "this is no valid date; write year-month-day, such as 2013-12-31."),
  notPhoto:    say("中有照片没有传好，请删去后重新拍照上传。", "a photo was not uploaded properly; remove it and upload it again."),
  notName:     say("只能写姓名，不能有数字和符号，请改正。", "write a name only, without digits or signs."),
  notPhone:    say("应是 11 位手机号码，请核对。没有手机的，可填亲属或村干部的号码。", "it must be a mobile number of 11 digits; check it. Without a phone, give a relative's or cadre's."),
  notContactPhone: say("应是 11 位手机号码，或带区号的座机（如 0935-3121234），请核对。", "it must be a mobile number of 11 digits, or a landline with its area code such as 0935-3121234; check it."),
  notAccount:  say("应是 10 到 25 位数字，请按存折或银行卡核对。", "it must have 10 to 25 digits; check it against the passbook or card."),
  notNationalNo: say("应是全国系统给出的编号，最多 17 位数字或字母，不是身份证号，请核对。", "it must be the national system's number, at most 17 digits or letters, and no identity number; check it."),
  notRegisterNo: say("应是 16 位的户编号（村编码 12 位加顺序号 4 位），请从名册上选取。", "it must be the register's 16 digits (village code and 4 more); pick the entry from the register."),
  mustBeTrue:  say("必须勾选后才能提交。", "tick it before submitting."),
  oneLine:     say("只能写一行，请去掉换行。", "keep it on one line; remove the line breaks."),
  hiddenCharacter: say("中有看不见的特殊字符，请删去后重新输入（不要从别处粘贴）。", "it holds invisible characters; delete and type it anew instead of pasting."),
  holdsNumber: say("里不要写身份证号、银行账号等长号码，请删去；这类号码有专门的栏目。", "leave identity and account numbers out; they have fields of their own."),
  repeated:    say("中有重复的，请删去重复项。", "something is there twice; remove the repetition."),
  tooLong:     ({ where, limits: { length = 0 } }) => ({
    zh: `${where.zh}太长，最多 ${length} 个字，请缩短。`,
    en: `${where.en}: too long; at most ${length} characters, shorten it.`,
  }),
  tooMany:     ({ where, limits: { most = 0 } }) => ({
    zh: `${where.zh}太多，最多 ${most} 项，请删去多余的。`,
    en: `${where.en}: too many; at most ${most}, remove the rest.`,
  }),
  tooFew:      ({ where, limits: { least = 1 } }) => ({
    zh: `${where.zh}太少，至少要有 ${least} 项，请补上。`,
    en: `${where.en}: too few; at least ${least} needed, add what is missing.`,
  }),
  outOfRange:  ({ where, limits: { min = 0, max = 0 }, unit }) => ({
    zh: `${where.zh}应在 ${min} 到 ${max} ${unit?.zh ?? ""}之间，请核对。`,
    en: `${where.en}: it must lie between ${min} and ${max}${unit ? ` ${unit.en}` : ""}; check it.`,
  }),
  notWhole:    say("应是整数，请去掉小数。", "it must be a whole number; drop the decimals."),
  tooFine:     ({ where, limits: { decimals = 2 } }) => ({
    zh: `${where.zh}最多保留 ${decimals} 位小数，请改正。`,
    en: `${where.en}: at most ${decimals} decimal place(s); round it.`,
  }),
  rowId:       say("缺少系统编号，请刷新页面，或删去后重新添加。", "it lacks its inner number; reload the page, or remove it and add it again."),
  privateMissing: say("只收到打码的号码，请重新填写完整号码。", "only the masked number was received; enter the whole number again."),
  privateInTheOpen: say("不能以明文保存，请刷新页面后重新填写。", "it must not be kept in the open; reload the page and enter it again."),
  identityFifteen: say("是 15 位旧号码，请填户口簿或新身份证上的 18 位号码。", "this is an old number of 15 digits; enter the 18 on the household booklet or the new card."),
  identityLength: say("位数不对：身份证号 18 位，残疾证号 20 位，请对照证件核对。", "wrong length: an identity number has 18, a disability certificate 20; check the document."),
  identityCharacters: say("只能是数字，最后一位可以是 X，请对照证件核对。", "only digits, and an X at the end, are possible; check the document."),
  identityBirth: say("中的出生日期不对，请对照证件核对。", "the birth date in the number is impossible; check the document."),
  identityChecksum: say("有一位填错了，校验不通过，请对照证件逐位核对。", "a digit is wrong, the check character does not fit; compare it with the document digit by digit."),
  identityDisability: say("末尾的残疾类别（1–7）或等级（1–4）不对，请对照残疾证核对。", "the category (1–7) or grade (1–4) at the end is impossible; check the certificate."),
} as const satisfies Record<string, Sentence>;
export type SentenceName = keyof typeof SENTENCES;

/** Whether an issue's message names one of the sentences. */
export function isSentenceName(name: string): name is SentenceName {
  return Object.keys(SENTENCES).includes(name);
}

/** The named sentence about a place in a form. */
export function sentence(name: SentenceName, about: About): Label {
  const write: Sentence = SENTENCES[name];
  return write(about);
}
