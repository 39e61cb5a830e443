import type { Notice, NoticeRow } from "@domain/notice/notice.ts";
import type { Bilingual } from "@domain/text.ts";
import { ROUNDS } from "lika:tables";
import { WORDS } from "../shared/words.ts";

type Head = Pick<Notice, "round" | "villageName" | "townName">;

/** 阳屲村第一次公示: a notice by its village and round, as on the board; a poor village has one alone. */
export function noticeTitle({ round, villageName, ofVillage }: Pick<Notice, "round" | "villageName" | "ofVillage">): Bilingual {
  if (ofVillage) return { zh: `${villageName}${WORDS.villageNotice.zh}`, en: `${villageName}: ${WORDS.villageNotice.en.toLowerCase()}` };
  return { zh: `${villageName}${ROUNDS[round].zh}`, en: `${villageName}: ${ROUNDS[round].en.toLowerCase()}` };
}

/** The office that published: 阳屲村村民委员会, 赛什斯镇人民政府. */
export function issuerOf({ round, villageName, townName }: Head): Bilingual {
  if (round === "village") return { zh: `${villageName}村民委员会`, en: `Village committee of ${villageName}` };
  return { zh: `${townName}人民政府`, en: `Town government of ${townName}` };
}

/** The level above, which answers objections (design: an objection never stays with the one that published). */
export const ANSWERED_BY: Record<Notice["round"], Bilingual> = {
  village: { zh: "镇政府", en: "the town government" },
  town: { zh: "县扶贫办", en: "the county office" },
};

/** The lines of one track, and how many people they are. */
export function partOf(list: readonly NoticeRow[], track: NoticeRow["track"]): { rows: NoticeRow[]; people: number } {
  const rows = list.filter((row) => row.track === track).sort((a, b) => a.serial - b.serial);
  return { rows, people: rows.reduce((sum, row) => sum + row.people, 0) };
}

/** The tracks that a notice tells of: both lists of households, or the village itself. */
export const tracksOf = ({ ofVillage }: Pick<Notice, "ofVillage">): readonly NoticeRow["track"][] => (ofVillage ? ["village"] : ["identify", "exit"]);
