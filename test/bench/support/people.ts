/** The staff who act in the bench: the seed's cast. */
import type { Firestore } from "@google-cloud/firestore";
import { paths } from "@domain/paths.ts";
import type { Staff } from "@domain/records.ts";
import { uidOf } from "../../seed/accounts.ts";
import { areasOfMember, CAST, castMember, describe, PASSWORD } from "../../seed/cast.ts";
import type { Addresses } from "../../play/player.ts";
import { Player } from "../../play/player.ts";

/** `staff/{uid}` of everybody in the cast: enough where no one signs in. */
export async function writeStaff(db: Firestore): Promise<void> {
  const batch = db.batch();
  for (const member of CAST) {
    const { name, email, roles } = member;
    const staff: Staff = {
      name,
      email,
      roles,
      areas: areasOfMember(member),
      version: 1,
      disabled: false,
      updatedAt: new Date(),
      updatedBy: "bench",
    };
    batch.set(db.doc(paths.staff(uidOf(member))), staff);
  }
  await batch.commit();
}

/** Signed-in players by their key in the cast; each signs in once, or once for each `desk`. */
export class People {
  private readonly at: Addresses;
  private readonly entered = new Map<string, Promise<Player>>();

  constructor(at: Addresses) {
    this.at = at;
  }

  /** `desk` tells several clients of one account apart. */
  find(key: string, desk = 0): Promise<Player> {
    const name = `${key}/${desk}`;
    const known = this.entered.get(name);
    if (known) return known;
    const member = castMember(key);
    const { role } = describe(member);
    const entering = Player.staff(this.at, { email: member.email, password: PASSWORD }, role);
    this.entered.set(name, entering);
    return entering;
  }

  async leave(): Promise<void> {
    const all = await Promise.all(this.entered.values());
    await Promise.all(all.map((player) => player.leave()));
  }
}
