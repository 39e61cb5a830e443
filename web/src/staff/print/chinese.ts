import { findCode } from "@domain/forms/codeList.ts";
import type { Field } from "@domain/forms/field.ts";
import { dayOf } from "../../shared/time.ts";

/*
 * Prints are Chinese whatever language the screen is in, so they do not ask `say()`.
 */

/** 2014年7月31日, of a day written as `2014-07-31`. */
export const dayInChinese = (day: string): string => dayOf(day).zh;

const NUMERALS = [..."〇一二三四五六七八九十"];

/** 一 to 九十九, for the numbers of aspects and steps. */
export function numeral(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (tens === 0) return NUMERALS[ones] ?? "";
  return `${tens > 1 ? NUMERALS[tens] : ""}十${ones > 0 ? NUMERALS[ones] : ""}`;
}

const figures = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2, useGrouping: false });

/** A figure without separators, as forms are filled in. */
export const figure = (value: number): string => figures.format(value);

/** Whether there is anything to print. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** A value as it stands on paper: labels of codes, figures without their unit (it stands at the label), empty as nothing. */
export function inChinese(field: Field, value: unknown): string {
  if (isEmpty(value)) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (field.kind === "photos") return Array.isArray(value) ? `${value.length} 张` : "";
  if (Array.isArray(value)) return value.map((one) => inChinese(field, one)).join("、");
  if (typeof value === "number") return figure(value);
  const code = field.options && findCode(field.options, value);
  if (code) return code.zh;
  if (field.kind === "date" && typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) return dayInChinese(value);
  return typeof value === "string" ? value : "";
}
