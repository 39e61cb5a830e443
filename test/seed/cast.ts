import type { Roles } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import type { StaffRole } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import { COUNTY, TOWN, VILLAGES } from "./campaign2013.ts";

/** An invented member of the staff. Sign-ins of the seed are for demonstration only, hence one password for all. */
export type Member = { key: string; name: string; email: string; roles: Roles };

export const PASSWORD = "lika-demo-2014";

const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
const GIVEN = ["明德", "秀英", "卓玛", "国栋", "玉兰", "扎西", "建平", "桂花", "才让", "文秀", "生海", "淑芳"];
const invent = (at: number) => `${SURNAMES[(at * 7) % SURNAMES.length]}${GIVEN[(at * 5) % GIVEN.length]}`;

function member(at: number, key: string, role: StaffRole, area: string): Member {
  return { key, name: invent(at), email: `${key}@demo.lika.test`, roles: { [role]: [area] } };
}

const short = (code: string) => code.slice(-3);

/** Everybody of the town: each village its committee and its cadre, the town's and the county's offices. */
export const CAST: readonly Member[] = [
  member(1, "office", "campaignOffice", TOWN),
  member(2, "officer", "povertyOfficer", TOWN),
  member(3, "officer2", "povertyOfficer", TOWN),
  member(4, "town", "townGovernment", TOWN),
  member(5, "county", "countyOffice", COUNTY),
  member(6, "group", "countyLeadingGroup", COUNTY),
  member(7, "supervisor", "supervisor", TOWN),
  member(8, "countyoffice", "campaignOffice", COUNTY),
  ...VILLAGES.flatMap(({ code }, at) => [
    member(20 + at, `committee${short(code)}`, "villageCommittee", code),
    member(40 + at, `cadre${short(code)}`, "villageCadre", code),
    member(60 + at, `helper${short(code)}`, "helper", code),
    member(80 + at, `second${short(code)}`, "helper", code),
    member(100 + at, `unit${short(code)}`, "supportUnit", code),
  ]),
];

/** @throws when nobody of that key is in the cast. */
export function castMember(key: string): Member {
  const found = CAST.find((one) => one.key === key);
  if (!found) throw new Error(`nobody in the cast is called ${key}`);
  return found;
}

export const committeeOf = (village: string): Member => castMember(`committee${short(village)}`);
export const cadreOf = (village: string): Member => castMember(`cadre${short(village)}`);

/** Two helpers of a village, and its support unit. */
export const helpersOf = (village: string): [Member, Member] => [castMember(`helper${short(village)}`), castMember(`second${short(village)}`)];
export const unitOf = (village: string): Member => castMember(`unit${short(village)}`);

/** Role in words and area, for the table of accounts that `npm start` prints. */
export function describe({ roles }: Member): { role: StaffRole; zh: string; area: string } {
  const [role, areas] = Object.entries(roles)[0] as [StaffRole, string[]];
  const area = areas[0] ?? "";
  const where = VILLAGES.find(({ code }) => code === area)?.name ?? (area === TOWN ? "赛什斯镇" : "天祝县");
  return { role, zh: `${where} ${ROLES[role].zh}`, area };
}

export const areasOfMember = ({ roles }: Member): string[] => [...new Set(Object.values(roles).flat().flatMap(areasOf))];
