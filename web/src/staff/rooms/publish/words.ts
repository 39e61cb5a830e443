import type { Bilingual } from "@domain/text.ts";

export const PUBLISH_WORDS = {
  first:      { zh: "第一次公示", en: "First notice" },
  second:     { zh: "第二次公示", en: "Second notice" },
  firstLead:  { zh: "核实通过的农户按赞成比例、再按收入排名。规模内的列入公示，其余留在后备名单。", en: "Verified households are ranked by their share of yes, then by income. Those within the size are published; the rest stays on the reserve list." },
  secondLead: { zh: "镇政府审核通过的农户，在各村张榜第二次公示。", en: "Households that the town has approved are published in each village a second time." },
  none:       { zh: "没有等待公示的农户", en: "No household waits for a notice" },
  noneLead:   { zh: "核实（或镇政府审核）通过后会出现在这里。", en: "They appear here once verified (or approved by the town)." },
  noSplit:    { zh: "规模还没有分解到村，现在公示不受规模限制。请先由镇扶贫专干分解规模。", en: "The size has not been split over the villages yet, so nothing limits the list. The poverty officer should split it first." },
  reserve:    { zh: "后备名单", en: "Reserve list" },
  passed:     { zh: "有排名在前的农户没有选入，请核对。", en: "Households of a higher rank are left out; check that." },
  place:      { zh: "张榜地点", en: "Where it hangs" },
  phone:      { zh: "受理异议的电话", en: "Phone for objections" },
  photos:     { zh: "公示栏照片", en: "Photos of the board" },
  photosHelp: { zh: "张榜后拍，最多 4 张；也可以发布以后在“公示”里补。", en: "Taken once it hangs, 4 at most; they can also be added later under Notices." },
  preview:    { zh: "预览公示名单", en: "Preview the public list" },
  previewLead: { zh: "群众看到的就是这张表。发布后开始计算公示期，名单不能再改。", en: "This is what the public sees. Publishing starts the period, and the list can no longer change." },
  publish:    { zh: "发布公示", en: "Publish" },
  done:       { zh: "公示已发布，公示期开始计算。", en: "The notice is published and its period runs." },
  see:        { zh: "查看公示", en: "See the notice" },
  rank:       { zh: "排名", en: "Rank" },
  size:       { zh: "规模", en: "Size" },
} as const satisfies Record<string, Bilingual>;
