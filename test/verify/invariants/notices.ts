import type { CampaignSettings } from "@domain/campaign.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import type { Notice } from "@domain/notice/notice.ts";
import { periodEnd } from "@domain/notice/period.ts";
import { paths } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";

type Saved = { at: Date; settings: CampaignSettings };

/** The campaign's settings as they were saved, oldest first. */
function savedSettings({ actions }: Material): Saved[] {
  const saved = [...actions.values()].flatMap(({ type, input, outcome }) => {
    const read =
      type === "saveCampaign" && outcome?.applied === 1 ? INPUTS.saveCampaign.safeParse(input) : undefined;
    return read?.success && outcome ? [{ at: outcome.at, settings: read.data.settings }] : [];
  });
  return saved.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The least that a notice must hang: its period by the settings of its day, or its last extension. */
function dueEnd({ opensAt, round, extensions }: Notice, saved: readonly Saved[]): Date | undefined {
  const settings = saved.findLast(({ at }) => at <= opensAt)?.settings;
  const own = settings && periodEnd(opensAt, settings.notice[round], settings.calendar);
  return extensions.at(-1)?.closesAt ?? own;
}

function wrongPeriod(notice: Notice, saved: readonly Saved[]): (string | false)[] {
  const { closesAt, extensions } = notice;
  const ends = extensions.map((extension) => extension.closesAt);
  const due = dueEnd(notice, saved);
  const [first] = ends;
  const ownEnd = dueEnd({ ...notice, extensions: [] }, saved);
  return [
    due === undefined && "no settings of its day are on record",
    due !== undefined &&
      closesAt.getTime() !== due.getTime() &&
      `ends at ${closesAt.toISOString()}, its period at ${due.toISOString()}`,
    ends.some((end, at) => at > 0 && end <= (ends[at - 1] ?? end)) && "an extension shortened it",
    first !== undefined && ownEnd !== undefined && first <= ownEnd && "its first extension shortened it",
  ];
}

/** A notice hangs for its whole period: it closes at its end or later, and its end has only ever moved later. */
export function checkPeriods(material: Material): Finding {
  const saved = savedSettings(material);
  return finding((look) => {
    for (const [id, notice] of material.notices) {
      const { closesAt, closedAt, status, campaign } = notice;
      const ended = material.actions.get(`end-${id}-${closesAt.getTime()}`);
      if (campaign !== material.id) continue;
      look.look(
        paths.notice(id),
        ...wrongPeriod(notice, saved),
        (status === "closed") !== (closedAt !== null) && "is closed without saying when, or the reverse",
        closedAt !== null && closedAt < closesAt && "was closed before its end",
        status === "closed" && !ended?.outcome && "was closed by no action of the clock",
        status === "open" &&
          closesAt.getTime() < material.now.getTime() - LATE_MS &&
          "is past its end by more than two minutes and still open",
      );
    }
  });
}

/** So late the periodic run must have closed it. */
const LATE_MS = 120_000;

/** The list that hangs is the list that was published: the same households, in the same order, by an action. */
export function checkLists({ notices, lists, actions, applications }: Material): Finding {
  return finding((look) => {
    for (const [id, { list, publishedBy, round }] of notices) {
      const published = actions.get(publishedBy.action);
      const behind = lists.get(id) ?? [];
      const lines = list.flatMap(({ serial, track }, at) => {
        const target = behind[at] ?? "";
        const outcome = published?.outcome?.targets[target];
        const application = applications.get(target);
        return [
          serial !== at + 1 && `line ${at + 1} carries the number ${serial}`,
          !(outcome?.applied && outcome.serial === serial) &&
            `line ${serial} was not published by its action`,
          application?.track !== track && `line ${serial} is on the wrong list`,
        ];
      });
      look.look(
        paths.notice(id),
        published?.type !== "publishNotice" && "no action published it",
        publishedBy.role !== (round === "village" ? "villageCommittee" : "povertyOfficer") &&
          "was published by the wrong role",
        list.length !== behind.length && `lists ${list.length} households, ${behind.length} stand behind it`,
        ...lines,
      );
    }
  });
}

/** Once a notice has ended, nobody stays on it but who is held by an objection. */
export function checkNobodyLeft({ notices, applications }: Material): Finding {
  return finding((look) => {
    for (const [id, { status, notice, openObjections }] of applications) {
      if (status !== "villageNotice" && status !== "townNotice") continue;
      const on = notices.get(notice?.id ?? "");
      look.look(
        paths.application(id),
        !on && "is on a notice that does not exist",
        on &&
          on.round !== (status === "villageNotice" ? "village" : "town") &&
          "is on a notice of the other round",
        on?.status === "closed" && openObjections === 0 && "was left behind on a notice that has ended",
      );
    }
  });
}
