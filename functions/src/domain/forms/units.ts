/** Units as they are printed beside a figure (domain.md, section 9.3). */
export const PEOPLE = { zh: "人", en: "people" };
export const HOUSEHOLDS = { zh: "户", en: "households" };
export const PLACES = { zh: "个", en: "" };
export const TIMES = { zh: "人次", en: "cases" };
export const MU = { zh: "亩", en: "mu" };
export const KM = { zh: "公里", en: "km" };
export const YUAN = { zh: "元", en: "yuan" };
/** Ten thousand yuan; fields of it end in `Wan`. */
export const WAN = { zh: "万元", en: "×10,000 yuan" };
export const PERCENT = { zh: "%", en: "%" };
export const YEAR = { zh: "年", en: "" };
export const DEGREES = { zh: "度", en: "°" };
