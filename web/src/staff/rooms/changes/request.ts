import type { ActionInput } from "@domain/actionInputs.ts";
import type { RequestKind } from "@domain/application.ts";
import { RequestKind as AnyKind } from "@domain/application.ts";
import { presentMembers } from "@domain/forms/changes.ts";
import type { Version } from "@domain/register.ts";
import type { Track } from "@domain/status.ts";

/** A request as it is being typed; `people` are the rows of those who leave, `householder` the row of their head. */
export type TypedRequest = { kind: RequestKind | ""; reason: string; people: string[]; householder: string };
export const NO_REQUEST: TypedRequest = { kind: "", reason: "", people: [], householder: "" };

/** A village is neither split nor merged. */
export const kindsOf = (track: Track): readonly RequestKind[] =>
  AnyKind.options.filter((kind) => track !== "village" || (kind !== "split" && kind !== "merge"));

export type Member = { row: string; name: string; isHead: boolean };
export type Missing = "kind" | "reason" | "people" | "householder";
export type ReadRequest = { ok: true; input: ActionInput<"requestChange"> } | { ok: false; missing: Missing[] };

/** The request as the action carries it, or what is missing. The householder stays in the old household. */
export function readRequest({ kind, reason, people, householder }: TypedRequest, members: readonly Member[]): ReadRequest {
  const leaving = members.filter(({ row }) => people.includes(row));
  const head = leaving.find(({ row }) => row === householder);
  const isSplit = kind === "split";
  const missing: (Missing | false)[] = [
    kind === "" && "kind",
    reason.trim().length < 2 && "reason",
    isSplit && (leaving.length === 0 || leaving.some(({ isHead }) => isHead)) && "people",
    isSplit && !head && "householder",
  ];
  const found = missing.filter((one) => one !== false);
  if (found.length > 0 || kind === "") return { ok: false, missing: found };
  return { ok: true, input: { kind, reason: reason.trim(), ...(isSplit && head && { people: leaving.map(({ row }) => row), householder: head.name }) } };
}

/** Those who still live there by the form that stands, in its order. */
export function membersIn(versions: readonly Version[]): Member[] {
  const latest = [...versions].sort((a, b) => b.year - a.year)[0];
  return latest ? presentMembers(latest).map(({ id, name, relation }) => ({ row: String(id), name: String(name ?? ""), isHead: relation === "head" })) : [];
}
