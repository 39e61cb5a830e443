/** Bytes of documents and their index entries, as Firestore bills them (firebase.google.com/docs/firestore/storage-size). */
import { readFileSync } from "node:fs";
import { DocumentReference, Timestamp } from "@google-cloud/firestore";

const OVERHEAD = 32;

/** A name in bytes: each part's UTF-8 and one, and sixteen for the whole. */
const nameBytes = (path: string): number => path.split("/").reduce((sum, part) => sum + Buffer.byteLength(part) + 1, 16);

function valueBytes(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value) + 1;
  if (value === null || typeof value === "boolean") return 1;
  if (typeof value === "number" || value instanceof Timestamp || value instanceof Date) return 8;
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof DocumentReference) return nameBytes(value.path);
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + valueBytes(one), 0);
  return Object.entries(value as object).reduce((sum, [key, one]) => sum + Buffer.byteLength(key) + 1 + valueBytes(one), OVERHEAD);
}

export const documentBytes = (path: string, data: object): number => nameBytes(path) + valueBytes(data);

type Index = { order?: string; arrayConfig?: string };
type Override = { collectionGroup: string; fieldPath: string; indexes: Index[] };
type Composite = { collectionGroup: string; fields: { fieldPath: string; arrayConfig?: string }[] };
const { fieldOverrides, indexes } = JSON.parse(readFileSync(new URL("../../functions/firestore.indexes.json", import.meta.url), "utf8")) as { fieldOverrides: Override[]; indexes: Composite[] };

/** What a field is indexed by: its own override, that of the map around it, of its collection, or both orders and membership as it comes. */
function indexesOf(group: string, field: string): Index[] {
  const about = fieldOverrides.filter(({ collectionGroup, fieldPath }) => collectionGroup === group && (fieldPath === "*" || field === fieldPath || field.startsWith(`${fieldPath}.`)));
  const [nearest] = about.toSorted((one, other) => Number(one.fieldPath === "*") - Number(other.fieldPath === "*") || other.fieldPath.length - one.fieldPath.length);
  return nearest?.indexes ?? [{ order: "ASCENDING" }, { order: "DESCENDING" }, { arrayConfig: "CONTAINS" }];
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Timestamp) && !(value instanceof Date) && !(value instanceof Uint8Array);

function fieldsOf(data: object, above = ""): [path: string, value: unknown][] {
  return Object.entries(data).flatMap(([key, value]) => [[`${above}${key}`, value] as [string, unknown], ...(isMap(value) ? fieldsOf(value, `${above}${key}.`) : [])]);
}

/** Entries of single fields and of the declared composite indexes. */
export function indexBytes(path: string, data: object): number {
  const parts = path.split("/");
  const group = parts.at(-2) ?? "";
  const base = nameBytes(path) + (parts.length > 2 ? nameBytes(parts.slice(0, -2).join("/")) : 0) + OVERHEAD;
  const fields = new Map(fieldsOf(data));
  const single = [...fields].flatMap(([field, value]) => indexesOf(group, field).map((index) => {
    const each = base + Buffer.byteLength(field) + 1;
    if (index.arrayConfig) return Array.isArray(value) ? value.reduce<number>((sum, one) => sum + each + valueBytes(one), 0) : 0;
    return each + Math.min(1500, valueBytes(value));
  }));
  const composite = indexes.filter((index) => index.collectionGroup === group && index.fields.every(({ fieldPath }) => fields.has(fieldPath))).map(({ fields: own }) => {
    const many = own.find(({ arrayConfig }) => arrayConfig);
    const entries = many && Array.isArray(fields.get(many.fieldPath)) ? (fields.get(many.fieldPath) as unknown[]).length : 1;
    return entries * (base + own.reduce((sum, { fieldPath, arrayConfig }) => sum + (arrayConfig ? 20 : valueBytes(fields.get(fieldPath))), 0));
  });
  return [...single, ...composite].reduce((sum, one) => sum + one, 0);
}
