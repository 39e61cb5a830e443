import { newId } from "../play/player.ts";
import { poorHousehold } from "../functions/households.ts";
import { zipOf } from "../services/sheets/zips.ts";
import type { Attempt, Family } from "./attempt.ts";
import { callable } from "./doors.ts";
import type { Scene } from "./scene.ts";

/** Spreadsheets that are bombs, and texts that are formulas, brought in by an officer whose account was taken over. */

const MB = 1024 * 1024;

const SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>CELLS</sheetData></worksheet>';
const WORKBOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';

/** A workbook by hand, around the XML of its one sheet. */
const workbook = (sheet: string, more: { name: string; data: Buffer }[] = []): Buffer => zipOf([
  { name: "xl/workbook.xml", data: Buffer.from(WORKBOOK) }, { name: "xl/_rels/workbook.xml.rels", data: Buffer.from(RELATIONS) },
  { name: "xl/worksheets/sheet1.xml", data: Buffer.from(sheet) }, ...more,
]);
const cells = (inside: string): string => SHEET.replace("CELLS", inside);

/** Entities that double thirty times: a gigabyte out of a kilobyte, where a parser follows them. */
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "哈哈">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "&a${at};&a${at};">`).join("")}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';

/** Understood as a sheet without a person: what is named is neither followed nor read. */
const EMPTY = "empty";

const BOMBS: readonly [string, string, () => Buffer][] = [
  ["that says it unpacks to 300 MB", "fileUnpacksTooLarge", () => zipOf([{ name: "xl/worksheets/sheet1.xml", data: Buffer.alloc(MB), says: 300 * MB }])],
  ["that unpacks to more than it says", "fileUnreadable", () => zipOf([{ name: "xl/worksheets/sheet1.xml", data: Buffer.alloc(20 * MB), says: 100 }])],
  ["of twelve entries that make 120 MB together", "fileUnpacksTooLarge", () => zipOf(Array.from({ length: 12 }, (_, at) => ({ name: `xl/${at}.xml`, data: Buffer.alloc(MB), says: 10 * MB })))],
  ["of two thousand entries", "fileUnreadable", () => zipOf(Array.from({ length: 2000 }, (_, at) => ({ name: `xl/${at}.xml`, data: Buffer.from("x") })))],
  ["with an entry that its directory hides", "fileUnreadable", () => zipOf([{ name: "a.xml", data: Buffer.from("x") }, { name: "b.xml", data: Buffer.alloc(5 * MB), hidden: true }])],
  ["whose entities double thirty times", EMPTY, () => workbook(LAUGHS + cells('<row r="1"><c r="A1" t="inlineStr"><is><t>&a30;</t></is></c></row>'))],
  ["whose entity is a file of the server", EMPTY, () => workbook(OUTSIDE + cells('<row r="1"><c r="A1" t="inlineStr"><is><t>&secret;</t></is></c></row>'))],
  ["of a cell in the last row and column that there can be", "fileUnpacksTooLarge", () => workbook(cells('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'))],
  ["of XML ten thousand levels deep", "fileUnreadable", () => workbook("<a>".repeat(10_000))],
  ["that is an old .xls", "fileOld", () => Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ["that is a program", "fileUnreadable", () => Buffer.from("4d5a90000300000004000000", "hex")],
  ["larger than 10 MB", "fileTooLarge", () => Buffer.alloc(10 * MB + 1)],
];

/** A list of one owner, who is nobody of the town. */
const owners = ({ stage }: Scene): string =>
  ["证件号码", poorHousehold({ village: stage.town.third, seed: 9790 }).numbers[0]].map((text, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`).join("");

const NOBODY_IN_IT = { importRegister: "importHasErrors", takeList: "listEmpty" } as const;

/** Milliseconds in which a bomb must be refused. */
const REFUSED_WITHIN = 20_000;

async function bring({ stage, tokens }: Scene, name: "importRegister" | "takeList", file: Buffer): Promise<string> {
  const { campaign } = stage.town;
  const own = name === "importRegister" ? { name: "名册", reason: "导入上年名册" } : { kind: "vehicle", source: "车管所" };
  const begun = Date.now();
  const answer = await callable(stage.suite, name, { id: newId(), campaign, ...own, file: file.toString("base64"), commit: true }, tokens.officer);
  return Date.now() - begun > REFUSED_WITHIN ? `refused late: ${answer}` : answer;
}

export const BOMBS_FAMILY: Family = {
  name: "files that are bombs",
  inTurn: true,
  honest: [
    { who: "officer", what: "brings in a workbook of a single sheet, made by the same hand", go: (scene) => bring(scene, "takeList", workbook(cells(owners(scene)))) },
  ],
  attempts: BOMBS.flatMap(([what, refused, make]) => (["importRegister", "takeList"] as const).map((name): Attempt => (
    { who: "officer", door: "callable", what: `${name} of a file ${what}`, refused: refused === EMPTY ? NOBODY_IN_IT[name] : refused, go: (scene) => bring(scene, name, make()) }))),
};
