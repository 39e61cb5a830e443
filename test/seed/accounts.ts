import type { Registers } from "../support/deploy/account.ts";
import { openAccount } from "../support/deploy/account.ts";
import type { Member } from "./cast.ts";
import { PASSWORD } from "./cast.ts";

/** The account's id: the same in every suite, so that a second call finds it. */
export const uidOf = ({ key }: Member): string => `demo-${key}`;

/** Makes the accounts of these people with their roles. Those that are there already stay as they are. */
export async function openAccounts(registers: Registers, members: readonly Member[]): Promise<void> {
  await Promise.all(members.map((member) => openAccount(registers, { name: member.name, email: member.email, roles: member.roles, uid: uidOf(member), password: PASSWORD, by: "seed" })));
}
