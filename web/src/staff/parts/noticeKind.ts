import type { Notice } from "@domain/notice/notice.ts";
import { ROUNDS } from "@domain/notice/notice.ts";
import type { Bilingual } from "@domain/text.ts";
import { WORDS } from "../../shared/words.ts";

/** What a notice is called: a village's one, else the first or the second of its households. */
export const noticeKind = ({ ofVillage, round }: Pick<Notice, "ofVillage" | "round">): Bilingual => (ofVillage ? WORDS.villageNotice : ROUNDS[round]);
