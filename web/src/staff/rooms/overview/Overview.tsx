import "./overview.css";
import { isInside } from "@domain/areas.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { Track as Tracks, TRACKS } from "@domain/status.ts";
import { Button, Card, EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { useVillages } from "../../data/campaigns.ts";
import { useCauses } from "../../data/causes.ts";
import type { RegisteredVillage } from "../../data/service.ts";
import { useRegisteredVillages } from "../../data/service.ts";
import { Chooser } from "../../parts/Chooser.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useSearch } from "../../parts/useSearch.ts";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { STAFF_WORDS } from "../../words.ts";
import { boardRows } from "../board/standing.ts";
import { Matrix } from "./Matrix.tsx";
import { PictureCard } from "./PictureCard.tsx";
import { causesOf, funnelOf, loadsOf, moneyByCause, moneyOf, quotaOf } from "./pictures.ts";
import { OVERVIEW_WORDS } from "./words.ts";

/** So many helpers are drawn, whoever has most; the table has everybody. */
const MOST_DRAWN = 15;

/** The campaign in pictures, from counters and counts alone: a few reads however many households there are. */
export function Overview(_: RoomProps) {
  const { campaign, office } = useDesk();
  const live = useVillages(campaign.id);
  return (
    <div class="overview">
      <Page title={say(OVERVIEW_WORDS.title)} lead={say(OVERVIEW_WORDS.lead)} aside={<span class="noPrint"><Button onClick={() => window.print()}>{say(OVERVIEW_WORDS.print)}</Button></span>}>
        <Reading live={live}>{({ rows }) => <Pictures villages={rows.filter(({ code }) => isInside(code, office.area))} />}</Reading>
      </Page>
    </div>
  );
}

function Pictures({ villages }: { villages: readonly VillageProgress[] }) {
  const { campaign } = useDesk();
  const [{ track: wanted, village }, change] = useSearch({ track: "identify", village: "" });
  const track = Tracks.safeParse(wanted).data ?? "identify";
  const chosen = village ? villages.filter(({ code }) => code === village) : villages;
  const hasBegun = boardRows(campaign, chosen, track).some(({ waiting, done }) => waiting + done > 0);
  return (
    <>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <Chooser id="overviewTrack" label={say(OVERVIEW_WORDS.list)} value={track} options={Tracks.options.map((one) => [one, say(TRACKS[one])])} pick={(next) => change({ track: next })} />
        {villages.length > 1 && <Chooser id="overviewVillage" label={say(WORDS.village)} value={village} options={[["", say(STAFF_WORDS.allVillages)], ...villages.map(({ code, name }) => [code, name] as const)]} pick={(next) => change({ village: next })} />}
      </form>
      {hasBegun
        ? <PictureCard picture={funnelOf(campaign, chosen, track, village)} lead={say(OVERVIEW_WORDS.funnelLead)} />
        : <EmptyState title={say(OVERVIEW_WORDS.none)}><p>{say(OVERVIEW_WORDS.noneLead)}</p></EmptyState>}
      {chosen.length > 1 && <Matrix villages={chosen} track={track} />}
      <PictureCard picture={quotaOf(chosen, track)} lead={say(OVERVIEW_WORDS.quotaLead)} />
      {track === "identify" && <Causes village={village} />}
      {track === "identify" && <Help village={village} />}
    </>
  );
}

function Causes({ village }: { village: string }) {
  const { campaign, office } = useDesk();
  const live = useCauses({ campaign: campaign.id, area: office.area, village });
  return (
    <Reading live={live}>
      {(counts) => {
        const picture = causesOf(counts);
        return picture.rows.length > 0 ? <PictureCard picture={picture} lead={say(OVERVIEW_WORDS.causesLead)} /> : <Nothing title={picture.title} text={say(OVERVIEW_WORDS.noCause)} />;
      }}
    </Reading>
  );
}

/** Who helps how many, and the money beside what came of it. */
function Help({ village }: { village: string }) {
  const { campaign, office } = useDesk();
  const live = useRegisteredVillages({ register: campaign.register, area: office.area });
  return <Reading live={live}>{({ rows }) => <HelpPictures registered={rows.filter((one) => !village || one.village === village)} />}</Reading>;
}

function HelpPictures({ registered }: { registered: readonly RegisteredVillage[] }) {
  const { campaign } = useDesk();
  const { spread, ...loads } = loadsOf(registered);
  const [money, byCause] = [moneyOf(campaign, registered), moneyByCause(registered)];
  const isSpent = byCause.rows.length > 0;
  return (
    <>
      {loads.rows.length > 0 ? <PictureCard picture={loads} lead={spread} most={MOST_DRAWN} /> : <Nothing title={loads.title} text={say(OVERVIEW_WORDS.noHelper)} />}
      {isSpent ? <><PictureCard picture={money} /><PictureCard picture={byCause} /></> : <Nothing title={money.title} text={say(OVERVIEW_WORDS.noMoney)} />}
    </>
  );
}

const Nothing = ({ title, text }: { title: string; text: string }) => <Card title={title}><p class="soft">{text}</p></Card>;
