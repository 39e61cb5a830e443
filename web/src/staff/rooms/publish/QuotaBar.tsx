import { say } from "../../../shared/language.tsx";
import { peopleOf } from "../../../shared/words.ts";
import { PUBLISH_WORDS } from "./words.ts";

type QuotaBarProps = { limit: number; listed: number; chosen: number };

/** How much of a village's size is used: people listed before, and those chosen now. */
export function QuotaBar({ limit, listed, chosen }: QuotaBarProps) {
  const total = Math.max(limit, listed + chosen, 1);
  const left = limit - listed - chosen;
  const text = say({
    zh: `规模 ${peopleOf(limit).zh}：已列入 ${listed}，本次 ${chosen}，${left >= 0 ? `还余 ${left}` : `超出 ${-left}`}`,
    en: `Size ${peopleOf(limit).en}: ${listed} listed, ${chosen} now, ${left >= 0 ? `${left} left` : `${-left} over`}`,
  });
  const share = (people: number) => ({ width: `${(100 * people) / total}%` });
  return (
    <div class="quota">
      <div class="quotaTrack" role="img" aria-label={`${say(PUBLISH_WORDS.size)}: ${text}`}>
        <span class="quotaListed" style={share(listed)} />
        <span class={left < 0 ? "quotaChosen over" : "quotaChosen"} style={share(chosen)} />
        <span class="quotaLimit" style={{ insetInlineStart: `${(100 * limit) / total}%` }} />
      </div>
      <p class={left < 0 ? "late" : "soft"}>{text}</p>
    </div>
  );
}
