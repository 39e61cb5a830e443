import { castMember } from "./cast.ts";
import type { Company } from "../play/company.ts";
import { allOf } from "../play/limiter.ts";
import type { Applicant, Sent } from "../play/applicant.ts";
import { draftOf, inventionOf, surveyOf } from "../play/applicant.ts";
import type { Player } from "../play/player.ts";
import type { Stage } from "../play/stage.ts";
import { objectInTime } from "../play/steps/objections.ts";
import { answerQuestions } from "../play/steps/questions.ts";
import { review } from "../play/steps/reviews.ts";
import { appraise, apply, confirm, leaveOff, publish, survey, surveyAction, verify, withdraw } from "../play/steps/village.ts";
import type { End } from "./demoHouseholds.ts";
import { ENDS } from "./demoHouseholds.ts";

/** A household of the demo, how far it is to come, and whether its farmer applied. */
export type Shown = Applicant & { end: End; farmer: boolean };
export type Demo = { stage: Stage; company: Company; village: string; households: readonly Shown[] };

export const having = (some: readonly Shown[], ...ends: End[]) => some.filter(({ end }) => ends.includes(end));
/** Those that come at least so far, in the order of `ENDS`. */
export const from = (some: readonly Shown[], end: End) =>
  some.filter((one) => ENDS.indexOf(one.end) >= ENDS.indexOf(end));

/** A survey that the checks ask about, for whoever looks at the demo to answer: split off two years ago, and nobody lives there (HH-08, EX-03). */
function withQuestions(one: Shown): Sent {
  const { survey: said } = inventionOf(one);
  return surveyOf(one, { ...said, head: { ...said.head, residentCount: 0 }, booklet: { ...said.booklet, splitOn: "2013-03-01" } });
}

/** From the draft to the notice's door. */
export async function towardsNotice({ stage, company, village, households }: Demo): Promise<void> {
  const committee = await company.committee(village);
  await allOf(households.map(async (one) => begin({ stage, company, committee }, one)));
  const surveyed = from(households, "surveyed");
  const cadre = await company.cadre(village);
  const [asked, ...others] = having(surveyed, "surveyed");
  if (asked) await stage.act(cadre, surveyAction(asked, withQuestions(asked)));
  await allOf([...from(surveyed, "notNominated"), ...others].map((one) => survey(stage.by(cadre), one)));
  const heard = from(surveyed, "notNominated");
  await answerQuestions({ stage, company }, heard);
  const meeting = await appraise(stage.by(committee), heard, { present: 38, outvoted: having(heard, "notNominated") });
  const officer = await company.as(castMember("officer"));
  const verifying = from(heard, "half");
  /* Some wait for the second confirmation, for whoever looks at the demo to give it. */
  await confirm(stage, heard, { meeting, by: [officer] });
  await confirm(stage, verifying, { meeting, by: [cadre] });
  await verify(stage.by(officer), verifying);
  const verified = from(verifying, "verified");
  await verify(stage.by(cadre), verified);
  await verify(stage.by(committee), verified);
  await leaveOff(stage.by(committee), having(verified, "verified", "villageNotice", "objected"), "等待镇里核对户籍，列入下一榜");
}

type Desk = { stage: Stage; company: Company; committee: Player };

async function begin({ stage, company, committee }: Desk, one: Shown): Promise<void> {
  const { id, village, track, entry, end } = one;
  if (end === "draft") {
    const { shown } = draftOf(one);
    return stage.beside(() =>
      committee.begin(stage.campaign, village.code, {
        id,
        track,
        form: shown,
        ...(entry && { household: entry }),
      }),
    );
  }
  const player = one.farmer ? await stage.beside(() => company.farmer(id)) : committee;
  await apply(stage.by(player), one);
  if (end === "withdrawn") await withdraw(stage.by(player), one);
  if (one.farmer) await company.farmerLeaves(id);
}

/** Through both notices while they are short: everybody who is to be beyond the first. */
export async function throughShortNotices(demo: Demo): Promise<void> {
  const { stage, company, village, households } = demo;
  const listed = from(households, "held");
  if (listed.length === 0) return;
  const officer = await company.officer();
  const notice = await publish(stage.by(await company.committee(village)), listed);
  for (const { id } of having(listed, "held"))
    await objectInTime(stage.by(officer), { notice: notice.id, serial: notice.serials.get(id) ?? 0 });
  await stage.ending(officer, notice.id, 120);
  const reviewed = [...having(listed, "returned", "rejected"), ...from(listed, "townApproved")];
  await review(stage.by(await company.town()), reviewed, {
    returned: having(listed, "returned"),
    rejected: having(listed, "rejected"),
  });
  await leaveOff(stage.by(officer), having(reviewed, "townApproved", "townNotice"), "复核材料未齐，列入下一榜");
  const further = from(listed, "countyReview");
  if (further.length === 0) return;
  const second = await publish(stage.by(officer), further);
  await stage.ending(officer, second.id, 120);
  await review(stage.by(await company.county()), from(further, "approved"), {});
}

/** The notices that stay open, and an objection that waits for its answer. */
export async function publishOpenNotices({ stage, company, village, households }: Demo): Promise<void> {
  const first = having(households, "villageNotice", "objected");
  const second = having(households, "townNotice");
  const officer = await company.officer();
  if (second.length > 0) await publish(stage.by(officer), second);
  if (first.length === 0) return;
  const notice = await publish(stage.by(await company.committee(village)), first);
  for (const { id } of having(first, "objected"))
    await objectInTime(stage.by(officer), { notice: notice.id, serial: notice.serials.get(id) ?? 0 });
}
