import type { Bilingual } from "@domain/text.ts";

/** Words that the public pages and the staff's rooms share. */
export const WORDS = {
  product:       { zh: "建档立卡", en: "Lika" },
  back:          { zh: "返回", en: "Back" },
  previous:      { zh: "上一步", en: "Back" },
  next:          { zh: "下一步", en: "Next" },
  cancel:        { zh: "取消", en: "Cancel" },
  close:         { zh: "关闭", en: "Close" },
  save:          { zh: "保存", en: "Save" },
  submit:        { zh: "提交", en: "Submit" },
  retry:         { zh: "再试一次", en: "Try again" },
  add:           { zh: "增加", en: "Add" },
  remove:        { zh: "删去", en: "Remove" },
  all:           { zh: "全部", en: "All" },
  yes:           { zh: "是", en: "Yes" },
  no:            { zh: "否", en: "No" },
  choose:        { zh: "请选择", en: "Choose" },
  optional:      { zh: "可不填", en: "optional" },
  computed:      { zh: "自动计算", en: "computed" },
  notFilled:     { zh: "未填写", en: "not filled in" },
  loading:       { zh: "正在读取……", en: "Loading…" },
  sending:       { zh: "正在提交……", en: "Sending…" },
  failed:        { zh: "没有读到内容", en: "This could not be loaded" },
  checkNetwork:  { zh: "请检查网络后再试。", en: "Check the connection and try again." },
  problems:      { zh: "有内容需要更正", en: "Some entries need correcting" },
  skip:          { zh: "跳到正文", en: "Skip to the content" },
  pageMissing:   { zh: "没有这个页面", en: "There is no such page" },
  toHome:        { zh: "回到首页", en: "To the first page" },
  village:       { zh: "村", en: "Village" },
  villageNotice: { zh: "贫困村公示", en: "Notice of a poor village" },
  town:          { zh: "镇", en: "Town" },
  people:        { zh: "人数", en: "People" },
  households:    { zh: "户数", en: "Households" },
  total:         { zh: "合计", en: "Total" },
} as const satisfies Record<string, Bilingual>;

/** 12 人 / 12 people. */
export const peopleOf = (many: number): Bilingual => ({ zh: `${many} 人`, en: many === 1 ? "1 person" : `${many} people` });

/** 3 户 / 3 households. */
export const householdsOf = (many: number): Bilingual => ({ zh: `${many} 户`, en: many === 1 ? "1 household" : `${many} households` });
