import type { Field } from "../forms/field.ts";
import { isSentenceName, sentence } from "../forms/sentences.ts";
import type { Bilingual } from "../text.ts";
import { letterOf } from "./cells.ts";
import type { Column } from "./columns.ts";

/** One thing wrong with a sheet: in which row (as the spreadsheet counts), which column, and the way out. */
export type SheetProblem = Bilingual & {
  row: number;
  column: string;
  header: string;
  code: string;
  /** What stands in the cell, numbers of people only by their ends (typed.ts). Never part of a sentence, so never in a log. */
  typed?: string;
};

/** Where a problem is: a cell, a row (no column), or the sheet as a whole (row 0). */
export type Where = { row: number; at?: number | undefined; column?: Column | undefined };

type Details = { other?: number; most?: number; header?: string; year?: number };
type Sentence = (details: Details) => Bilingual;
const say = (zh: string, en: string): Sentence => () => ({ zh, en });

/**
 * What can be wrong with a sheet beyond a single field's own rules. A sentence never repeats what stands in a cell: it
 * might be somebody's name or number.
 */
const SHEET_SENTENCES = {
  empty:          say("表中没有内容，请检查文件。", "the sheet is empty; check the file."),
  noHeaderRow:    say("前 10 行中没有找到表头（须有“姓名”“证件号码”“与户主关系”等列名），请补上表头。", "no header row among the first 10 rows (it names 姓名, 证件号码, 与户主关系 and so on); add it."),
  noItems:        say("没有找到“指标”和“内容”两列，请用导出的表填写回执。", "the columns 指标 and 内容 were not found; use the exported sheet for the receipt."),
  noNumberColumn: say("没有找到身份证号这一列，请在下面选出它是哪一列。", "the column of identity numbers was not found; choose it below."),
  formula:        say("是公式，读不到号码。请复制后用“粘贴数值”变成文字再试。", "a formula stands here, and no number can be read. Paste it as values, then try again."),
  hiddenNumber:   say("的号码有几位被 * 遮住，不能比对。请向提供单位索要完整号码。", "part of the number is hidden by *, so it cannot be matched. Ask the office for whole numbers."),
  columnMissing:  ({ header = "" }) => ({ zh: `缺少“${header}”这一列，请补上。`, en: `the column "${header}" is missing; add it.` }),
  columnTwice:    say("与前面的一列是同一项，请删去其中一列。", "an earlier column is the same item; remove one of them."),
  tooManyRows:    ({ most = 0 }) => ({ zh: `行数超过 ${most}，请分成几个文件。`, en: `more than ${most} rows; split the file.` }),
  tooManyColumns: ({ most = 0 }) => ({ zh: `列数超过 ${most}，请删去无关的列。`, en: `more than ${most} columns; remove what does not belong.` }),
  lostDigits:     say("Excel 把长号码当成数字，末尾几位已丢失（变成 0）。请把这一列设为“文本”格式，对照证件重新输入。", "the spreadsheet took a long number for a figure and lost its last digits (now zeros). Set the column to text and enter it again from the document."),
  unknownLabel:   say("不是这一项的可选内容，请按登记表的选项填写。", "this is none of the item's choices; write one of the form's."),
  unknownVillage: say("不是本次工作的村，请核对村名。", "this is no village of the campaign; check the name."),
  otherTown:      say("不是本镇（县），请删去这一行或改正。", "another town or county; remove the row or correct it."),
  noDiffers:      say("户编号与所在村不符，请核对。", "the household number belongs to another village; check both."),
  yearDiffers:    say("与前面各行的年度不同，请分年度导入。", "another year than the rows before; import one year at a time."),
  yearTooLate:    ({ year = 0 }) => ({ zh: `年度晚于本次工作（${year}），请核对。`, en: `the year is later than the campaign's (${year}); check it.` }),
  cellMissing:    ({ header = "" }) => ({ zh: `这一户没有填“${header}”，请补上。`, en: `this household has no "${header}"; add it.` }),
  noHousehold:    say("前面没有户主，不知道这一行属于哪一户，请补上户编号或把户主放在第一行。", "no head stands before this row, so it belongs to no household; add the household number, or put the head first."),
  noHead:         say("这一户没有“户主”，请核对“与户主关系”。", "this household has no head; check the relations."),
  twoHeads:       ({ other = 0 }) => ({ zh: `这一户有两位“户主”（另见第 ${other} 行），请核对“与户主关系”或户编号。`, en: `this household has two heads (see row ${other}); check the relations or the household number.` }),
  headDiffers:    ({ other = 0 }) => ({ zh: `与第 ${other} 行的户主不一致，请核对。`, en: `it does not agree with the head in row ${other}; check both.` }),
  differsInside:  ({ other = 0 }) => ({ zh: `与同一户第 ${other} 行填的不一致，请改成一致。`, en: `it differs from row ${other} of the same household; make them the same.` }),
  countDiffers:   say("与这一户的行数不一致，请补上漏填的成员或改正人数。", "it is not the number of this household's rows; add who is missing or correct it."),
  tooManyMembers: ({ most = 0 }) => ({ zh: `这一户超过 ${most} 人，请核对户编号。`, en: `this household has more than ${most} people; check the household number.` }),
  numberDiffers:  say("与证件号码所示的不一致，请核对。", "it is not what the identity number tells; check both."),
  sumDiffers:     say("与各项合计不符，请核对。", "it is not the sum of its parts; check them."),
  bornLater:      ({ year = 0 }) => ({ zh: `中的出生日期晚于 ${year} 年，请核对号码或年度。`, en: `the birth date is later than ${year}; check the number or the year.` }),
  causeRepeats:   say("不能与主要致贫原因重复，请改正。", "it repeats the main cause; correct it."),
  repeatedPerson: ({ other = 0 }) => ({ zh: `与第 ${other} 行是同一人，请核对后只保留一处。`, en: `the same person as in row ${other}; keep one of them.` }),
  noNumber:       say("没有证件号码，没有导入，请补办后通过年度更新加入。", "no identity number, so not imported; add the person by the yearly update once there is one."),
  headNoNumber:   say("户主没有证件号码，这一户没有导入。", "the head has no identity number, so the household is not imported."),
  inRegister:     say("这个人在名册的另一户中，这一户没有导入，请核对。", "this person is in another household of the register, so this one is not imported; check both."),
  numberTaken:    say("名册中这个户编号是另一户，这一户没有导入，请核对。", "the register has another household by this number, so this one is not imported; check both."),
  villageFull:    say("这个村的户编号已用完（9999），没有导入。", "the village has used all its household numbers (9999), so it is not imported."),
} as const satisfies Record<string, Sentence>;
export type SheetCode = keyof typeof SHEET_SENTENCES;

