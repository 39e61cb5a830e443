import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrintedPage } from "./press.ts";
import { Press } from "./press.ts";
import { plain } from "./radicals.ts";
import { OVERSIGHT } from "./sampleOversight.ts";
import { LIST, MEETING, NOTICES, SPLIT, VILLAGE_SPLIT } from "./samples.ts";
import { formWords, handbookWords, householdLetterWords, villageLetterWords } from "./words.ts";

let press: Press;
const errors: string[] = [];

beforeAll(async () => {
  press = await Press.start();
  press.page.on("pageerror", ({ message }) => errors.push(message));
});
afterAll(() => press.stop());

/* The margin boxes come with each page's text; a text that goes over to the next page must not be parted by them. */
const MARGINS = /(天祝藏族自治县扶贫手册)?(回执)?第\d+页(共\d+页)?(编号\d{16}第\d+版)?/g;
const whole = (pages: readonly PrintedPage[]) => pages.map(({ text }) => plain(text).replace(MARGINS, "")).join("");

/** Of each text, pieces as short as a line: where a text is broken between two columns it still counts. */
const PIECE = 14;
const pieces = (text: string): string[] => {
  const characters = [...plain(text)];
  return Array.from({ length: Math.ceil(characters.length / PIECE) }, (_, at) => characters.slice(at * PIECE, (at + 1) * PIECE).join(""));
};
const missingFrom = (pages: readonly PrintedPage[], words: readonly string[]): string[] => {
  const text = whole(pages);
  return [...new Set(words.flatMap(pieces))].filter((piece) => piece !== "" && !text.includes(piece));
};

/** Everything whose text is wider than its own box, or higher by more than the ascent that a tight line leaves out. */
const cutOff = () =>
  press.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".sheet, .sheet :is(h2, h3, p, th, td, li, div, span, i)")]
      .filter((one) => {
        const { display, fontSize } = getComputedStyle(one);
        return display !== "inline" && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + Number.parseFloat(fontSize) * 0.6);
      })
      .map((one) => `${one.tagName} ${one.className}: ${one.textContent.slice(0, 30)}`),
  );

type Sample = { name: string; words: () => readonly string[]; size?: [number, number] };

const A4: [number, number] = [210, 297];
const ACROSS: [number, number] = [297, 210];
const KINDS = ["usual", "longest", "empty"] as const;
const noticeWords = (notice: (typeof NOTICES)["long"]) => [notice.phone, notice.place, ...notice.list.flatMap(({ group, householder }) => [group, householder])];

const SAMPLES: Sample[] = [
  { name: "workflow identify", words: () => ["草稿", "待镇政府审核", "在册帮扶", "提交申请", "第二次公示中", "登记帮扶成效", "2015年", "县扶贫办"] },
  { name: "workflow exit", words: () => ["提出脱贫", "已脱贫退出", "待县扶贫办复审"] },
  { name: "workflow village", words: () => ["待结对帮扶单位", "公示中", "县扶贫开发", "领导小组", "待县审定"] },
  ...KINDS.map((kind) => ({ name: `household letter ${kind}`, words: () => ["贫困户申请书", ...householdLetterWords(kind)] })),
  ...KINDS.map((kind) => ({ name: `village letter ${kind}`, words: () => ["贫困村申请书", ...villageLetterWords(kind).filter((word) => !word.startsWith("同意"))] })),
  ...KINDS.map((kind) => ({ name: `household form ${kind}`, words: () => ["六、帮扶成效", ...formWords("household", kind)] })),
  ...KINDS.map((kind) => ({ name: `village form ${kind}`, words: () => ["七、帮扶成效", ...formWords("village", kind)] })),
  { name: "notice A4", words: () => noticeWords(NOTICES.long) },
  { name: "notice A3", words: () => noticeWords(NOTICES.middle), size: [297, 420] },
  { name: "notice short", words: () => ["第二次公示", "合计：9户", ...noticeWords(NOTICES.short)] },
  { name: "notice villages", words: () => ["贫困村名单公示", ...noticeWords(NOTICES.villages)] },
  { name: "meeting", words: () => [MEETING.meeting.place, MEETING.meeting.chair, MEETING.meeting.discussion, ...MEETING.meeting.tellers, ...MEETING.households.flatMap(({ householder, group }) => [householder, group])] },
  { name: "oversight", words: () => OVERSIGHT.full.sections.flatMap(({ title, heads, rows }) => [title.zh, ...heads.map(({ zh }) => zh), ...rows.flatMap(({ cells }) => cells.map(({ zh }) => zh))]), size: ACROSS },
  { name: "oversight empty", words: () => OVERSIGHT.empty.sections.flatMap(({ title, none, rows }) => [title.zh, ...(rows.length === 0 ? [none.zh] : [])]), size: ACROSS },
  { name: "quota", words: () => ["3492", "133", "3625", ...SPLIT.lines.flatMap(({ village, note, identify }) => [village, note, String(identify)])], size: ACROSS },
  { name: "quota villages", words: () => VILLAGE_SPLIT.lines.flatMap(({ name, reason }) => [name, reason]), size: ACROSS },
  { name: "list", words: () => LIST.rows.flatMap(({ group, householder, cause, status }) => [group, householder, cause, status]) },
  { name: "list empty", words: () => ["没有符合条件的户"] },
];

