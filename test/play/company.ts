import type { StaffRole } from "@domain/roles.ts";
import type { Member } from "../seed/cast.ts";
import { cadreOf, castMember, committeeOf, PASSWORD } from "../seed/cast.ts";
import type { Addresses } from "./player.ts";
import { Player } from "./player.ts";

/** Everybody who plays, each signed in when first called upon. */
export class Company {
  private readonly at: Addresses;
  private readonly inside = new Map<string, Promise<Player>>();
  private readonly farmers = new Map<string, Player>();

  constructor(at: Addresses) {
    this.at = at;
  }

  /** A member of the staff in one of the roles held. */
  as({ email, roles }: Member, role: StaffRole = Object.keys(roles)[0] as StaffRole): Promise<Player> {
    const key = `${email} ${role}`;
    const there = this.inside.get(key) ?? Player.staff(this.at, { email, password: PASSWORD }, role);
    this.inside.set(key, there);
    return there;
  }

  committee = (village: string): Promise<Player> => this.as(committeeOf(village));
  cadre = (village: string): Promise<Player> => this.as(cadreOf(village));
  office = (): Promise<Player> => this.as(castMember("office"));
  officer = (): Promise<Player> => this.as(castMember("officer"));
  town = (): Promise<Player> => this.as(castMember("town"));
  county = (): Promise<Player> => this.as(castMember("county"));

  /** The farmer of an application: the same anonymous account as long as it stays. */
  async farmer(application: string): Promise<Player> {
    const there = this.farmers.get(application) ?? (await Player.farmer(this.at));
    this.farmers.set(application, there);
    return there;
  }

  /** A farmer closes the page. */
  async farmerLeaves(application: string): Promise<void> {
    await this.farmers.get(application)?.leave();
    this.farmers.delete(application);
  }

  /** Everybody signs out. */
  async leave(): Promise<void> {
    const staff = await Promise.allSettled(this.inside.values());
    const players = [
      ...staff.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
      ...this.farmers.values(),
    ];
    await Promise.allSettled(players.map((player) => player.leave()));
  }
}
