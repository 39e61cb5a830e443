import type { CodeList } from "./codeList.ts";
import type { Values } from "./field.ts";
import { rowsOf } from "./field.ts";
import { choice, computed, decimal, money, optional, requiredWhen, text } from "./fieldKinds.ts";

/** What was grown or kept, for the working of farm income (domain.md, section 5.3) [P9]. Codes our own [D]. */
export const FARM_PRODUCTS = [
  { key: "wheat",      code: "01", zh: "小麦", en: "wheat" },
  { key: "maize",      code: "02", zh: "玉米", en: "maize" },
  { key: "potato",     code: "03", zh: "马铃薯", en: "potatoes" },
  { key: "vegetables", code: "04", zh: "蔬菜", en: "vegetables" },
  { key: "greenhouse", code: "05", zh: "设施蔬菜", en: "greenhouse vegetables" },
  { key: "oil",        code: "06", zh: "油料", en: "oil crops" },
  { key: "other",      code: "99", zh: "其他种养", en: "other crops or animals" },
] as const satisfies CodeList;

/** 收益系数, net of sales: a form of 2018 of another district of Gansu [P9]. A typed one goes before it. */
export const YIELDS: Readonly<Record<string, number>> = {
  wheat: 0.31, maize: 0.49, potato: 0.67, vegetables: 0.87, greenhouse: 0.75, oil: 0.57,
};

/** Net of a line: sales by the coefficient that was typed, else by the table's. Yuan, two decimals. */
function netOf({ product, sales, coefficient }: Values): number | undefined {
  const share = typeof coefficient === "number" ? coefficient : YIELDS[String(product)];
  return typeof sales === "number" && share !== undefined ? Math.round(sales * share * 100) / 100 : undefined;
}

const amount = (zh: string, en: string, unit: { zh: string; en: string }) =>
  optional(decimal({ zh, en, min: 0, max: 1_000_000, unit, source: "[P9]" }));

/** A help for the surveyor: it tells how farm income was worked out and changes no sum. */
export const farmSales = rowsOf({
  key: "farmSales", zh: "种养收入核算", en: "Working of farm income", min: 0, max: 20,
  row: { zh: "种养", en: "line", counter: "项" },
  help: {
    zh: "可以不填，只帮助核算“生产经营性收入”。系数是 2018 年外区的，可以改。",
    en: "May stay empty; helps to find the farm income. The coefficients are another district's of 2018 and may be changed.",
  },
  source: "5.3",
}, {
  product: choice({ zh: "种类", en: "Kind", options: FARM_PRODUCTS, source: "[P9]" }),
  name: optional(text({ zh: "名称", en: "Name", length: 20, source: "[P9]" })),
  size: amount("面积或头数", "Mu or heads", { zh: "亩（头）", en: "mu (heads)" }),
  output: amount("产量（出售量）", "Output sold", { zh: "公斤（头）", en: "kg (heads)" }),
  sales: money({ zh: "销售收入", en: "Sales", source: "[P9]" }),
  coefficient: requiredWhen({ key: "product", equals: "other" }, decimal({
    zh: "收益系数", en: "Coefficient", min: 0, max: 1, unit: { zh: "（0—1）", en: "(0 to 1)" }, source: "[P9]",
  })),
  net: computed(optional(money({ zh: "纯收入", en: "Net", source: "[P9]" })), netOf),
});
