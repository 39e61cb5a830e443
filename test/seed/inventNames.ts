import type { Ethnicity } from "@domain/forms/ethnicities.ts";
import type { Sex } from "@domain/forms/codes2014.ts";

/** A deterministic source of chance: the same seed, the same household (mulberry32). */
export type Chance = {
  /** A whole number from `from` to `to`, both possible. */
  between: (from: number, to: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** True in `percent` of 100 cases. */
  odds: (percent: number) => boolean;
};

export function chanceOf(seed: number): Chance {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[between(0, list.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  return { between, pick, odds: (percent) => next() * 100 < percent };
}

/*
 * Invented names. The syllables are chosen so that no name of a person in the plan can come out: none of the given
 * names there can be put together from them.
 */
const SURNAMES: Partial<Record<Ethnicity, readonly string[]>> = {
  han: [..."王李张刘陈杨赵周吴徐孙马朱胡林何郭高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢"],
  tu: [..."李祁鲁东白辛乔包席董吕张"],
  hui: [..."马妥冶韩丁沙虎"],
  mongol: [..."包白祁何孟"],
  yugur: [..."安白郭兰钟索"],
};
const GIVEN: Record<Sex, string> = {
  male: "春明强军平林峰山生祥顺才虎龙柱全忠孝万世长守正俊学雄刚鹏斌录禄积善良维兴占振鸿廷彪喆堃",
  female: "秀兰梅英芳莲花桂香凤霞燕玲萍雪月彩存爱巧淑惠菊翠银娟丽㛃",
};
/** Characters beyond the basic plane: old screens, sorts and prints stumble over them, so the seed has some. */
const RARE = ["𬭎", "𡎚", "𪩘"];

const TIBETAN: Record<Sex, readonly string[]> = {
  male: ["扎西", "多杰", "才让", "仁青", "桑吉", "丹增", "尼玛", "旦正", "贡布", "南加", "华旦", "索南", "洛桑", "东知布", "完么"],
  female: ["卓玛", "拉毛", "央金", "措毛", "德吉", "白玛", "达娃", "才毛", "草毛", "尕藏", "仁增", "旺姆", "桑毛"],
};
const MUSLIM: Record<Sex, readonly string[]> = {
  male: ["尔不都", "伊斯麻", "哈三", "胡赛", "主麻", "穆萨", "阿卜都热合曼", "舍木素丁"],
  female: ["法图麦", "阿依舍", "海车", "索非亚", "麦热彦", "则乃白"],
};
const KAZAKH: Record<Sex, readonly string[]> = {
  male: ["叶尔江", "巴合提", "努尔兰", "哈布力"],
  female: ["阿依古丽", "古丽夏提", "玛依拉"],
};

/** Nationalities as they live in and around Tianzhu, of a hundred households. */
export function inventEthnicity({ between }: Chance): Ethnicity {
  const at = between(1, 100);
  const shares: [number, Ethnicity][] = [[54, "han"], [82, "tibetan"], [93, "tu"], [97, "hui"], [98, "mongol"], [99, "yugur"]];
  return shares.find(([upTo]) => at <= upTo)?.[1] ?? "kazakh";
}

/** A surname, where the nationality has them. */
export function inventSurname(chance: Chance, ethnicity: Ethnicity): string {
  const surnames = SURNAMES[ethnicity];
  return surnames ? chance.pick(surnames) : "";
}

/** A full name. One Tibetan name in twelve has six characters or more, one Han name in fifty a rare character. */
export function inventName(chance: Chance, about: { ethnicity: Ethnicity; sex: Sex; surname: string }): string {
  const { ethnicity, sex, surname } = about;
  if (ethnicity === "tibetan") return tibetanName(chance, sex);
  if (ethnicity === "kazakh") return `${chance.pick(KAZAKH[sex])}·${chance.pick(KAZAKH.male)}`;
  if (ethnicity === "hui" && chance.odds(40)) return surname + chance.pick(MUSLIM[sex]);
  const syllables = [...GIVEN[sex]];
  if (chance.odds(2)) return surname + chance.pick(syllables) + chance.pick(RARE);
  const first = chance.pick(syllables);
  return chance.odds(22) ? surname + first : surname + first + chance.pick(syllables);
}

function tibetanName(chance: Chance, sex: Sex): string {
  const parts = chance.pick([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4]);
  const pool = [...TIBETAN[sex]];
  return Array.from({ length: parts }, () => pool.splice(chance.between(0, pool.length - 1), 1)[0]).join("");
}

const GROUPS = ["一社", "二社", "三社", "四社", "五社", "六社", "阳屲社", "石屲台社", "大峁子社", "上墹社", "沙沟垴社", "𡎚上社"];

/** A villagers' group and an address in it, with characters such as 屲 that not every font has. */
export function inventPlace(chance: Chance, village: string): { groupName: string; address: string } {
  const groupName = chance.pick(GROUPS);
  return { groupName, address: `${village}${groupName} ${chance.between(1, 180)} 号` };
}
