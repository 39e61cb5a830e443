/** Chinese names in the order of their pronunciation. One collator, for a new one each time takes a second for 1,200 names. */
export const byChinese: (a: string, b: string) => number = new Intl.Collator("zh-CN").compare;