describe("every print", () => {
  it.each(SAMPLES)("$name: right paper, every name and value on it, each page numbered, nothing cut", async ({ name, words, size = A4 }) => {
    await press.draw(name);
    expect(await cutOff()).toEqual([]);
    const { pages } = await press.print();
    expect(pages.map(({ width, height }) => [width, height])).toEqual(pages.map(() => size));
    expect(missingFrom(pages, words())).toEqual([]);
    expect(pages.map(({ text }) => /第(\d+)页共(\d+)页/.exec(plain(text))?.slice(1).map(Number))).toEqual(pages.map((_, at) => [at + 1, pages.length]));
  });
});

describe("handbooks in one job", () => {
  it("begin on pages of their own, count from 1, hold everything, and end with the sheet to sign", async () => {
    await press.draw("handbooks");
    expect(await cutOff()).toEqual([]);
    const { pages } = await press.print();
    const texts = pages.map(({ text }) => plain(text));
    expect(texts.at(-1)).toContain("回执第1页");
    const numbers = texts.slice(0, -1).map((text) => /第(\d+)页共(\d+)页/.exec(text)?.slice(1).map(Number) ?? []);
    const books: number[][] = [];
    for (const [page = 0, of = 0] of numbers) {
      if (page === 1) books.push([]);
      books.at(-1)?.push(page, of);
    }
    expect(books).toHaveLength(6);
    for (const book of books) expect(book).toEqual(Array.from({ length: book.length / 2 }, (_, at) => [at + 1, book.length / 2]).flat());
    const covers = texts.filter((text) => /第1页共/.test(text));
    expect(covers.map((text) => /农户存|村委会存/.exec(text)?.[0])).toEqual(Array.from({ length: 3 }, () => ["农户存", "村委会存"]).flat());
    for (const kind of KINDS) expect(missingFrom(pages, handbookWords(kind))).toEqual([]);
  });

  it("have five pages of measures and four of results, also when there are none yet", async () => {
    await press.draw("handbooks");
    const titles = await press.page.locator(".bookTitle").allTextContents();
    expect(titles.filter((title) => title.startsWith("帮扶措施")).length).toBeGreaterThanOrEqual(6 * 5);
    expect(titles.filter((title) => title.startsWith("帮扶成效")).length).toBeGreaterThanOrEqual(6 * 4);
  });
});

it("notices a text that does not fit its cell", async () => {
  await press.draw("list empty");
  await press.page.addStyleTag({ content: ".sheet .listed th { white-space: nowrap }" });
  await press.page.locator(".listed th").last().evaluate((cell) => (cell.textContent = "办理环节".repeat(20)));
  expect(await cutOff()).not.toEqual([]);
});

describe("rare characters", () => {
  const RARE = [..."屲塬墹峁𠮷𬭎𡎚𪩘㛃喆堃·"];
  it.each(["--song", "--title", "--hei"])("are drawn in the fonts of %s, not as empty boxes", async (stack) => {
    await press.draw("list empty");
    const missing = await press.page.evaluate(
      ({ characters, stack: name }) => {
        const family = getComputedStyle(document.documentElement).getPropertyValue(name);
        const paint = (text: string) => {
          const canvas = document.createElement("canvas");
          canvas.width = canvas.height = 48;
          const context = canvas.getContext("2d");
          if (!context) throw new Error("no canvas");
          context.font = `32px ${family}`;
          context.fillText(text, 4, 36);
          return canvas.toDataURL();
        };
        const boxes = ["\u{10fffe}", "\u{7fffe}", "\u0378"].map(paint);
        return characters.filter((character) => boxes.includes(paint(character)) || paint(character) === paint(""));
      },
      { characters: RARE, stack },
    );
    expect(missing).toEqual([]);
  });
});

it("no page of prints threw an error", () => expect(errors).toEqual([]));
