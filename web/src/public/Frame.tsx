import type { ComponentChildren } from "preact";
import { LanguageSwitch, say } from "../shared/language.tsx";
import { LookSwitch } from "../shared/look.tsx";
import { Link } from "../shared/router.tsx";
import { WORDS } from "../shared/words.ts";
import type { OpenCampaign } from "./data.ts";
import { PUBLIC, SITE, WATCH_PHONE } from "./words.ts";

const WAYS = [
  ["/", PUBLIC.home],
  ["/notices", PUBLIC.notices],
  ["/apply", PUBLIC.apply],
  ["/follow", PUBLIC.follow],
  ["/progress", PUBLIC.progress],
] as const;

/** Ways that few people need, in the foot of every page. */
const FOOT_WAYS = [
  ["/answer", { zh: "查异议、举报的答复", en: "Answer to an objection or complaint" }],
  ["/privacy", { zh: "您的信息怎么用", en: "What becomes of your data" }],
  ["/complain", { zh: "举报工作人员", en: "Complain about staff" }],
] as const;

/** The pages that belong to one of the ways beside its own. */
const wayOf = (path: string) => (/^\/(notice|object)\//.test(path) ? "/notices" : path);

type FrameProps = { path: string; campaign: OpenCampaign | undefined; children: ComponentChildren };

/** Head and foot of every public page. */
export function Frame({ path, campaign, children }: FrameProps) {
  const way = wayOf(path);
  return (
    <>
      <a class="skip" href="#main">
        {say(WORDS.skip)}
      </a>
      <header class="siteHead">
        <div class="siteHeadInner">
          <Link href="/" class="siteName">
            <img src="/icon.svg" alt="" width="36" height="36" />
            <span>
              {campaign && <span class="siteTown">{say(campaign.town)}</span>}
              {say(SITE)}
            </span>
          </Link>
          <div class="siteTools">
            <LookSwitch />
            <LanguageSwitch />
            <a href="/staff">{say(PUBLIC.staffSignIn)}</a>
          </div>
          <nav class="siteNav" aria-label={say(PUBLIC.ways)}>
            {WAYS.map(([href, name]) => (
              <Link key={href} href={href} current={href === way}>
                {say(name)}
              </Link>
            ))}
          </nav>
        </div>
      </header>
      {campaign?.rehearsal && (
        <p class="rehearsal" role="note">
          {say(PUBLIC.rehearsal)}
        </p>
      )}
      <main class="siteMain" id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot campaign={campaign} />
    </>
  );
}

function Foot({ campaign }: { campaign: OpenCampaign | undefined }) {
  return (
    <footer class="siteFoot">
      <div class="siteFootInner">
        <p class="phones">
          {campaign?.phone && (
            <span>
              {say(PUBLIC.officePhone)}
              {say(COLON)}
              <a href={`tel:${campaign.phone}`}>{campaign.phone}</a>
            </span>
          )}
          <span>
            {say(PUBLIC.watchPhone)}
            {say(COLON)}
            <a href={`tel:${WATCH_PHONE}`}>{WATCH_PHONE}</a>
          </span>
        </p>
        <p class="footWays">
          {FOOT_WAYS.map(([href, name]) => <Link key={href} href={href}>{say(name)}</Link>)}
        </p>
        <p>{say(PUBLIC.neverShown)}</p>
      </div>
    </footer>
  );
}

const COLON = { zh: "：", en: ": " };
