/*
 * A PDF says for each glyph which character it stands for; where a radical and a character share a glyph, it names the
 * radical. Unicode folds most of them by itself; these it does not.
 */
const RADICALS: Record<string, string> = {
  "⺀": "冫", "⺁": "厂", "⺃": "乚", "⺄": "乙", "⺇": "几", "⺈": "刀", "⺌": "小", "⺏": "尢", "⺗": "心", "⺙": "攵", "⺜": "日", "⺝": "月", "⺟": "母", "⺠": "民",
  "⺡": "氵", "⺣": "灬", "⺦": "丬", "⺩": "王", "⺫": "目", "⺭": "礻", "⺮": "竹", "⺳": "网", "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺻": "聿", "⺼": "肉", "⻀": "艹", "⻁": "虎",
  "⻂": "衤", "⻃": "覀", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻌": "辶", "⻍": "辶", "⻎": "辶", "⻏": "邑", "⻐": "钅", "⻑": "长", "⻓": "长", "⻔": "门",
  "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻟": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤",
  "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟",
  /* Folded by Unicode to the old form, while the glyph is the new one's. */
  "戶": "户", "靑": "青", "黃": "黄", "麥": "麦",
};

/** A text to compare: without spaces, and every radical as the character that looks the same. */
export function plain(text: string): string {
  return [...text.normalize("NFKC")].map((character) => RADICALS[character] ?? character).join("").replace(/\s/g, "");
}