const isSheetCode = (code: string): code is SheetCode => Object.hasOwn(SHEET_SENTENCES, code);

function nameOf({ row, at, column }: Where): Bilingual {
  if (row === 0) return { zh: "整张表", en: "The sheet" };
  if (at === undefined) return { zh: `第 ${row} 行`, en: `Row ${row}` };
  const header = column?.header ?? "";
  return { zh: `第 ${row} 行 ${letterOf(at)} 列“${header}”`, en: `Row ${row}, column ${letterOf(at)} (${column?.field?.en ?? header})` };
}

/** A problem with its sentence: a sheet's own, or one of the form's (sentences.ts) for the cell's field. */
export function sheetProblem(code: string, where: Where, details: Details = {}): SheetProblem {
  const { row, at, column } = where;
  const place = nameOf(where);
  const found = { row, column: at === undefined ? "" : letterOf(at), header: column?.header ?? "", code };
  if (!isSheetCode(code)) return { ...found, ...ofField(code, place, column?.field) };
  const write: Sentence = SHEET_SENTENCES[code];
  const { zh, en } = write(details);
  return { ...found, zh: `${place.zh}：${zh}`, en: `${place.en}: ${en}` };
}

function ofField(code: string, where: Bilingual, field: Field | undefined): Bilingual {
  return sentence(isSentenceName(code) ? code : "wrongType", { where, limits: field?.limits ?? {}, kind: field?.kind, unit: field?.unit });
}
