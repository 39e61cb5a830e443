import type { ComponentChild, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Loading, LoadFailed, Page } from "../shared/components.tsx";
import { say, useLanguage } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { mount } from "../shared/mount.tsx";
import { Link, matchPath, usePath } from "../shared/router.tsx";
import { WORDS } from "../shared/words.ts";
import type { OpenCampaign } from "./data.ts";
import { findCampaign } from "./data.ts";
import { Frame } from "./Frame.tsx";
import { HomePage } from "./pages/HomePage.tsx";
import { NoticePage } from "./pages/NoticePage.tsx";
import { NoticesPage } from "./pages/NoticesPage.tsx";
import { PUBLIC } from "./words.ts";
import "./public.css";

/* What most people come for is here at once; the rest follows when it is asked for. */
const Objection = later(() => import("./pages/ObjectionPage.tsx").then((part) => part.ObjectionPage));
const Complaint = later(() => import("./pages/ComplaintPage.tsx").then((part) => part.ComplaintPage));
const Answer = later(() => import("./pages/AnswerPage.tsx").then((part) => part.AnswerPage));
const Privacy = later(() => import("./pages/PrivacyPage.tsx").then((part) => part.PrivacyPage));
const Follow = later(() => import("./pages/FollowPage.tsx").then((part) => part.FollowPage));
const Progress = later(() => import("./pages/ProgressPage.tsx").then((part) => part.ProgressPage));
const Handbook = later(() => import("./pages/HandbookPage.tsx").then((part) => part.HandbookPage));
const Apply = later(() => import("./apply/Apply.tsx").then((part) => part.Apply));

type Draw = (campaign: OpenCampaign, named: Record<string, string>) => ComponentChild;

/** Every public page by its path. */
const PAGES: readonly (readonly [string, Draw])[] = [
  ["/", (campaign) => <HomePage campaign={campaign} />],
  ["/notices", (campaign) => <NoticesPage campaign={campaign} />],
  ["/notice/:id", (_, { id = "" }) => <NoticePage key={id} id={id} />],
  [
    "/object/:id/:serial",
    (_, { id = "", serial = "" }) => (
      <Objection key={`${id} ${serial}`} notice={id} serial={Number(serial)} />
    ),
  ],
  ["/apply", (campaign) => <Apply campaign={campaign} />],
  ["/follow", () => <Follow key={location.search} />],
  ["/answer", () => <Answer key={location.search} />],
  ["/complain", (campaign) => <Complaint campaign={campaign} />],
  ["/privacy", (campaign) => <Privacy campaign={campaign} />],
  ["/h/:code", (_, { code = "" }) => <Handbook key={code} code={code} />],
  ["/progress", (campaign) => <Progress campaign={campaign} />],
];

/** A component that is loaded when it is first drawn. */
function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  return function Later(props: P) {
    const loaded = useLoaded(async () => ({ Part: await load() }), []);
    if (loaded.state === "loading") return <Loading />;
    if (loaded.state === "failed") return <LoadFailed retry={loaded.retry} />;
    return <loaded.value.Part {...props} />;
  };
}

function App() {
  useLanguage();
  const { path } = usePath();
  const [round, setRound] = useState(0);
  const campaign = useLoaded(findCampaign, [round]);
  useEffect(() => {
    const chosen = () => setRound((count) => count + 1);
    window.addEventListener("lika:campaign", chosen);
    return () => window.removeEventListener("lika:campaign", chosen);
  }, []);
  return (
    <Frame path={path} campaign={campaign.state === "ready" ? campaign.value : undefined}>
      {campaign.state === "loading" && (path === "/" ? <HomePage campaign={undefined} /> : <Loading />)}
      {campaign.state === "failed" && <LoadFailed retry={campaign.retry} />}
      {campaign.state === "ready" && <Inside path={path} campaign={campaign.value} />}
    </Frame>
  );
}

function Inside({ path, campaign }: { path: string; campaign: OpenCampaign | undefined }) {
  if (!campaign) {
    return (
      <Page title={say(PUBLIC.noCampaign)}>
        <p>{say(PUBLIC.noCampaignDo)}</p>
      </Page>
    );
  }
  for (const [pattern, draw] of PAGES) {
    const named = matchPath(pattern, path);
    if (named) return <>{draw(campaign, named)}</>;
  }
  return (
    <Page title={say(WORDS.pageMissing)}>
      <p>
        <Link href="/">{say(WORDS.toHome)}</Link>
      </p>
    </Page>
  );
}

mount(<App />);
